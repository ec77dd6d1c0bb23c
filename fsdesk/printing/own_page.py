"""A child's own page: the bubble, the card, faces to colour and rings to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from reportlab.platypus import Flowable

from fsdesk.plans.sheet.own_page import Bubble, Card, ColourFaces, MyPeople
from fsdesk.plans.sheet.parts import Line
from fsdesk.printing import pictograms
from fsdesk.printing.containers import begun
from fsdesk.printing.lines import Row, one_row, row_width, rows
from fsdesk.printing.passages import Passage, base
from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import INK, WHITE, WIDTH, Style

_INSIDE = 12.0
_SPEAKER = 58.0


class Framed(Flowable):
    """Lines in a frame; taller than any side, they run on without it."""

    def __init__(
        self, lines: Sequence[Line], setting: Setting, style: Style, left: float = 0.0, after: float = 8
    ) -> None:
        super().__init__()
        self._lines, self._setting, self._style, self._left = lines, setting, style, left
        wide = WIDTH - left - 2 * _INSIDE
        self._rows: list[Row] = [row for line in lines for row in rows(line, style, wide)]
        self.spaceAfter = after

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        self.width = WIDTH
        self.height = max(len(self._rows) * self._style.leading + 1.4 * _INSIDE, self._least)
        return self.width, self.height

    _least = 0.0

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Return nothing, which moves it to the next side; its lines as paragraphs when no side can hold it."""
        if self.height <= self._setting.full:
            return []
        return begun(
            [Passage(line, self._setting, self._style) for line in self._lines], availWidth, availHeight
        )

    def draw(self) -> None:
        """Draw the frame and the lines."""
        setting, style = self._setting, self._style
        wide = WIDTH - self._left
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1.8)
        self.canv.roundRect(setting.x(self._left, wide), 0, wide, self.height, 12)
        top = self.height - 0.7 * _INSIDE
        for at, row in enumerate(self._rows):
            y = top - base(style) - at * style.leading
            setting.draw(self.canv, row, self._left + _INSIDE, y, style)


class BubbleFigure(Framed):
    """A child's words in a bubble; whoever speaks has no expression."""

    _least = 62.0

    def __init__(self, block: Bubble, setting: Setting) -> None:
        super().__init__(block.lines, setting, setting.quote, _SPEAKER + 14)

    def draw(self) -> None:
        """Draw the speaker, the bubble with its tip, and the words."""
        super().draw()
        setting = self._setting
        x = setting.x(4, 44)
        pictograms.draw_path(self.canv, pictograms.SPEAKER, x, self.height - 58, 44, INK)
        tip, y = self._left, self.height - 26
        path = self.canv.beginPath()
        path.moveTo(setting.x(tip + 0.5), y + 8)
        path.lineTo(setting.x(tip - 12), y + 2)
        path.lineTo(setting.x(tip + 0.5), y - 8)
        self.canv.setFillColor(WHITE)
        self.canv.setStrokeColor(WHITE)
        self.canv.setLineWidth(3)
        self.canv.line(setting.x(tip), y + 7, setting.x(tip), y - 7)
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1.8)
        self.canv.drawPath(path, stroke=1, fill=1)


def bubble(block: Bubble, setting: Setting) -> Flowable:
    """Return the bubble, or for a young person the words in a frame."""
    return Framed(block.lines, setting, setting.quote) if block.plain else BubbleFigure(block, setting)


def card(block: Card, setting: Setting) -> Flowable:
    """Return the sentences in a box."""
    return Framed(block.lines, setting, setting.body)


class ColourFacesFigure(Flowable):
    """Five large faces of one line weight; none is filled in."""

    _SIZE = 66.0

    def __init__(self, block: ColourFaces, setting: Setting) -> None:
        super().__init__()
        self._told, self._setting = block.told, setting
        self.spaceAfter = 8

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        self.width, self.height = WIDTH, self._SIZE + 4
        return self.width, self.height

    def draw(self) -> None:
        """Draw the faces from very sad to very happy."""
        with self.canv.figure(self._told, self.width, self.height):
            for at, path in enumerate(pictograms.FIVE_FACES):
                offset = at * (WIDTH - self._SIZE) / 4
                x = self._setting.x(offset, self._SIZE)
                pictograms.draw_path(self.canv, path, x, 2, self._SIZE, INK, 2.2)


class MyPeopleFigure(Flowable):
    """A ring for the child and six empty rings around it."""

    _RING, _ME = 35.0, 33.0

    def __init__(self, block: MyPeople, setting: Setting) -> None:
        super().__init__()
        self._block, self._setting = block, setting
        self.spaceAfter = 8

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        self.width, self.height = WIDTH, 192.0
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines, the rings, and the word in the middle."""
        with self.canv.figure(self._block.told, self.width, self.height):
            self._draw_rings()

    def _draw_rings(self) -> None:
        canvas, x, y = self.canv, WIDTH / 2, self.height / 2
        canvas.setStrokeColor(INK)
        canvas.setFillColor(WHITE)
        for turn in (25, 90, 155, 205, 270, 335):
            far_x, far_y = x + 160 * cos(turn * pi / 180), y + 60 * _upward(turn)
            canvas.setLineWidth(1)
            canvas.line(x, y, far_x, far_y)
            canvas.setLineWidth(1.4)
            canvas.circle(far_x, far_y, self._RING, stroke=1, fill=1)
        canvas.setLineWidth(2.4)
        canvas.circle(x, y, self._ME, stroke=1, fill=1)
        row, style = one_row(self._block.middle, self._setting.name), self._setting.name
        wide = row_width(row, style.size)
        self._setting.draw(canvas, row, WIDTH / 2 - wide / 2, y - 0.35 * style.size, style)


def _upward(turn: int) -> float:
    """Return how high a ring stands: those at the sides nearly level, the upper and lower ones full."""
    return sin(turn * pi / 180) * (1.0 if turn in (90, 270) else 1.55)
