from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fsdesk import settings
from fsdesk.desk import cards, printers, rosters
from fsdesk.desk.cards import KnownPerson
from fsdesk.desk.rosters import Brought
from fsdesk.ui.presenters.contact_cards import NOT_SAME
from fsdesk.ui.presenters.settings.people import (
    CHANGED,
    NO_LIST,
    NO_LIST_LEAD,
    NOT_YET,
    READ,
    WITHDRAWN,
    PeoplePresenter,
    Told,
    brought,
    note_of,
    state_of,
)
from tests.desk.team import a_team
from tests.ui.presenters.fakes import Desk, Screen

EIGHT = ("otter", "lamp", "quay", "birch", "seven", "kite", "bus", "tin")


class Page:
    """The people of one laptop's desk."""

    def __init__(self, laptop) -> None:
        self.screen, self.thread = Screen(), Desk()
        self.desk = laptop.desk
        self.presenter = PeoplePresenter(
            self.screen,
            desk=laptop.desk,
            submit=self.thread.submit,
            beside=self.thread.submit,
            today=lambda: date(2026, 3, 9),
        )

    def told(self) -> Told:
        """What the page says once everything is done."""
        self.presenter.begin()
        self.thread.run()
        return self.screen.last("show_people")[0]

    def said(self) -> str:
        """What was said to be done, once it is."""
        self.thread.run()
        return self.screen.last("show_done")[0]

    def state_of(self, name: str) -> str:
        """How it stands with somebody's card."""
        return state_of(next(one for one in self.told().people if one.name == name))


@pytest.fixture
def dan(team) -> Page:
    """A worker, who has the cards of Morag and Isla."""
    return Page(team.dan)


@pytest.fixture
def morag(team) -> Page:
    """Their lead."""
    return Page(team.morag)


def a_person(*, role: str = "worker", verified: bool = True, withdrawn: bool = False, changed: bool = False):
    return KnownPerson("Isla", role, "d", EIGHT, verified, withdrawn, "t", "age1", changed)


def test_everybody_whose_card_is_here_is_shown_with_this_laptops_own(dan):
    """The square on the own card is as wide as it is high."""
    told = dan.told()

    assert {"Morag", "Isla"} == {one.name for one in told.people}
    assert "Dan" == told.own.person.name
    assert len(told.own.square) == len(told.own.square[0]) > 20
    assert not told.may_sign


@pytest.mark.parametrize(
    ("person", "state"),
    [
        (a_person(), READ),
        (a_person(verified=False), NOT_YET),
        (a_person(verified=False, changed=True), CHANGED),
        (a_person(verified=True, withdrawn=True), WITHDRAWN),
    ],
)
def test_how_it_stands_with_a_card_is_told_in_words(person, state):
    """The note says what can be done, and who it is."""
    assert state == state_of(person)
    assert note_of(person).startswith("Worker")


def test_a_new_card_is_looked_at_before_anything_is_kept(team, dan):
    """Its words are shown; nobody new is here yet."""
    before = dan.told().people
    dan.presenter.look_at_card(team.isla.card)
    dan.thread.run()
    person, path = dan.screen.last("show_card")

    assert ("Isla", 8, team.isla.card) == (person.name, len(person.words), path)
    assert before == dan.told().people


def test_a_card_can_be_kept_and_its_words_read_later(home_of_masters, tmp_path):
    """Until then it says so; afterwards it counts as read."""
    there = tmp_path / "there"
    there.mkdir()
    made = a_team(home_of_masters, there)
    page = Page(made.dan)
    card = newer_card_of(made, tmp_path)
    page.presenter.accept(card, verified=False)
    said = page.said()
    kept = page.state_of("Isla Again")
    page.presenter.read_aloud(made.isla.device)
    read = page.said()

    assert "Isla Again’s card is here. Read the eight words together when you can." == said
    assert CHANGED == kept
    assert "You and Isla Again read the same words." == read
    assert READ == page.state_of("Isla Again")
    made.close()


