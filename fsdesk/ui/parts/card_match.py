"""A card that is not accepted yet: whose it is, and its eight words, read aloud together before anything is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.desk.cards import KnownPerson
from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.eight_words import EightWords
from fsdesk.ui.parts.flow import Flow

HEADING = "Check it together"
ASK = "Phone {first}, or ask across the table. Do these eight words match theirs?"
NOT_SAME = (
    "Nothing was kept. Files get mixed up: ask for the card once more, on a stick or by hand, "
    "and read the words again."
)


class CardMatch(QWidget):
    """Hidden until there is a card. Esc is "They don’t", which keeps nothing."""

    matched = Signal()
    not_matched = Signal()
    another_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role = words.prose("", "card"), words.prose("", "body", "muted")
        self._ask = words.prose("", "body")
        self._words = EightWords()
        self._another = button("Another file", "folder-open")
        self.they_match = button("They match", "check", "main")
        self.they_do_not = button("They don’t")
        self._another.clicked.connect(self.another_asked)
        self.they_match.clicked.connect(self.matched)
        self.they_do_not.clicked.connect(self.not_matched)
        self._lay_out()
        self.hide()

    def ask(self, person: KnownPerson) -> None:
        """Do these words match what they read out? The safe answer has the focus, until both have read."""
        self._name.setText(person.name)
        self._role.setText("Team lead" if person.is_lead else "Worker")
        self._ask.setText(ASK.format(first=person.name.split()[0]))
        self._words.show_words(person.words)
        self.show()
        self.they_do_not.setFocus()

    def _lay_out(self) -> None:
        px = worn().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._whose())
        column.addWidget(self._together())

    def _whose(self) -> QFrame:
        px = worn().px
        card = QFrame()
        card.setProperty("surface", "sheet")
        row = QHBoxLayout(card)
        row.setContentsMargins(px(20), px(12), px(20), px(12))
        row.setSpacing(px(14))
        said = QVBoxLayout()
        said.setSpacing(px(2))
        said.addWidget(self._name)
        said.addWidget(self._role)
        row.addWidget(icons.label("user", "loch", 32), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        row.addWidget(self._another)
        return card

    def _together(self) -> QFrame:
        px = worn().px
        card = QFrame()
        card.setProperty("surface", "raised")
        column = QVBoxLayout(card)
        column.setContentsMargins(px(20), px(12), px(20), px(14))
        column.setSpacing(px(6))
        column.addWidget(words.line(HEADING, "strong"))
        column.addWidget(self._ask)
        column.addWidget(self._words)
        answers = QWidget()
        flow = Flow(px(12), answers)
        for one in (self.they_match, self.they_do_not):
            flow.addWidget(one)
        column.addWidget(answers)
        for one in (self.they_match, self.they_do_not, self._another):
            one.setProperty("roomy", True)
        return card

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.not_matched.emit()
        else:
            super().keyPressEvent(event)
