"""A calm state with nothing in it: what is so, and one next step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.clearing import clear


class Empty(QFrame):
    """A card with an icon in a circle, a heading, a sentence and what can be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        px = worn().px
        self._icon = icons.label("users", "loch", 24)
        self._heading = words.prose("", "heading")
        self._text = words.prose("", "body")
        self._buttons = QHBoxLayout()
        self._lay_out(px(44))
        self.hide()

    def say(self, icon: str, heading: str, text: str, *buttons: QPushButton) -> None:
        """The card says this."""
        icons.put(self._icon, icon, "loch", 24)
        self._heading.setText(heading)
        self._text.setText(text)
        clear(self._buttons)
        for made in buttons:
            self._buttons.addWidget(made)
        self._buttons.addStretch(1)
        self.show()

    def _lay_out(self, side: int) -> None:
        px = worn().px
        circle = QFrame()
        circle.setProperty("surface", "circle")
        circle.setFixedSize(side, side)
        inside = QHBoxLayout(circle)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout()
        column.setSpacing(px(6))
        column.addWidget(self._heading)
        column.addWidget(self._text)
        column.addSpacing(px(4))
        column.addLayout(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(18), px(20), px(18))
        row.setSpacing(px(14))
        row.addWidget(circle, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
