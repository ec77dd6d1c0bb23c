from __future__ import annotations

from datetime import UTC, datetime

import pytest

from fsdesk.desk import backups, plans
from fsdesk.desk.backups import Glance, Kept
from fsdesk.plans import document, samples
from fsdesk.store import keyfile
from fsdesk.ui.presenters.settings.bringing_back import (
    NO_NEWER,
    NONE_YET,
    NOT_COUNTED,
    NOT_KNOWN,
    BringingBackPresenter,
    Told,
    newer,
    said,
)
from fsdesk.ui.presenters.settings.passphrase import NOT_THE_ONE
from tests.store.stores import PASSPHRASE
from tests.ui.presenters.settings.desks import TODAY, Room


@pytest.fixture
def gone() -> list[tuple[Kept, str]]:
    return []


@pytest.fixture
def presenter(room: Room, gone) -> BringingBackPresenter:
    return BringingBackPresenter(
        room.screen,
        desk=room.desk,
        submit=room.thread.submit,
        beside=room.thread.submit,
        today=lambda: TODAY,
        go=lambda *given: gone.append(given),
    )


def told(room: Room, presenter: BringingBackPresenter) -> Told:
    presenter.begin()
    room.thread.run()
    return room.screen.last("show_offers")[0]


def write(room: Room, number: int) -> None:
    plan = samples.load_all()[number]
    plans.import_document(room.desk, document.read_document(document.write(plan)))


def at(day: int) -> int:
    return int(datetime(2026, 3, day, 16, 20, tzinfo=UTC).timestamp() * 1000)


def test_each_backup_is_told_with_what_it_holds_beside_what_is_here(room, presenter):
    """The newest first; what is newer here is counted."""
    write(room, 0)
    room.desk.now = lambda: at(6)
    backups.make(room.desk, backups.DAILY)
    write(room, 1)
    room.desk.now = lambda: at(8)
    backups.make(room.desk)
    found = told(room, presenter)
    sunday, friday = found.offers

    assert found.here.startswith("Here now: 2 plans, ")
    assert ("Sunday 8 March", "Friday 6 March") == (sunday.day.split(",")[0], friday.day.split(",")[0])
    assert sunday.held.startswith("2 plans, ")
    assert friday.held.startswith("1 plan, ")
    assert ("Made when you asked", "Made by itself") == (sunday.why, friday.why)
    assert NO_NEWER == sunday.newer
    assert friday.newer.startswith("Here, and not in that backup: 1 more plan and ")


def test_without_a_backup_it_says_how_there_will_be_one(room, presenter):
    """Nothing is offered."""
    assert Told(NONE_YET, ()) == told(room, presenter)


def test_a_backup_that_cannot_be_counted_is_offered_all_the_same(room, presenter):
    """It says that it was not counted, and makes no number up."""
    one = backups.make(room.desk)
    for name in (keyfile.NAME, keyfile.COPY):
        (one.folder / name).unlink(missing_ok=True)
    [offer] = told(room, presenter).offers

    assert (NOT_COUNTED, NOT_KNOWN) == (offer.held, offer.newer)


def test_the_plans_are_closed_only_for_a_passphrase_that_opens_them(room, presenter, gone):
    """It is looked at once, however often the button is pressed."""
    one = backups.make(room.desk)
    presenter.bring_back(one, PASSPHRASE)
    presenter.bring_back(one, PASSPHRASE)
    before = (len(room.thread.waiting), list(gone))
    room.thread.run()

    assert (1, []) == before
    assert [(one, PASSPHRASE)] == gone
    assert (False,) == room.screen.last("show_bringing")


def test_another_passphrase_closes_nothing(room, presenter, gone):
    """The card says so, and it can be tried again; with none, nothing happens."""
    one = backups.make(room.desk)
    presenter.bring_back(one, "")
    asked = len(room.thread.waiting)
    presenter.bring_back(one, "four other words here")
    room.thread.run()

    assert (0, []) == (asked, gone)
    assert (NOT_THE_ONE,) == room.screen.last("show_not_brought")
    assert (False,) == room.screen.last("show_bringing")


def test_one_is_said_as_one():
    """And a store in which nothing was written says no day."""
    assert "1 plan, 1 edit" == said(Glance(1, 1, 0, 0), TODAY)
    assert "Here, and not in that backup: 1 more edit." == newer(Glance(2, 3, 0, 0), Glance(2, 2, 0, 0))
    assert NO_NEWER == newer(Glance(1, 1, 0, 0), Glance(2, 2, 0, 0))
