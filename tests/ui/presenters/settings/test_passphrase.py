from __future__ import annotations

from functools import partial

import pytest

from fsdesk.desk import opening, recovery
from fsdesk.ui.presenters.settings.passphrase import (
    CHANGED,
    NO_SHEET,
    NOT_SAME,
    NOT_STRONG,
    NOT_THE_ONE,
    ONCE_MORE,
    TYPE_OLD,
    PassphrasePresenter,
)
from tests.store.stores import CHEAP, PASSPHRASE
from tests.ui.presenters.settings.desks import Room

NEW = "violet seven harbour bus kettle"


@pytest.fixture
def presenter(room: Room) -> PassphrasePresenter:
    return PassphrasePresenter(
        room.screen,
        desk=room.desk,
        submit=room.thread.submit,
        today=lambda: room.desk.today,
        change=partial(opening.change_passphrase_of, derivation=CHEAP),
    )


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (("", NEW, NEW), TYPE_OLD),
        ((PASSPHRASE, "maryhill ferry", "maryhill ferry"), NOT_STRONG),
        ((PASSPHRASE, "Dan Testwell Dan Testwell", "Dan Testwell Dan Testwell"), NOT_STRONG),
        ((PASSPHRASE, NEW, ""), ONCE_MORE),
        ((PASSPHRASE, NEW, f"{NEW}s"), NOT_SAME),
        ((PASSPHRASE, NEW, NEW), ""),
    ],
)
def test_what_is_still_wanted_is_said_one_thing_at_a_time(room, presenter, typed, why):
    """And nothing is changed until nothing is wanted."""
    presenter.typed(*typed)

    assert (not why, why) == room.screen.last("show_ready")


def test_nothing_happens_while_something_is_wanting(room, presenter):
    """Enter in the last field asks for it, too."""
    presenter.change(PASSPHRASE, NEW, "")

    assert [] == room.thread.waiting


def test_the_new_passphrase_opens_the_plans_and_the_old_one_does_not(room, presenter):
    """It is changed once, however often the button is pressed."""
    presenter.change(PASSPHRASE, NEW, NEW)
    presenter.change(PASSPHRASE, NEW, NEW)
    waiting = len(room.thread.waiting)
    room.thread.run()
    room.close()

    assert 1 == waiting
    assert [(True,), (False,)] == [given for told, given in room.screen.told if told == "show_changing"]
    assert (CHANGED,) == room.screen.last("show_changed")
    with pytest.raises(opening.WrongPassphrase):
        opening.open_desk(room.folder, PASSPHRASE)
    opening.open_desk(room.folder, NEW).close()


def test_another_old_passphrase_changes_nothing(room, presenter):
    """The page says so without alarm."""
    presenter.change("some other four words", NEW, NEW)
    room.thread.run()
    room.close()

    assert (NOT_THE_ONE,) == room.screen.last("show_refused")
    assert (False,) == room.screen.last("show_changing")
    opening.open_desk(room.folder, PASSPHRASE).close()


def test_when_the_passphrase_was_chosen_is_said(room, presenter):
    """With the recovery sheet, or that there is none."""
    presenter.begin()

    assert room.screen.last("show_last")[0].startswith("Chosen today")
    assert (NO_SHEET,) == room.screen.last("show_sheet")


def test_how_it_stands_with_the_sheet_is_said(room, presenter):
    """Made, and then proven by part of it."""
    sheet = recovery.begin(room.desk)
    presenter.begin()
    [made] = room.screen.last("show_sheet")
    recovery.prove(room.desk, sheet.groups[recovery.waiting(room.desk).asked - 1])
    presenter.begin()
    [proven] = room.screen.last("show_sheet")

    assert made.startswith(f"{sheet.number}, made today")
    assert made.endswith("No part of it was typed back yet.")
    assert proven.startswith(f"{sheet.number}. Part of it was typed back today")
