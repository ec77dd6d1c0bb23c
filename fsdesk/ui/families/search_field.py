"""Where something is looked for by its words: how many fit is said in the field, and one key shows all again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import icon_button

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class SearchField(QLineEdit):
    """Up and Down move through what fits while the cursor stays here; Enter opens it, Esc clears."""

    moved = Signal(int)
    opened = Signal()

    def __init__(
        self, name: str = "Find a family", among: str = "families", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._among = among
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setProperty("large", True)
        self._count = words.line("", "note", "muted")
        self._clear = icon_button("Show all", "x", "text")
        self._clear.clicked.connect(self.clear)
        px = worn().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), 0, px(8), 0)
        row.setSpacing(px(6))
        row.addWidget(icons.label("search", "muted", 20))
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self._clear)
        self._clear.hide()
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self.setTextMargins(px(28), 0, px(110), 0)

    def show_count(self, fitting: int, total: int) -> None:
        """So many of all families fit."""
        self._count.setText(f"{fitting} of {total}" if self.text() else "")
        self.setAccessibleDescription(f"{fitting} of {total} {self._among}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self.moved.emit(_MOVES[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
