"""The sides of a document: frame, head strip, fold marks, and a footer that knows how many sides there are."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from fsdesk.plans.sheet.values import Sheet
from fsdesk.printing.fonts import REGULAR
from fsdesk.printing.headings import Contents, Entry, draw_contents
from fsdesk.printing.lines import draw_row, one_row, row_width
from fsdesk.printing.styles import BOTTOM, FOOTER, INK, LEFT, LINE, PAGE, SUB, TOP, WIDTH, full_height

_FOOT_LINE = BOTTOM - 3.5 * mm
_FOLD = 6 * mm


class PlanCanvas(Canvas):
    """A canvas that remembers where headings stood, for the contents."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stood: list[tuple[str, int]] = []
        self.contents_height = 0.0

    def setFillColor(self, aColor: Color, alpha: float | None = None) -> None:  # noqa: N802, N803 - the canvas's
        """Set the colour of words; set already, it need not be written again."""
        if aColor is not self._fillColorObj:
            super().setFillColor(aColor, alpha)


class PlanDocument(BaseDocTemplate):
    """A document of sides alike; what needs their number is filled in at the end, in one pass."""

    def __init__(self, target: Any, sheet: Sheet) -> None:
        super().__init__(
            target,
            pagesize=PAGE,
            initialFontName=REGULAR.name,
            initialFontSize=FOOTER.size,
            title=sheet.document_title,
            author="",
            subject="",
            creator="",
            producer="fsdesk",
            keywords="",
            lang=sheet.lang,
            displayDocTitle=True,
            invariant=1,
            pageCompression=1,
        )
        self._sheet = sheet
        self._sides = 0
        frame = Frame(LEFT, BOTTOM, WIDTH, full_height(bool(sheet.strip)), 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate("side", [frame], onPage=self._furnish))

    def _furnish(self, canvas: PlanCanvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        for x in (0, PAGE[0] - _FOLD):
            canvas.line(x, PAGE[1] / 2, x + _FOLD, PAGE[1] / 2)
        canvas.line(LEFT, _FOOT_LINE, LEFT + WIDTH, _FOOT_LINE)
        draw_row(canvas, one_row(self._sheet.footer, FOOTER), LEFT, _FOOT_LINE - 16, FOOTER)
        self._sides = canvas.getPageNumber()
        canvas.doForm(_number_form(self._sides))
        if self._sheet.strip:
            self._draw_strip(canvas)
        canvas.restoreState()

    def _draw_strip(self, canvas: PlanCanvas) -> None:
        top = PAGE[1] - TOP + 2
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1)
        canvas.roundRect(LEFT, top - 24, WIDTH, 22, 5)
        draw_row(canvas, one_row(self._sheet.strip, SUB), LEFT + 10, top - 18, SUB)

    def _endBuild(self) -> None:  # noqa: N802 - platypus's name
        canvas = self.canv
        sides = self._sides
        for side in range(1, sides + 1):
            _draw_number(canvas, self._sheet.side.format(side=side, sides=sides), side)
        if canvas.contents_height:
            draw_contents(canvas, canvas.contents_height, [Entry(*one) for one in canvas.stood])
        super()._endBuild()


def _number_form(side: int) -> str:
    return f"side-{side}"


def _draw_number(canvas: PlanCanvas, text: str, side: int) -> None:
    row = one_row(text, FOOTER)
    canvas.beginForm(_number_form(side), 0, 0, *PAGE)
    draw_row(canvas, row, LEFT + WIDTH - row_width(row, FOOTER.size), _FOOT_LINE - 16, FOOTER)
    canvas.endForm()


__all__ = ["Contents", "PlanCanvas", "PlanDocument"]
