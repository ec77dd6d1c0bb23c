from __future__ import annotations

import pytest

from fsdesk.ui.presenters.settings.lock import LockPresenter
from fsdesk.ui.presenters.settings.passphrase import NOT_THE_ONE
from tests.store.stores import PASSPHRASE
from tests.ui.presenters.settings.desks import Room


@pytest.fixture
def gone() -> list[tuple[str, bool]]:
    return []


@pytest.fixture
def presenter(room: Room, gone) -> LockPresenter:
    return LockPresenter(
        room.screen, desk=room.desk, submit=room.thread.submit, go=lambda *given: gone.append(given)
    )


def test_the_plans_are_closed_only_for_a_passphrase_that_opens_them(room, presenter, gone):
    """It is looked at once, however often the button is pressed."""
    presenter.change(PASSPHRASE, True)
    presenter.change(PASSPHRASE, True)
    before = (len(room.thread.waiting), list(gone))
    room.thread.run()

    assert (1, []) == before
    assert [(PASSPHRASE, True)] == gone
    assert (False,) == room.screen.last("show_checking")


def test_another_passphrase_closes_nothing(room, presenter, gone):
    """The card says so, and it can be tried again."""
    presenter.change("four other words here", False)
    room.thread.run()

    assert [] == gone
    assert (NOT_THE_ONE,) == room.screen.last("show_lock_refused")
    assert (False,) == room.screen.last("show_checking")


def test_without_a_passphrase_nothing_happens(room, presenter):
    """Enter in an empty field."""
    presenter.change("", False)

    assert [] == room.thread.waiting
