"""What stands on the recovery sheet and the contact cards: steps, the fold, the grid of words, cards to cut out."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from fsdesk.plans.sheet.papers import Boxes, CutCards, FoldHere, SquareBeside, Steps, WordGrid
from fsdesk.plans.sheet.parts import Line
from fsdesk.printing import square
from fsdesk.printing.lines import draw_row, one_row, row_width, rows
from fsdesk.printing.own_page import Framed
from fsdesk.printing.passages import Passage, base
from fsdesk.printing.pieces import written
from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import DEEP, INK, LINE, PAGE, WIDTH, Style
from fsdesk.printing.tags import NOT_READ, Element, item

_CARD_WIDE, _CARD_HIGH = 85 * mm, 98 * mm
_SQUARE, _CARD_SQUARE = 40 * mm, 28 * mm
_WORD = Style(16, 22, strong=True)
_CARD = Style(12, 15.5)
_CARD_STRONG = Style(12, 15.5, strong=True)
_CARD_HEAD = Style(14, 18, 0, DEEP, True)


def boxes(block: Boxes, setting: Setting) -> Flowable:
    """Return the sentences in a box."""
    return Framed(block.lines, setting, setting.body)


def steps(block: Steps, setting: Setting) -> list[Flowable]:
    """Return the numbered steps."""
    listed = Element("L")
    return [
        Passage((written(f"{at}. ", strong=True), *line), setting, tag=item(listed))
        for at, line in enumerate(block.items, 1)
    ]


class Fold(Flowable):
    """A dashed line at half the height of the page; it takes all the room above it."""

    def __init__(self, block: FoldHere, setting: Setting) -> None:
        super().__init__()
        self._word, self._setting = block.word, setting

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size: down to a little below half of the page."""
        room = availHeight + self._setting.bottom - PAGE[1] / 2
        self.width, self.height = WIDTH, max(room, 0) + 12
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line with its word in the middle."""
        body, y = self._setting.body, 12.0
        row = one_row(self._word, body)
        wide = row_width(row, body.size)
        begin = (WIDTH - wide) / 2
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1)
        self.canv.setDash([5, 4])
        self._setting.rule(self.canv, 0, begin - 8, y)
        self._setting.rule(self.canv, begin + wide + 8, WIDTH, y)
        self.canv.setDash()
        self._setting.draw(self.canv, row, begin, y - 0.35 * body.size, body)


class Grid(Flowable):
    """Words with their numbers, read across; a thin rule below each row."""

    _HIGH = 25.0

    def __init__(self, block: WordGrid, setting: Setting) -> None:
        super().__init__()
        self._parts, self._across, self._setting = block.parts, block.across, setting
        self.spaceAfter = 10

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        self.width, self.height = WIDTH, -(-len(self._parts) // self._across) * self._HIGH
        return self.width, self.height

    def draw(self) -> None:
        """Draw row by row: number, word, rule."""
        setting, body, wide = self._setting, self._setting.body, WIDTH / self._across
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.7)
        listed = Element("L")
        for at, part in enumerate(self._parts):
            tag = item(listed)
            line, column = divmod(at, self._across)
            y = self.height - (line + 1) * self._HIGH + 8
            setting.draw_ending(self.canv, one_row(str(at + 1), body, tag), column * wide + 22, y, body)
            setting.draw(self.canv, one_row(part, _WORD, tag), column * wide + 30, y, _WORD)
            setting.rule(self.canv, 0, WIDTH, y - 7)


class SquareFigure(Flowable):
    """A square with lines beside it."""

    def __init__(self, block: SquareBeside, setting: Setting) -> None:
        super().__init__()
        self._block, self._setting = block, setting
        wide = WIDTH - _SQUARE - 14
        self._rows = [rows(line, setting.body, wide) for line in block.lines]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        words = sum(len(one) for one in self._rows) * self._setting.body.leading + 6 * len(self._rows)
        self.width, self.height = WIDTH, max(_SQUARE, words)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the square and the lines."""
        setting, body, top = self._setting, self._setting.body, self.height - 8
        with self.canv.figure(self._block.told, _SQUARE, self.height):
            square.draw(self.canv, self._block.square, setting.x(0, _SQUARE), self.height - _SQUARE, _SQUARE)
        for paragraph in self._rows:
            for row in paragraph:
                setting.draw(self.canv, row, _SQUARE + 14, top - base(body), body)
                top -= body.leading
            top -= 6


