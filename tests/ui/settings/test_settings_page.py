from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from fsdesk import settings
from fsdesk.errors import Refused
from fsdesk.settings import Choices
from fsdesk.ui.settings.page import SettingsPage
from tests.journeys.window_world import a_world
from tests.ui.accessible import name, nameless_buttons


class Presenter:
    """Remembers what was chosen."""

    def __init__(self) -> None:
        self.chosen: list[tuple[str, int]] = []
        self.backups = 0

    def choose(self, name: str, minutes: int) -> None:
        self.chosen.append((name, minutes))

    def back_up(self) -> None:
        self.backups += 1


@pytest.fixture
def presenter() -> Presenter:
    return Presenter()


@pytest.fixture
def page(shown, presenter) -> SettingsPage:
    made = SettingsPage()
    made.serve(presenter)
    made.show_times(Choices())
    made.show_backup("Friday, read back.", False)
    return shown(made)


def button(page: SettingsPage, label: str) -> QAbstractButton:
    return next(one for one in page.findChildren(QAbstractButton) if name(one) == label)


def words(page: SettingsPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def test_what_is_chosen_stands_pressed_and_every_button_says_what_it_does(page):
    assert [] == nameless_buttons(page)
    assert {
        "Cover the screen by itself: 5 min",
        "Any key brings it back: 1 min",
        "Lock fully: 20 min",
    } == {name(one) for one in page.findChildren(QAbstractButton) if one.isChecked()}


def test_choosing_a_time_says_which(page, presenter, qtbot):
    qtbot.mouseClick(button(page, "Cover the screen by itself: Never"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(page, "Lock fully: 10 min"), Qt.MouseButton.LeftButton)

    assert [("cover_after", 0), ("lock_after", 10)] == presenter.chosen


def test_a_time_of_ones_own_has_a_button_too(page):
    page.show_times(Choices(cover_after=7))
    page.show_times(Choices(cover_after=7))

    assert button(page, "Cover the screen by itself: 7 min").isChecked()
    assert not button(page, "Cover the screen by itself: 5 min").isChecked()


def test_a_backup_is_asked_for_and_says_that_it_is_made(page, presenter, qtbot):
    page.findChildren(QAbstractButton)
    button(page, "Back up now").click()
    page.show_backup("It is being made and read back.", True)

    assert 1 == presenter.backups
    assert "Backing up..." == next(
        one.text() for one in page.findChildren(QAbstractButton) if "ack" in one.text()
    )


def test_a_refusal_stands_in_the_page(page):
    page.show_refused(Refused("That could not be kept.", "Make some room."))

    assert {"That could not be kept.", "Make some room."} <= set(words(page))


def test_a_time_chosen_in_the_window_counts_at_once(qtbot, light, team, fsdesk_home):
    """In the place of settings, which stands at the foot of the rail."""
    world = a_world(team, fsdesk_home)
    world.window.show()
    world.unlock()
    world.inside.places.go("settings")
    world.quiet()
    world.press("Lock fully: 5 min")
    limits = world.app.away._limits
    world.close()

    assert 5 * 60 == limits.lock_after
    assert 5 == settings.choices().lock_after
