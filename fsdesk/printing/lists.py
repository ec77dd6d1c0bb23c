"""Points, choices, tasks, boxes and lines to write on."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from fsdesk.plans.sheet.values import Answer, Aside, Choice, Line, Points, Run, Signing, WriteOn
from fsdesk.printing import pictograms
from fsdesk.printing.lines import Row, draw_row, one_row, rows
from fsdesk.printing.passages import Passage, base
from fsdesk.printing.styles import BODY, INK, LINE, NAME, SIDE, TEXT, WIDTH

_DOT = 14.0
_BOX = 15.0


class Point(Passage):
    """One point of a list, with a dot before it."""

    def __init__(self, line: Line) -> None:
        super().__init__(line, BODY, left=SIDE + _DOT, wide=TEXT - _DOT)
        self._has_dot = True
        self.spaceAfter = 2

    def _part(self, laid: Sequence[Row], name: str) -> Passage:
        part = Point(())
        part._set(laid, self._style, self._left)
        part._has_dot = laid is not self._rows and laid[0] is self._rows[0]
        return part

    def draw(self) -> None:
        """Draw the dot, then the words."""
        if self._has_dot:
            self.canv.setFillColor(INK)
            self.canv.circle(SIDE + 4, self.height - base(BODY) + 4.6, 2, stroke=0, fill=1)
        super().draw()


def points(block: Points) -> list[Flowable]:
    """Return the points of a list."""
    return [Point(line) for line in block.items]


class Answered(Passage):
    """One option: a shape and a word for what was said to it, and its words beside."""

    _MARK = 8.5

    def __init__(self, line: Line, answer: Answer | None = None, word: str = "") -> None:
        super().__init__(line, BODY)
        self._answer = answer
        self._word = rows((Run(text=word),), NAME, SIDE - 2 * self._MARK - 4)
        self.spaceAfter = 7

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        super().wrap(availWidth, availHeight)
        self.height = max(self.height, len(self._word) * NAME.leading, 2 * self._MARK)
        return self.width, self.height

    def _part(self, laid: Sequence[Row], name: str) -> Passage:
        part = Answered((), self._answer if laid[0] is self._rows[0] else None)
        part._word = self._word if part._answer else []
        part._set(laid, self._style, self._left)
        return part

    def draw(self) -> None:
        """Draw the shape, the word and the words of the option."""
        if self._answer is not None:
            middle = self.height - base(BODY) + 5
            draw_answer(self.canv, self._answer, self._MARK, middle, self._MARK - 1)
        for at, row in enumerate(self._word):
            y = self.height - base(NAME) - at * NAME.leading
            draw_row(self.canv, row, 2 * self._MARK + 4, y, NAME)
        super().draw()


def draw_answer(canvas: Flowable, answer: Answer, x: float, y: float, r: float) -> None:
    """Draw what was said to an option as a shape: tick, half, dash, dot or open ring."""
    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    canvas.setLineWidth(1.6)
    canvas.setLineCap(1)
    canvas.circle(x, y, r, stroke=1, fill=0)
    if answer is Answer.YES:
        path = canvas.beginPath()
        path.moveTo(x - 0.45 * r, y)
        path.lineTo(x - 0.1 * r, y - 0.38 * r)
        path.lineTo(x + 0.5 * r, y + 0.38 * r)
        canvas.drawPath(path)
    elif answer is Answer.LATER:
        canvas.wedge(x - r, y - r, x + r, y + r, 90, 180, stroke=0, fill=1)
    elif answer is Answer.NO:
        canvas.line(x - 0.45 * r, y, x + 0.45 * r, y)
    elif answer is Answer.HAVE:
        canvas.circle(x, y, 0.4 * r, stroke=0, fill=1)


def choices(rows_: Sequence[Choice]) -> list[Flowable]:
    """Return the options with what was said to each."""
    made: list[Flowable] = []
    for one in rows_:
        made.append(Answered(one.lines[0], one.answer, one.word))
        made += [Passage(line) for line in one.lines[1:]]
    return made


class Boxed(Flowable):
    """A sentence in a box with the picture of turning round."""

    _INSIDE = 10.0
    _PICTURE = 26.0

    def __init__(self, block: Aside) -> None:
        super().__init__()
        self._rows = rows(block.line, BODY, TEXT - self._PICTURE - 3 * self._INSIDE)
        self.spaceBefore = 2
        self.spaceAfter = 5

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        words = len(self._rows) * BODY.leading
        self.width, self.height = WIDTH, max(words, self._PICTURE) + 1.2 * self._INSIDE
        return self.width, self.height

    def draw(self) -> None:
        """Draw box, picture and words."""
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1.2)
        self.canv.roundRect(SIDE, 0, TEXT, self.height, 6)
        middle = (self.height - self._PICTURE) / 2
        pictograms.draw_path(self.canv, pictograms.TURN, SIDE + self._INSIDE, middle, self._PICTURE, INK)
        top = self.height - 0.6 * self._INSIDE
        for at, row in enumerate(self._rows):
            x = SIDE + self._PICTURE + 2 * self._INSIDE
            draw_row(self.canv, row, x, top - base(BODY) - at * BODY.leading, BODY)


class Ruled(Flowable):
    """Lines to write on, 10 mm apart."""

    _APART = 28.4

    def __init__(self, block: WriteOn) -> None:
        super().__init__()
        self._count, self._if_room = block.count, block.if_room
        self.spaceAfter = 6

    def least(self) -> float:
        """Return the height that has to stand below a heading: none of lines that may stay out."""
        return 0.0 if self._if_room else self._count * self._APART

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        if self._if_room:
            self._count = max(0, min(self._count, int(availHeight // self._APART)))
        self.width, self.height = WIDTH, self._count * self._APART
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines."""
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.8)
        for at in range(self._count):
            self.canv.line(SIDE, at * self._APART + 1, WIDTH, at * self._APART + 1)


class SignHere(Flowable):
    """Room to sign, and boxes for other ways to say yes."""

    _HIGH = 38.0

    def __init__(self, block: Signing) -> None:
        super().__init__()
        self._block = block
        self.spaceAfter = 8

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        self.width, self.height = WIDTH, self._HIGH + 2 * BODY.leading + 6
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines with whose they are, then the boxes."""
        canvas, y = self.canv, self.height - self._HIGH
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.8)
        wide = (TEXT - 20 * (len(self._block.places) - 1)) / len(self._block.places)
        for at, place in enumerate(self._block.places):
            x = SIDE + at * (wide + 20)
            canvas.line(x, y, x + wide, y)
            draw_row(canvas, one_row(place, BODY), x, y - base(BODY) - 2, BODY)
        for at, way in enumerate(self._block.ways):
            x = SIDE + at * TEXT / 2
            draw_box(canvas, x, 1)
            draw_row(canvas, one_row(way, BODY), x + _BOX + 8, 4, BODY)


def draw_box(canvas: Flowable, x: float, y: float, *, ticked: bool = False) -> None:
    """Draw a box to tick, with its lower left corner at (x, y)."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.3)
    canvas.rect(x, y, _BOX, _BOX)
    if ticked:
        path = canvas.beginPath()
        path.moveTo(x + 3, y + 8)
        path.lineTo(x + 6.5, y + 3.5)
        path.lineTo(x + 12.5, y + 12)
        canvas.drawPath(path)
