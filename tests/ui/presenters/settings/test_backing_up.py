from __future__ import annotations

from datetime import UTC, datetime

import pytest

from fsdesk import settings
from fsdesk.desk import backups
from fsdesk.ui.presenters.settings.backing_up import (
    NO_BACKUP,
    NO_COPY,
    NO_PLACE,
    NOT_THERE,
    BackingUpPresenter,
    ElsewhereNotThere,
    Told,
)
from tests.ui.presenters.settings.desks import TODAY, Room


@pytest.fixture
def presenter(room: Room) -> BackingUpPresenter:
    return BackingUpPresenter(
        room.screen, desk=room.desk, submit=room.thread.submit, beside=room.thread.submit, today=lambda: TODAY
    )


def told(room: Room) -> Told:
    room.thread.run()
    return room.screen.last("show_backups")[0]


def friday() -> int:
    return int(datetime(2026, 3, 6, 16, 20, tzinfo=UTC).timestamp() * 1000)


def test_the_last_backup_is_told_by_its_day(room, presenter):
    """Or that there is none yet, and that nothing is copied anywhere."""
    presenter.begin()
    none = told(room)
    room.desk.now = friday
    backups.make(room.desk)
    presenter.begin()
    made = told(room)

    assert (NO_BACKUP, False, "", NO_PLACE) == (none.last, none.is_safe, none.place, none.copied)
    assert ("Friday, read back", True) == (made.last, made.is_safe)
    assert str(room.folder / "backups") == made.here


def test_a_backup_is_made_once_however_often_it_is_asked_for(room, presenter):
    """It is read back before the page says when it was made."""
    presenter.back_up()
    presenter.back_up()
    making = room.screen.last("show_making")
    found = told(room)

    assert (True,) == making
    assert (False,) == room.screen.last("show_making")
    assert found.is_safe
    assert 1 == len(backups.listed(room.folder))


def test_a_backup_is_copied_to_the_folder_that_was_chosen(room, presenter, tmp_path):
    """The page says when it was last copied; a folder with nothing in it says so."""
    room.desk.now = friday
    place = tmp_path / "office disk"
    place.mkdir()
    presenter.choose_place(place)
    empty = told(room)
    presenter.back_up()
    copied = told(room)

    assert (str(place), NO_COPY) == (empty.place, empty.copied)
    assert "Last copied Friday, read back there too." == copied.copied
    assert 1 == len(backups.copies(room.desk, place))
    assert str(place) == settings.choices().backup_place


def test_a_disk_that_is_not_joined_is_said_and_never_made_up(room, presenter, tmp_path):
    """The backup itself is made; no folder appears where the disk would be."""
    place = tmp_path / "stick"
    presenter.choose_place(place)
    presenter.back_up()
    found = told(room)
    [refused] = room.screen.last("show_refused")

    assert isinstance(refused, ElsewhereNotThere)
    assert (True, NOT_THERE) == (found.is_safe, found.copied)
    assert not place.exists()


def test_copies_can_be_stopped_and_what_lies_there_stays(room, presenter, tmp_path):
    """Nothing is removed by choosing no folder."""
    presenter.choose_place(tmp_path)
    presenter.back_up()
    room.thread.run()
    presenter.choose_place(None)
    found = told(room)

    assert ("", NO_PLACE) == (found.place, found.copied)
    assert 1 == len(backups.copies(room.desk, tmp_path))


def test_what_hinders_a_backup_is_said_and_it_can_be_tried_again(room, presenter, monkeypatch):
    """The button says what it can do."""
    from fsdesk.store.refusals import DiskFull

    def full(_: object) -> object:
        raise DiskFull

    monkeypatch.setattr(backups, "making", full)
    presenter.back_up()
    room.thread.run()

    assert isinstance(room.screen.last("show_refused")[0], DiskFull)
    assert (False,) == room.screen.last("show_making")
