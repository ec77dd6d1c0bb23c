from __future__ import annotations

import pytest

from fsdesk import settings
from fsdesk.settings import Choices
from fsdesk.ui.presenters.settings.cover_lock import TIMES, CoverLockPresenter, offered, said_minutes
from fsdesk.ui.presenters.settings.keeping import NOT_KEPT

COVER, BACK, LOCK = TIMES


@pytest.fixture
def presenter(screen, heard) -> CoverLockPresenter:
    return CoverLockPresenter(screen, heard=heard.append)


def test_what_is_chosen_is_shown_and_kept_at_once(presenter, screen, heard):
    """Whoever watches the clocks hears of it."""
    presenter.begin()
    before = screen.last("show_times")
    presenter.choose("lock_after", 10)

    assert (Choices(),) == before
    assert (Choices(lock_after=10),) == screen.last("show_times")
    assert [Choices(lock_after=10)] == heard
    assert Choices(lock_after=10) == settings.choices()


def test_a_choice_that_cannot_be_kept_is_as_it_was(presenter, screen, heard, monkeypatch):
    """And the page says so."""

    def full(**_: object) -> Choices:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings, "choose", full)
    presenter.choose("lock_after", 10)

    assert (NOT_KEPT,) == screen.last("show_refused")
    assert (Choices(),) == screen.last("show_times")
    assert [Choices()] == heard


def test_a_time_that_was_chosen_elsewhere_is_offered_too():
    """In the file, or by an earlier version."""
    assert (2, 5, 10, 0, 7) == offered(COVER, Choices(cover_after=7))
    assert (1, 3, 10) == offered(BACK, Choices())
    assert (5, 10, 20, 40) == offered(LOCK, Choices())


def test_every_time_that_is_offered_can_be_kept():
    """None is out of bounds."""
    for time in TIMES:
        least, most = settings.LIMITS[time.name]

        assert all(least <= minutes <= most for minutes in time.minutes)


def test_a_time_is_said_as_people_say_it():
    """After it something happens, or for it something holds; nothing may happen at all."""
    assert "After 5 min" == said_minutes(COVER, 5)
    assert "For 1 min" == said_minutes(BACK, 1)
    assert "Never" == said_minutes(COVER, 0)
