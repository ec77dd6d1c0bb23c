"""Real presses of Tab in every place: everything that can be used is come to, and Tab leads round the whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from fsdesk.ui.presenters import sections
from tests.journeys.test_window_help import PLACES, go
from tests.journeys.window_world import World
from tests.screens_sections import settle
from tests.ui.accessible import name

_FAR = 600


@pytest.fixture
def world(locked_world):
    return locked_world


def stops(window: QWidget) -> list[QWidget]:
    """Everything in sight that Tab is to come to."""
    return [
        one
        for one in window.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and QWidget.focusProxy(one) is None
        and one.isVisible()
        and one.isEnabled()
        and one.window() is window
    ]


def walked(world: World, qtbot) -> list[QWidget]:
    """What has the focus after each press, once round."""
    seen: list[QWidget] = []
    for _ in range(_FAR):
        focus = QApplication.focusWidget()
        if focus in seen:
            break
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        QApplication.processEvents()
    return seen


@pytest.mark.parametrize("place", PLACES)
def test_tab_comes_to_everything_and_back(world, qtbot, place):
    """Nothing stands outside the way, and nowhere is it a dead end."""
    world.unlock()
    go(world, place)
    world.quiet()
    seen = walked(world, qtbot)
    missed = [one for one in stops(world.window) if one not in seen]

    assert [] == [f"{type(one).__name__} {name(one)}" for one in missed]


@pytest.mark.long
def test_tab_comes_to_every_field_of_every_section(world, qtbot):
    """All eleven parts of a plan, one after the other."""
    world.unlock()
    world.open_family("Lennox")
    for section in sections.SECTIONS:
        world.inside.families.open_plan.open_section(section.key)
        settle(world)
        world.page.editor.setFocus()
        seen = walked(world, qtbot)
        missed = [one for one in stops(world.window) if one not in seen]

        assert (section.key, []) == (section.key, [f"{type(one).__name__} {name(one)}" for one in missed])
