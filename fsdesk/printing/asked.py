"""Questions to write on: rings round numbers, faces, boxes of 8 mm, lines 10 mm apart, room to draw."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable

from fsdesk.plans.sheet.parts import Line
from fsdesk.plans.sheet.questions import Ask, Asks, Dots, Faced
from fsdesk.plans.sheet.values import WriteOn
from fsdesk.printing import pictograms
from fsdesk.printing.containers import Rule, Whole, begun
from fsdesk.printing.lines import Row, one_row, row_width, rows
from fsdesk.printing.lists import Ruled, draw_box
from fsdesk.printing.passages import Passage, base
from fsdesk.printing.pieces import written
from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import DEEP, INK, LINE, WIDTH
from fsdesk.printing.tags import Element, item

BOX = 23.0
"""8 mm: a box that a shaky hand can tick."""
_FACE = 30.0
_DOTS_WIDE = 306.0
_FACE_APART = 58.0
_WORD_GAP, _APART = 5.0, 11.0


def asks(block: Asks, setting: Setting) -> list[Flowable]:
    """Return the questions; each stands on one side with all that belongs to it."""
    if any(one.beside for one in block.rows):
        wide = _ticks_wide(block.rows, setting)
        made = [Beside(one, wide, setting) for one in block.rows]
        made[-1].spaceAfter = 7
        return list(made)
    return [part for one in block.rows for part in _asked(one, setting)]


def _asked(ask: Ask, setting: Setting) -> list[Flowable]:
    parts: list[Flowable] = [Rule(setting, DEEP, 1.2)] if ask.dots else []
    parts += [Passage(_led(ask, at, line, setting), setting) for at, line in enumerate(ask.lines)]
    for part in parts:
        part.spaceAfter = 2
    parts += [Scale(ask.dots, ask.faces, setting)] if ask.dots else []
    before = ask.before if ask.lines or not ask.number else f"{setting.number(ask.number)}. {ask.before}"
    parts += [Ticks(before, ask.ticks, setting, strong=not ask.lines)] if ask.ticks else []
    parts += [Begun(ask.before, setting)] if ask.before and not ask.ticks else []
    write = ask.write - 1 if ask.before and not ask.ticks else ask.write
    parts += [Ruled(WriteOn(count=write), setting)] if write else []
    if ask.draw:
        room = sum(part.wrap(WIDTH, 0)[1] for part in parts) + DrawHere.LEAST + 6
        return [CondPageBreak(room), *parts, DrawHere(setting)]
    return [Whole(parts, setting, after=9 if isinstance(parts[-1], Begun) else 3)]


def _led(ask: Ask, at: int, line: Line, setting: Setting) -> Line:
    if at or not ask.number:
        return line
    return (written(f"{setting.number(ask.number)}. ", strong=True), *line)


class Scale(Flowable):
    """The numbers 0 to 10 in rings with words at both ends, and the faces with theirs: either is enough."""

    def __init__(self, dots: Dots, faces: Sequence[Faced], setting: Setting) -> None:
        super().__init__()
        self._faces, self._setting = faces, setting
        self._numbers, self._listed = Element("P"), Element("L")
        half = _DOTS_WIDE / 2 - 6
        ends = (dots.high, dots.low) if setting.of_ten(0) else (dots.low, dots.high)
        self._low, self._high = (rows((written(end),), setting.body, half) for end in ends)
        self.spaceAfter = 4

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        below = max(len(self._low), len(self._high), 1) * self._setting.body.leading
        self.width, self.height = WIDTH, _FACE + 2 + below
        return self.width, self.height

    def draw(self) -> None:
        """Draw the rings with their numbers, the faces, and the words below."""
        canvas, setting, body = self.canv, self._setting, self._setting.body
        y, top = self.height - _FACE / 2, self.height - _FACE - 2
        for number in range(11):
            self._draw_ring(number, y)
        for at, row in enumerate(self._low):
            setting.draw(canvas, row, 0, top - base(body) - at * body.leading, body)
        for at, row in enumerate(self._high):
            setting.draw_ending(canvas, row, _DOTS_WIDE, top - base(body) - at * body.leading, body)
        for at, one in enumerate(self._faces):
            middle = WIDTH - (len(self._faces) - at - 0.5) * _FACE_APART
            x = setting.x(middle - _FACE / 2, _FACE)
            pictograms.draw_path(canvas, pictograms.FACES[one.face], x, y - _FACE / 2, _FACE, INK)
            self._draw_under(one.word, middle, top - base(body), item(self._listed))

    def _draw_ring(self, number: int, y: float) -> None:
        setting, body = self._setting, self._setting.body
        offset = BOX / 2 + setting.of_ten(number) * (_DOTS_WIDE - BOX) / 10
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1.1)
        self.canv.circle(setting.x(offset), y, BOX / 2 - 0.5, stroke=1, fill=0)
        self._draw_under(setting.number(number), offset, y - 0.35 * body.size, self._numbers)

    def _draw_under(self, text: str, middle: float, y: float, tag: Element) -> None:
        row, body = one_row(text, self._setting.body, tag), self._setting.body
        self._setting.draw(self.canv, row, middle - row_width(row, body.size) / 2, y, body)


class Ticks(Flowable):
    """Boxes to tick with their words, on as many lines as they need."""

    def __init__(self, before: str, words: Sequence[str], setting: Setting, *, strong: bool = False) -> None:
        super().__init__()
        self._setting, self._style = setting, setting.name if strong else setting.body
        self._before = one_row(before, self._style) if before else ()
        self._lines = self._laid(words)
        self.spaceAfter = 4

    def _laid(self, words: Sequence[str]) -> list[list[tuple[float, Row]]]:
        """Return where each box stands with its word, line by line."""
        made: list[list[tuple[float, Row]]] = [[]]
        listed = Element("L")
        x = row_width(self._before, self._style.size) + _APART if self._before else 0.0
        for word in words:
            row = one_row(word, self._setting.body, item(listed))
            wide = BOX + _WORD_GAP + row_width(row, self._setting.body.size)
            if made[-1] and x + wide > WIDTH:
                made.append([])
                x = 0.0
            made[-1].append((x, row))
            x += wide + _APART
        return made

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        self.width, self.height = WIDTH, len(self._lines) * (BOX + 5)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the boxes and words."""
        body, y = self._setting.body, self.height - BOX - 2
        if self._before:
            self._setting.draw(self.canv, self._before, 0, y + 0.5 * (BOX - body.size) + 2, self._style)
        for line in self._lines:
            for offset, row in line:
                _draw_tick(self.canv, row, offset, y, self._setting)
            y -= BOX + 5


