"""Points, choices, tasks, boxes and lines to write on."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from fsdesk.plans.sheet.values import Answer, Aside, Choices, Line, Points, Signing, WriteOn
from fsdesk.printing import pictograms
from fsdesk.printing.lines import Row, one_row, rows
from fsdesk.printing.passages import Passage, base
from fsdesk.printing.pieces import written
from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import INK, LINE, WIDTH
from fsdesk.printing.tags import Element

_BESIDE_UP_TO = 16
"""Points of type up to which places to sign stand beside each other."""


class Point(Passage):
    """One point of a list, with a dot before it."""

    def __init__(self, line: Line, setting: Setting, tag: Element | None = None) -> None:
        super().__init__(line, setting, left=setting.side + setting.body.size, tag=tag)
        self._has_dot = True
        self.spaceAfter = max(2, setting.body.after - 2)

    def _part(self, laid: Sequence[Row], name: str) -> Passage:
        part = Point((), self._setting)
        part._set(laid, self._style, self._left)
        part._has_dot = laid is not self._rows and laid[0] is self._rows[0]
        return part

    def draw(self) -> None:
        """Draw the dot, then the words."""
        if self._has_dot:
            body = self._setting.body
            x = self._setting.x(self._setting.side + 0.29 * body.size)
            self.canv.setFillColor(INK)
            self.canv.circle(x, self.height - base(body) + 0.33 * body.size, body.size / 7, stroke=0, fill=1)
        super().draw()


def points(block: Points, setting: Setting) -> list[Flowable]:
    """Return the points of a list."""
    listed = Element("L")
    return [Point(line, setting, Element("LBody", Element("LI", listed))) for line in block.items]


class Answered(Passage):
    """One option: a shape and a word for what was said to it, and its words beside or, in one column, below."""

    def __init__(
        self,
        line: Line,
        setting: Setting,
        answer: Answer | None = None,
        word: str = "",
        item: Element | None = None,
    ) -> None:
        self._mark = 0.607 * setting.body.size
        indent = 2 * self._mark + 4
        words = Element("LBody", item) if item else None
        super().__init__(line, setting, left=setting.side or indent + 6, tag=Element("P", words))
        self._answer = answer
        room = (setting.side or setting.wide) - indent
        self._word = rows((written(word),), setting.name, room, Element("Lbl", item))
        self.spaceAfter = max(7, setting.body.after)

    @property
    def _over(self) -> float:
        """How much of its height stands above the words."""
        return len(self._word) * self._setting.name.leading if self._setting.is_one_column else 0.0

    def least(self) -> float:
        """Return the height of the least part of it that may stand at the foot of a side."""
        return super().least() + self._over

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        super().wrap(availWidth, availHeight)
        word = len(self._word) * self._setting.name.leading
        self.height = max(self.height + self._over, word, 2 * self._mark)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Return the part that fits and the rest."""
        return super().split(availWidth, availHeight - self._over)

    def _part(self, laid: Sequence[Row], name: str) -> Passage:
        part = Answered((), self._setting, self._answer if laid[0] is self._rows[0] else None)
        part._word = self._word if part._answer else []
        part._set(laid, self._style, self._left)
        return part

    def draw(self) -> None:
        """Draw the shape, the word and the words of the option."""
        style, mark = self._setting.name, self._mark
        if self._answer is not None:
            middle = self.height - base(style) + 0.36 * style.size
            draw_answer(self.canv, self._answer, self._setting.x(mark), middle, mark - 1)
        for at, row in enumerate(self._word):
            y = self.height - base(style) - at * style.leading
            self._setting.draw(self.canv, row, 2 * mark + 4 + (6 if self._over else 0), y, style)
        self.height -= self._over
        super().draw()
        self.height += self._over


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


def choices(block: Choices, setting: Setting) -> list[Flowable]:
    """Return the options with what was said to each."""
    made: list[Flowable] = []
    listed = Element("L")
    for one in block.rows:
        first = Answered(one.lines[0], setting, one.answer, one.word, Element("LI", listed))
        made.append(first)
        made += [
            Passage(line, setting, left=first.begins, tag=Element("P", first.around))
            for line in one.lines[1:]
        ]
    return made


