"""A Sheet becomes a PDF, in memory: every letter looked at first, fonts embedded, the last side on its own."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import msgspec
from reportlab import rl_config
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from fsdesk.plans.model.people import PrintFormat
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
from fsdesk.printing.unchecked import unchecked

_MOST_SIDES = {PrintFormat.CHILD: 2}
"""A child's own page is one sheet of paper (PR-12), as long as what was said fits on it."""

rl_config.useA85 = 0  # streams as bytes: a fifth smaller, and no time lost on writing them as letters


def pdf(sheet: Sheet) -> bytes:
    """Return the sheet as a PDF: A4, body 14 points, nothing under 12, tagged, byte-equal when made twice.

    Nothing is written anywhere; whoever calls puts the bytes where they belong. Raises CannotSet or UnseenSign
    when a letter cannot be printed as it should be.
    """
    letters.check(sheet)
    for face in (REGULAR, BOLD):
        known(face)
    most = _MOST_SIDES.get(sheet.kind)
    made, document = _built(sheet)
    if most is not None and document.page > most:
        fitting = (one for one in map(_built, _with_less_room(sheet)) if one[1].page <= most)
        made, document = next(fitting, (made, document))
    return tree.finished(made, document.root, lang=sheet.lang, title=sheet.document_title)


def _built(sheet: Sheet) -> tuple[bytes, PlanDocument]:
    made, setting = BytesIO(), setting_of(sheet)
    document = (ReviewDocument if sheet.square else PlanDocument)(made, sheet, setting)
    document.build(_story(sheet, setting), canvasmaker=PlanCanvas)
    return made.getvalue(), document


def _with_less_room(sheet: Sheet) -> Iterator[Sheet]:
    """Yield the sheet with ever less room to write and draw in, from its end; nothing that was said is left out."""
    kept = sheet.sections
    for spare in [one for one in reversed(sheet.sections) if one.is_spare]:
        kept = tuple(one for one in kept if one is not spare)
        yield msgspec.structs.replace(sheet, sections=kept)


def _story(sheet: Sheet, setting: Setting) -> list[Flowable]:
    strip = unchecked(sheet, setting)
    story: list[Flowable] = (
        [*head(sheet, setting), *strip] if sheet.square else [*strip, Title(sheet, setting)]
    )
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
