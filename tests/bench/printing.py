"""T11: a family's plan as a tagged PDF."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Table, TableStyle

from fsdesk.plans import samples
from fsdesk.plans.audience import Edition, default_reader, hold_or_edition
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet import Sheet, edition_letter, sheet_of, texts, version_of
from fsdesk.plans.sheet.values import Block, Signing, Tasks, Ties, Wheel
from fsdesk.printing.fonts import BOLD, REGULAR, known
from fsdesk.printing.pdf import pdf
from tests.bench.measuring import Row, best, row

_FAMILY = "F1"
_ROUNDS = 15


def measure() -> list[Row]:
    """Return a row for one plan; the floor is bare platypus: the same words, tables, fonts and feet, untagged."""
    made = sheet()
    bare(made)  # both know their fonts before anything is measured
    seconds = best(lambda: pdf(made), _ROUNDS)
    return [row("print-plan", 1, seconds, best(lambda: bare(made), _ROUNDS))]


def sheet() -> Sheet:
    """Return the sheet of one family's plan for its first carer."""
    plan = samples.load(_FAMILY)
    reader = default_reader(plan)
    assert plan.sample_today is not None
    edition = hold_or_edition(plan, reader, format=PrintFormat.PLAN, today=plan.sample_today, confirmed={})
    assert isinstance(edition, Edition)
    return sheet_of(edition, letter=edition_letter(plan, reader), version=version_of(edition))


_TEXT = ParagraphStyle(
    "text",
    fontName=REGULAR.name,
    fontSize=14,
    leading=18.4,
    spaceAfter=2,
    leftIndent=100,
    bulletFontName=REGULAR.name,
)
_CELL = ParagraphStyle("cell", parent=_TEXT, leftIndent=0, spaceAfter=0)
_HEAD = ParagraphStyle(
    "head",
    parent=_TEXT,
    fontName=BOLD.name,
    fontSize=19,
    leading=24,
    leftIndent=0,
    spaceBefore=8,
    keepWithNext=1,
)
_GRID = TableStyle(
    [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR.name),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, "black"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
)


def bare(sheet: Sheet) -> int:
    """Build the sheet's words with platypus alone and return how many sides they take."""
    for face in (REGULAR, BOLD):
        known(face)
    target = BytesIO()
    made = BaseDocTemplate(target, initialFontName=REGULAR.name, invariant=1, title=sheet.document_title)
    frame = Frame(20 * mm, 19 * mm, 173 * mm, 265 * mm, 0, 0, 0, 0)
    made.addPageTemplates(PageTemplate("side", [frame], onPage=lambda canvas, _: _foot(canvas, sheet.footer)))
    made.build(list(_story(sheet)))
    return int(made.page)


def _foot(canvas: Any, words: str) -> None:
    canvas.setFont(REGULAR.name, 14)
    canvas.drawString(20 * mm, 12 * mm, words)


def _story(sheet: Sheet) -> Iterator[Any]:
    yield Paragraph(escape(sheet.title), _HEAD)
    yield from (Paragraph(escape(text), _TEXT) for text in texts((sheet.made, sheet.box, sheet.older)))
    for at, section in enumerate((*sheet.sections, *sheet.last)):
        if at == len(sheet.sections):
            yield PageBreak()
        yield Paragraph(escape(section.heading), _HEAD)
        for block in section.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[Any]:
    if isinstance(block, Wheel | Ties | Signing):
        yield Paragraph(escape(" ".join(texts(block))), _TEXT)
        return
    if not isinstance(block, Tasks):
        yield from (Paragraph(escape(text), _TEXT) for text in texts(block))
        return
    rows = [[block.what, block.who, block.by]]
    rows += [
        [
            [Paragraph(escape(text), _CELL) for text in texts(one.lines)],
            Paragraph(one.who, _CELL),
            Paragraph(one.by, _CELL),
        ]
        for one in block.rows
    ]
    yield Table(rows, colWidths=[286, 82, 122], style=_GRID, repeatRows=1)
