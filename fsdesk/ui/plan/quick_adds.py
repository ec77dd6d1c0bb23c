"""The buttons at the foot of a section: one for each thing that can begin there, what has no room when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QResizeEvent, QShortcutEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.alt_letters import lettered
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.presenters.sections.shapes import Kind

SOMETHING_ELSE, LESS = "Something else", "Less"
_GAP = 8  # px at 100 %
_TAKEN = "bcfjklnoprstuy"
"""Letters that other buttons of the page have; those here that need one find it among the rest, or have none."""


class Add(NamedTuple):
    """One thing that can begin in a section."""

    key: str
    label: str
    icon: str
    name: str = ""
    """What a screen reader says, where the label is short for it."""
    tip: str = ""


def adds_of(kinds: Sequence[Kind]) -> tuple[Add, ...]:
    """What can begin, of these kinds."""
    return tuple(Add(kind.collection, kind.add, kind.icon) for kind in kinds if kind.begin is not None)


class _Line(NamedTuple):
    """The buttons of one section, and the one that brings those into sight for which there is no room."""

    group: QWidget
    buttons: dict[str, QPushButton]
    rest: QPushButton


class QuickAdds(Begins, QWidget):
    """One line of buttons; ``asked`` carries the key of what is to begin."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._adds: tuple[Add, ...] | None = None
        self._kept: dict[tuple[Add, ...], _Line] = {}
        self._held = _Line(QWidget(), {}, QPushButton())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._held.group)

    @property
    def first(self) -> QPushButton | None:
        """The button of what begins here most often."""
        return next(iter(self._held.buttons.values()), None)

    def button_for(self, key: str) -> QPushButton | None:
        """The button that begins this, in sight."""
        found = self._held.buttons.get(key)
        if found is not None and not found.isVisibleTo(self):
            self._held.rest.setChecked(True)
        return found

    def show_adds(self, adds: Sequence[Add]) -> None:
        """A button for each of these; a line of buttons that was made stays, for when its section is opened again."""
        if self._adds == tuple(adds):
            return
        self._adds = tuple(adds)
        self._held.group.hide()
        if self._adds not in self._kept:
            self._kept[self._adds] = self._line_of(adds)
            self._column.addWidget(self._kept[self._adds].group)
        self._held = self._kept[self._adds]
        self._held.rest.setChecked(False)
        self._held.group.show()
        if self.first is not None:
            self.setFocusProxy(self.first)
        self._fit()

    def _line_of(self, adds: Sequence[Add]) -> _Line:
        group, rest = QWidget(), button(SOMETHING_ELSE, "plus")
        flow = Flow(worn().px(_GAP), group)
        labels = lettered([one.label for one in adds], _TAKEN)
        made = {one.key: self._made(one, said) for one, said in zip(adds, labels, strict=True)}
        for one in made.values():
            flow.addWidget(one)
        rest.setCheckable(True)
        rest.toggled.connect(lambda _: self._fit())
        flow.addWidget(rest)
        return _Line(group, made, rest)

    def _made(self, add: Add, said: str) -> QPushButton:
        made = button(said, add.icon)
        made.setToolTip(add.tip)
        if add.name:
            made.setAccessibleName(add.name)
        made.clicked.connect(lambda: self.asked.emit(add.key))
        made.installEventFilter(self)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A letter with Alt begins it at once.

        Qt shows the button pressed for 100 ms first, and what was typed meanwhile would stand in the card before.
        """
        if (
            not isinstance(event, QShortcutEvent)
            or event.isAmbiguous()
            or not isinstance(watched, QPushButton)
        ):
            return False
        watched.click()
        return True

    def _fit(self) -> None:
        """As many as one line holds; the others when somebody asks for something else."""
        most = self._most()
        is_open = self._held.rest.isChecked()
        for at, made in enumerate(self._held.buttons.values()):
            made.setVisible(is_open or at < most)
        self._held.rest.setVisible(most < len(self._held.buttons))
        self._held.rest.setText(LESS if is_open else SOMETHING_ELSE)

    def _most(self) -> int:
        gap = worn().px(_GAP)
        wide = [_wanted(made).width() + gap for made in self._held.buttons.values()]
        room = self.width() + gap
        if sum(wide) <= room:
            return len(wide)
        room -= _wanted(self._held.rest).width() + gap
        return max(1, sum(sum(wide[: at + 1]) <= room for at in range(len(wide))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _wanted(made: QPushButton) -> QSize:
    made.ensurePolished()
    return made.sizeHint()
