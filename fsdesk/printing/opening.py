"""The box of page 1: whose plan this is, when we meet, whom to ring."""

from __future__ import annotations

from reportlab.platypus import Flowable

from fsdesk.plans.sheet.values import Cell, Run, Sheet
from fsdesk.printing.containers import begun
from fsdesk.printing.lines import Row, draw_row, rows
from fsdesk.printing.passages import Passage, base
from fsdesk.printing.styles import BODY, INK, LINE, NAME, WIDTH, Style, full_height

_INSIDE = 11.0
_LEFT_PART = 0.5


class OpeningBox(Flowable):
    """Two columns: what this is, and the two answers one looks for first."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._cells = sheet.box
        self._middle = WIDTH * _LEFT_PART
        self._first = _column([one for one in sheet.box if not one.beside], self._middle - 2 * _INSIDE)
        others = [one for one in sheet.box if one.beside]
        self._others = _column(others, WIDTH - self._middle - 2 * _INSIDE)
        self.spaceAfter = 8

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        tallest = max(len(self._first), len(self._others))
        self.width, self.height = WIDTH, tallest * BODY.leading + 1.6 * _INSIDE
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Return nothing, which moves it to the next side; its answers as paragraphs when no side can hold it."""
        if self.height <= full_height(True):
            return []
        heads = {cell: (Run(text=cell.heading, strong=True),) for cell in self._cells if cell.heading}
        lines = [
            line for cell in self._cells for line in ((heads[cell],) if cell in heads else ()) + cell.lines
        ]
        return begun([Passage(line, left=0, wide=WIDTH) for line in lines], availWidth, availHeight)

    def draw(self) -> None:
        """Draw the box, its middle line and both columns."""
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1.4)
        self.canv.roundRect(0, 0, WIDTH, self.height, 7)
        self.canv.setStrokeColor(LINE)
        self.canv.line(self._middle, _INSIDE, self._middle, self.height - _INSIDE)
        for x, column in ((_INSIDE, self._first), (self._middle + _INSIDE, self._others)):
            y = self.height - 0.8 * _INSIDE
            for row, style in column:
                draw_row(self.canv, row, x, y - base(style), style)
                y -= BODY.leading


def _column(cells: list[Cell], wide: float) -> list[tuple[Row, Style]]:
    made: list[tuple[Row, Style]] = []
    for cell in cells:
        made += [(row, NAME) for row in rows((Run(text=cell.heading),), NAME, wide)] if cell.heading else []
        made += [(row, BODY) for line in cell.lines for row in rows(line, BODY, wide)]
    return made
