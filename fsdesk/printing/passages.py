"""Paragraphs that flow over sides: a name beside them, repeated when they run on, no line left alone."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from fsdesk.plans.sheet.values import Line
from fsdesk.printing.directions import is_right_to_left
from fsdesk.printing.lines import Row, has_word_wider, rows, widest_word
from fsdesk.printing.pieces import written
from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import GAP, WIDTH, Style
from fsdesk.printing.tags import NOT_READ, Element

_FEWEST = 2
"""A paragraph leaves and takes at least so many lines when it runs over to the next side."""


class Passage(Flowable):
    """One paragraph in the text column, with a name in the side column where it has one.

    A name whose longest word is wider than the side column stands whole on a line of its own above the words.
    """

    def __init__(
        self,
        line: Line,
        setting: Setting,
        style: Style | None = None,
        *,
        name: str = "",
        more: str = "{name}",
        left: float | None = None,
        wide: float | None = None,
        tag: Element | None = None,
    ) -> None:
        super().__init__()
        self._setting, self._tag = setting, tag or Element("P")
        self._is_named = False
        style = _roomy(style or setting.body, line)
        left = setting.side if left is None else left
        wide = setting.wide - left if wide is None else wide
        if has_word_wider(line, style, wide):
            left, wide = 0.0, WIDTH  # a word too long for the column has the whole width before it is broken
        self._set(rows(line, style, wide, self._tag), style, left)
        self._name, self._more = name, more
        self._wide = wide
        self._place_name()
        self.spaceAfter = style.after

    def _set(self, laid: Sequence[Row], style: Style, left: float) -> None:
        self._rows, self._style, self._left = list(laid), style, left

    def _place_name(self) -> None:
        self._above_left, self._side, self._above = self._left, list[Row](), list[Row]()
        if not self._name:
            return
        room, line, style = self._setting.side - GAP, (written(self._name),), self._setting.name
        widest = widest_word(self._name, style)
        tag = NOT_READ if self._is_named else Element("Span", self._tag)
        if widest <= room and self._left >= self._setting.side:
            self._side = rows(line, style, room, tag)
            return
        self._above_left = self._left if widest <= self._wide else 0.0
        self._above = rows(line, style, self._setting.wide - self._above_left, tag)

    @property
    def around(self) -> Element | None:
        """What its paragraph stands in, for a listener."""
        return self._tag.parent

    @property
    def begins(self) -> float:
        """Where its words begin, in points into the line."""
        return self._left

    def least(self) -> float:
        """Return the height of the least part of it that may stand at the foot of a side."""
        kept = len(self._rows) if len(self._rows) < 2 * _FEWEST else _FEWEST
        return max(
            (len(self._above) + kept) * self._style.leading, len(self._side) * self._setting.name.leading
        )

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        own = len(self._above) * self._setting.name.leading + len(self._rows) * self._style.leading
        self.width, self.height = WIDTH, max(own, len(self._side) * self._setting.name.leading)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Return the part that fits and the rest, under the same name; nothing when too little would fit."""
        room = availHeight - len(self._above) * self._setting.name.leading
        fits = min(int(room // self._style.leading), len(self._rows) - _FEWEST)
        if fits < _FEWEST or fits * self._style.leading < (len(self._side) - 1) * self._setting.name.leading:
            return []
        return [self._part(self._rows[:fits], self._name), self._part(self._rows[fits:], self._name_again())]

    def _name_again(self) -> str:
        return self._more.format(name=self._name) if self._name else ""

    def _part(self, laid: Sequence[Row], name: str) -> Passage:
        part = Passage((), self._setting, self._style, left=self._left, wide=self._wide, tag=self._tag)
        part._set(laid, self._style, self._left)
        part._name = name
        part._is_named = self._is_named or laid[0] is not self._rows[0]
        part._place_name()
        return part

    def draw(self) -> None:
        """Draw the name, then the rows."""
        top, name, draw = self.height, self._setting.name, self._setting.draw
        for at, row in enumerate(self._side):
            draw(self.canv, row, 0, top - _base(name) - at * name.leading, name)
        for row in self._above:
            draw(self.canv, row, self._above_left, top - _base(name), name)
            top -= name.leading
        for at, row in enumerate(self._rows):
            y = top - _base(self._style) - at * self._style.leading
            draw(self.canv, row, self._left, y, self._style)


def _roomy(style: Style, line: Line) -> Style:
    """Return the style with lines further apart where words in Arabic letters stand among others."""
    if style.is_turned or not any(is_right_to_left(run.lang) for run in line):
        return style
    return style._replace(leading=max(style.leading, 1.6 * style.size), drop=0.12 * style.size)


def _base(style: Style) -> float:
    """Return how far below the top of its line a row stands."""
    return style.size * 0.98 + style.drop


base = _base
