"""Step one: a name, what one does, and, where there are other plans, what these are called."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QWidget

from fsdesk.desk.stores import LONGEST_LABEL
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.choice_card import ChoiceCard
from fsdesk.ui.presenters.setup.steps import Step
from fsdesk.ui.presenters.setup.you import ROLES, You, YouPresenter
from fsdesk.ui.setup.step_door import StepDoor

TITLE = "About you"
LEAD = "So that your words in a plan are known as yours. It is kept once there is a passphrase to lock it."
LABEL, LABEL_NOTE = (
    "What these plans are called",
    "Such as your team’s name. It is seen before unlocking, so never a family’s.",
)
NAME, NAME_NOTE = (
    "Your name, as your team knows it",
    "It stays on this laptop, locked with your plans, and goes out only on your team card and in packages.",
)
ROLE = "What you do"
_ROLE_NOTES = (
    "You keep plans with families and send them to your team lead",
    "You see what your team sends you, and settle what differs",
)
PRACTISE = "Try it with practice families first"
_LONGEST_NAME = 200


class AboutYou(StepDoor):
    """Nothing is kept yet: that begins with the passphrase."""

    practice_asked = Signal()

    def __init__(
        self,
        you: You | None = None,
        *,
        asks_label: bool = False,
        offers_practice: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        next_ = button("Next: your passphrase", kind="main")
        super().__init__(Step.YOU, TITLE, LEAD, next_, parent=parent)
        self._presenter: YouPresenter | None = None
        self._label, self._name = QLineEdit(), QLineEdit()
        self._roles = QButtonGroup(self)
        self._practise = button(PRACTISE, "users", "quiet")
        self._practise.clicked.connect(self.practice_asked)
        self._lay_out(asks_label, offers_practice)
        self._show(you or You())
        self.setFocusProxy(self._label if asks_label else self._name)

    def serve(self, presenter: YouPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        for line in (self._label, self._name):
            line.textChanged.connect(self._on_changed)
            line.returnPressed.connect(self._on_next)
        self._on_changed()

    def _show(self, you: You) -> None:
        self._label.setText(you.label)
        self._name.setText(you.name)
        self._roles.button([role for role, _ in ROLES].index(you.role)).setChecked(True)

    def _you(self) -> You:
        return You(self._name.text(), ROLES[max(0, self._roles.checkedId())][0], self._label.text())

    def _on_changed(self) -> None:
        if self._presenter:
            self._presenter.changed(self._you())

    def _on_next(self) -> None:
        if self._presenter:
            self._presenter.go_on(self._you())

    def _lay_out(self, asks_label: bool, offers_practice: bool) -> None:
        px, column = worn().px, self.body
        self._label.setMaxLength(LONGEST_LABEL)
        self._name.setMaxLength(_LONGEST_NAME)
        if asks_label:
            self._add_line(LABEL, self._label, LABEL_NOTE)
            column.addSpacing(px(16))
        else:
            self.put_aside(self._label)
        self._add_line(NAME, self._name, NAME_NOTE)
        column.addSpacing(px(16))
        column.addWidget(words.line(ROLE, "strong"))
        for number, (_, label) in enumerate(ROLES):
            card = ChoiceCard(label, _ROLE_NOTES[number])
            self._roles.addButton(card, number)
            column.addSpacing(px(8))
            column.addWidget(card)
        if offers_practice:
            self._practise.setProperty("roomy", True)
            row = QHBoxLayout()
            row.addWidget(self._practise)
            row.addStretch(1)
            column.addSpacing(px(12))
            column.addLayout(row)
        else:
            self.put_aside(self._practise)

    def _add_line(self, label: str, line: QLineEdit, note: str) -> None:
        px = worn().px
        line.setAccessibleName(label)
        line.setAccessibleDescription(note)
        line.setProperty("large", True)
        for space, part in (
            (0, words.line(label, "strong")),
            (8, line),
            (4, words.prose(note, "note", "muted")),
        ):
            self.body.addSpacing(px(space) if space else 0)
            self.body.addWidget(part)
