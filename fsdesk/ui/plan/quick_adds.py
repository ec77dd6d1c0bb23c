"""The buttons at the foot of a section: one for each thing that can begin there, what has no room when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.alt_letters import lettered
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.clearing import let_go
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


class QuickAdds(Begins, QWidget):
    """One line of buttons; ``asked`` carries the key of what is to begin."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._adds: tuple[Add, ...] | None = None
        self._buttons: dict[str, QPushButton] = {}
        self._held = QWidget()
        self._rest = QPushButton()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._held)

    @property
    def first(self) -> QPushButton | None:
        """The button of what begins here most often."""
        return next(iter(self._buttons.values()), None)

    def button_for(self, key: str) -> QPushButton | None:
        """The button that begins this, in sight."""
        found = self._buttons.get(key)
        if found is not None and not found.isVisibleTo(self):
            self._rest.setChecked(True)
        return found

    def show_adds(self, adds: Sequence[Add]) -> None:
        """A button for each of these; those before stay while they are the same."""
        if self._adds == tuple(adds):
            return
        self._adds = tuple(adds)
        self._column.removeWidget(self._held)
        let_go(self._held)
        self._held = QWidget()
        flow = Flow(worn().px(_GAP), self._held)
        labels = lettered([one.label for one in adds], _TAKEN)
        self._buttons = {one.key: self._made(one, said) for one, said in zip(adds, labels, strict=True)}
        for made in self._buttons.values():
            flow.addWidget(made)
        self._rest = button(SOMETHING_ELSE, "plus")
        self._rest.setCheckable(True)
        self._rest.toggled.connect(lambda _: self._fit())
        flow.addWidget(self._rest)
        self._column.addWidget(self._held)
        self._held.show()
        if self.first is not None:
            self.setFocusProxy(self.first)
        self._fit()

    def _made(self, add: Add, said: str) -> QPushButton:
        made = button(said, add.icon)
        made.setToolTip(add.tip)
        if add.name:
            made.setAccessibleName(add.name)
        made.clicked.connect(lambda: self.asked.emit(add.key))
        return made

    def _fit(self) -> None:
        """As many as one line holds; the others when somebody asks for something else."""
        most = self._most()
        is_open = self._rest.isChecked()
        for at, made in enumerate(self._buttons.values()):
            made.setVisible(is_open or at < most)
        self._rest.setVisible(most < len(self._buttons))
        self._rest.setText(LESS if is_open else SOMETHING_ELSE)

    def _most(self) -> int:
        gap = worn().px(_GAP)
        wide = [_wanted(made).width() + gap for made in self._buttons.values()]
        room = self.width() + gap
        if sum(wide) <= room:
            return len(wide)
        room -= _wanted(self._rest).width() + gap
        return max(1, sum(sum(wide[: at + 1]) <= room for at in range(len(wide))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _wanted(made: QPushButton) -> QSize:
    made.ensurePolished()
    return made.sizeHint()
