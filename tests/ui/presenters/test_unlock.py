from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from fsdesk.errors import Refused
from fsdesk.jobs import quiet
from fsdesk.ui.presenters.unlock import (
    StoreChoice,
    UnlockPresenter,
    first_choice,
    greeting,
)

NORTH_WEST = StoreChoice(Path("/plans/north-west"), "North West team", "Last opened Friday 16:20")
PRACTICE = StoreChoice(
    Path("/plans/practice"), "Practice families", "Made-up families to try things with", True
)
RIGHT = "haar over maryhill road"


class WrongPassphrase(Refused):
    """What the door below says to every other passphrase."""

    what = "That passphrase does not open this store."
    what_next = "Check Caps Lock."


class Screen:
    """Keeps what the presenter told it."""

    def __init__(self) -> None:
        self.told: list[tuple] = []

    def show_caps_lock(self, on):
        self.told.append(("caps lock", on))

    def show_opening(self, opening):
        self.told.append(("opening", opening))

    def show_refused(self, heading, text):
        self.told.append(("refused", heading, text))

    def forget_passphrase(self):
        self.told.append(("forget",))


class Later:
    """Work that waits until the test lets it run."""

    def __init__(self) -> None:
        self.waiting: list[tuple] = []

    def __call__(self, work, *, done, failed):
        self.waiting.append((work, done, failed))

    def run(self) -> None:
        work, done, failed = self.waiting.pop(0)
        try:
            value = work(quiet())
        except Refused as refused:
            failed(refused)
        else:
            done(value)


class Door:
    """A screen, a presenter and a store that opens with one passphrase."""

    def __init__(self, damage: Refused | None = None) -> None:
        self.screen, self.later = Screen(), Later()
        self.opened: list[tuple] = []
        self.closed: list[str] = []
        self.damage = damage
        self.presenter = UnlockPresenter(
            self.screen,
            open_store=self.open_store,
            close_store=self.closed.append,
            submit=self.later,
            opened=lambda choice, store: self.opened.append((choice, store)),
            wrong_passphrase=WrongPassphrase,
        )

    def open_store(self, folder: Path, passphrase: str) -> str:
        if self.damage:
            raise self.damage
        if passphrase != RIGHT:
            raise WrongPassphrase
        return f"the store in {folder}"


def test_the_right_passphrase_opens_the_chosen_plans():
    """The screen waits, forgets the passphrase, and the opened store is handed on."""
    door = Door()
    door.presenter.open(NORTH_WEST, RIGHT)
    waited = list(door.screen.told)
    door.later.run()

    assert [("opening", True)] == waited
    assert [("opening", True), ("opening", False), ("forget",)] == door.screen.told
    assert [(NORTH_WEST, "the store in /plans/north-west")] == door.opened


def test_a_wrong_passphrase_is_kept_and_says_what_to_check():
    """Nothing is taken from the field, and the words blame nobody and count no attempts."""
    door = Door()
    door.presenter.open(NORTH_WEST, "haar over maryhillroad")
    door.later.run()

    assert ("forget",) not in door.screen.told
    assert (
        "refused",
        "That didn’t open it",
        "Check for a missing space between words. You can try as often as you need.",
    ) == door.screen.told[-1]
    assert [] == door.opened


def test_what_is_known_of_caps_lock_is_said_with_it():
    """That Caps Lock is off spares a person one thing to check; it is said only when it is known."""
    door = Door()
    door.presenter.caps_lock.key_typed("h", shift=False)
    door.presenter.open(NORTH_WEST, "haar")
    door.later.run()

    assert door.screen.told[-1][2].startswith("Caps Lock is off. Check for a missing space")


def test_another_refusal_is_told_in_its_own_words():
    """Damage is not a wrong passphrase, and nobody is sent to look for a missing space."""
    door = Door(damage=Refused("The plans on this laptop are damaged.", "The last backup opens."))
    door.presenter.open(NORTH_WEST, RIGHT)
    door.later.run()

    assert ("refused", "The plans on this laptop are damaged.", "The last backup opens.") == door.screen.told[
        -1
    ]


def test_nothing_is_opened_twice_at_once():
    """A second Enter while the key is worked out does nothing."""
    door = Door()
    door.presenter.open(NORTH_WEST, RIGHT)
    door.presenter.open(PRACTICE, RIGHT)

    assert 1 == len(door.later.waiting)
    assert door.presenter.is_opening


def test_an_empty_field_asks_for_the_passphrase():
    """No key is worked out for nothing."""
    door = Door()
    door.presenter.open(NORTH_WEST, "")

    assert [("refused", "", "Write your passphrase first.")] == door.screen.told
    assert [] == door.later.waiting


def test_what_was_stopped_is_closed_when_it_arrives():
    """After Stop nothing opens behind the person's back, and the screen is ready at once."""
    door = Door()
    door.presenter.open(NORTH_WEST, RIGHT)
    door.presenter.stop()
    ready = list(door.screen.told)
    door.later.run()

    assert [("opening", True), ("opening", False)] == ready == door.screen.told
    assert ["the store in /plans/north-west"] == door.closed
    assert [] == door.opened


def test_a_stopped_attempt_does_not_answer_for_the_next():
    """A refusal that comes late says nothing about the passphrase that is tried now."""
    door = Door()
    door.presenter.open(NORTH_WEST, "haar")
    door.presenter.stop()
    door.presenter.open(NORTH_WEST, RIGHT)
    door.later.run()
    door.later.run()

    assert [] == [told for told in door.screen.told if told[0] == "refused"]
    assert [(NORTH_WEST, "the store in /plans/north-west")] == door.opened


def test_stop_with_nothing_to_stop_says_nothing():
    door = Door()
    door.presenter.stop()

    assert [] == door.screen.told


@pytest.mark.parametrize(
    ("expected", "hour"),
    [
        ("Good evening", 4),
        ("Good morning", 5),
        ("Good morning", 11),
        ("Good afternoon", 12),
        ("Good afternoon", 17),
        ("Good evening", 18),
        ("Good evening", 23),
    ],
)
def test_the_greeting_goes_by_the_clock(expected, hour):
    assert expected == greeting(datetime(2026, 3, 9, hour, 59))


def test_the_teams_own_plans_stand_chosen_before_practice():
    assert NORTH_WEST == first_choice([PRACTICE, NORTH_WEST])
    assert PRACTICE == first_choice([PRACTICE])
    assert first_choice([]) is None
