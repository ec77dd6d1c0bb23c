"""What is left of the plans once they are locked: by a key, by the laptop's sleep, under the cover."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from fsdesk.desk import plans
from fsdesk.plans.edits import Edit
from fsdesk.plans.merge import Current
from fsdesk.plans.model import Person, Plan, Span
from fsdesk.store.connection import Closed
from tests.journeys.test_window_day import begin_kerr
from tests.journeys.window_world import commit, words

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SAID = "A word that is nobody else’s"


@pytest.fixture
def world(qtbot, locked_world):
    locked_world.unlock()
    begin_kerr(locked_world, qtbot)
    qtbot.keyClick(locked_world.window, Qt.Key.Key_W, CTRL | SHIFT)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    commit(SAID)
    return locked_world


def by_key(world, qtbot) -> None:
    qtbot.keyClick(world.window, Qt.Key.Key_L, CTRL)


def by_sleep(world, _) -> None:
    world.app.away.lock()


@pytest.mark.parametrize("lock", [by_key, by_sleep])
def test_nothing_of_the_plans_is_reachable_after_locking(world, qtbot, lock):
    """No plan, person, edit or word; the desk is gone, its connection closed, its key overwritten."""
    key = world.inside._desk.store._key.raw
    gone = [weakref.ref(one) for one in (world.inside._desk, world.inside._desk.store)]
    line = world.inside._desk.store._line
    before = (any(key), sum(isinstance(one, Plan) for one in gc.get_objects()))
    lock(world, qtbot)
    world.until(lambda: world.app.workspace is None)
    world.quiet()
    gc.collect()
    left = [
        one
        for one in gc.get_objects()
        if (isinstance(one, Plan) and one.family_name == "The Kerr family")
        or (isinstance(one, Span) and SAID in one.text)
        or isinstance(one, Current | Edit)
        or (isinstance(one, Person) and one.name == "Callum Kerr")
    ]

    assert before[0]
    assert before[1]
    assert bytes(len(key)) == bytes(key)
    assert [None, None] == [one() for one in gone]
    assert [] == left
    with pytest.raises(Closed):
        line.ask("SELECT 1")


def test_under_the_cover_words_are_kept_and_any_key_brings_them_back(world, qtbot):
    """An edit by then; the page is as it was."""
    page = world.page
    qtbot.keyClick(world.window, Qt.Key.Key_F9)
    world.quiet()
    covered = (bool(world.app.away.covers), page.isVisible())
    desk, plan, found = world.inside._desk, world.inside.families.open_plan.plan_id, []
    world.runner.submit(
        lambda _: plans.current(desk, plan).plan, owner=world.window, done=found.append, failed=found.append
    )
    world.quiet()
    qtbot.keyClick(world.app.away.covers[0], Qt.Key.Key_A)
    world.quiet()

    assert (True, False) == covered
    assert page.isVisible()
    assert SAID == found[0].voices[0].words[0].text


def test_what_was_locked_under_the_cover_shows_the_door(world, qtbot):
    """Nothing of the plans shows when the cover is lifted, and the passphrase opens them again."""
    world.app.away.lock()
    world.until(lambda: world.app.workspace is None)
    world.quiet()
    up = bool(world.app.away.covers)
    qtbot.keyClick(world.app.away.covers[0], Qt.Key.Key_A)

    assert up
    assert [] == world.app.away.covers
    assert "" == world.window.findChild(QLineEdit).text()
    assert not any("Kerr" in text for text in words(world.window))
    world.unlock()
    assert world.app.workspace is not None


def test_the_window_closes_from_under_the_cover(world):
    """No cover stays on the screen of a program that has ended."""
    world.app.away.cover()
    world.window.close()
    world.until(lambda: world.app.workspace is None)

    assert [] == world.app.away.covers
    assert not world.window.isVisible()
