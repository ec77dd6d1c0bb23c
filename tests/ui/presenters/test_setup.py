from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk.desk.passphrases import strength
from fsdesk.desk.stores import LabelTaken
from fsdesk.errors import Refused
from fsdesk.ui.presenters.setup import SetUpPresenter, wanting
from tests.ui.presenters.fakes import Desk, Screen

STRONG = "kettle harbour violet bus"


@pytest.mark.parametrize(
    ("expected", "given_"),
    [
        ("Your name is still to come.", ("", STRONG, STRONG)),
        ("Opens when the passphrase is strong.", ("Dan", "kettle", "kettle")),
        ("Type the passphrase once more.", ("Dan", STRONG, "")),
        ("The two passphrases are not the same yet.", ("Dan", STRONG, "kettle")),
        ("", ("Dan", STRONG, STRONG)),
    ],
)
def test_what_is_still_wanted_is_said_one_thing_at_a_time(expected, given_):
    assert expected == wanting(*given_, strength(given_[1]))


class Place:
    """A set-up with a desk that makes stores."""

    def __init__(self, refused: Refused | None = None, **more: object) -> None:
        self.screen, self.desk = Screen(), Desk()
        self.made: list[tuple] = []
        self.opened: list[tuple] = []
        self.refused = refused
        self.presenter = SetUpPresenter(
            self.screen,
            folder=Path("/home/dan/my-families"),
            make=self.make,
            submit=self.desk.submit,
            opened=lambda choice, store: self.opened.append((choice.folder, store)),
            **more,
        )

    def make(self, *given_: object) -> str:
        if self.refused:
            raise self.refused
        self.made.append(given_)
        return "an open desk"


def test_the_store_is_made_and_opened():
    """The name is taken without the spaces around it, the passphrase as it was typed."""
    place = Place()
    place.presenter.make(" Dan ", "worker", STRONG, STRONG)
    place.desk.run()

    assert [(Path("/home/dan/my-families"), "Dan", "worker", STRONG)] == place.made
    assert [(Path("/home/dan/my-families"), "an open desk")] == place.opened
    assert [("show_making", (True,)), ("show_making", (False,))] == place.screen.told


def test_nothing_is_made_while_something_is_wanting_or_being_made():
    place = Place()
    place.presenter.make("Dan", "worker", STRONG, "another")
    place.presenter.make("Dan", "worker", STRONG, STRONG)
    place.presenter.make("Dan", "worker", STRONG, STRONG)

    assert 1 == len(place.desk.waiting)


def test_a_refusal_is_told_and_the_page_is_ready_again():
    refused = Refused("The disk is full.", "Make some room.")
    place = Place(refused)
    place.presenter.make("Dan", "worker", STRONG, STRONG)
    place.desk.run()

    assert (refused,) == place.screen.last("show_refused")
    assert (False,) == place.screen.last("show_making")
    assert [] == place.opened


def test_a_passphrase_of_ones_own_name_is_not_strong():
    """Whoever has the laptop tries that first."""
    place = Place()
    place.presenter.changed("Maryhill Ferry Lantern Otter", "maryhill ferry lantern otter", "")

    assert 3 > place.screen.last("show_strength")[0].blocks


def test_more_plans_are_called_by_a_label_of_their_own():
    """It says where they are made; one that is taken is refused before anything is begun."""
    taken: list[str] = []

    def folder_for(label: str) -> Path:
        if label in taken:
            raise LabelTaken
        taken.append(label)
        return Path("/home/stores") / label

    place = Place(folder_for=folder_for)
    place.presenter.changed("Dan", STRONG, STRONG)
    unnamed = place.screen.last("show_ready")
    place.presenter.make("Dan", "worker", STRONG, STRONG, "west")
    place.desk.run()
    place.presenter.make("Dan", "worker", STRONG, STRONG, "west")

    assert (False, "What these plans are called is still to come.") == unnamed
    assert [(Path("/home/stores/west"), "Dan", "worker", STRONG)] == place.made
    assert isinstance(place.screen.last("show_refused")[0], LabelTaken)
    assert [] == place.desk.waiting
