"""Phone first, type later: a bar at the foot of Safety, and the numbers it opens."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.clearing import let_go
from fsdesk.ui.presenters.numbers import Number

WORRIED, FIRST = "Worried right now?", "Phone first, type later."


class PhoneBar(QFrame):
    """Says what comes first, with the way to the numbers."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "safety")
        self.numbers = button("Numbers", "phone", dense=True)
        self.numbers.setToolTip("Ctrl+T")
        self.numbers.clicked.connect(self.asked)
        said = words.prose("", "note")
        said.say(WORRIED, FIRST)
        px = worn().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(6), px(12), px(6))
        row.setSpacing(px(10))
        row.addWidget(icons.label("phone", "rowan", 18))
        row.addWidget(said, 1)
        row.addWidget(self.numbers)
        row.addWidget(words.key("Ctrl+T"))


class Numbers(QFrame):
    """The numbers for danger, and those who help this family; Esc takes the list away."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sheet")
        self.setAccessibleName("Numbers")
        self._now = words.prose("", "strong")
        self._rows: list[words.Prose] = []
        self._close = button("Close", "x", "quiet", dense=True)
        self._close.clicked.connect(self.closed)
        px = worn().px
        top = QHBoxLayout()
        top.addWidget(words.line("Numbers", "card"), 1)
        top.addWidget(self._close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(14), px(8), px(14), px(10))
        self._column.setSpacing(px(4))
        self._column.addLayout(top)
        self._column.addWidget(self._now)
        self.setFocusProxy(self._close)
        self.hide()

    def open(self, now: str, numbers: tuple[Number, ...]) -> None:
        """These numbers can be read, and a screen reader hears them."""
        self._now.setText(now)
        for before in self._rows:
            let_go(before)
        self._rows = [words.prose("", "body") for _ in numbers]
        for row, number in zip(self._rows, numbers, strict=True):
            row.say(f"{number.who}:", number.reach)
            self._column.addWidget(row)
        said = (now, *(f"{one.who}: {one.reach}" for one in numbers))
        self._close.setAccessibleDescription("\n".join(said))
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
