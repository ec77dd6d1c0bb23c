"""F1 in every place of the real window: every key that works there is named, and every named key works."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from fsdesk.ui.help.sheet import HelpSheet, screen_in
from fsdesk.ui.presenters import help as told
from tests.journeys.window_world import World

PLACES = ("today", "families", "plan", "evidence", "history", "print", "send", "principles", "settings")
_A_SHORTCUT = re.compile(r"(Ctrl|Alt|Shift)\+|F\d")
_IN_FIELDS = {"Ctrl+Enter", "Alt+Enter"}  # keys of a field, not of the window


@pytest.fixture
def world(locked_world):
    return locked_world


def go(world: World, place: str) -> None:
    """This screen is shown, as a person would come to it."""
    if place in ("today", "families", "send", "principles", "settings"):
        world.inside.places.go(place)
    elif screen_in(world.window.centralWidget()) != place:
        world.open_family("Mackie")
        family = world.inside.families.family
        ways = {
            "evidence": family.show_principles,
            "history": family.show_history,
            "print": family.print,
        }
        if place in ways:
            ways[place]()
    world.quiet()


def keys_that_work(window: QWidget) -> set[str]:
    """Every key that would do something now: those of widgets in sight."""
    return {
        shortcut.key().toString()
        for shortcut in window.findChildren(QShortcut)
        if shortcut.isEnabled() and shortcut.parent().isVisible()
    }


def test_every_key_that_works_is_named_and_every_named_key_works(world):
    """In each place of the window, and nothing is missing from the list of places."""
    world.unlock()
    for place in PLACES:
        go(world, place)
        works = keys_that_work(world.window)
        named = told.keys_of(place)
        named_shortcuts = {key for key in named if _A_SHORTCUT.match(key)} - _IN_FIELDS

        assert place == screen_in(world.window.centralWidget())
        assert (place, set()) == (place, works - named)
        assert (place, set()) == (place, named_shortcuts - works)


def test_at_the_door_only_what_works_there_is_named(world):
    works = keys_that_work(world.window)
    world.until(lambda: screen_in(world.window.centralWidget()) == "unlock")

    assert {key for key in told.keys_of("unlock") if _A_SHORTCUT.match(key)} <= works


def test_f1_opens_the_sheet_and_f1_gives_the_focus_back(world, qtbot):
    """From a field that is being typed in, and no dialog comes up."""
    world.unlock()
    world.open_family("Mackie")
    field = next(iter(world.page.editor.cards[0].fields.values()))
    field.setFocus()
    before = QApplication.focusWidget()
    qtbot.keyClick(before, Qt.Key.Key_F1)
    world.quiet()
    opened = [one for one in world.window.findChildren(HelpSheet) if one.isVisible()]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    world.quiet()

    assert ["plan"] == [one.about for one in opened]
    assert before is QApplication.focusWidget()
    assert [] == [
        one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()
    ]


def test_locking_takes_the_sheet_away_with_everything_else(world, qtbot):
    world.unlock()
    qtbot.keyClick(world.window, Qt.Key.Key_F1)
    qtbot.keyClick(world.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    world.until(lambda: world.app.workspace is None)
    world.quiet()

    assert [] == [one for one in world.window.findChildren(HelpSheet) if one.isVisible()]
