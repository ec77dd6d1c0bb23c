from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from fsdesk.ui.cover import Cover, over_every_screen
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LOOKS


def morning() -> datetime:
    return datetime(2026, 3, 9, 10, 47)


@pytest.fixture
def cover(shown) -> Cover:
    made = Cover(morning)
    made.resize(1366, 768)
    return shown(made)


def test_there_is_a_cover_on_every_screen(qtbot, light):
    """Each fills its screen, and the first hears the keys."""
    covers = over_every_screen(morning)
    for one in covers:
        qtbot.addWidget(one)

    assert [screen.geometry() for screen in QGuiApplication.screens()] == [one.geometry() for one in covers]
    assert all(one.isVisible() and one.isFullScreen() for one in covers)
    qtbot.waitUntil(covers[0].hasFocus)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_F9])
def test_any_key_lifts_it(cover, qtbot, key):
    with qtbot.waitSignal(cover.lift_asked):
        qtbot.keyClick(cover, key)


def test_a_press_of_the_mouse_lifts_it(cover, qtbot):
    with qtbot.waitSignal(cover.lift_asked):
        qtbot.mouseClick(cover, Qt.MouseButton.LeftButton)


def test_a_screen_reader_hears_no_word_about_the_work(cover):
    """Neither does the list of windows."""
    assert ("Press any key", "fsdesk") == (cover.accessibleName(), cover.windowTitle())
    assert [] == cover.findChildren(type(cover))


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_it_covers_every_pixel_in_every_look(cover, qapp, look):
    """Nothing of what is under it shines through."""
    dress.put_on(qapp, look)
    picture = cover.grab().toImage()

    assert not picture.hasAlphaChannel() or all(
        255 == picture.pixelColor(x, y).alpha() for x in range(0, 1366, 97) for y in range(0, 768, 59)
    )
    assert 4 < len({picture.pixel(x, y) for x in range(0, 1366, 3) for y in range(0, 768, 3)})
