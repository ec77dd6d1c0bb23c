"""The wheel and the 0 to 10 line: meaning by word and shape, for a black-and-white copier."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from fsdesk.plans.sheet.values import ScaleLine, Slice, Talk, Told, Wheel
from fsdesk.printing import spoken
from fsdesk.printing.lines import Row, draw_row, one_row, row_width, rows
from fsdesk.printing.passages import base
from fsdesk.printing.pieces import written
from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import INK, WHITE, WIDTH, Style

_MOST_END_ROWS = 6


class WheelFigure(Flowable):
    """Eight parts, the first on top, filled by what was talked about; the key stands beside it."""

    _R = 94.0
    _HUB = 20.0
    _KEY_ROW = 23.0

    def __init__(self, block: Wheel, setting: Setting) -> None:
        super().__init__()
        self._block, self._setting = block, setting
        self._beside: list[Row] = []
        self.spaceAfter = 6

    def take_beside(self, told: Sequence[Told]) -> Sequence[Told]:
        """Take as many of these paragraphs as fit beside the wheel, below its key; return the others."""
        room = 2 * self._R + 6 - 3 * self._KEY_ROW - 6
        for at, one in enumerate(told):
            name = (written(f"{one.who}. ", strong=True),) if one.who else ()
            laid = [
                row
                for line in one.lines
                for row in rows((*name, *line), self._setting.body, WIDTH - self._beside_left)
            ]
            room -= len(laid) * self._setting.body.leading
            if room < 0:
                return told[at:]
            self._beside += laid
        return ()

    @property
    def _beside_left(self) -> float:
        return 2 * self._R + 22

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        self.width, self.height = WIDTH, 2 * self._R + 6
        return self.width, self.height

    def draw(self) -> None:
        """Draw the parts, their words and the key."""
        with self.canv.figure(spoken.wheel(self._block), self.width, self.height):
            self._draw_wheel()
        y, body = self.height - 3 * self._KEY_ROW - 6, self._setting.body
        for row in self._beside:
            self._setting.draw(self.canv, row, self._beside_left, y - base(body), body)
            y -= body.leading

    def _draw_wheel(self) -> None:
        canvas, r = self.canv, self._R
        x, y = self._setting.x(r + 4), r + 3
        for at, one in enumerate(self._block.slices):
            self._draw_slice(one, x, y, 90 - at * 45)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1.4)
        canvas.circle(x, y, r, stroke=1, fill=0)
        canvas.setFillColor(WHITE)
        canvas.circle(x, y, self._HUB, stroke=1, fill=1)
        strong = self._setting.small._replace(strong=True)
        _draw_centred(canvas, self._block.middle, x, y, strong)
        for at, one in enumerate(self._block.slices):
            turn = (90 - at * 45) * pi / 180
            _draw_label(canvas, one.word, x + 0.6 * r * cos(turn), y + 0.7 * r * sin(turn), strong)
        self._draw_key(self._beside_left)

    def _draw_slice(self, one: Slice, x: float, y: float, middle: float) -> None:
        canvas, r = self.canv, self._R
        canvas.saveState()
        path = canvas.beginPath()
        path.moveTo(x, y)
        path.arcTo(x - r, y - r, x + r, y + r, middle - 22.5, 45)
        path.close()
        canvas.clipPath(path, stroke=0, fill=0)
        box = _box_of_slice(x, y, r, middle)
        draw_filling(canvas, one.talk, *box)
        canvas.restoreState()
        edge = (middle - 22.5) * pi / 180
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1.4)
        canvas.line(x, y, x + r * cos(edge), y + r * sin(edge))

    def _draw_key(self, offset: float) -> None:
        block, y, body = self._block, self.height - 20, self._setting.body
        x = self._setting.x(offset, 22)
        for talk, word in (
            (Talk.STRONG, block.strong),
            (Talk.WORKING, block.working),
            (Talk.NOT_YET, block.not_yet),
        ):
            self.canv.saveState()
            path = self.canv.beginPath()
            path.rect(x, y, 22, 18)
            self.canv.clipPath(path, stroke=0, fill=0)
            draw_filling(self.canv, talk, x, y, x + 22, y + 18)
            self.canv.restoreState()
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(1.2)
            self.canv.rect(x, y, 22, 18)
            self._setting.draw(self.canv, one_row(word, body), offset + 32, y + 4, body)
            y -= self._KEY_ROW


def _box_of_slice(x: float, y: float, r: float, middle: float) -> tuple[float, float, float, float]:
    corners = [(x, y)] + [
        (x + r * cos((middle + turn) * pi / 180), y + r * sin((middle + turn) * pi / 180))
        for turn in (-22.5, 0.0, 22.5)
    ]
    xs, ys = [one[0] for one in corners], [one[1] for one in corners]
    return min(xs), min(ys), max(xs), max(ys)


def draw_filling(canvas: Canvas, talk: Talk, left: float, low: float, right: float, high: float) -> None:
    """Fill a box with dots (strong), stripes (working on it) or nothing; the caller clips it.

    A line of dashes of no length with round ends is a row of dots: one stroke instead of hundreds of circles.
    """
    canvas.setStrokeColor(INK)
    if talk is Talk.STRONG:
        canvas.setLineWidth(1.7)
        canvas.setLineCap(1)
        canvas.setDash([0, 6])
        canvas.addLiteral(f"{_dotted(left, low, right, high)} S")
    elif talk is Talk.WORKING:
        canvas.setLineWidth(1.0)
        canvas.addLiteral(f"{_striped(left, low, right, high)} S")


def _dotted(left: float, low: float, right: float, high: float) -> str:
    made, row = [], int(low // 5)
    while row * 5 <= high:
        start = left - left % 6 + 3 * (row % 2)
        made.append(f"{start:.1f} {row * 5} m {right:.1f} {row * 5} l")
        row += 1
    return " ".join(made)


def _striped(left: float, low: float, right: float, high: float) -> str:
    made, at = [], (left - high) - (left - high) % 5.5
    while at <= right - low:
        made.append(f"{at + low:.1f} {low:.1f} m {at + high:.1f} {high:.1f} l")
        at += 5.5
    return " ".join(made)


def _draw_centred(canvas: Canvas, text: str, x: float, y: float, style: Style) -> None:
    row = one_row(text, style)
    draw_row(canvas, row, x - row_width(row, style.size) / 2, y - style.size * 0.34, style)


def _draw_label(canvas: Canvas, text: str, x: float, y: float, style: Style) -> None:
    wide, half = row_width(one_row(text, style), style.size) + 8, max(9.0, style.leading * 0.42)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.8)
    canvas.setFillColor(WHITE)
    canvas.roundRect(x - wide / 2, y - half, wide, 2 * half, 4, stroke=1, fill=1)
    _draw_centred(canvas, text, x, y, style)


class ScaleFigure(Flowable):
    """A line from 0 to 10: a solid triangle for now, an open diamond for good enough, words at both ends."""

    _EDGE = 12.0

    def __init__(self, block: ScaleLine, setting: Setting) -> None:
        super().__init__()
        self._block, self._setting = block, setting
        body, half = setting.body, setting.text / 2 - 2 * setting.body.size
        self._none, self._ten = setting.number(0), setting.number(10)
        self._apart = 1.8 * body.size if setting.mirrored else 0.0
        """Room for the numbers at the ends, where they stand apart from words that may run the other way."""
        self._low, self._high = (rows((written(one),), body, half) for one in self._worded(block))
        self.ends: tuple[str, ...] = ()
        """Words for the ends that are too long to stand there, for paragraphs below the line."""
        if max(len(self._low), len(self._high)) > _MOST_END_ROWS:
            self.ends = (f"{self._none}: {block.low}", f"{self._ten}: {block.high}")
            self._low, self._high = ([one_row(one, body)] for one in self._turned("", ""))
        self._each = setting.label.size / 14
        """How much larger than in clear print its marks are."""
        self._over = (
            setting.label.leading if block.enough and not self._fits(block.enough, block.hoped) else 0.0
        )
        self._under = setting.label.leading if block.now and not self._fits(block.now, block.today) else 0.0
        self._above = (22.0 if block.enough else 8.0) * self._each + self._over
        self._below = (24.0 if block.now else 10.0) * self._each + self._under

    def _worded(self, block: ScaleLine) -> tuple[str, str]:
        """Return the words at the beginning of the line and at its end, with their numbers where they stand in one."""
        if not self._apart:
            return self._turned(block.low, block.high)
        return (block.high, block.low) if self._setting.of_ten(0) else (block.low, block.high)

    def _turned(self, low: str, high: str) -> tuple[str, str]:
        begin, end = (self._none, low), (self._ten, high)
        if self._setting.of_ten(0):
            begin, end = end, begin
        return f"{begin[0]}  {begin[1]}".strip(), f"{end[1]}  {end[0]}".strip()

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        words = max(len(self._low), len(self._high)) * self._setting.body.leading
        self.width, self.height = WIDTH, self._above + self._below + words
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line, its marks and its words."""
        with self.canv.figure(spoken.scale(self._block), self.width, self.height):
            self._draw_line()

    def _draw_line(self) -> None:
        y, each = self.height - self._above, self._each
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1.4)
        self.canv.line(self._x(0), y, self._x(10), y)
        for number in range(11):
            self.canv.line(self._x(number), y - 4.5, self._x(number), y + 4.5)
        if self._block.hoped is not None:
            self._draw_diamond(self._x(self._block.hoped), y + 12 * each)
            raised = y + 8 * each + (16 * each if self._over else 0)
            self._draw_word(self._block.enough, self._offset(self._block.hoped), raised, bool(self._over))
        if self._block.today is not None:
            self._draw_triangle(self._x(self._block.today), y - 3)
            lowered = y - 18 * each - (14 * each if self._under else 0)
            self._draw_word(self._block.now, self._offset(self._block.today), lowered, bool(self._under))
        self._draw_ends(y - self._below)

    def _offset(self, number: int) -> float:
        along = self._setting.of_ten(number) * (self._setting.text - 2 * self._EDGE) / 10
        return self._setting.side + self._EDGE + along

    def _x(self, number: int) -> float:
        return self._setting.x(self._offset(number))

    def _fits(self, text: str, number: int | None) -> bool:
        """Say whether a word has room beside its mark, before it or after."""
        wide = row_width(one_row(text, self._setting.label), self._setting.label.size) + 12 * self._each
        offset = self._offset(number or 0)
        return offset + wide <= self._setting.wide or offset - wide >= self._setting.side

    def _draw_word(self, text: str, offset: float, y: float, alone: bool) -> None:
        """Draw a word beside its mark, on the side where there is more room; alone, as near to it as it can stand."""
        setting, label, gap = self._setting, self._setting.label, 12 * self._each
        row = one_row(text, label)
        wide = row_width(row, label.size)
        if alone:
            begin = min(max(offset - wide / 2, setting.side), setting.wide - wide)
            setting.draw(self.canv, row, begin, y, label)
        elif offset + gap + wide <= setting.wide:
            setting.draw(self.canv, row, offset + gap, y, label)
        else:
            setting.draw_ending(self.canv, row, offset - gap, y, label)

    def _draw_diamond(self, x: float, y: float) -> None:
        each, path = self._each, self.canv.beginPath()
        path.moveTo(x, y + 8 * each)
        path.lineTo(x + 7 * each, y)
        path.lineTo(x, y - 8 * each)
        path.lineTo(x - 7 * each, y)
        path.close()
        self.canv.setFillColor(WHITE)
        self.canv.setLineWidth(1.8)
        self.canv.drawPath(path, stroke=1, fill=1)

    def _draw_triangle(self, x: float, y: float) -> None:
        each, path = self._each, self.canv.beginPath()
        path.moveTo(x, y)
        path.lineTo(x + 7.5 * each, y - 14 * each)
        path.lineTo(x - 7.5 * each, y - 14 * each)
        path.close()
        self.canv.setFillColor(INK)
        self.canv.drawPath(path, stroke=0, fill=1)

    def _draw_ends(self, top: float) -> None:
        setting, body, apart = self._setting, self._setting.body, 0.0 if self.ends else self._apart
        for at, row in enumerate(self._low):
            setting.draw(self.canv, row, setting.side + apart, top - base(body) - at * body.leading, body)
        for at, row in enumerate(self._high):
            y = top - base(body) - at * body.leading
            setting.draw_ending(self.canv, row, setting.wide - apart, y, body)
        if apart:
            first, last = (one_row(one, body) for one in self._turned("", ""))
            setting.draw(self.canv, first, setting.side, top - base(body), body)
            setting.draw_ending(self.canv, last, setting.wide, top - base(body), body)


__all__ = ["Row", "ScaleFigure", "WheelFigure"]
