"""Promises and steps in one column: a box to tick, who, what, and by which day, a rule after each."""

from __future__ import annotations

from reportlab.platypus import Flowable

from fsdesk.plans.sheet.values import Run, Task, Tasks
from fsdesk.printing.containers import Rule, Whole
from fsdesk.printing.lists import draw_box
from fsdesk.printing.passages import Passage
from fsdesk.printing.pieces import written
from fsdesk.printing.setting import Setting
from fsdesk.printing.tags import Element


def promised(block: Tasks, setting: Setting) -> list[Flowable]:
    """Return a block for each row of the table, its columns one below the other."""
    listed = Element("L")
    return [
        Whole(_promise(task, block.by, setting, listed), setting, after=8 if setting.has_rules else 2)
        for task in block.rows
    ]


def _promise(task: Task, by: str, setting: Setting, listed: Element) -> list[Flowable]:
    body = Element("LBody", Element("LI", listed))
    indent = setting.box + 10
    if not setting.has_rules:
        return _two_lines(task, indent, setting, body)
    when = (written(f"{by}: "), written(task.by, strong=True))
    who = Boxed((written(task.who, strong=True),), task.done, indent, setting, body)
    lines = (*task.lines, when)
    others = [Passage(line, setting, left=indent, tag=Element("P", body)) for line in lines]
    for part in (who, *others[:-1]):
        part.spaceAfter = 0
    return [who, *others, Rule(setting)]


def _two_lines(task: Task, indent: float, setting: Setting, body: Element) -> list[Flowable]:
    """Return what is done, strong, and below it who does it and by which day."""
    first = tuple(Run(text=run.text, strong=True, lang=run.lang) for run in task.lines[0])
    when = (written(f"{task.who}. {task.by}"),)
    what = Boxed(first, task.done, indent, setting, body)
    what.spaceAfter = 0
    lines = (*task.lines[1:], when)
    return [what, *(Passage(line, setting, left=indent, tag=Element("P", body)) for line in lines)]


class Boxed(Passage):
    """A paragraph with a box to tick before it."""

    def __init__(
        self, line: tuple[Run, ...], ticked: bool, indent: float, setting: Setting, body: Element
    ) -> None:
        super().__init__(line, setting, left=indent, tag=Element("P", body))
        self._ticked = ticked

    def draw(self) -> None:
        """Draw the box, then the words."""
        size = self._setting.box
        y = self.height - size - (self._setting.body.leading - size) / 2
        draw_box(self.canv, self._setting.x(0, size), y, size, ticked=self._ticked)
        super().draw()
