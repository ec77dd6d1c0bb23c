"""Who and what is near us: a map while it can be read, the same in a list beyond that."""

from __future__ import annotations

from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from fsdesk.plans.sheet.values import Line, Tie, TieKind, Ties
from fsdesk.printing import spoken
from fsdesk.printing.containers import Whole
from fsdesk.printing.lines import Row, draw_row, one_row, row_width, rows
from fsdesk.printing.passages import Passage
from fsdesk.printing.pieces import written
from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import INK, WHITE, WIDTH, Style
from fsdesk.printing.tags import Element

_WIDEST, _MOST_ROWS = 148.0, 4
_PAD, _BETWEEN, _HUB = 14.0, 12.0, 28.0


class Look(NamedTuple):
    """How a tie is drawn: thickness in points and dashes."""

    weight: float
    dash: tuple[float, ...]


LOOKS = {
    TieKind.STRONG: Look(3.6, ()),
    TieKind.EVERYDAY: Look(1.1, ()),
    TieKind.STRAINED: Look(1.1, (1.5, 4)),
    TieKind.HOPED_FOR: Look(1.4, (6, 4)),
}


class Box(NamedTuple):
    """One tie, laid out: its rows and where its middle stands."""

    tie: Tie
    laid: tuple[tuple[Row, Style], ...]
    x: float
    y: float
    wide: float
    high: float


def ties(block: Ties, setting: Setting) -> list[Flowable]:
    """Return the map with its key, or the list when a name or its words do not fit a map."""
    boxes = _boxes(block, setting) if block.is_map else []
    if boxes:
        return [Whole([Map(block, boxes, setting), Key(block, setting)], setting, after=8)]
    listed = Element("L")
    return [TieRow(tie, setting, Element("LI", listed)) for tie in block.ties]


def _boxes(block: Ties, setting: Setting) -> list[Box]:
    laid = [_laid(tie, setting.small) for tie in block.ties]
    if any(len(one) > _MOST_ROWS or _wide(one) > _WIDEST + _PAD for one in laid):
        return []
    places = _places([_high(one) for one in laid])
    boxes = []
    for tie, one, (side, y) in zip(block.ties, laid, places, strict=True):
        x = setting.x(WIDTH / 2 + side * (WIDTH - _wide(one)) / 2)
        boxes.append(Box(tie, one, x, y, _wide(one), _high(one)))
    return boxes


def _laid(tie: Tie, small: Style) -> tuple[tuple[Row, Style], ...]:
    strong = small._replace(strong=True)
    name = [(row, strong) for row in rows((written(tie.name),), strong, _WIDEST)]
    return (*name, *((row, small) for row in rows(tie.brings, small, _WIDEST)))


def _wide(laid: tuple[tuple[Row, Style], ...]) -> float:
    return max(row_width(row, style.size) for row, style in laid) + _PAD


def _high(laid: tuple[tuple[Row, Style], ...]) -> float:
    return sum(style.leading for _, style in laid) + 8


