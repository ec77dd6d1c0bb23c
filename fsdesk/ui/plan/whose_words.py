"""Whose words are these? Asked before somebody's words are written, and answered with one key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.clearing import let_go
from fsdesk.ui.parts.flow import Flow

ALL_OF_US = ""


class Answer(NamedTuple):
    """One answer to the question: a person, or all of us."""

    person: str
    name: str


class WhoseWords(QFrame):
    """A small card with a button for each person, numbered by key; Esc takes it away."""

    chosen = Signal(str)
    declined = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sheet")
        self._question = words.line("", "strong")
        self._held = QWidget()
        self._column = QVBoxLayout(self)
        self._buttons: list[QPushButton] = []
        self._answers: list[Answer] = []
        self._rather_not = button("Rather not today", "hand", "quiet", dense=True)
        self._rather_not.setCheckable(True)
        self._rather_not.toggled.connect(self._on_rather_not)
        self._close = button("Close", "x", "quiet", dense=True)
        self._close.clicked.connect(self.closed)
        self._lay_out()
        self.hide()

    def ask(self, question: str, answers: Sequence[Answer], *, may_decline: bool) -> None:
        """The card asks this, and the first answer has the focus."""
        self._question.setText(question)
        self._answers = list(answers)
        self._rather_not.setChecked(False)
        self._rather_not.setVisible(may_decline)
        self._show_answers()
        self.show()
        self.setFocus()

    def _on_rather_not(self, declined: bool) -> None:
        self._question.setText("Who would rather not say anything today?" if declined else "Whose words?")
        if self._buttons:
            self._buttons[0].setFocus()

    def _show_answers(self) -> None:
        self._column.removeWidget(self._held)
        let_go(self._held)
        self._held = QWidget()
        flow = Flow(worn().px(8), self._held)
        self._buttons = []
        for number, answer in enumerate(self._answers, start=1):
            made = button(f"{number}  {answer.name}" if number < 10 else answer.name)
            made.setAccessibleName(answer.name)
            made.clicked.connect(lambda _=False, person=answer.person: self._on_chosen(person))
            flow.addWidget(made)
            self._buttons.append(made)
        self._column.insertWidget(1, self._held)
        self._held.show()  # at once: what is not shown cannot take the focus
        self.setFocusProxy(self._buttons[0] if self._buttons else self._close)

    def _on_chosen(self, person: str) -> None:
        self.hide()
        (self.declined if self._rather_not.isChecked() else self.chosen).emit(person)

    def _lay_out(self) -> None:
        px = worn().px
        column = self._column
        column.setContentsMargins(px(14), px(10), px(14), px(10))
        column.setSpacing(px(8))
        top = QHBoxLayout()
        top.addWidget(self._question, 1)
        top.addWidget(self._rather_not)
        top.addWidget(self._close)
        column.addLayout(top)
        column.addWidget(self._held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.text()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif number.isdecimal() and number.isascii() and 1 <= int(number) <= len(self._answers):
            self._on_chosen(self._answers[int(number) - 1].person)
        else:
            super().keyPressEvent(event)
