"""Eight words that two people read to each other before a card counts as checked; or to be read later."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fsdesk.desk.cards import KnownPerson
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.eight_words import EightWords
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.settings.rows import Inset


class ReadingAloud(Inset):
    """Hidden until there are words to read; the safe answer has the focus until both have read."""

    same = Signal()
    not_same = Signal()
    later = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setProperty("surface", "sheet")
        self._who, self._ask = words.prose("", "card"), words.prose("", "body")
        self._words = EightWords()
        self.is_same, self.is_not = button("They match", "check", "main"), button("They don’t")
        self.read_later = button("Read them later")
        answers = QWidget()
        flow = Flow(worn().px(8), answers)
        for made, said in (
            (self.is_same, self.same),
            (self.is_not, self.not_same),
            (self.read_later, self.later),
        ):
            made.clicked.connect(self._answer(said))
            flow.addWidget(made)
        for part in (self._who, self._ask, self._words, answers):
            self.column.addWidget(part)
        self.hide()

    def ask(self, person: KnownPerson, *, is_new: bool) -> None:
        """Do these words match what they read out? A new card may be kept and read later."""
        self._who.setText(f"{person.name}, {'team lead' if person.is_lead else 'worker'}")
        self._ask.setText(f"Phone {person.name}, or ask across the table. Do these eight words match theirs?")
        self._words.show_words(person.words)
        self.read_later.setText("Keep it, read later" if is_new else "Read them later")
        self.show()
        self.is_not.setFocus()

    def _answer(self, said: SignalInstance) -> Callable[[], None]:
        def on() -> None:
            self.hide()
            said.emit()

        return on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.is_not.click()
        else:
            super().keyPressEvent(event)
