from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fsdesk.desk import backups, bringing_back, opening, plans
from fsdesk.desk.backups import Kept
from fsdesk.jobs import Stopped
from fsdesk.plans import document, samples
from fsdesk.store.refusals import DiskFull
from fsdesk.ui.presenters.restoring import BROUGHT, STOPPED, RestoringPresenter, day_of
from tests.store.stores import CHEAP, PASSPHRASE
from tests.ui.presenters.fakes import Desk, Screen


class Page:
    """The page over a closed store."""

    def __init__(self, folder: Path, bring_back=bringing_back.bring_back) -> None:
        self.folder = folder
        self.screen, self.thread = Screen(), Desk()
        self.ended: list[str] = []
        self.presenter = RestoringPresenter(
            self.screen,
            submit=self.thread.submit,
            watched=self.thread.watched,
            ended=self.ended.append,
            bring_back=bring_back,
        )

    def begin(self) -> Kept:
        [one] = backups.listed(self.folder)
        self.presenter.begin(self.folder, PASSPHRASE, one)
        return one


def held(folder: Path) -> int:
    """How many plans the store in a folder holds."""
    with opening.open_desk(folder, PASSPHRASE) as desk:
        return len(plans.listing(desk))


@pytest.fixture
def folder(tmp_path) -> Path:
    """A closed store with two plans, the second younger than its only backup."""
    made = tmp_path / "store"
    first, second, *_ = samples.load_all()
    opening.create(made, name="Dan", role="worker", passphrase=PASSPHRASE, derivation=CHEAP)
    with opening.open_desk(made, PASSPHRASE) as desk:
        plans.import_document(desk, document.read_document(document.write(first)))
        backups.make(desk)
        plans.import_document(desk, document.read_document(document.write(second)))
    return made


def test_the_day_comes_back_and_the_door_says_so(folder):
    """One sentence; what was here before is a backup now, and holds what was here."""
    page = Page(folder)
    one = page.begin()
    page.thread.run()
    [kept] = [other for other in backups.listed(folder) if other.why == "before-restore"]

    assert [BROUGHT.format(day=day_of(one))] == page.ended
    assert [bringing_back.BRINGING] * 4 + [bringing_back.PUTTING] == [
        given[2] for told, given in page.screen.told if told == "show_step"
    ]
    assert 1 == page.screen.count("show_changed")
    assert (1, 2) == (held(folder), held(kept.folder))


def test_stopping_leaves_the_plans_as_they_were(folder):
    """The door is there once the work has ended, and not before."""
    page = Page(folder)
    page.begin()
    page.presenter.stop()
    page.presenter.stop()
    before = list(page.ended)
    with pytest.raises(Stopped):
        page.thread.run_one()
    page.thread.run()

    assert ([], [STOPPED]) == (before, page.ended)
    assert 1 == page.screen.count("show_stopping")
    assert (2, 1) == (held(folder), len(backups.listed(folder)))


def test_a_stop_that_comes_too_late_is_not_said_to_have_stopped_it(folder):
    """The earlier day is there by then, and the door says so once."""

    def late(*given: object) -> object:
        brought = bringing_back.bring_back(*given)
        page.presenter.stop()
        return brought

    page = Page(folder, late)
    one = page.begin()
    page.thread.run()

    assert [BROUGHT.format(day=day_of(one))] == page.ended


def test_what_hinders_it_is_said_at_the_door(folder):
    """And the store is as it was."""

    def full(*_: object) -> object:
        raise DiskFull

    page = Page(folder, full)
    page.begin()
    page.thread.run()

    assert [str(DiskFull())] == page.ended
    assert 2 == held(folder)


def test_a_day_is_named_with_its_year_only_where_that_is_another_one():
    """By the laptop's clock."""
    one = Kept(Path("a"), datetime(2026, 3, 6, 12, 20, tzinfo=UTC), "asked")
    time = f"{one.made_at.astimezone():%H:%M}"

    assert f"Friday 6 March, {time}" == day_of(one, date(2026, 3, 9))
    assert f"Friday 6 March 2026, {time}" == day_of(one, date(2027, 3, 9))
    assert f"Friday 6 March 2026, {time}" == day_of(one)
