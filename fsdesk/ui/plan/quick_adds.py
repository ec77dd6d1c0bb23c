"""The buttons at the foot of a section: one for each thing that can begin there, the less usual ones when asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.clearing import let_go
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.presenters.sections.shapes import Kind

SOMETHING_ELSE = "Something else"


class QuickAdds(QWidget):
    """``asked`` carries the kind that is to begin."""

    asked = Signal(object)  # Kind

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: tuple[Kind, ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        self._held: QWidget | None = None
        self._most = 3
        self._rest = button(SOMETHING_ELSE, "plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def first(self) -> QPushButton | None:
        """The button of what begins here most often."""
        return next(iter(self._buttons.values()), None)

    def button_for(self, collection: str) -> QPushButton | None:
        """The button that begins a record of this collection, in sight."""
        found = self._buttons.get(collection)
        if found is not None and not found.isVisibleTo(self):
            self._rest.setChecked(True)
        return found

    def show_kinds(self, kinds: Sequence[Kind]) -> None:
        """A button for each of these that can begin here."""
        kinds = tuple(kind for kind in kinds if kind.begin is not None)
        if kinds == self._kinds and self._held is not None:
            return
        self._kinds = kinds
        if self._held is not None:
            self._column.removeWidget(self._held)
            let_go(self._held)
        self._held = QWidget()
        flow = Flow(worn().px(8), self._held)
        self._buttons = {kind.collection: self._made(kind, flow) for kind in kinds}
        self._rest = button(SOMETHING_ELSE, "plus")
        self._rest.setCheckable(True)
        self._rest.toggled.connect(self._show_rest)
        flow.addWidget(self._rest)
        self._show_rest(False)
        self._column.addWidget(self._held)
        self._held.show()
        if self.first is not None:
            self.setFocusProxy(self.first)

    def show_most(self, most: int) -> None:
        """So many stand there always; the others when somebody asks for something else."""
        if most != self._most:
            self._most = most
            self._show_rest(self._rest.isChecked())

    def _made(self, kind: Kind, flow: Flow) -> QPushButton:
        made = button(kind.add, kind.icon)
        made.clicked.connect(lambda: self.asked.emit(kind))
        flow.addWidget(made)
        return made

    def _show_rest(self, asked: bool) -> None:
        rest = list(self._buttons.values())[self._most :]
        for one in self._buttons.values():
            one.setVisible(asked or one not in rest)
        self._rest.setVisible(bool(rest))
        self._rest.setText("Less" if asked else SOMETHING_ELSE)