def _places(heights: list[float]) -> list[tuple[int, float]]:
    """Return for each tie its side (-1 left, 0 above the middle, 1 right) and the height of its middle.

    They stand in a column on either side, which keeps the map flat; of an odd number the first stands on top.
    """
    on_top = len(heights) % 2
    columns = {1: heights[on_top::2], -1: heights[on_top + 1 :: 2]}
    stacks = {side: _stacked(column) for side, column in columns.items()}
    found = [(0, _HUB + 14 + heights[0] / 2)] if on_top else []
    for at in range(len(heights) - on_top):
        side = 1 if at % 2 == 0 else -1
        found.append((side, stacks[side][at // 2]))
    return found


def _stacked(heights: list[float]) -> list[float]:
    """Return the middles of boxes stacked from the top with room between them, the stack's middle at 0."""
    y = (sum(heights) + _BETWEEN * (len(heights) - 1)) / 2
    middles = []
    for high in heights:
        middles.append(y - high / 2)
        y -= high + _BETWEEN
    return middles


class Map(Flowable):
    """Us in the middle, everybody near around it, the line saying how close."""

    def __init__(self, block: Ties, boxes: list[Box], setting: Setting) -> None:
        super().__init__()
        self._block, self._boxes = block, boxes
        self._name = setting.small._replace(strong=True)
        self._top = max(_HUB + 4, *(one.y + one.high / 2 for one in boxes)) + 3
        self._low = min(-_HUB - 4, *(one.y - one.high / 2 for one in boxes)) - 3
        self.spaceAfter = 6

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        self.width, self.height = WIDTH, self._top - self._low
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines first, then the boxes over them."""
        with self.canv.figure(spoken.ties(self._block), self.width, self.height):
            self._draw_map()

    def _draw_map(self) -> None:
        canvas = self.canv
        canvas.translate(0, -self._low)
        for one in self._boxes:
            _set_line(canvas, one.tie.kind)
            canvas.line(WIDTH / 2, 0, one.x, one.y)
        canvas.setDash()
        canvas.setLineWidth(1.8)
        canvas.setFillColor(WHITE)
        canvas.circle(WIDTH / 2, 0, _HUB, stroke=1, fill=1)
        middle = one_row(self._block.middle, self._name)
        draw_row(canvas, middle, WIDTH / 2 - row_width(middle, self._name.size) / 2, -4.5, self._name)
        for one in self._boxes:
            _draw_box(canvas, one)


def _set_line(canvas: Canvas, kind: TieKind) -> None:
    look = LOOKS[kind]
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(look.weight)
    canvas.setDash(list(look.dash))


def _draw_box(canvas: Canvas, box: Box) -> None:
    _set_line(canvas, box.tie.kind)
    canvas.setLineWidth(min(LOOKS[box.tie.kind].weight, 2.6))
    canvas.setFillColor(WHITE)
    canvas.roundRect(box.x - box.wide / 2, box.y - box.high / 2, box.wide, box.high, 5, stroke=1, fill=1)
    canvas.setDash()
    y = box.y + box.high / 2 - 4
    for row, style in box.laid:
        draw_row(canvas, row, box.x - row_width(row, style.size) / 2, y - style.size - style.drop, style)
        y -= style.leading


class Key(Flowable):
    """What the lines of the map mean: only those that stand on it."""

    def __init__(self, block: Ties, setting: Setting) -> None:
        super().__init__()
        self._setting, self._tag = setting, Element("P")
        found = {tie.kind: tie.word for tie in block.ties}
        self._rows = _in_rows([(kind, found[kind]) for kind in TieKind if kind in found], setting.body)
        self.spaceAfter = 8

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        self.width, self.height = WIDTH, len(self._rows) * self._setting.body.leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw a piece of each line and its word."""
        setting, y = self._setting, self.height - 14
        for row in self._rows:
            for offset, kind, word in row:
                _set_line(self.canv, kind)
                setting.rule(self.canv, offset, offset + 32, y + 4.5)
                self.canv.setDash()
                setting.draw(self.canv, one_row(word, setting.body, self._tag), offset + 40, y, setting.body)
            y -= setting.body.leading


def _in_rows(entries: list[tuple[TieKind, str]], body: Style) -> list[list[tuple[float, TieKind, str]]]:
    made: list[list[tuple[float, TieKind, str]]] = [[]]
    x = 0.0
    for kind, word in entries:
        wide = 40 + row_width(one_row(word, body), body.size)
        if made[-1] and x + wide > WIDTH:
            made.append([])
            x = 0.0
        made[-1].append((x, kind, word))
        x += wide + 22
    return made


class TieRow(Passage):
    """One tie of the list: its line, its name and words, and how close it is, in words."""

    def __init__(self, tie: Tie, setting: Setting, item: Element) -> None:
        brings: Line = (written(" "), *tie.brings) if tie.brings else ()
        name = written(f"{tie.name}.", strong=True)
        super().__init__((name, *brings, written(f" ({tie.word})")), setting, tag=Element("LBody", item))
        self._kind = tie.kind

    def draw(self) -> None:
        """Draw a piece of the line in the side column, then the words."""
        if self._left >= 60:
            _set_line(self.canv, self._kind)
            self._setting.rule(self.canv, 0, 60, self.height - 10)
            self.canv.setDash()
        super().draw()
