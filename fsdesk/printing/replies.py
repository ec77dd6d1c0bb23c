"""You said, we did: a row for each thing asked for, with a shape and a word for what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from fsdesk.plans.sheet.parts import Line
from fsdesk.plans.sheet.replies import Became, Replies, Reply, Tally
from fsdesk.plans.sheet.values import Answer
from fsdesk.printing.lines import Row, row_width, rows, widest_word
from fsdesk.printing.lists import draw_answer
from fsdesk.printing.passages import Passage, base
from fsdesk.printing.pieces import written
from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import INK, LINE, WIDTH, Style
from fsdesk.printing.tags import Element, item

_SAID, _DID = 84.0, 250.0
"""Where the columns begin, in points."""
_GAP, _PAD, _MARK = 12.0, 6.0, 9.0
_SPLITS_OVER = 255.0
"""A row of more than 90 mm may run over to the next side (print design F)."""
_BETWEEN = 3.0


def replies(block: Replies, setting: Setting) -> list[Flowable]:
    """Return the headings of the columns and a row for each reply."""
    table = Element("Table")
    body = Element("TBody", table)
    made = [part for one in block.rows for part in _row(one, setting, Element("TR", body))]
    made[-1].spaceAfter = 8
    return [Head(block, setting, Element("TR", Element("THead", table))), *made]


def _row(reply: Reply, setting: Setting, tag: Element) -> list[Flowable]:
    cells = Element("TH", tag, scope="Row"), Element("TD", tag)
    row = ReplyRow(reply, setting, cells)
    if row.high <= _SPLITS_OVER and row.fits:
        return [row]
    return _stacked(reply, setting, cells)


def _stacked(reply: Reply, setting: Setting, cells: tuple[Element, Element]) -> list[Flowable]:
    """Return a long row as paragraphs below each other, which run on over sides."""
    name = (written(reply.who, strong=True),) if reply.who else ()
    said, did = cells
    made: list[Flowable] = [Status(reply, setting, Element("P", said))]
    for cell, lines in ((said, (*reply.said, name)), (did, reply.lines)):
        made += [Passage(line, setting, left=_SAID, tag=Element("P", cell)) for line in lines if line]
    return made


class Head(Flowable):
    """The headings of the columns."""

    def __init__(self, block: Replies, setting: Setting, tag: Element) -> None:
        super().__init__()
        self._block, self._setting, self._tag = block, setting, tag

    def least(self) -> float:
        """Return its height with room for a row below."""
        return self._setting.name.leading + 4 + 40

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        self.width, self.height = WIDTH, self._setting.name.leading + 4
        return self.width, self.height

    def draw(self) -> None:
        """Draw the two headings and a rule."""
        name = self._setting.name
        for text, offset in ((self._block.said, _SAID), (self._block.did, _DID)):
            row = rows((written(text),), name, WIDTH, Element("TH", self._tag, scope="Column"))[0]
            self._setting.draw(self.canv, row, offset, self.height - base(name), name)
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1.2)
        self._setting.rule(self.canv, 0, WIDTH, 1)


class ReplyRow(Flowable):
    """One thing asked for: its status, whose words, what was done."""

    def __init__(self, reply: Reply, setting: Setting, cells: tuple[Element, Element]) -> None:
        super().__init__()
        self._reply, self._setting = reply, setting
        said: tuple[Line, ...] = reply.said
        if reply.who and said:
            said = ((*said[0], written(" "), written(reply.who, strong=True)), *said[1:])
        self._said = _laid(said, _DID - _SAID - _GAP, setting, cells[0])
        self._did = _laid(reply.lines, WIDTH - _DID, setting, cells[1])
        self._word = rows((written(reply.word),), setting.name, _SAID - 4, Element("P", cells[0]))
        self.fits = widest_word(reply.who, setting.name) <= _DID - _SAID - _GAP
        status = 2 * _MARK + 3 + len(self._word) * setting.name.leading
        self.high = max(_tall(self._said, setting), _tall(self._did, setting), status) + 2 * _PAD

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        self.width, self.height = WIDTH, self.high
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Return nothing, which moves it to the next side."""
        return []

    def draw(self) -> None:
        """Draw the three columns and a thin rule."""
        top = self.height - _PAD
        draw_status(self.canv, self._reply.became, self._setting.x(_MARK + 1), top - _MARK - 1)
        name = self._setting.name
        for at, row in enumerate(self._word):
            y = top - 2 * _MARK - 3 - base(name) - at * name.leading
            self._setting.draw(self.canv, row, 0, y, name)
        self._draw_column(self._said, _SAID, top)
        self._draw_column(self._did, _DID, top)
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.6)
        self._setting.rule(self.canv, 0, WIDTH, 0.5)

    def _draw_column(self, laid: Sequence[list[Row]], offset: float, top: float) -> None:
        body = self._setting.body
        for paragraph in laid:
            for row in paragraph:
                self._setting.draw(self.canv, row, offset, top - base(body), body)
                top -= body.leading
            top -= _BETWEEN


