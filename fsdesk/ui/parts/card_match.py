"""Whose card it is, and its eight words, read aloud together before the card counts as checked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.desk.cards import KnownPerson
from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.eight_words import EightWords
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.presenters.contact_cards import role_of

HEADING = "Check it together"
ASK = "Phone {first}, or ask across the table. Do these eight words match theirs?"


class CardMatch(QWidget):
    """Hidden until there is a card, and again with any answer. Esc is "They don’t", which changes nothing."""

    matched = Signal()
    not_matched = Signal()

    def __init__(
        self, *, beside: QAbstractButton | None = None, later: QAbstractButton | None = None
    ) -> None:
        """``beside`` stands beside the name, ``later`` after the two answers."""
        super().__init__()
        self._name, self._role = words.prose("", "card"), words.prose("", "body", "muted")
        self._ask = words.prose("", "body")
        self._words = EightWords()
        self.they_match = button("They match", "check", "main")
        self.they_do_not = button("They don’t")
        answers = [one for one in (self.they_match, self.they_do_not, later) if one is not None]
        for one in answers:
            one.clicked.connect(self.hide)  # before anybody else hears of it and gives the focus on
        self.they_match.clicked.connect(self.matched)
        self.they_do_not.clicked.connect(self.not_matched)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(worn().px(12))
        column.addWidget(self._whose(beside))
        column.addWidget(self._together(answers))
        self.hide()

    def ask(self, person: KnownPerson) -> None:
        """Do these words match what they read out? The safe answer has the focus, until both have read."""
        self._name.setText(person.name)
        self._role.setText(role_of(person))
        self._ask.setText(ASK.format(first=person.name.split()[0]))
        self._words.show_words(person.words)
        self.show()
        self.they_do_not.setFocus()

    def _whose(self, beside: QAbstractButton | None) -> QFrame:
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
        if beside is not None:
            beside.setProperty("roomy", True)
            row.addWidget(beside)
        return card

    def _together(self, answers: list[QAbstractButton]) -> QFrame:
        px = worn().px
        card = QFrame()
        card.setProperty("surface", "raised")
        column = QVBoxLayout(card)
        column.setContentsMargins(px(20), px(12), px(20), px(14))
        column.setSpacing(px(6))
        column.addWidget(words.line(HEADING, "strong"))
        column.addWidget(self._ask)
        column.addWidget(self._words)
        below = QWidget()
        flow = Flow(px(12), below)
        for one in answers:
            one.setProperty("roomy", True)
            flow.addWidget(one)
        column.addWidget(below)
        return card

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.they_do_not.click()
        else:
            super().keyPressEvent(event)
