from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from fsdesk import settings
from fsdesk.desk import backups, opening
from fsdesk.errors import Refused
from fsdesk.jobs import Progress
from fsdesk.ui.backing_up import BackingUp
from tests.store.stores import CHEAP, PASSPHRASE


@pytest.fixture
def desk(tmp_path, runner):
    """A desk, opened and closed on the thread that it belongs to, as in the window."""
    folder, held = tmp_path / "store", []
    opening.create(folder, name="Dan", role="worker", passphrase=PASSPHRASE, derivation=CHEAP)
    on(runner, lambda _: held.append(opening.open_desk(folder, PASSPHRASE)))
    yield held[0]
    on(runner, lambda _: held[0].close())


def on(runner, work) -> None:
    """Do something on the desk's thread, and wait for it."""
    runner.submit(work, owner=runner, failed=pytest.fail)
    runner.finish()


def quiet(runner, qtbot) -> None:
    """Everything has been worked on, and whatever its answers led to as well."""
    for _ in range(3):
        qtbot.waitUntil(lambda: runner.is_idle)
        QApplication.processEvents()


def made(desk) -> list[str]:
    return [one.why for one in backups.listed(desk.store.folder)]


@pytest.fixture
def told() -> list[Refused]:
    return []


@pytest.fixture
def backing_up(desk, runner, told, qapp) -> BackingUp:
    owner = QObject()
    made_ = BackingUp(desk, runner, told.append, owner)
    made_.owner = owner
    return made_


def test_the_backup_of_the_day_is_made_once(backing_up, desk, runner, qtbot):
    """However often it looks."""
    backing_up.look()
    qtbot.waitUntil(lambda: made(desk) == ["daily"], timeout=10_000)
    backing_up.look()
    quiet(runner, qtbot)

    assert ["daily"] == made(desk)


def test_what_is_being_made_when_the_plans_are_locked_leaves_nothing(
    backing_up, desk, runner, qtbot, monkeypatch
):
    """No half backup, and no key that stays in memory."""
    keys = []
    usual = backups.making

    def slow(of, why):
        work = usual(of, why)

        def stopped_at_once(progress: Progress):
            backing_up.stop()
            return work(progress)

        keys.append(work)
        return stopped_at_once

    monkeypatch.setattr(backups, "making", slow)
    backing_up.look()
    qtbot.waitUntil(lambda: bool(keys))
    quiet(runner, qtbot)

    assert [] == made(desk)
    assert [] == list((desk.store.folder / "backups").glob("*"))


def test_a_chosen_folder_has_the_newest_backup_as_soon_as_it_is_there(
    backing_up, desk, runner, told, qtbot, tmp_path
):
    """While it is not, nothing is made up in its place, and nobody is told off; it is copied there once."""
    place = tmp_path / "stick"
    settings.choose(backup_place=str(place))
    backing_up.look()
    qtbot.waitUntil(lambda: made(desk) == ["daily"], timeout=10_000)
    quiet(runner, qtbot)
    before = place.exists()
    place.mkdir()
    for _ in range(2):
        backing_up.look()
        quiet(runner, qtbot)

    assert not before
    assert [] == told
    assert 1 == len(backups.copies(desk, place))


def test_a_backup_that_cannot_be_made_is_told(backing_up, desk, runner, told, qtbot, monkeypatch):
    """In the words of the refusal; the next look tries again."""
    full = Refused("There is no room for today’s backup.", "Make some room.")

    def refuse(of, why):
        raise full

    monkeypatch.setattr(backups, "making", refuse)
    backing_up.look()
    qtbot.waitUntil(lambda: bool(told))

    assert [full] == told
