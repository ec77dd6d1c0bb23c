"""Withdrawing somebody's laptop: what it means, and a safe answer that has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fsdesk.desk.cards import KnownPerson
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.settings.rows import Inset

MEANS = (
    "Nothing more is sent to it, and what it writes from now on waits for the team lead. What came from it until now "
    "stays. Do this when a laptop is lost, or somebody has left."
)


class Withdrawing(Inset):
    """``asked`` carries the id of the laptop."""

    asked = Signal(str)
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setProperty("surface", "sheet")
        self._device = ""
        self._who = words.prose("", "card")
        self.withdraw, self.keep = button("Withdraw it", "user-x"), button("Keep it")
        self.withdraw.clicked.connect(self._on_withdraw)
        self.keep.clicked.connect(self._on_keep)
        answers = QWidget()
        flow = Flow(worn().px(8), answers)
        flow.addWidget(self.keep)
        flow.addWidget(self.withdraw)
        for part in (self._who, words.prose(MEANS, "body"), answers):
            self.column.addWidget(part)
        self.hide()

    def ask(self, person: KnownPerson) -> None:
        """Is this person's laptop withdrawn?"""
        self._device = person.device
        self._who.setText(f"Withdraw {person.name}’s laptop?")
        self.withdraw.setText(f"Withdraw {person.name}’s laptop")
        self.keep.setText(f"Keep {person.name}’s laptop")
        self.show()
        self.keep.setFocus()

    def _on_withdraw(self) -> None:
        self.hide()
        self.asked.emit(self._device)

    def _on_keep(self) -> None:
        self.hide()
        self.kept.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_keep()
        else:
            super().keyPressEvent(event)
