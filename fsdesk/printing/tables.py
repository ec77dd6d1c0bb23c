"""The table of who does what by when: a row is never split, and its headings stand on every side."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from fsdesk.plans.sheet.values import Task, Tasks
from fsdesk.printing.lines import Row, rows, widest_word
from fsdesk.printing.lists import draw_box
from fsdesk.printing.passages import Passage, base
from fsdesk.printing.pieces import written
from fsdesk.printing.promises import promised
from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import INK, LINE, WIDTH, Style
from fsdesk.printing.tags import NOT_READ, Element

_WHAT, _WHO, _BY = 26.0, 286.0, 368.0
"""Where the columns begin, in points."""
_GAP = 8.0
_PAD = 3.5
_ABOVE = 2.0
"""Lines of what says whose table it is: with no more than that above it, it stands at the top of a side."""


class TaskRow:
    """One row, laid out."""

    def __init__(self, task: Task, setting: Setting) -> None:
        room, body, name = _BY - _WHO - _GAP, setting.body, setting.name
        self.task, self._setting, self.tag = task, setting, Element("TR")
        self._stacked = widest_word(task.who, name) > room
        what, person, day = (
            Element("TH", self.tag, scope="Row"),
            Element("TD", self.tag),
            Element("TD", self.tag),
        )
        who = rows((written(task.who),), name, WIDTH - _WHAT if self._stacked else room, person)
        self._above = who if self._stacked else []
        self._who = [] if self._stacked else who
        wide = _WHO - _WHAT - _GAP
        self._what = [row for line in task.lines for row in rows(line, body, wide, Element("P", what))]
        self._by = rows((written(task.by),), body, WIDTH - _BY, day)
        beside = max(len(self._what), len(self._who), len(self._by))
        self.height = (len(self._above) + beside) * body.leading + 2 * _PAD

    def draw(self, canvas: Flowable, top: float) -> None:
        """Draw the row with its upper edge at `top`."""
        setting, body, name = self._setting, self._setting.body, self._setting.name
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        setting.rule(canvas, 0, WIDTH, top - self.height)
        draw_box(canvas, setting.x(0, setting.box), top - _PAD - 17, setting.box, ticked=self.task.done)
        top -= _PAD
        below = top - len(self._above) * body.leading
        self._draw_column(canvas, self._what, _WHAT, below, body)  # heard in the order of the headings
        self._draw_column(canvas, self._above, _WHAT, top, name)
        self._draw_column(canvas, self._who, _WHO, below, name)
        self._draw_column(canvas, self._by, _BY, below, body)

    def _draw_column(self, canvas: Flowable, laid: Sequence[Row], x: float, top: float, style: Style) -> None:
        _draw_column(canvas, laid, x, top, style, self._setting)

    def as_passages(self) -> list[Flowable]:
        """Return the row as paragraphs, for one that no side can hold."""
        head = (written(f"{self.task.who}, {self.task.by}", strong=True),)
        return [Passage(line, self._setting, left=_WHAT) for line in (head, *self.task.lines)]


def _draw_column(
    canvas: Flowable, laid: Sequence[Row], offset: float, top: float, style: Style, setting: Setting
) -> None:
    for at, row in enumerate(laid):
        setting.draw(canvas, row, offset, top - base(style) - at * style.leading, style)


class TaskTable(Flowable):
    """Rows under their headings; what does not fit goes on the next side, under the headings again."""

    def __init__(
        self,
        block: Tasks,
        laid: Sequence[TaskRow],
        setting: Setting,
        *,
        bare: bool = False,
        begun: Element | None = None,
    ) -> None:
        super().__init__()
        self._block, self._laid, self._setting = block, list(laid), setting
        self._table, self._is_heard = begun or Element("Table"), begun is not None
        self._bare, self._head = bare, 0.0 if bare else _head(setting)
        self.spaceAfter = 5

    def least(self) -> float:
        """Return the height of its headings with the first row."""
        return self._head + self._laid[0].height

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size; at the top of a side it has headings in any case, as none stand above it there."""
        if self._bare and availHeight > self._setting.full - _ABOVE * self._setting.sub.leading:
            self._head = _head(self._setting)
        self.width, self.height = WIDTH, self._head + sum(one.height for one in self._laid)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Return the rows that fit and the rest."""
        room, fits = availHeight - self._head, 0
        while fits < len(self._laid) and self._laid[fits].height <= room:
            room -= self._laid[fits].height
            fits += 1
        if not fits:
            return []
        here = TaskTable(self._block, self._laid[:fits], self._setting, bare=not self._head)
        here._table, here._is_heard = self._table, self._is_heard
        return [here, TaskTable(self._block, self._laid[fits:], self._setting, begun=self._table)]

    def draw(self) -> None:
        """Draw the headings and the rows."""
        top = self.height
        if self._head:
            self._draw_head(top)
        top -= self._head
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1.2)
        self._setting.rule(self.canv, 0, WIDTH, top)
        self._place_rows()
        for row in self._laid:
            row.draw(self.canv, top)
            top -= row.height

    def _draw_head(self, top: float) -> None:
        heads = ((self._block.what, _WHAT), (self._block.who, _WHO), (self._block.by, _BY))
        name, line = self._setting.name, Element("TR", Element("THead", self._table))
        for text, offset in heads:
            tag = NOT_READ if self._is_heard else Element("TH", line, scope="Column")
            laid = rows((written(text),), name, WIDTH, tag)
            _draw_column(self.canv, laid, offset, top, name, self._setting)

    def _place_rows(self) -> None:
        body = Element("TBody", self._table)
        for row in self._laid:
            row.tag.parent = body


def _head(setting: Setting) -> float:
    return setting.body.leading + 5


def tasks(block: Tasks, setting: Setting) -> list[Flowable]:
    """Return the table, or in one column a block for each; a row taller than a side becomes paragraphs."""
    if setting.is_one_column:
        return promised(block, setting)
    made: list[Flowable] = []
    together: list[TaskRow] = []
    for row in (TaskRow(task, setting) for task in block.rows):
        if row.height <= setting.full - _head(setting):
            together.append(row)
            continue
        made += [_table(block, together, made, setting)] if together else []
        made += row.as_passages()
        together = []
    return [*made, _table(block, together, made, setting)] if together else made


def _table(block: Tasks, laid: Sequence[TaskRow], before: Sequence[Flowable], setting: Setting) -> TaskTable:
    return TaskTable(block, laid, setting, bare=block.follows and not before)
