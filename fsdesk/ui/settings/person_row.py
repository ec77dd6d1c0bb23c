"""One person of the team: name, role, eight words, and whether the words were read together."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fsdesk.desk.cards import KnownPerson
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.pill import Pill
from fsdesk.ui.presenters.settings.people import note_of, state_of
from fsdesk.ui.settings.rows import Turning

_ROW_FROM = 430  # px at 100 %


class PersonRow(Turning):
    """The state is told by words and shape; what can be done stands below it."""

    check_asked = Signal()
    withdraw_asked = Signal()

    def __init__(self, person: KnownPerson, parent: QWidget | None = None) -> None:
        super().__init__(_ROW_FROM, parent)
        self.setProperty("surface", "cell")
        px = worn().px
        self.box.setContentsMargins(px(16), px(10), px(16), px(10))
        self.box.setSpacing(px(12))
        told = QVBoxLayout()
        told.setSpacing(px(2))
        told.addWidget(words.prose(person.name, "strong"))
        told.addWidget(words.prose(note_of(person), "note", "muted"))
        told.addWidget(_words(person))
        told.addSpacing(px(4))
        told.addWidget(self._acts(person))
        told.addStretch(1)
        self.box.addLayout(told, 1)
        self.box.addWidget(_state(person))
        self.setAccessibleName(f"{person.name}, {note_of(person)} {state_of(person)}")

    def _acts(self, person: KnownPerson) -> QWidget:
        held = QWidget()
        flow = Flow(worn().px(8), held)
        if not person.withdrawn:
            if not person.verified:
                check = button("Read the words together", "ear", dense=True)
                check.setAccessibleName(f"Read the words together with {person.name}")
                check.clicked.connect(self.check_asked)
                flow.addWidget(check)
            gone = button("Withdraw...", "user-x", "quiet", dense=True)
            gone.setAccessibleName(f"Withdraw {person.name}’s laptop...")
            gone.clicked.connect(self.withdraw_asked)
            flow.addWidget(gone)
        if person.withdrawn:
            held.hide()
        return held


def _words(person: KnownPerson) -> QWidget:
    made = words.prose("  ".join(person.words), "code")
    made.setAccessibleName("Eight words: " + ", ".join(person.words))
    return made


def _state(person: KnownPerson) -> Pill:
    if person.withdrawn:
        return Pill(state_of(person), "loch", "x")
    return Pill(
        state_of(person), *(("moss", "circle-check") if person.verified else ("amber", "circle-dashed"))
    )
