"""People and devices: everybody whose card is here, this laptop's own card, and the team list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from fsdesk.desk.cards import KnownPerson
from fsdesk.errors import Refused
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.asking_file import ask_for_file, ask_where_to_save
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.card_match import CardMatch
from fsdesk.ui.parts.clearing import let_go
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.notice import Tone
from fsdesk.ui.parts.tab_order import follow
from fsdesk.ui.presenters.contact_cards import NOBODY
from fsdesk.ui.presenters.settings.people import PeoplePresenter, Told
from fsdesk.ui.settings.person_row import PersonRow
from fsdesk.ui.settings.rows import Card, Columns, Inset, Inside, Row
from fsdesk.ui.settings.this_laptop import ThisLaptop
from fsdesk.ui.settings.withdrawing import Withdrawing

LIST_NAME = "team list.fsroster"
LATER, KEEP_FOR_LATER = "Read them later", "Keep it, read later"


class PeopleTopic(Columns):
    """Adding, checking and withdrawing happen in the page, each by a named act."""

    def __init__(self) -> None:
        self.team, self.own, self.list = TeamCard(), ThisLaptop(), TeamList()
        super().__init__([self.team], [self.own, self.list])
        self.setFocusProxy(self.team.add_card)

    def serve(self, presenter: PeoplePresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        for part in (self.team, self.own, self.list):
            part.serve(presenter)

    def show_people(self, told: Told) -> None:
        self.team.show_people(told.people)
        self.own.show_own(told.own)
        self.list.show_list(told)

    def show_card(self, person: KnownPerson, path: Path) -> None:
        self.team.notice.clear()
        self.team.ask_about(person, path)

    def close_all(self) -> None:
        """Nothing waits for an answer: somebody leaves this page."""
        self.team.notice.clear()
        self.team.match.hide()
        self.team.withdrawing.hide()

    def show_done(self, text: str) -> None:
        self.team.notice.say(Tone.GOING_WELL, text)

    def show_refused(self, refused: Refused) -> None:
        self.team.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)


class TeamCard(Card):
    """Everybody whose card was accepted here."""

    def __init__(self) -> None:
        self.add_card = button("Add a card", "user-plus")
        super().__init__("Team", self.add_card)
        self._presenter: PeoplePresenter | None = None
        self._rows: list[PersonRow] = []
        self.later = button(LATER)
        self.match = CardMatch(later=self.later)
        self.withdrawing = Withdrawing()
        self._nobody = Row("", NOBODY)
        self._answers: tuple[Callable[[], None], Callable[[], None]] = (lambda: None, lambda: None)
        self.add(Inside(self.match), self.withdrawing, self._nobody)
        self.add_card.clicked.connect(self._on_add)
        self.match.matched.connect(lambda: self._answers[0]())
        self.later.clicked.connect(lambda: self._answers[1]())
        match, withdrawing = self.match, self.withdrawing
        for answered in (
            match.matched,
            match.not_matched,
            self.later.clicked,
            withdrawing.kept,
            withdrawing.asked,
        ):
            answered.connect(lambda *_: self.add_card.setFocus())
        self.setFocusProxy(self.add_card)

    def serve(self, presenter: PeoplePresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        self.match.not_matched.connect(presenter.not_same)
        self.withdrawing.asked.connect(presenter.withdraw)

    def show_people(self, people: tuple[KnownPerson, ...]) -> None:
        """These are known here."""
        for row in self._rows:
            let_go(row)
        self._rows = [self._row(person) for person in people]
        self.add(*self._rows)
        self._nobody.setVisible(not people)
        follow(self.add_card, self.match, self.withdrawing, *self._rows)

    def ask_about(self, person: KnownPerson, path: Path | None = None) -> None:
        """The eight words are to be read aloud: of a new card in a file, or of one that is here."""
        presenter = self._presenter
        if presenter is None:
            return
        self.withdrawing.hide()
        if path is None:
            self._answers = (lambda: presenter.read_aloud(person.device), lambda: None)
        else:
            accept = presenter.accept
            self._answers = (lambda: accept(path, verified=True), lambda: accept(path, verified=False))
        self.later.setText(LATER if path is None else KEEP_FOR_LATER)
        self.match.ask(person)

    def _row(self, person: KnownPerson) -> PersonRow:
        row = PersonRow(person)
        row.check_asked.connect(lambda: self.ask_about(person))
        row.withdraw_asked.connect(lambda: self._ask_to_withdraw(person))
        return row

    def _ask_to_withdraw(self, person: KnownPerson) -> None:
        self.match.hide()
        self.withdrawing.ask(person)

    def _on_add(self) -> None:
        if self._presenter:
            ask_for_file(self, "A colleague’s card", "", self._presenter.look_at_card)


class TeamList(Card):
    """The numbered list that a lead signs and packages carry."""

    def __init__(self) -> None:
        super().__init__("Team list")
        self._told = words.prose("", "body")
        self.sign = button("Sign it now", "check")
        self.save = button("Save it...", "file-down")
        self.take = button("Take one from a file...", "folder-open")
        acts = QWidget()
        flow = Flow(worn().px(8), acts)
        for one in (self.sign, self.save, self.take):
            flow.addWidget(one)
        self.add(Inset(self._told, acts))

    def serve(self, presenter: PeoplePresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self.sign.clicked.connect(presenter.sign_list)
        self.save.clicked.connect(
            lambda: ask_where_to_save(self, "Save the team list", LIST_NAME, "", presenter.save_list)
        )
        self.take.clicked.connect(lambda: ask_for_file(self, "A team list", "", presenter.take_list))

    def show_list(self, told: Told) -> None:
        """How it stands with the list, and what this person may do with it."""
        self._told.setText(told.team_list)
        self.sign.setVisible(told.may_sign)
        self.save.setVisible(told.may_sign or told.has_list)