def newer_card_of(made, folder: Path) -> Path:
    """Isla's laptop with another name on it: known keys, and words to be read again."""
    from fsdesk.desk import files
    from fsdesk.store import contact

    with made.isla.desk.reading() as tx:
        card = contact.make(
            made.isla.desk.keys(tx), "Isla Again", made.isla.desk.facts.role, made.isla.desk.facts.team or ""
        )
    return files.write(folder / "again.card", contact.write(card))


def test_words_that_are_not_the_same_change_nothing(dan):
    """Nobody is alarmed."""
    before = dan.told().people
    dan.presenter.not_same()

    assert (NOT_SAME,) == dan.screen.last("show_done")
    assert before == dan.told().people


def test_a_laptop_that_is_withdrawn_says_so(team, dan, morag):
    """A worker tells their lead, a lead's next package tells the others."""
    dan.presenter.withdraw(team.isla.device)
    by_worker = dan.said()
    morag.presenter.withdraw(team.isla.device)
    by_lead = morag.said()

    assert WITHDRAWN == dan.state_of("Isla")
    assert by_worker.endswith("Tell your team lead: their next package tells the others.")
    assert by_lead.endswith("Your next package tells the others.")


def test_a_withdrawn_card_is_not_read_aloud(team, dan):
    """It stays withdrawn."""
    dan.presenter.withdraw(team.isla.device)
    dan.presenter.read_aloud(team.isla.device)
    dan.thread.run()

    assert isinstance(dan.screen.last("show_refused")[0], cards.CardWithdrawn)
    assert WITHDRAWN == dan.state_of("Isla")


def test_the_own_card_and_cards_to_cut_out_are_written_where_asked(dan, tmp_path):
    """What stood there is replaced: whoever chose the place was asked."""
    card, sheet = tmp_path / "dan.fscard", tmp_path / "cards.pdf"
    card.write_text("older")
    dan.presenter.save_card(card)
    dan.presenter.save_cards(sheet)

    assert f"Saved: {sheet}" == dan.said()
    assert cards.own(dan.desk)[1] == card.read_bytes()
    assert sheet.read_bytes().startswith(b"%PDF")


def test_cards_go_to_the_usual_printer(dan, monkeypatch):
    """Under a title that names nobody."""
    gone = []
    monkeypatch.setattr(
        printers, "hand_over", lambda pdf, title, printer: gone.append((pdf[:4], title, printer))
    )
    settings.choose(printer="office")
    dan.presenter.print_cards()
    dan.thread.run()

    assert [(b"%PDF", "Contact cards", "office")] == gone


def test_a_lead_signs_the_list_and_a_worker_takes_it_from_a_file(dan, morag, tmp_path):
    """Each is told its number and who signed it."""
    before = (dan.told().team_list, morag.told().team_list)
    morag.presenter.sign_list()
    signed = morag.said()
    morag.presenter.save_list(tmp_path / "list")
    morag.thread.run()
    dan.presenter.take_list(tmp_path / "list")
    taken = dan.said()

    assert (NO_LIST, NO_LIST_LEAD) == before
    assert "Team list 1 is signed." == signed
    assert taken.startswith("Team list 1 counts here now.")
    assert dan.told().team_list.startswith("Team list 1, signed by Morag, ")
    assert dan.told().has_list


def test_a_list_that_has_changed_since_says_so(team, morag):
    """Until it is signed anew."""
    morag.presenter.sign_list()
    morag.thread.run()
    rosters.withdraw(team.isla.desk, team.dan.device)
    with team.morag.desk.transaction() as tx:
        from fsdesk.store import cards as kept

        [card] = kept.of_device(tx, team.dan.device)
        kept.withdraw(tx, card.fingerprint, 1, (0, b""))
    stale = morag.told().team_list
    morag.presenter.sign_list()

    assert stale.endswith("your next package signs it anew.")
    assert "Team list 2 is signed." == morag.said()
    assert morag.told().team_list.startswith("Team list 2, signed by Morag")


def test_what_a_list_brought_is_told_by_names():
    """Or that it was here already."""
    news = Brought(3, new=("Mairi",), changed=("Isla",), withdrawn=("Omar",))

    assert "Team list 3 was here already." == brought(Brought(3, is_news=False))
    assert (
        "Team list 3 counts here now. Mairi: new here. Isla: to be read aloud again. Omar: withdrawn."
        == brought(news)
    )
