from __future__ import annotations

import pytest

from fsdesk.desk import cards
from fsdesk.desk.cards import OwnCard
from fsdesk.ui.presenters.setup.card import CardPresenter
from tests.desk.rooms import home_of_masters, team
from tests.desk.team import a_laptop
from tests.ui.presenters.fakes import Desk, Screen

__all__ = ["home_of_masters", "team"]


class Place:
    """Step four of a laptop."""

    def __init__(self, laptop) -> None:
        self.screen, self.work = Screen(), Desk()
        self.laptop = laptop
        self.presenter = CardPresenter(self.screen, desk=laptop.desk, submit=self.work.submit)

    def run(self) -> None:
        self.work.run()


@pytest.fixture
def newcomer(team, tmp_path):
    """A worker who belongs to no team yet, beside a team."""
    made = a_laptop(tmp_path / "newcomer")
    yield Place(made)
    made.close()


def test_the_own_card_is_shown_with_its_words_and_its_square(newcomer):
    newcomer.presenter.begin()
    newcomer.run()
    [own] = newcomer.screen.last("show_own")

    assert cards.own(newcomer.laptop.desk)[0].words == own.person.words
    assert {len(own.square)} == {len(row) for row in own.square}
    assert ([], False) == newcomer.screen.last("show_people")


def test_nothing_is_accepted_before_the_words_match(newcomer, team):
    """Looking at a card changes nothing; the lead's card then makes this laptop one of the team."""
    newcomer.presenter.look(team.morag.card)
    newcomer.run()
    before = (cards.accepted(newcomer.laptop.desk), newcomer.laptop.desk.facts.team)
    newcomer.presenter.they_match()
    newcomer.run()
    people, has_lead = newcomer.screen.last("show_people")

    assert ([], None) == before
    assert ([("Morag", True)], True) == ([(one.name, one.verified) for one in people], has_lead)
    assert team.morag.desk.team == newcomer.laptop.desk.team


def test_a_card_that_does_not_match_keeps_nothing(newcomer, team):
    """Nor can it be accepted afterwards without being opened again."""
    newcomer.presenter.look(team.morag.card)
    newcomer.run()
    newcomer.presenter.they_do_not()
    newcomer.presenter.they_match()
    newcomer.run()

    assert 1 == newcomer.screen.count("show_not_same")
    assert [] == cards.accepted(newcomer.laptop.desk)


def test_another_workers_card_is_no_way_into_a_team(newcomer, team):
    """It is said, and nothing is kept."""
    newcomer.presenter.look(team.isla.card)
    newcomer.run()
    newcomer.presenter.they_match()
    newcomer.run()

    assert 1 == newcomer.screen.count("show_refused")
    assert [] == cards.accepted(newcomer.laptop.desk)


def test_ones_own_card_and_a_file_that_is_none_are_refused(newcomer, tmp_path):
    own, other = tmp_path / "own.fscard", tmp_path / "photo.fscard"
    newcomer.presenter.save_own(own)
    newcomer.run()
    other.write_bytes(b"\x89PNG" * 100)
    for path in (own, other):
        newcomer.presenter.look(path)
    newcomer.run()
    refused = [given[0] for told, given in newcomer.screen.told if told == "show_refused"]

    assert isinstance(refused[0], OwnCard)
    assert 2 == len(refused)
    assert 0 == newcomer.screen.count("show_card")


def test_a_lead_needs_nobody_elses_card(team):
    """The team begins with the lead."""
    place = Place(team.morag)
    place.presenter.begin()
    place.run()

    assert place.screen.last("show_people")[1]
