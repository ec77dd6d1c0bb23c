"""The table of who does what by when: a row is never split, and its headings stand on every side."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from fsdesk.plans.sheet.values import Run, Task, Tasks
from fsdesk.printing.lines import Row, draw_row, rows, widest_word
from fsdesk.printing.lists import draw_box
from fsdesk.printing.passages import Passage, base
from fsdesk.printing.styles import BODY, INK, LINE, NAME, WIDTH, Style, full_height

_WHAT, _WHO, _BY = 26.0, 286.0, 368.0
"""Where the columns begin, in points."""
_GAP = 8.0
_PAD = 3.5
HEAD = BODY.leading + 5
_BY_STYLE = Style(BODY.size, BODY.leading)


class TaskRow:
    """One row, laid out."""

    def __init__(self, task: Task) -> None:
        room = _BY - _WHO - _GAP
        self.task = task
        self._stacked = widest_word(task.who, NAME) > room
        who = rows((Run(text=task.who),), NAME, WIDTH - _WHAT if self._stacked else room)
        self._above = who if self._stacked else []
        self._who = [] if self._stacked else who
        wide = _WHO - _WHAT - _GAP
        self._what = [row for line in task.lines for row in rows(line, BODY, wide)]
        self._by = rows((Run(text=task.by),), _BY_STYLE, WIDTH - _BY)
        beside = max(len(self._what), len(self._who), len(self._by))
        self.height = (len(self._above) + beside) * BODY.leading + 2 * _PAD

    def draw(self, canvas: Flowable, top: float) -> None:
        """Draw the row with its upper edge at `top`."""
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        canvas.line(0, top - self.height, WIDTH, top - self.height)
        draw_box(canvas, 0, top - _PAD - 17, ticked=self.task.done)
        top -= _PAD
        _draw_column(canvas, self._above, _WHAT, top, NAME)
        top -= len(self._above) * BODY.leading
        _draw_column(canvas, self._what, _WHAT, top, BODY)
        _draw_column(canvas, self._who, _WHO, top, NAME)
        _draw_column(canvas, self._by, _BY, top, _BY_STYLE)

    def as_passages(self) -> list[Flowable]:
        """Return the row as paragraphs, for one that no side can hold."""
        head = (Run(text=f"{self.task.who}, {self.task.by}", strong=True),)
        return [Passage(line, left=_WHAT, wide=WIDTH - _WHAT) for line in (head, *self.task.lines)]


def _draw_column(canvas: Flowable, laid: Sequence[Row], x: float, top: float, style: Style) -> None:
    for at, row in enumerate(laid):
        draw_row(canvas, row, x, top - base(style) - at * style.leading, style)


class TaskTable(Flowable):
    """Rows under their headings; what does not fit goes on the next side, under the headings again."""

    def __init__(self, block: Tasks, laid: Sequence[TaskRow], *, bare: bool = False) -> None:
        super().__init__()
        self._block, self._laid = block, list(laid)
        self._head = 0.0 if bare else HEAD
        self.spaceAfter = 5

    def least(self) -> float:
        """Return the height of its headings with the first row."""
        return self._head + self._laid[0].height

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
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
        here = TaskTable(self._block, self._laid[:fits], bare=not self._head)
        return [here, TaskTable(self._block, self._laid[fits:])]

    def draw(self) -> None:
        """Draw the headings and the rows."""
        top = self.height
        if self._head:
            self._draw_head(top)
        top -= self._head
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1.2)
        self.canv.line(0, top, WIDTH, top)
        for row in self._laid:
            row.draw(self.canv, top)
            top -= row.height

    def _draw_head(self, top: float) -> None:
        heads = ((self._block.what, _WHAT), (self._block.who, _WHO), (self._block.by, _BY))
        for text, x in heads:
            _draw_column(self.canv, rows((Run(text=text),), NAME, WIDTH), x, top, NAME)


def tasks(block: Tasks, has_strip: bool) -> list[Flowable]:
    """Return the table; a row taller than a side becomes paragraphs between two tables."""
    made: list[Flowable] = []
    together: list[TaskRow] = []
    for row in (TaskRow(task) for task in block.rows):
        if row.height <= full_height(has_strip) - HEAD:
            together.append(row)
            continue
        made += [_table(block, together, made)] if together else []
        made += row.as_passages()
        together = []
    return [*made, _table(block, together, made)] if together else made


def _table(block: Tasks, laid: Sequence[TaskRow], before: Sequence[Flowable]) -> TaskTable:
    return TaskTable(block, laid, bare=block.follows and not before)
