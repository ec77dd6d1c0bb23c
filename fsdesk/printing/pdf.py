"""A Sheet becomes a PDF, in memory: every letter looked at first, fonts embedded, the last side on its own."""

from __future__ import annotations

from io import BytesIO

from reportlab import rl_config
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from fsdesk.plans.sheet.values import Sheet
from fsdesk.printing import letters, tree
from fsdesk.printing.blocks import section
from fsdesk.printing.containers import least
from fsdesk.printing.fonts import BOLD, REGULAR, known
from fsdesk.printing.frame import PlanCanvas, PlanDocument
from fsdesk.printing.headings import Contents, SubHeading, Title
from fsdesk.printing.opening import opening
from fsdesk.printing.passages import Passage
from fsdesk.printing.review import ReviewDocument, head
from fsdesk.printing.setting import Setting, setting_of

rl_config.useA85 = 0  # streams as bytes: a fifth smaller, and no time lost on writing them as letters


def pdf(sheet: Sheet) -> bytes:
    """Return the sheet as a PDF: A4, body 14 points, nothing under 12, tagged, byte-equal when made twice.

    Nothing is written anywhere; whoever calls puts the bytes where they belong. Raises CannotSet or UnseenSign
    when a letter cannot be printed as it should be.
    """
    letters.check(sheet)
    for face in (REGULAR, BOLD):
        known(face)
    setting = setting_of(sheet)
    made = BytesIO()
    document = (ReviewDocument if sheet.square else PlanDocument)(made, sheet, setting)
    document.build(_story(sheet, setting), canvasmaker=PlanCanvas)
    return tree.finished(made.getvalue(), document.root, lang=sheet.lang, title=sheet.document_title)


def _story(sheet: Sheet, setting: Setting) -> list[Flowable]:
    story: list[Flowable] = head(sheet, setting) if sheet.square else [Title(sheet, setting)]
    story += opening(sheet, setting)
    story += [Passage(sheet.older, setting, left=0)] if sheet.older else []
    story += _contents(sheet, setting)
    for number, one in enumerate(sheet.sections):
        story += section(one, number, sheet.more, setting)
    story += [PageBreak()] if sheet.last else []
    for number, one in enumerate(sheet.last, start=len(sheet.sections)):
        story += section(one, number, sheet.more, setting)
    return story


def _contents(sheet: Sheet, setting: Setting) -> list[Flowable]:
    if not sheet.contents:
        return []
    contents = Contents([one.heading for one in (*sheet.sections, *sheet.last)], setting)
    heading = SubHeading(sheet.contents, setting, "H2")
    return [CondPageBreak(least(heading) + least(contents)), heading, contents]
