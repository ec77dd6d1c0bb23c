"""The first set-up left in the middle, and gone on with after a restart: nothing half made, nothing secret kept."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from fsdesk import settings
from fsdesk.desk import cards, opening, recovery, setting_up, stores
from fsdesk.store import sheet_slots
from fsdesk.ui.unlock import Unlock
from tests.journeys.setup_world import (
    STRONG,
    a_laptop,
    asked_row,
    close,
    copy_and_prove,
    laptop,
    light,
    quick_keys,
    set_up,
    shown_words,
    unlock,
)
from tests.journeys.window_world import button, words
from tests.store.stores import CHEAP

__all__ = ["laptop", "light", "quick_keys", "set_up"]


def test_left_at_each_step_it_goes_on_after_a_restart(qtbot, light, set_up, quick_keys, tmp_path, families):
    """What was proven stays proven; the sheet's words were nowhere but on paper, and the lock is in between."""
    first = a_laptop()
    unlock(first)
    first.press("I’ll copy it by hand")
    rows = shown_words(first)
    close(first)

    second = a_laptop()
    before = words(second.window)
    unlock(second)
    told = words(second.window)
    second.window.findChild(QLineEdit).setText(" ".join(rows[asked_row(second) - 1]))
    second.press("Check it")
    second.press("I know where the sheet will be kept")
    second.press("Next: team card")
    close(second)

    third = a_laptop()
    unlock(third)
    at_card = words(third.window)
    third.press("Open a card file...")
    third.choose_file(families.morag.card)
    third.press("They match")
    third.press("Next: ready")
    close(third)

    fourth = a_laptop()
    unlock(fourth)
    at_ready = words(fourth.window)
    fourth.press("Look around first")
    close(fourth)

    assert not any("Dan" in one for one in before)
    assert any("no part of it was typed back yet" in one for one in told)
    assert not set(rows[0]) & set(told)
    assert "Your team card" in at_card
    assert "Morag is your team lead, and the words match." in at_ready
    with opening.open_desk(set_up, STRONG) as desk:
        assert [True] == [bool(one.proven_at) for one in recovery.now_open(desk)]
        assert [("Morag", True)] == [(one.name, one.verified) for one in cards.accepted(desk)]
    assert setting_up.next_step(set_up) is None


def test_a_sheet_that_was_never_finished_is_made_anew(qtbot, light, set_up, quick_keys):
    """Only the newest one can be proven, and the one before opens nothing."""
    world = a_laptop()
    unlock(world)
    world.press("I’ll copy it by hand")
    lost = shown_words(world)
    close(world)
    world = a_laptop()
    unlock(world)
    world.press("Make another sheet")
    copy_and_prove(world)
    close(world)

    with pytest.raises(sheet_slots.OldSheet):
        recovery.recover(set_up, " ".join(" ".join(row) for row in lost).encode(), STRONG, derivation=CHEAP)


def test_the_sheet_can_wait_and_comes_again_at_the_next_unlock(qtbot, light, set_up, quick_keys):
    """The plans are there meanwhile."""
    world = a_laptop()
    unlock(world)
    world.press("Leave it for now")
    at_work = world.app.workspace is not None
    world.window.lock_asked.emit()
    world.until(lambda: isinstance(world.window.centralWidget(), Unlock))
    world.quiet()
    unlock(world)
    again = words(world.window)
    close(world)

    assert at_work
    assert "Your recovery sheet" in again


def test_a_laptop_that_is_left_alone_in_the_middle_is_locked(qtbot, light, set_up, quick_keys):
    """As anywhere behind the door: the store is closed, and the door is shown."""
    world = a_laptop()
    unlock(world)
    world.press("I’ll copy it by hand")
    world.app.away.lock_asked.emit()
    world.until(lambda: isinstance(world.window.centralWidget(), Unlock))
    world.quiet()
    close(world)

    opening.open_desk(set_up, STRONG).close()
    assert setting_up.Step.SHEET is setting_up.next_step(set_up)


def test_closed_while_the_store_is_being_made_it_is_there_whole(laptop, qtbot):
    """The window waits for it, and the next start goes on with the sheet."""
    laptop.press("Set up this laptop")
    laptop.window.findChild(QLineEdit).setText("")
    [line] = [one for one in laptop.window.findChildren(QLineEdit) if one.isVisible()]
    line.setText("Dan")
    laptop.press("Next: your passphrase")
    for one in laptop.window.findChildren(QLineEdit):
        one.setText(STRONG)
    button(laptop.window, "Next: recovery sheet").click()
    laptop.window.close()
    laptop.until(lambda: not laptop.window.isVisible())

    opening.open_desk(settings.default_store(), STRONG).close()
    assert setting_up.Step.SHEET is setting_up.next_step(settings.default_store())


def test_before_a_passphrase_nothing_is_kept_and_a_refusal_leaves_nothing(laptop, monkeypatch):
    """The disk is full: it is said in the page, what was typed stays, and no half of a store is left."""
    from fsdesk.store import making
    from fsdesk.store.refusals import DiskFull

    def full(*_given: object, **_named: object) -> None:
        raise DiskFull

    monkeypatch.setattr(making, "_begin", full)
    laptop.press("Set up this laptop")
    [line] = [one for one in laptop.window.findChildren(QLineEdit) if one.isVisible()]
    line.setText("Dan")
    laptop.press("Next: your passphrase")
    nothing_yet = list(settings.home().iterdir())
    lines = laptop.window.findChildren(QLineEdit)
    for one in lines:
        one.setText(STRONG)
    laptop.press("Next: recovery sheet")

    assert [] == nothing_yet
    assert "The disk is full, so this was not saved." in words(laptop.window)
    assert [STRONG, STRONG] == [one.text() for one in lines]
    assert [] == stores.listed()
    assert [] == list(settings.stores().iterdir())
    assert setting_up.next_step(settings.default_store()) is None
