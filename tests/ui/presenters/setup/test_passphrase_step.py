from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk.desk.passphrases import strength
from fsdesk.errors import Refused
from fsdesk.ui.presenters.setup.passphrase import (
    NOT_STRONG,
    NOT_THE_SAME,
    ONCE_MORE,
    PassphrasePresenter,
    wanting,
)
from fsdesk.ui.presenters.setup.you import You
from tests.ui.presenters.fakes import Desk, Screen

STRONG = "kettle harbour violet bus"
MINE = Path("/home/dan/my-families")


@pytest.mark.parametrize(
    ("expected", "passphrase", "again"),
    [
        (NOT_STRONG, "kettle", "kettle"),
        (ONCE_MORE, STRONG, ""),
        (NOT_THE_SAME, STRONG, "kettle"),
        ("", STRONG, STRONG),
    ],
)
def test_what_is_still_wanted_is_said_one_thing_at_a_time(expected, passphrase, again):
    assert expected == wanting(passphrase, again, strength(passphrase))


class Place:
    """Step two with a desk that makes stores."""

    def __init__(self, refused: Refused | None = None, you: You | None = None) -> None:
        self.screen, self.desk = Screen(), Desk()
        self.asked: list[tuple] = []
        self.made: list[tuple] = []
        self.refused = refused
        self.presenter = PassphrasePresenter(
            self.screen,
            you=you or You("Dan"),
            folder=MINE,
            make=self.make,
            submit=self.desk.submit,
            made=lambda choice, store: self.made.append((choice.folder, store)),
        )

    def make(self, *given: object) -> str:
        if self.refused:
            raise self.refused
        self.asked.append(given)
        return "an open desk"


def test_the_store_is_made_and_handed_on_open():
    """The passphrase as it was typed; then both fields are empty."""
    place = Place()
    place.presenter.make(STRONG, STRONG)
    waiting = place.presenter.is_making
    place.desk.run()

    assert waiting
    assert [(MINE, "Dan", "worker", STRONG)] == place.asked
    assert [(MINE, "an open desk")] == place.made
    assert ["show_making", "show_making", "forget_passphrase"] == [told for told, _ in place.screen.told]


def test_nothing_is_made_while_something_is_wanting_or_being_made():
    place = Place()
    place.presenter.make(STRONG, "another")
    place.presenter.make(STRONG, STRONG)
    place.presenter.make(STRONG, STRONG)

    assert 1 == len(place.desk.waiting)


def test_a_refusal_is_told_and_what_was_typed_stays():
    refused = Refused("The disk is full.", "Make some room.")
    place = Place(refused)
    place.presenter.make(STRONG, STRONG)
    place.desk.run()

    assert (refused,) == place.screen.last("show_refused")
    assert (False,) == place.screen.last("show_making")
    assert ([], 0) == (place.made, place.screen.count("forget_passphrase"))
    assert not place.presenter.is_making


def test_a_passphrase_of_ones_own_name_is_not_strong():
    """Whoever has the laptop tries that first."""
    place = Place(you=You("Maryhill Ferry Lantern Otter"))
    place.presenter.changed("maryhill ferry lantern otter", "")

    assert 3 > place.screen.last("show_strength")[0].blocks