class Boxed(Flowable):
    """A sentence in a box with the picture of turning round."""

    _INSIDE = 10.0

    def __init__(self, block: Aside, setting: Setting) -> None:
        super().__init__()
        self._setting, self._size = setting, 1.86 * setting.body.size
        wide = setting.text - self._size - 3 * self._INSIDE
        self._rows = rows(block.line, setting.body, wide, Element("Note"))
        self.spaceBefore = 2
        self.spaceAfter = 5

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        words = len(self._rows) * self._setting.body.leading
        self.width, self.height = WIDTH, max(words, self._size) + 1.2 * self._INSIDE
        return self.width, self.height

    def draw(self) -> None:
        """Draw box, picture and words."""
        setting, body = self._setting, self._setting.body
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1.2)
        self.canv.roundRect(setting.x(setting.side, setting.text), 0, setting.text, self.height, 6)
        middle, inside = (self.height - self._size) / 2, setting.side + self._INSIDE
        x = setting.x(inside, self._size)
        pictograms.draw_path(self.canv, pictograms.TURN, x, middle, self._size, INK)
        top = self.height - 0.6 * self._INSIDE
        for at, row in enumerate(self._rows):
            offset = inside + self._size + self._INSIDE
            setting.draw(self.canv, row, offset, top - base(body) - at * body.leading, body)


class Ruled(Flowable):
    """Lines to write on, 10 mm apart or more."""

    def __init__(self, block: WriteOn, setting: Setting) -> None:
        super().__init__()
        self._count, self._if_room, self._setting = block.count, block.if_room, setting
        self._apart = max(28.4, 1.5 * setting.body.size)
        self.spaceAfter = 6

    def least(self) -> float:
        """Return the height that has to stand below a heading: none of lines that may stay out."""
        return 0.0 if self._if_room else self._count * self._apart

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        if self._if_room:
            self._count = max(0, min(self._count, int(availHeight // self._apart)))
        self.width, self.height = WIDTH, self._count * self._apart
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines."""
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.8)
        for at in range(self._count):
            self._setting.rule(self.canv, self._setting.side, WIDTH, at * self._apart + 1)


class SignHere(Flowable):
    """Room to sign, and boxes for other ways to say yes; below each other where that is too wide."""

    def __init__(self, block: Signing, setting: Setting) -> None:
        super().__init__()
        self._block, self._setting = block, setting
        self._stacked = setting.body.size > _BESIDE_UP_TO
        self._high = 2.7 * setting.body.size
        self.spaceAfter = 8

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        places = len(self._block.places) if self._stacked else 1
        ways = len(self._block.ways) if self._stacked else 1
        each = self._setting.body.leading
        self._below = ways * (each + 3) + 3
        self.width, self.height = WIDTH, places * (self._high + each) + self._below
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines with whose they are, then the boxes."""
        places = [[one] for one in self._block.places] if self._stacked else [list(self._block.places)]
        ways = [[one] for one in self._block.ways] if self._stacked else [list(self._block.ways)]
        y = self.height
        for line in places:
            y -= self._high
            self._draw_places(line, y)
            y -= self._setting.body.leading
        for boxes in ways:
            y -= self._setting.body.leading + 3
            self._draw_ways(boxes, y)

    def _draw_places(self, places: Sequence[str], y: float) -> None:
        setting, body = self._setting, self._setting.body
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.8)
        wide = (setting.text - 20 * (len(places) - 1)) / len(places)
        for at, place in enumerate(places):
            offset = setting.side + at * (wide + 20)
            setting.rule(self.canv, offset, offset + wide, y)
            setting.draw(self.canv, one_row(place, body), offset, y - base(body) - 2, body)

    def _draw_ways(self, ways: Sequence[str], y: float) -> None:
        setting, body = self._setting, self._setting.body
        for at, way in enumerate(ways):
            offset = setting.side + at * setting.text / 2
            draw_box(self.canv, setting.x(offset, setting.box), y, setting.box)
            setting.draw(self.canv, one_row(way, body), offset + setting.box + 8, y + 3, body)


def draw_box(canvas: Flowable, x: float, y: float, size: float = 15.0, *, ticked: bool = False) -> None:
    """Draw a box to tick, `size` points wide, with its lower left corner at (x, y)."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.3)
    canvas.rect(x, y, size, size)
    if ticked:
        path, each = canvas.beginPath(), size / 15
        path.moveTo(x + 3 * each, y + 8 * each)
        path.lineTo(x + 6.5 * each, y + 3.5 * each)
        path.lineTo(x + 12.5 * each, y + 12 * each)
        canvas.drawPath(path)
