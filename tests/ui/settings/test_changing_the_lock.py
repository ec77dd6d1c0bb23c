from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from fsdesk.desk import opening, recovery
from fsdesk.ui.presenters.relocking import CHANGED
from fsdesk.ui.presenters.settings.passphrase import NOT_THE_ONE
from fsdesk.ui.relocking import NEARLY, STOP_TEXT, Relocking
from tests.journeys.window_world import words
from tests.store.stores import PASSPHRASE
from tests.ui.accessible import name, nameless_buttons
from tests.ui.settings.worlds import at


def ask(world, passphrase: str):
    """The card, once the lock was asked to be changed by this passphrase."""
    page = at(world, "safe")
    world.press("Change the lock itself")
    [field] = page.passphrase.lock.findChildren(QLineEdit)
    field.setText(passphrase)
    world.press("Change the lock")
    return page


def test_the_lock_is_changed_and_the_door_says_so(world):
    """The same passphrase opens the plans; no sheet does yet."""
    folder = world.team.dan.folder
    ask(world, PASSPHRASE)
    world.until(lambda: any(one.startswith(CHANGED) for one in words(world.window)))
    at_the_door = world.app.workspace is None
    world.quiet()
    with opening.open_desk(folder, PASSPHRASE) as desk:
        sheets = recovery.now_open(desk)

    assert at_the_door
    assert [] == sheets


def test_keeping_the_lock_has_the_focus(world, qtbot):
    """Nothing happens until it is named and the passphrase is typed."""
    page = at(world, "safe")
    qtbot.waitUntil(world.window.isActiveWindow)
    world.press("Change the lock itself")
    focus = QApplication.focusWidget()
    QTest.keyClick(focus, Qt.Key.Key_Space)

    assert page.passphrase.lock.keep is focus
    assert page.passphrase.lock.isHidden()
    assert world.app.workspace is not None


def test_another_passphrase_closes_nothing(world):
    """The card says so; what was typed stays, selected."""
    page = ask(world, "four other words here")
    [field] = page.passphrase.lock.findChildren(QLineEdit)

    assert NOT_THE_ONE.what in words(page)
    assert "four other words here" == field.selectedText()
    assert world.app.workspace is not None


def test_while_it_is_changed_there_is_a_bar_and_a_way_to_stop(shown, qtbot):
    """By the button or Esc; the bar says how far it is."""
    page = shown(Relocking())

    class Presenter:
        stopped = 0

        def stop(self) -> None:
            self.stopped += 1

    presenter = Presenter()
    page.serve(presenter)
    page.show_step(3, 12, "Changing the lock")
    QTest.keyClick(page.stop, Qt.Key.Key_Escape)
    page.stop.click()
    page.show_stopping()

    assert 2 == presenter.stopped
    assert [] == nameless_buttons(page)
    assert "Changing the lock: 25 of 100 parts" in words(page)
    assert "Changing the lock: 25 of 100 parts" == name(page._bar)
    assert not page.stop.isEnabled()


def test_once_the_lock_is_changed_nothing_offers_to_keep_the_old_one(shown):
    """The backup after it is said instead."""
    page = shown(Relocking())
    page.show_changed()

    assert not page.stop.isVisible()
    assert NEARLY in words(page)
    assert STOP_TEXT not in words(page)
