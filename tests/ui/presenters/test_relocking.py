from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from fsdesk.desk import backups, locks, opening, recovery
from fsdesk.desk.locks import Changed
from fsdesk.jobs import Stopped
from fsdesk.store.backups import Kept
from fsdesk.store.refusals import DiskFull
from fsdesk.ui.presenters.relocking import CHANGED, NO_BACKUP, STOPPED, RelockingPresenter, said_of
from tests.store.stores import CHEAP, PASSPHRASE
from tests.ui.presenters.fakes import Desk, Screen


class Page:
    """The page over a closed store."""

    def __init__(self, folder: Path, change=partial(locks.change, derivation=CHEAP)) -> None:  # noqa: B008
        self.folder = folder
        self.screen, self.thread = Screen(), Desk()
        self.ended: list[str] = []
        self.presenter = RelockingPresenter(
            self.screen,
            submit=self.thread.submit,
            watched=self.thread.watched,
            ended=self.ended.append,
            change=change,
        )

    def begin(self, *, drop_old: bool = False) -> None:
        self.presenter.begin(self.folder, PASSPHRASE, drop_old)


@pytest.fixture
def folder(tmp_path) -> Path:
    """A closed store that a sheet opens, with a backup."""
    made = tmp_path / "store"
    opening.create(made, name="Dan", role="worker", passphrase=PASSPHRASE, derivation=CHEAP)
    with opening.open_desk(made, PASSPHRASE) as desk:
        recovery.begin(desk).wipe()
        backups.make(desk)
    return made


def test_the_lock_is_changed_and_the_door_says_what_it_means(folder):
    """The passphrase stays, the sheet opens nothing more, and the old backup is named."""
    page = Page(folder)
    page.begin()
    page.thread.run()

    assert [f"{CHANGED} The old lock still opens one backup from before."] == page.ended
    assert {locks.CHANGING, "Making a backup"} == {
        given[2] for told, given in page.screen.told if told == "show_step"
    }
    assert page.screen.count("show_changed")
    with opening.open_desk(folder, PASSPHRASE) as desk:
        assert [] == recovery.now_open(desk)
    assert 2 == len(backups.listed(folder))


def test_backups_of_the_old_lock_go_where_that_was_asked(folder):
    """Once there is one under the new lock."""
    page = Page(folder)
    page.begin(drop_old=True)
    page.thread.run()

    assert [CHANGED] == page.ended
    assert ["new-lock"] == [one.why for one in backups.listed(folder)]


def test_older_backups_stay_where_there_is_none_under_the_new_lock(folder):
    """Whatever was asked: without them there would be no backup at all."""
    [old] = backups.listed(folder)
    page = Page(folder, lambda folder, passphrase, progress: Changed("", None, (old,)))
    page.begin(drop_old=True)
    page.thread.run()

    assert [f"{CHANGED} {NO_BACKUP} The old lock still opens one backup from before."] == page.ended
    assert [old] == backups.listed(folder)


def test_what_hinders_it_is_said_at_the_door(folder):
    """And the store is as it was."""

    def full(folder: Path, passphrase: str, progress: object) -> Changed:
        raise DiskFull

    page = Page(folder, full)
    page.begin()
    page.thread.run()

    assert [str(DiskFull())] == page.ended
    opening.open_desk(folder, PASSPHRASE).close()


def test_stopping_leaves_the_lock_as_it_was(folder):
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
    with opening.open_desk(folder, PASSPHRASE) as desk:
        assert 1 == len(recovery.now_open(desk))


def test_a_stop_that_comes_too_late_is_not_said_to_have_stopped_it(folder):
    """The lock is changed by then: what is stopped is the backup after it, and the door says so once."""

    def late(folder: Path, passphrase: str, progress) -> Changed:
        changed = locks.change(folder, passphrase, progress=progress, derivation=CHEAP)
        page.presenter.stop()
        return changed

    page = Page(folder, late)
    page.begin()
    page.thread.run()

    assert 1 == len(page.ended)
    assert page.ended[0].startswith(CHANGED)


def test_several_old_backups_are_counted():
    """In words that anybody understands."""
    one = Kept(Path("a"), datetime(2026, 3, 9, tzinfo=UTC), "asked")

    assert said_of(Changed("", one, (one, one))).endswith("The old lock still opens 2 backups from before.")
    assert CHANGED == said_of(Changed("", one, ()))
