"""Somebody else is here: the name they go by, and what they are in this plan. Nothing more is asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fsdesk.plans.model import Role
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button, chip
from fsdesk.ui.parts.flow import Flow

_ROLES = ((Role.CHILD, "A child"), (Role.CARER, "A parent or carer"), (Role.OTHER_ADULT, "Another grown-up"))


class WhoIsHere(QFrame):
    """Enter adds and leaves the card open for the next name; Done keeps a name that stands there; Esc does not."""

    added = Signal(str, object)  # name, Role
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sheet")
        self._name = QLineEdit()
        self._name.setAccessibleName("The name they go by")
        self._name.setPlaceholderText("The name they go by")
        self._group = QButtonGroup(self)
        self._add = button("Add", "plus", "main")
        self._close = button("Done", kind="quiet")
        self._add.clicked.connect(self._on_add)
        self._name.returnPressed.connect(self._on_add)
        self._close.clicked.connect(self._on_done)
        self._lay_out()
        self.setFocusProxy(self._name)
        self.hide()

    def ask(self) -> None:
        """The card is open, ready for a name."""
        self._name.clear()
        self._group.button(0).setChecked(True)
        self.show()
        self._name.setFocus()

    def _on_add(self) -> None:
        name = self._name.text().strip()
        if not name:
            self._name.setFocus()
            return
        self.added.emit(name, _ROLES[max(0, self._group.checkedId())][0])
        self.ask()

    def _on_done(self) -> None:
        if self._name.text().strip():
            self._on_add()
        self.closed.emit()

    def _lay_out(self) -> None:
        px = worn().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(12))
        column.setSpacing(px(8))
        column.addWidget(words.line("Who is here?", "strong"))
        held = QWidget()
        flow = Flow(px(8), held)
        self._name.setMinimumWidth(px(220))
        flow.addWidget(self._name)
        for number, (_, label) in enumerate(_ROLES):
            made = chip(label)
            self._group.addButton(made, number)
            flow.addWidget(made)
        column.addWidget(held)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addWidget(self._close)
        row.addStretch(1)
        column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.focusWidget() in self._group.buttons():
            self._on_add()
