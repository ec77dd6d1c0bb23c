from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from fsdesk.ui.parts.rail import Rail, RailEntry
from tests.ui.accessible import name, nameless_buttons

FAMILIES, SEND = RailEntry("families", "Families", "users"), RailEntry("send", "Send", "send")


@pytest.fixture
def rail(shown) -> Rail:
    made = Rail([FAMILIES, SEND])
    made.resize(made.sizeHint().width(), 600)
    return shown(made)


def button(rail: Rail, label: str):
    """The entry with this word on it."""
    return next(found for found in rail.buttons if found.text() == label)


def test_choosing_a_place_says_which(rail, qtbot):
    with qtbot.waitSignal(rail.chosen) as said:
        qtbot.mouseClick(button(rail, "Send"), Qt.MouseButton.LeftButton)

    assert ["send"] == said.args
    assert button(rail, "Send").isChecked()


def test_only_one_place_is_chosen(rail):
    rail.show_chosen("families")
    rail.show_chosen("send")

    assert [False, True] == [button(rail, label).isChecked() for label in ("Families", "Send")]


class Painted(QObject):
    """Remembers which parts of a widget were painted again."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_the_bar_goes_with_the_chosen_place(rail, qtbot):
    """The bar at the edge leaves the place before, and stands beside the one that was chosen."""
    rail.show_chosen("families")
    qtbot.wait(0)  # what was still to be painted is painted
    painted = Painted(rail)
    rail.show_chosen("send")
    edges = [QPoint(1, button(rail, label).geometry().center().y()) for label in ("Families", "Send")]

    qtbot.wait_until(lambda: all(painted.region.contains(edge) for edge in edges))


def test_lock_stands_at_the_foot_and_is_no_place(rail, qtbot):
    """It is below everything else, and pressing it leaves the chosen place chosen."""
    rail.show_chosen("families")
    with qtbot.waitSignal(rail.lock_asked):
        qtbot.mouseClick(button(rail, "Lock"), Qt.MouseButton.LeftButton)

    assert "Lock" == max(rail.buttons, key=lambda found: found.y()).text()
    assert button(rail, "Families").isChecked()


def test_what_waits_is_said_as_well_as_shown(rail):
    """Name first, then count; nothing waiting says nothing."""
    rail.show_waiting("send", 3)
    with_three = name(button(rail, "Send"))
    rail.show_waiting("send", 0)

    assert "Send, 3 waiting" == with_three
    assert "Send" == name(button(rail, "Send"))


def test_what_waits_can_be_named(rail):
    rail.show_waiting("send", 3, "3 plans not yet sent")

    assert "Send, 3 plans not yet sent" == name(button(rail, "Send"))


def test_every_entry_has_its_word_under_its_icon(rail):
    """Never an icon alone; each is large enough to hit."""
    assert [] == nameless_buttons(rail)
    assert all(found.text() and found.height() >= 44 for found in rail.buttons)


def test_a_place_that_is_not_built_is_not_on_the_rail(rail):
    with pytest.raises(KeyError):
        rail.show_chosen("today")
