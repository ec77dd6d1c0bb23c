"""Step four: the team lead's card comes in, once both read the same words; this laptop's own goes out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.desk.cards import KnownPerson
from fsdesk.errors import Refused
from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.asking_file import ask_for_file
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.card_match import CardMatch
from fsdesk.ui.parts.clearing import clear
from fsdesk.ui.parts.notice import Tone
from fsdesk.ui.presenters.contact_cards import NOT_SAME, Own, role_of
from fsdesk.ui.presenters.setup.card import CardPresenter
from fsdesk.ui.presenters.setup.steps import Step
from fsdesk.ui.setup.give_card import GiveYourCard
from fsdesk.ui.setup.step_door import StepDoor

TITLE = "Your team card"
LEAD = "It tells this laptop who your team is, so packages reach the right people."
FOR_WORKER = "Your team lead has a card file for you. Open it, and read its eight words to each other."
FOR_LEAD = "Open the card of somebody in your team, and read its eight words to each other."
OPEN, ANOTHER = "Open a card file...", "Open another card..."
CARDS = "fsdesk card (*.fscard *.card);;All files (*)"
NO_CARD = "No card with you? Carry on without it. You can keep and print plans today and add the card later."
LATER, NEXT = "Later", "Next: ready"
NOT_YET = "Opens when your team lead’s words match."


class TeamCard(StepDoor):
    """Later is as good as now: plans and prints need no card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            Step.CARD, TITLE, LEAD, button(NEXT, kind="main"), wide=690, can_leave=False, parent=parent
        )
        self._presenter: CardPresenter | None = None
        self._has_people = self._has_lead = False
        self.later = button(LATER, kind="quiet")
        self._what = words.prose(FOR_WORKER, "body")
        self._open = button(OPEN, "folder-open", "main")
        self._another = button("Another file", "folder-open")
        self._match = CardMatch(beside=self._another)
        self._people = QVBoxLayout()
        self._own = GiveYourCard()
        self._no_card = _with_icon("info", words.prose(NO_CARD, "note", "muted"))
        self._lay_out()
        self.setFocusProxy(self._open)
        self.show_ready(False, NOT_YET)

    def serve(self, presenter: CardPresenter) -> None:
        """From now on, what the person does here goes to this presenter, which says how it stands."""
        self._presenter = presenter
        self._open.clicked.connect(self._ask_for_card)
        self._another.clicked.connect(self._ask_for_card)
        self._match.matched.connect(self._show_opening)
        self._match.matched.connect(presenter.they_match)
        self._match.not_matched.connect(presenter.they_do_not)
        self._own.card.save_asked.connect(presenter.save_own)
        self._own.card.save_cards_asked.connect(presenter.save_cards)
        self._own.card.print_asked.connect(presenter.print_cards)
        self.later.clicked.connect(self.next_asked)
        presenter.begin()

    def stops_at_foot(self) -> tuple[QWidget, ...]:
        return (self.back, self.later, self.next)

    def show_own(self, own: Own) -> None:
        self._what.setText(FOR_LEAD if own.person.is_lead else FOR_WORKER)
        self._own.show_own(own)

    def show_people(self, people: Sequence[KnownPerson], has_lead: bool) -> None:
        self._has_people, self._has_lead = bool(people), has_lead
        self._show_opening()
        clear(self._people)
        for one in people:
            self._people.addWidget(_person(one))
        self._open.setText(ANOTHER if people else OPEN)
        self._open.setProperty("kind", "" if people else "main")
        self._open.style().polish(self._open)
        icons.put(self._open, "folder-open", "text" if people else "on_loch")
        self.later.setVisible(not has_lead)
        self.show_ready(has_lead, "" if has_lead else NOT_YET)
        if people and has_lead and self.isVisible():
            self.next.setFocus()

    def show_card(self, person: KnownPerson, path: Path) -> None:
        self.notice.clear()
        for one in (self._what, self._open, self._own, self._no_card):
            one.hide()
        self._match.ask(person)
        self.setFocusProxy(self._match.they_do_not)

    def show_not_same(self) -> None:
        self._show_opening()
        self.notice.say(Tone.CALM, NOT_SAME)
        self._open.setFocus()

    def show_told(self, told: str) -> None:
        """Says what became of this laptop's own card."""
        self.notice.say(Tone.CALM, told, icon="check")

    def show_refused(self, refused: Refused) -> None:
        self._show_opening()
        super().show_refused(refused)

    def _show_opening(self) -> None:
        """No card is being looked at: one can be opened, and the own one goes out."""
        self._match.hide()
        for one in (self._open, self._own):
            one.show()
        self.setFocusProxy(self._open)
        self._what.setVisible(not self._has_people)
        self._no_card.setVisible(not self._has_lead)

    def _ask_for_card(self) -> None:
        if self._presenter:
            ask_for_file(self, "A contact card", CARDS, self._presenter.look)

    def _lay_out(self) -> None:
        px, column = worn().px, self.body
        self._open.setProperty("roomy", True)
        self.later.setProperty("large", True)
        column.setSpacing(px(10))
        column.addWidget(self._what)
        column.addLayout(self._people)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._match)
        column.addWidget(self._no_card)
        column.addSpacing(px(4))
        column.addWidget(self._own)
        foot = self.foot
        foot.insertWidget(foot.count() - 1, self.later)


def _with_icon(icon: str, text: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(worn().px(8))
    row.addWidget(icons.label(icon, "muted", 18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return made


def _person(one: KnownPerson) -> QFrame:
    """Somebody whose card is here, and whether both read the words."""
    px = worn().px
    card = QFrame()
    card.setProperty("surface", "sheet")
    row = QHBoxLayout(card)
    row.setContentsMargins(px(20), px(10), px(20), px(10))
    row.setSpacing(px(14))
    checked = "The words match." if one.verified else "The words were not read together yet."
    said = QVBoxLayout()
    said.setSpacing(px(2))
    said.addWidget(words.prose(one.name, "card"))
    said.addWidget(words.prose(f"{role_of(one)}. {checked}", "body", "muted"))
    row.addWidget(
        icons.label("circle-check" if one.verified else "user", "moss" if one.verified else "loch", 28)
    )
    row.addLayout(said, 1)
    return card
