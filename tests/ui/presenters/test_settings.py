from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fsdesk import settings
from fsdesk.desk import backups, opening
from fsdesk.settings import Choices
from fsdesk.ui.presenters.settings import MAKING, NO_BACKUP, NOT_KEPT, TIMES, SettingsPresenter, offered
from tests.store.stores import CHEAP, PASSPHRASE
from tests.ui.presenters.fakes import Desk, Screen

TODAY = date(2026, 3, 9)


class Place:
    """The settings over a real store."""

    def __init__(self, folder: Path) -> None:
        opening.create(folder, name="Dan", role="worker", passphrase=PASSPHRASE, derivation=CHEAP)
        self.screen, self.thread = Screen(), Desk()
        self.desk = opening.open_desk(folder, PASSPHRASE)
        self.chosen: list[Choices] = []
        self.presenter = SettingsPresenter(
            self.screen,
            desk=self.desk,
            submit=self.thread.submit,
            beside=self.thread.submit,
            today=lambda: TODAY,
            chosen=self.chosen.append,
        )


@pytest.fixture
def place(fsdesk_home):
    made = Place(settings.default_store())
    yield made
    made.desk.close()


def test_what_is_chosen_is_shown_and_kept_at_once(place):
    """Whoever watches the clocks hears of it."""
    place.presenter.begin()
    before = place.screen.last("show_times")
    place.presenter.choose("lock_after", 10)

    assert (Choices(),) == before
    assert (Choices(lock_after=10),) == place.screen.last("show_times")
    assert [Choices(lock_after=10)] == place.chosen
    assert Choices(lock_after=10) == settings.choices()


def test_a_choice_that_cannot_be_kept_is_as_it_was(place, monkeypatch):
    """And the page says so."""

    def full(**_: object) -> Choices:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings, "choose", full)
    place.presenter.choose("lock_after", 10)

    assert (NOT_KEPT,) == place.screen.last("show_refused")
    assert (Choices(),) == place.screen.last("show_times")


def test_a_time_that_was_chosen_elsewhere_is_offered_too():
    """In the file, or by an earlier version."""
    cover, back, lock = TIMES

    assert (2, 5, 10, 0, 7) == offered(cover, Choices(cover_after=7))
    assert (1, 3, 10) == offered(back, Choices())
    assert (5, 10, 20, 40) == offered(lock, Choices())


def test_every_time_that_is_offered_can_be_kept():
    """None is out of bounds."""
    for time in TIMES:
        least, most = settings.LIMITS[time.name]

        assert all(least <= minutes <= most for minutes in time.minutes)


def test_the_last_backup_is_told_by_its_day(place, monkeypatch):
    """Or that there is none yet."""
    place.presenter.begin()
    place.thread.run()
    none = place.screen.last("show_backup")
    place.desk.now = lambda: int(datetime(2026, 3, 6, 16, 20, tzinfo=UTC).timestamp() * 1000)
    backups.make(place.desk)
    place.presenter.begin()
    place.thread.run()

    assert (NO_BACKUP, False) == none
    assert ("Friday, read back.", False) == place.screen.last("show_backup")


def test_a_backup_is_made_once_however_often_it_is_asked_for(place):
    """It is read back before the page says when it was made."""
    place.presenter.back_up()
    place.presenter.back_up()
    making = place.screen.last("show_backup")
    place.thread.run()

    assert (MAKING, True) == making
    assert 1 == len(backups.listed(place.desk.store.folder))
    assert place.screen.last("show_backup")[0].endswith("read back.")
    assert place.screen.last("show_backup")[1] is False
