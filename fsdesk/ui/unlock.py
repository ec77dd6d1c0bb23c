"""The unlock screen: which plans, a passphrase, and a landscape that could belong to any laptop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.door import Door
from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.other_plans import OtherPlans
from fsdesk.ui.parts import words
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.choice_card import ChoiceCard
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.parts.passphrase_field import PassphraseField
from fsdesk.ui.presenters.caps_lock import ON
from fsdesk.ui.presenters.unlock import StoreChoice, UnlockPresenter, first_choice, greeting

LOCKED = "Your plans are locked on this laptop. Only your passphrase opens them."
NOBODY_ELSE = (
    "With your paper recovery sheet you can choose a new passphrase. "
    "Nobody else, including us, can open your plans for you."
)
NO_PLANS = (
    "There are no plans on this laptop yet. Setting it up takes a few minutes, and everything stays here."
)
CANNOT_REMEMBER = "I can’t remember it"


class Unlock(Door):
    """Says nothing about any person or family; Enter opens, Esc stops waiting.

    ``off_asked`` and ``folder_chosen`` come with the folder of the plans that leave the list, or come onto it;
    ``cannot_remember`` with the choice of plans whose passphrase does not come to mind.
    """

    set_up_asked = Signal()
    another_asked = Signal()
    practice_asked = Signal()
    folder_chosen = Signal(object)
    off_asked = Signal(object)
    cannot_remember = Signal(object)

    def __init__(
        self,
        choices: Sequence[StoreChoice],
        now: Callable[[], datetime] = datetime.now,
        parent: QWidget | None = None,
        *,
        chosen: Path | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._choices = list(choices)
        self._first = next((one for one in choices if one.folder == chosen), first_choice(choices))
        self._presenter: UnlockPresenter | None = None
        self._cards = QButtonGroup(self)
        self._field = PassphraseField()
        self._caps_lock, self._notice = Notice(), Notice()
        self._open = BusyButton("Open my plans", "Opening...", "lock-open")
        self._aside = QPushButton(CANNOT_REMEMBER)
        self._set_up = button("Set up this laptop", "key-round", "main")
        self._set_up.setProperty("large", True)
        self._set_up.clicked.connect(self.set_up_asked)
        self._others = self._other_plans()
        self._lay_out(greeting(now()))
        self.setFocusProxy(self._field if self._choices else self._set_up)

    def serve(self, presenter: UnlockPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        self._open.asked.connect(self._on_open)
        self._field.entered.connect(self._on_open)
        self._field.letter_typed.connect(presenter.caps_lock.key_typed)
        self._field.caps_lock_pressed.connect(presenter.caps_lock.pressed)
        self._aside.clicked.connect(self._on_aside)

    def show_caps_lock(self, on: bool) -> None:
        if not on:
            self._caps_lock.clear()
        elif self._caps_lock.isHidden():
            self._caps_lock.say(Tone.LOOK_HERE, ON, icon="arrow-big-up")

    def show_opening(self, opening: bool) -> None:
        self._open.set_busy(opening)
        self._field.set_waiting(opening)
        self._aside.setText("Stop" if opening else CANNOT_REMEMBER)
        for one in (*self._cards.buttons(), self._others):
            one.setEnabled(not opening)
        if opening:
            self._notice.clear()

    def show_refused(self, heading: str, text: str) -> None:
        self._notice.say(Tone.LOOK_HERE, text, heading, icon="key-round")
        self._field.select()

    def show_list_changed(self, text: str) -> None:
        """Says what became of the list of plans."""
        self._notice.say(Tone.CALM, text, icon="folder-open")

    def forget_passphrase(self) -> None:
        self._field.forget()

    def _on_open(self) -> None:
        if self._presenter:
            self._presenter.open(self._choices[self._cards.checkedId()], self._field.text)

    def _on_aside(self) -> None:
        if self._presenter and self._presenter.is_opening:
            self._presenter.stop()
        elif self._choices:
            self.cannot_remember.emit(self._choices[self._cards.checkedId()])

    def _other_plans(self) -> OtherPlans:
        has_practice = any(choice.is_practice for choice in self._choices)
        made = OtherPlans(has_practice=has_practice, is_first=not self._choices)
        made.another_asked.connect(self.another_asked)
        made.practice_asked.connect(self.practice_asked)
        made.folder_chosen.connect(self.folder_chosen)
        made.off_asked.connect(lambda: self.off_asked.emit(self._choices[self._cards.checkedId()].folder))
        return made

    def _lay_out(self, good_day: str) -> None:
        self.column.addWidget(words.line(good_day, "first"))
        self.column.addSpacing(worn().px(6))
        if self._choices:
            self.put_aside(self._set_up)
            self._lay_out_door(self.column)
        else:
            self.put_aside(self._field, self._caps_lock, self._open, self._aside)
            self._lay_out_first_day(self.column)
        self.column.addStretch(1)

    def _lay_out_first_day(self, column: QVBoxLayout) -> None:
        column.addWidget(words.prose(NO_PLANS, "lead", "muted"))
        column.addSpacing(worn().px(26))
        column.addLayout(_in_a_row(self._set_up))
        column.addSpacing(worn().px(14))
        column.addWidget(self._others)
        column.addSpacing(worn().px(8))
        column.addWidget(self._notice)

    def _lay_out_door(self, column: QVBoxLayout) -> None:
        px = worn().px
        column.addWidget(words.prose(LOCKED, "lead", "muted"))
        column.addSpacing(px(26))
        self._lay_out_choices(column)
        column.addWidget(words.line("Passphrase", "strong"))
        column.addSpacing(px(8))
        column.addWidget(self._field)
        for space, notice in ((8, self._caps_lock), (4, self._notice)):
            column.addSpacing(px(space))
            column.addWidget(notice)
        column.addSpacing(px(12))
        column.addLayout(self._open_row())
        column.addSpacing(px(30))
        column.addWidget(_rule())
        column.addSpacing(px(16))
        column.addLayout(_nobody_else())

    def _lay_out_choices(self, column: QVBoxLayout) -> None:
        px = worn().px
        column.addWidget(words.line("Which plans?", "strong"))
        column.addSpacing(px(9))
        for number, choice in enumerate(self._choices):
            card = ChoiceCard(choice.name, choice.note)
            card.setChecked(choice is self._first)
            self._cards.addButton(card, number)
            column.addWidget(card)
            column.addSpacing(px(8))
        column.addWidget(self._others)
        column.addSpacing(px(3))

    def _open_row(self) -> QHBoxLayout:
        self._open.setProperty("large", True)
        self._aside.setProperty("kind", "quiet")
        self._aside.setProperty("roomy", True)
        row = QHBoxLayout()
        row.setSpacing(worn().px(14))
        row.addWidget(self._open)
        row.addWidget(self._aside)
        row.addStretch(1)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._presenter:
            self._presenter.stop()
        else:
            super().keyPressEvent(event)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("surface", "rule")
    return rule


def _nobody_else() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(worn().px(12))
    row.addWidget(icons.label("life-buoy", "muted", 20), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words.prose(NOBODY_ELSE, "note", "muted"), 1)
    return row


def _in_a_row(made: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(made)
    row.addStretch(1)
    return row
