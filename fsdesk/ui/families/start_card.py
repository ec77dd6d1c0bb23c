"""Starting a plan asks one thing only: the name the family chooses for itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button

QUESTION = "What does the family call itself?"
HINT = "Any name they choose. It stands on no paper, and it can change."


class StartCard(QFrame):
    """Hidden until it is asked for; Enter starts, Esc closes."""

    started = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sheet")
        self._name = QLineEdit()
        self._name.setAccessibleName(QUESTION)
        self._name.setAccessibleDescription(HINT)
        self._name.setProperty("large", True)
        self._name.setMaxLength(200)
        self._start = button("Start", "plus", "main")
        self._start.setProperty("large", True)
        self._cancel = button("Not now", kind="quiet")
        self._name.returnPressed.connect(self._on_start)
        self._start.clicked.connect(self._on_start)
        self._cancel.clicked.connect(self._on_close)
        self._lay_out()
        self.setFocusProxy(self._name)
        self.hide()

    def ask(self) -> None:
        """The question stands open."""
        self._name.clear()
        self.show()
        self._name.setFocus()

    def _on_start(self) -> None:
        name = self._name.text().strip()
        if name:
            self.hide()
            self.started.emit(name)
        else:
            self._name.setFocus()

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    def _lay_out(self) -> None:
        px = worn().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(14))
        column.setSpacing(px(8))
        column.addWidget(words.line(QUESTION, "card"))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._name, 1)
        row.addWidget(self._start)
        row.addWidget(self._cancel)
        column.addLayout(row)
        column.addWidget(words.prose(HINT, "note", "muted"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
