from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.errors import Refused
from fsdesk.ui.presenters.setup import SetUpPresenter, strength, wanting
from tests.ui.presenters.fakes import Desk, Screen

STRONG = "kettle harbour violet bus"


@pytest.mark.parametrize(
    ("expected", "passphrase"),
    [
        (0, ""),
        (0, "   "),
        (1, "kettle"),
        (1, "kettle kettle kettle kettle"),
        (1, "a b c d e"),
        (2, "maryhill ferry lantern"),
        (3, STRONG),
        (3, "Grüße harbour violet 巴士站"),
        (3, "x7!Kp0-qW2?rT9#zL4&b"),
    ],
)
def test_a_passphrase_grows_strong_by_different_words(expected, passphrase):
    """Words that repeat, and single letters, do not count; a long run of different signs does."""
    assert expected == strength(passphrase).blocks


@given(st.text())
def test_strength_is_said_in_words_and_never_in_numbers(passphrase):
    """Any passphrase gets a next step or an end, and no percentage."""
    found = strength(passphrase)

    assert 0 <= found.blocks <= 3
    assert found.text
    assert not any(sign.isdigit() or sign == "%" for sign in found.heading + found.text)


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
    assert expected == wanting(*given_)


class Place:
    """A set-up with a desk that makes stores."""

    def __init__(self, refused: Refused | None = None) -> None:
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
