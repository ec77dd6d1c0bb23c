"""A main button that says what it is doing, in its own place, until it is done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.announce import announce


class BusyButton(QPushButton):
    """Keeps its size and the focus while busy, and takes no second press meanwhile: connect ``asked``."""

    asked = Signal()

    def __init__(self, words: str, busy_words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words = words
        self._busy_words = busy_words
        self._picture = icon
        self.setProperty("kind", "main")
        icons.put(self, icon, "on_loch")
        self._is_busy = False
        self.clicked.connect(self._on_clicked)

    @property
    def is_busy(self) -> bool:
        """Whether the work behind this button is under way."""
        return self._is_busy

    def rename(self, words: str) -> None:
        """The button says this while it is not busy."""
        self._words = words
        if not self._is_busy:
            self.setText(words)

    def set_busy(self, busy: bool) -> None:
        """The button says what it is doing (``busy``), or what it can do."""
        if busy == self._is_busy:
            return
        self._is_busy = busy
        self.setMinimumWidth(self.sizeHint().width() if busy else 0)
        self.setText(self._busy_words if busy else self._words)
        self.setProperty("busy", busy)
        self.style().polish(self)
        icons.put(self, "loader" if busy else self._picture, "text" if busy else "on_loch")
        if busy:
            announce(self, self._busy_words)

    def _on_clicked(self) -> None:
        if not self._is_busy:
            self.asked.emit()
