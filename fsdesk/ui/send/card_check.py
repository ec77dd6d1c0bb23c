"""A colleague's card before it is accepted: eight words in two columns, read aloud by both."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.desk.cards import KnownPerson
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.eight_words import EightWords

NOT_SAME = (
    "Nothing was kept. The file may have been mixed up on the way: ask for their card once more, "
    "on a stick or by hand, and read the words again."
)


class CardCheck(QFrame):
    """Hidden until there is a card; "Not the same" explains without alarm and keeps nothing."""

    same = Signal(object)  # Path
    not_same = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sheet")
        self._path = Path()
        self._heading = words.prose("", "card")
        self._ask = words.prose("", "body")
        self._words = EightWords()
        self.is_same = button("Same words", "check", "main")
        self.is_not = button("Not the same")
        self.is_same.clicked.connect(self._on_same)
        self.is_not.clicked.connect(self._on_not_same)
        self._lay_out()
        self.hide()

    def ask(self, person: KnownPerson, path: Path) -> None:
        """Do these words match what they read out?"""
        self._path = path
        role = "team lead" if person.is_lead else "worker"
        self._heading.setText(f"{person.name}, {role}")
        self._ask.setText(f"Phone {person.name}, or ask across the table. Do these eight words match theirs?")
        self._words.show_words(person.words)
        self.show()
        self.is_not.setFocus()  # the safe answer, until both have read

    def _on_same(self) -> None:
        self.hide()
        self.same.emit(self._path)

    def _on_not_same(self) -> None:
        self.hide()
        self.not_same.emit()

    def _lay_out(self) -> None:
        px = worn().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(14), px(20), px(16))
        column.setSpacing(px(8))
        column.addWidget(self._heading)
        column.addWidget(self._ask)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.is_same)
        row.addWidget(self.is_not)
        row.addStretch(1)
        column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_not_same()
        else:
            super().keyPressEvent(event)
