"""The box of page 1: whose plan this is, when we meet, whom to ring."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from fsdesk.plans.sheet.values import Cell, Sheet
from fsdesk.printing.containers import begun
from fsdesk.printing.lines import Row, rows
from fsdesk.printing.passages import Passage, base
from fsdesk.printing.pieces import written
from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import INK, LINE, WIDTH, Style

_INSIDE = 11.0
_FIRST_PART = 0.5


def opening(sheet: Sheet, setting: Setting) -> list[Flowable]:
    """Return the box of two columns; where everything stands in one column, one box below the other."""
    if not setting.is_one_column:
        return [OpeningBox(sheet.box, setting)] if sheet.box else []
    made: list[list[Cell]] = []
    for cell in sheet.box:
        made.append([cell])
    return [OpeningBox(cells, setting) for cells in made]


class OpeningBox(Flowable):
    """Two columns: what this is, and the two answers one looks for first; or one column alone."""

    def __init__(self, cells: Sequence[Cell], setting: Setting) -> None:
        super().__init__()
        self._cells, self._setting = cells, setting
        self._middle = WIDTH if setting.is_one_column else WIDTH * _FIRST_PART
        first = [one for one in cells if setting.is_one_column or not one.beside]
        self._first = _column(first, self._middle - 2 * _INSIDE, setting)
        others = [one for one in cells if one not in first]
        self._others = _column(others, WIDTH - self._middle - 2 * _INSIDE, setting) if others else []
        self.spaceAfter = 8

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        tallest = max(len(self._first), len(self._others))
        self.width, self.height = WIDTH, tallest * self._setting.body.leading + 1.6 * _INSIDE
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Return nothing, which moves it to the next side; its answers as paragraphs when no side can hold it."""
        if self.height <= self._setting.full:
            return []
        heads = {cell: (written(cell.heading, strong=True),) for cell in self._cells if cell.heading}
        lines = [
            line for cell in self._cells for line in ((heads[cell],) if cell in heads else ()) + cell.lines
        ]
        return begun([Passage(line, self._setting, left=0) for line in lines], availWidth, availHeight)

    def draw(self) -> None:
        """Draw the box, its middle line and both columns."""
        setting, leading = self._setting, self._setting.body.leading
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1.4)
        self.canv.roundRect(0, 0, WIDTH, self.height, 7)
        if self._others:
            middle = setting.x(self._middle)
            self.canv.setStrokeColor(LINE)
            self.canv.line(middle, _INSIDE, middle, self.height - _INSIDE)
        for offset, column in ((_INSIDE, self._first), (self._middle + _INSIDE, self._others)):
            y = self.height - 0.8 * _INSIDE
            for row, style in column:
                setting.draw(self.canv, row, offset, y - base(style), style)
                y -= leading


def _column(cells: Sequence[Cell], wide: float, setting: Setting) -> list[tuple[Row, Style]]:
    made: list[tuple[Row, Style]] = []
    for cell in cells:
        head = rows((written(cell.heading),), setting.name, wide) if cell.heading else []
        made += [(row, setting.name) for row in head]
        made += [(row, setting.body) for line in cell.lines for row in rows(line, setting.body, wide)]
    return made
