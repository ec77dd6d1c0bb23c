from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from fsdesk.ui.away import Away
from fsdesk.ui.parts.rail import RailEntry
from fsdesk.ui.places import Place
from fsdesk.ui.presenters.away import Limits, Moment
from fsdesk.ui.window import Window

LIMITS = Limits.of_minutes(cover_after=5, lock_after=20, back_until=1)


class Page(QWidget):
    """A page with two fields."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.setFocusProxy(self.first)


class Clocks:
    """Both clocks, moved by hand in steps as the program looks at them."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> Moment:
        return Moment(self.at, self.at)

    def run(self, away: Away, seconds: float) -> None:
        """So much time goes by."""
        end = self.at + seconds
        while self.at < end:
            self.at = min(end, self.at + 5)
            away.step()


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def window(shown) -> Window:
    made = Window()
    made.show_places([Place(RailEntry("families", "Families", "users"), Page)])
    return shown(made)


@pytest.fixture
def away(window, clocks) -> Away:
    made = Away(window, LIMITS, clock=clocks)
    made.begin()
    yield made
    made.end()
    made.take_off()


def test_f9_covers_every_screen_and_hides_what_is_under_it(window, away, qtbot):
    """No list of windows shows what was open."""
    inside = window.centralWidget()
    with qtbot.waitSignal(away.covered):
        qtbot.keyClick(window, Qt.Key.Key_F9)

    assert away.covers
    assert all(one.isVisible() for one in away.covers)
    assert not inside.isVisible()


def test_the_rail_covers_too(window, away, qtbot):
    with qtbot.waitSignal(away.covered):
        next(one for one in window.places.rail.buttons if one.text() == "Cover").click()


def test_any_key_gives_the_page_back_as_it_was(window, away, qtbot):
    """With the focus where it was."""
    page = window.places.page
    page.second.setFocus()
    away.cover()
    qtbot.keyClick(away.covers[0], Qt.Key.Key_Space)

    assert [] == away.covers
    assert page.isVisible()
    qtbot.waitUntil(page.second.hasFocus)


def test_the_screen_covers_itself_and_the_plans_are_locked_a_minute_later(away, clocks, qtbot):
    with qtbot.assertNotEmitted(away.lock_asked):
        clocks.run(away, 301)
    covered = bool(away.covers)
    with qtbot.waitSignal(away.lock_asked):
        clocks.run(away, 60)

    assert covered


@pytest.mark.parametrize(
    "do",
    [
        lambda window, _: QTest.keyClick(window.windowHandle(), Qt.Key.Key_A),
        lambda window, time: QTest.mouseMove(window.windowHandle(), QPoint(60 + 9 * time, 60)),
        lambda window, _: QTest.mouseClick(
            window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(500, 300)
        ),
    ],
    ids=["a key", "the mouse", "a click"],
)
def test_somebody_who_is_there_is_not_covered(window, away, clocks, do: Callable[[Window, int], None]):
    for time in range(4):
        clocks.run(away, 290)
        do(window, time)

    assert [] == away.covers


def test_a_key_after_a_sleep_finds_the_door(away, clocks, qtbot):
    """The cover stays until the plans are locked, so that nothing of them shows for a moment."""
    away.cover()
    clocks.at += 3600
    with qtbot.waitSignal(away.lock_asked):
        away.lift()
    before = bool(away.covers)
    away.end()

    assert before
    assert [] == away.covers


def test_the_system_says_that_the_laptop_goes_to_sleep(away, qtbot):
    """Covered at once, and locked."""
    with qtbot.waitSignal(away.lock_asked):
        away.lock()

    assert away.covers


def test_words_that_could_not_be_kept_are_not_locked_away(window, away, clocks):
    """The cover can be lifted then, and the page says what to do."""
    away.is_held_up = lambda: True
    away.lock()
    away.lift()

    assert [] == away.covers
    assert window.places.page.isVisible()


def test_nothing_happens_while_no_plans_are_open(window, away, clocks, qtbot):
    """A cover at the door would tell nothing, and there is nothing to lock."""
    away.end()
    with qtbot.assertNotEmitted(away.lock_asked):
        clocks.run(away, 3600)
        away.cover()
        away.lock()

    assert [] == away.covers


def test_a_window_beside_is_hidden_and_comes_back(window, away, qtbot):
    """Such as the one shown to the family."""
    beside = QWidget()
    qtbot.addWidget(beside)
    beside.show()
    away.cover()
    hidden = not beside.isVisible()
    away.lift()

    assert hidden
    assert beside.isVisible()