def _draw_tick(canvas: Flowable, row: Row, offset: float, y: float, setting: Setting) -> None:
    draw_box(canvas, setting.x(offset, BOX), y, BOX)
    raised = y + 0.5 * (BOX - setting.body.size) + 2
    setting.draw(canvas, row, offset + BOX + _WORD_GAP, raised, setting.body)


def _ticks_wide(asked: Sequence[Ask], setting: Setting) -> list[float]:
    """Return how wide each column of boxes is with its widest word."""
    columns = max(len(one.ticks) for one in asked)
    body = setting.body
    widest = [
        max(
            row_width(one_row(one.ticks[at], body), body.size) if at < len(one.ticks) else 0.0
            for one in asked
        )
        for at in range(columns)
    ]
    return [BOX + _WORD_GAP + wide + 8 for wide in widest]


class Begun(Flowable):
    """A line to write on that begins with a printed word."""

    def __init__(self, word: str, setting: Setting) -> None:
        super().__init__()
        self._word, self._setting = one_row(word, setting.body), setting
        self.spaceAfter = 6

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        self.width, self.height = WIDTH, 30.0
        return self.width, self.height

    def draw(self) -> None:
        """Draw the word and the line after it."""
        body = self._setting.body
        self._setting.draw(self.canv, self._word, 0, 4, body)
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.8)
        self._setting.rule(self.canv, row_width(self._word, body.size) + 10, WIDTH, 1)


class Beside(Flowable):
    """Words with boxes beside them, in the columns of all rows; a thin rule below."""

    _PAD = 4.0

    def __init__(self, ask: Ask, wide: Sequence[float], setting: Setting) -> None:
        super().__init__()
        self._ask, self._wide, self._setting = ask, wide, setting
        self._begin = WIDTH - sum(wide)
        lines = [_led(ask, at, line, setting) for at, line in enumerate(ask.lines)]
        self._rows = [row for line in lines for row in rows(line, setting.body, self._begin - 10)]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        words = len(self._rows) * self._setting.body.leading
        self.width, self.height = WIDTH, max(words, BOX + 1) + 2 * self._PAD
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Return nothing, which moves it to the next side; words and boxes below each other when none holds it."""
        if self.height <= self._setting.full:
            return []
        lines = [_led(self._ask, at, line, self._setting) for at, line in enumerate(self._ask.lines)]
        parts = [*(Passage(line, self._setting) for line in lines), Ticks("", self._ask.ticks, self._setting)]
        return begun(parts, availWidth, availHeight)

    def draw(self) -> None:
        """Draw the words, the boxes and the rule."""
        setting, body, top = self._setting, self._setting.body, self.height - self._PAD
        for at, row in enumerate(self._rows):
            setting.draw(self.canv, row, 0, top - base(body) - at * body.leading, body)
        offset, listed = self._begin, Element("L")
        for wide, word in zip(self._wide, self._ask.ticks, strict=False):
            _draw_tick(self.canv, one_row(word, body, item(listed)), offset, top - BOX, setting)
            offset += wide
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.6)
        setting.rule(self.canv, 0, WIDTH, 0.5)


class DrawHere(Flowable):
    """Room to draw in: as much as the side has left."""

    LEAST, _MOST = 58.0, 330.0

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self._setting = setting

    def least(self) -> float:
        """Return the least room that is worth drawing in."""
        return self.LEAST

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        self.width, self.height = WIDTH, min(max(availHeight - 1, self.LEAST), self._MOST)
        return self.width, self.height

    def draw(self) -> None:
        """Draw a dotted frame with nothing in it."""
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1.2)
        self.canv.setLineCap(1)
        self.canv.setDash([0.1, 4.5])
        self.canv.roundRect(0, 1, WIDTH, self.height - 3, 9)