class Cards(Flowable):
    """The same card four times with cut marks and a dashed line to fold."""

    def __init__(self, block: CutCards, setting: Setting) -> None:
        super().__init__()
        self._block, self._setting = block, setting

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        self.width, self.height = WIDTH, 2 * _CARD_HIGH + 14
        return self.width, self.height

    def draw(self) -> None:
        """Draw the four cards; they say the same, so only the first is heard."""
        self._draw_card(0.0, _CARD_HIGH + 8)
        with self.canv.whole(NOT_READ):
            for x, y in ((0.0, 0.0), (WIDTH - _CARD_WIDE, _CARD_HIGH + 8), (WIDTH - _CARD_WIDE, 0.0)):
                self._draw_card(x, y)

    def _draw_card(self, x: float, y: float) -> None:
        self.canv.saveState()
        self.canv.translate(x, y)
        self._draw_marks()
        self._draw_front()
        self._draw_back()
        self.canv.restoreState()

    def _draw_marks(self) -> None:
        canvas, out = self.canv, 6
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.7)
        for x, way in ((0.0, 1), (_CARD_WIDE, -1)):
            for y, up in ((0.0, 1), (_CARD_HIGH, -1)):
                canvas.line(x, y, x + way * out, y)
                canvas.line(x, y, x, y + up * out)
        canvas.setDash([3, 3])
        canvas.line(8, _CARD_HIGH / 2, _CARD_WIDE - 8, _CARD_HIGH / 2)
        canvas.setDash()

    def _draw_front(self) -> None:
        y = self._draw_head(self._block.name, _CARD_HIGH - 14)
        y = self._draw_lines([(written(self._block.role),), *self._block.lines], y, _CARD_WIDE - 28)

    def _draw_back(self) -> None:
        y = self._draw_head(self._block.heading, _CARD_HIGH / 2 - 8)
        listed = Element("L")
        for at, word in enumerate(self._block.words):
            tag = item(listed)
            column, line = divmod(at, 4)
            low = y - base(_CARD) - line * _CARD.leading
            self._draw(f"{at + 1}", 14 + column * 80, low, _CARD, tag)
            self._draw(word, 26 + column * 80, low, _CARD_STRONG, tag)
        with self.canv.figure(self._block.told, _CARD_SQUARE, _CARD_SQUARE):
            square.draw(
                self.canv,
                self._block.square,
                _CARD_WIDE - _CARD_SQUARE - 4,
                y - _CARD_SQUARE + 8,
                _CARD_SQUARE,
            )
        self._draw_lines(self._block.rule, y - 4 * _CARD.leading - 2, _CARD_WIDE - 28)

    def _draw(self, text: str, x: float, y: float, style: Style, tag: Element) -> None:
        draw_row(self.canv, one_row(text, style, tag), x, y, style)

    def _draw_head(self, text: str, top: float) -> float:
        """Draw a heading with its rule, shortened by nothing; return where the words below it begin."""
        for row in rows((written(text),), _CARD_HEAD, _CARD_WIDE - 28):
            draw_row(self.canv, row, 14, top - base(_CARD_HEAD), _CARD_HEAD)
            top -= _CARD_HEAD.leading
        self.canv.setStrokeColor(DEEP)
        self.canv.setLineWidth(1)
        self.canv.line(14, top - 2, _CARD_WIDE - 14, top - 2)
        return top - 5

    def _draw_lines(self, lines: Sequence[Line], top: float, wide: float) -> float:
        for line in lines:
            for row in rows(line, _CARD, wide):
                draw_row(self.canv, row, 14, top - base(_CARD), _CARD)
                top -= _CARD.leading
            top -= 2
        return top