class Status(Passage):
    """The shape and word of a row whose words stand below it."""

    def __init__(self, reply: Reply, setting: Setting, tag: Element) -> None:
        super().__init__((written(reply.word, strong=True),), setting, left=2 * _MARK + 8, tag=tag)
        self._became = reply.became
        self.spaceBefore = 6

    def draw(self) -> None:
        """Draw the shape, then the word."""
        draw_status(self.canv, self._became, self._setting.x(_MARK + 1), self.height - _MARK - 1)
        super().draw()


def _laid(lines: Sequence[Line], wide: float, setting: Setting, cell: Element) -> list[list[Row]]:
    return [rows(line, setting.body, wide, Element("P", cell)) for line in lines]


def _tall(laid: Sequence[list[Row]], setting: Setting) -> float:
    return sum(len(one) * setting.body.leading + _BETWEEN for one in laid) - _BETWEEN


def draw_status(canvas: Flowable, became: Became, x: float, y: float) -> None:
    """Draw what became of something as a shape: tick, half, clock, ring with a bar through it."""
    if became is Became.DONE:
        draw_answer(canvas, Answer.YES, x, y, _MARK)
        return
    if became is Became.PARTLY:
        draw_answer(canvas, Answer.LATER, x, y, _MARK)
        return
    draw_answer(canvas, Answer.OPEN, x, y, _MARK)
    if became is Became.NOT_YET:
        canvas.line(x, y, x, y + 0.6 * _MARK)
        canvas.line(x, y, x + 0.45 * _MARK, y)
    else:
        canvas.line(x - 0.7 * _MARK, y + 0.7 * _MARK, x + 0.7 * _MARK, y - 0.7 * _MARK)


class Tallied(Flowable):
    """The counts in a box over the page; on as many lines as they need."""

    _INSIDE = 10.0

    def __init__(self, block: Tally, setting: Setting) -> None:
        super().__init__()
        self._setting = setting
        listed = Element("L")
        laid = [rows(one, setting.body, WIDTH, item(listed))[0] for one in block.items]
        self._lines = _in_lines(laid, setting.body)
        self.spaceAfter = 6

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        self.width = WIDTH
        self.height = len(self._lines) * self._setting.body.leading + 1.2 * self._INSIDE
        return self.width, self.height

    def draw(self) -> None:
        """Draw the box and the counts."""
        body, y = self._setting.body, self.height - 0.6 * self._INSIDE - base(self._setting.body)
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1.3)
        self.canv.roundRect(0, 0, WIDTH, self.height, 6)
        for line in self._lines:
            for offset, row in line:
                self._setting.draw(self.canv, row, self._INSIDE + offset, y, body)
            y -= body.leading


def _in_lines(counted: Sequence[Row], style: Style) -> list[list[tuple[float, Row]]]:
    made: list[list[tuple[float, Row]]] = [[]]
    x = 0.0
    for row in counted:
        wide = row_width(row, style.size)
        if made[-1] and x + wide > WIDTH - 20:
            made.append([])
            x = 0.0
        made[-1].append((x, row))
        x += wide + 26
    return made
