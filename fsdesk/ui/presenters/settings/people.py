"""People and devices: whose cards are here, which words were read together, this laptop's own card, the team list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from fsdesk import settings
from fsdesk.desk import cards, clock, files, printers, rosters, team_papers
from fsdesk.desk.cards import KnownPerson
from fsdesk.desk.rosters import Brought, Standing
from fsdesk.errors import Refused
from fsdesk.ui.presenters.contact_cards import NOT_SAME, PRINT_TITLE, PRINTED, Own, own, role_of
from fsdesk.ui.presenters.dates import said_within
from fsdesk.ui.presenters.entries import together
from fsdesk.ui.presenters.unlock import Submit

READ, NOT_YET, CHANGED, WITHDRAWN = "Words read together", "Not read together yet", "New card", "Withdrawn"
NO_LIST = "There is no team list here yet. It comes with your team lead’s next package."
NO_LIST_LEAD = "No team list is signed yet. Your next package signs it by itself, or you do it here."


class Told(NamedTuple):
    """Everything the page says of people."""

    own: Own
    people: tuple[KnownPerson, ...]
    team_list: str
    may_sign: bool
    """Whether this person leads the team, and so signs its list."""
    has_list: bool


class PeopleView(Protocol):
    """What the presenter may ask of the page."""

    def show_people(self, told: Told) -> None:
        """Shows who is known here, this laptop's own card, and the team list."""

    def show_card(self, person: KnownPerson, path: Path) -> None:
        """Shows the eight words of a card that may be accepted."""

    def show_done(self, text: str) -> None:
        """Says what was done."""

    def show_refused(self, refused: Refused) -> None:
        """Says what is so and what to do."""


class PeoplePresenter:
    """Whatever is done ends with the people as they are then."""

    def __init__(
        self, view: PeopleView, *, desk: Any, submit: Submit, beside: Submit, today: Callable[[], date]
    ) -> None:
        self._view, self._desk = view, desk
        self._submit, self._beside, self._today = submit, beside, today

    def begin(self) -> None:
        """Looks who is known here."""
        self._ask(lambda: told(self._desk, self._today()), self._view.show_people)

    def look_at_card(self, path: Path) -> None:
        """Shows the eight words of the card in this file; nothing is accepted yet."""
        self._ask(lambda: cards.look(self._desk, path), lambda person: self._view.show_card(person, path))

    def accept(self, path: Path, *, verified: bool) -> None:
        """The card is accepted, its words read together or to be read later."""
        self._do(lambda: accepted(cards.accept(self._desk, path, verified=verified)))

    def read_aloud(self, device: str) -> None:
        """Both read the same words."""
        self._do(lambda: f"You and {cards.read_aloud(self._desk, device).name} read the same words.")

    def not_same(self) -> None:
        """The words were not the same: nothing is changed, and nobody is alarmed."""
        self._view.show_done(NOT_SAME)

    def withdraw(self, device: str) -> None:
        """This laptop is sent nothing more, and what it wrote beyond what is here waits."""
        self._do(lambda: withdrawn(rosters.withdraw(self._desk, device), self._desk.is_lead))

    def save_card(self, path: Path) -> None:
        """This laptop's own card is written there, for a colleague; what stood there is replaced."""
        self._do(lambda: _written(files.write(path, cards.own(self._desk)[1], force=True)))

    def save_cards(self, path: Path) -> None:
        """Four cards to print and cut are written there."""
        self._do(lambda: _written(files.write(path, team_papers.cards(self._desk), force=True)))

    def print_cards(self) -> None:
        """Four cards to cut out go to the usual printer."""
        self._ask(lambda: team_papers.cards(self._desk), self._print)

    def _print(self, pdf: bytes) -> None:
        self._beside(
            lambda _: printers.hand_over(pdf, PRINT_TITLE, settings.choices().printer),
            done=lambda _: self._view.show_done(PRINTED),
            failed=self._view.show_refused,
        )

    def take_list(self, path: Path) -> None:
        """The list in this file counts here from now on, if a lead who is known here signed it."""
        self._do(lambda: brought(rosters.accept(self._desk, path)))

    def sign_list(self) -> None:
        """The list says what is known here, signed by this lead."""
        self._do(lambda: f"Team list {rosters.newest(self._desk).roster.number} is signed.")

    def save_list(self, path: Path) -> None:
        """The list is written there, for those whom no package reaches."""
        self._do(lambda: _list_written(rosters.export(self._desk, path, force=True), path))

    def _do(self, act: Callable[[], str]) -> None:
        self._ask(act, self._on_done)

    def _on_done(self, said: str) -> None:
        self._view.show_done(said)
        self.begin()

    def _ask(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._submit(lambda _: work(), done=done, failed=self._view.show_refused)


def told(desk: Any, today: date) -> Told:
    """What there is to say of a desk's people."""
    standing = rosters.standing(desk)
    may_sign = desk.is_lead and desk.facts.team is not None
    people = tuple(cards.accepted(desk))
    return Told(
        own(desk),
        people,
        _list(standing, may_sign, today),
        may_sign,
        standing is not None,
    )


def state_of(person: KnownPerson) -> str:
    """How it stands with somebody's card, in a few words."""
    if person.withdrawn:
        return WITHDRAWN
    if person.verified:
        return READ
    return CHANGED if person.changed else NOT_YET


def note_of(person: KnownPerson) -> str:
    """Who somebody is, and what is to be done about their card."""
    role = role_of(person)
    if person.withdrawn:
        return f"{role}. Nothing is sent to this laptop."
    if person.verified:
        return role
    if person.changed:
        return f"{role}. This laptop shows another card than before: read the words again."
    return f"{role}. Read the eight words to each other, by phone or across the table."


def accepted(person: KnownPerson) -> str:
    """What is said once a card was accepted."""
    if person.verified:
        return f"{person.name}’s card is here, and you read the same words."
    return f"{person.name}’s card is here. Read the eight words together when you can."


def withdrawn(person: KnownPerson, by_lead: bool) -> str:
    """What is said once a laptop was withdrawn."""
    others = (
        "Your next package tells the others."
        if by_lead
        else "Tell your team lead: their next package tells the others."
    )
    return f"{person.name}’s laptop is withdrawn here. {others}"


def brought(news: Brought) -> str:
    """What a team list changed here."""
    if not news.is_news:
        return f"Team list {news.number} was here already."
    said = [f"Team list {news.number} counts here now."]
    for names, what in (
        (news.new, "new here"),
        (news.changed, "to be read aloud again"),
        (news.withdrawn, "withdrawn"),
    ):
        if names:
            said.append(f"{together(sorted(names))}: {what}.")
    return " ".join(said)


def _list(standing: Standing | None, may_sign: bool, today: date) -> str:
    if standing is None:
        return NO_LIST_LEAD if may_sign else NO_LIST
    day = said_within(clock.as_time(standing.made_at), today)
    said = f"Team list {standing.number}, signed by {standing.by}, {day}."
    return (
        said
        if standing.is_current
        else f"{said} Something has changed since; your next package signs it anew."
    )


def _written(path: Path) -> str:
    return f"Saved: {path}"


def _list_written(signed: Any, path: Path) -> str:
    return f"Team list {signed.roster.number} is signed and saved: {path}"
