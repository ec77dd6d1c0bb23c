from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.rail import RailEntry
from fsdesk.ui.places import Place
from fsdesk.ui.window import Window
from tests.ui.accessible import nameless_buttons

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Page(QWidget):
    """A page with two fields that begins at the first."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.setFocusProxy(self.first)


class Built:
    """Remembers which pages were built, in order."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}

    def place(self, key: str, label: str, icon: str) -> Place:
        return Place(RailEntry(key, label, icon), lambda: self.pages.setdefault(key, Page()))


@pytest.fixture
def built() -> Built:
    return Built()


@pytest.fixture
def window(shown, built) -> Window:
    made = Window()
    made.show_places([built.place("families", "Families", "users"), built.place("send", "Send", "send")])
    return shown(made)


def words(window: Window) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_a_page_is_built_on_the_first_visit(window, built):
    """What nobody opens costs nothing, and what was opened is kept."""
    before = list(built.pages)
    window.places.go("send")
    page = built.pages["send"]
    window.places.go("families")
    window.places.go("send")

    assert ["families"] == before
    assert page is built.pages["send"]


def test_a_place_begins_at_its_first_useful_control(window, built):
    window.places.go("send")

    assert built.pages["send"].first.hasFocus()


def test_back_returns_to_where_the_person_was(window, built, qtbot):
    """The same page, the same field, the same cursor."""
    built.pages["families"].second.setText("Maryhill")
    built.pages["families"].second.setFocus()
    built.pages["families"].second.setCursorPosition(4)
    window.places.go("send")
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)

    assert "families" == window.places.here
    assert built.pages["families"].second.hasFocus()
    assert 4 == built.pages["families"].second.cursorPosition()


def test_back_undoes_one_move_at_a_time(window):
    """A move within a page counts as one; at the first page there is nothing to undo."""
    undone = []
    window.places.moved(lambda: undone.append("within the page"))
    window.places.go("send")
    seen = []
    for _ in range(3):
        window.places.back()
        seen.append((window.places.here, list(undone)))

    assert [("families", []), ("families", ["within the page"]), ("families", ["within the page"])] == seen


def test_ctrl_and_a_number_go_to_a_place(window, qtbot):
    """The number is its place on the rail; a number without a place does nothing."""
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    second = window.places.here
    qtbot.keyClick(window, Qt.Key.Key_6, CTRL)

    assert ("send", "send") == (second, window.places.here)


def test_ctrl_l_asks_to_lock(window, qtbot):
    with qtbot.waitSignal(window.lock_asked):
        qtbot.keyClick(window, Qt.Key.Key_L, CTRL)


def test_the_rail_asks_to_lock(window, qtbot):
    with qtbot.waitSignal(window.lock_asked):
        qtbot.mouseClick(window.places.rail.buttons[-1], Qt.MouseButton.LeftButton)


def test_nothing_of_the_plans_is_left_behind_the_door(window, built, qtbot):
    """After locking, every page is deleted, and there is nothing to lock, to go to, or back to."""
    page = built.pages["families"]
    window.show_door(QLineEdit())
    qtbot.waitUntil(lambda: not isValid(page))
    with qtbot.assertNotEmitted(window.lock_asked):
        qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
        qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
        qtbot.keyClick(window, Qt.Key.Key_Left, ALT)

    assert window.places is None


def test_the_door_has_the_focus(window, qtbot):
    door = QLineEdit()
    window.show_door(door)
    qtbot.waitUntil(door.hasFocus)


def test_text_size_follows_the_keys(window, qtbot):
    sizes = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        qtbot.keyClick(window, key, CTRL)
        sizes.append(worn().scale)

    assert [1.25, 1.0, 0.875, 1.0] == sizes


def test_the_title_names_nobody(window):
    assert "fsdesk" == window.windowTitle()


def test_practice_is_said_in_words(shown, built):
    """A colour stripe alone would be no sign."""
    window = Window()
    window.show_places([built.place("families", "Families", "users")], is_practice=True)
    shown(window)

    assert any("Practice families" in text for text in words(window))


def test_every_button_of_the_shell_has_a_name(window):
    assert [] == nameless_buttons(window)


def test_closing_is_said_before_the_window_goes(window, qtbot):
    """Whoever joins the parts still has time to keep what is being typed."""
    with qtbot.waitSignal(window.closing):
        window.close()


def test_the_focus_mark_follows_into_a_page(window, built, qtbot):
    from fsdesk.ui.look.focus_mark import FocusMark

    mark = window.findChild(FocusMark)
    built.pages["families"].second.setFocus()
    QApplication.processEvents()

    assert mark.isVisible()
    assert mark.geometry().contains(
        built.pages["families"].second.mapTo(window, built.pages["families"].second.rect().center())
    )


def test_the_title_is_that_of_the_door_and_the_programs_own_behind_it(shown):
    """It never names a family, and says when a laptop is being set up."""
    window = shown(Window())
    door = QWidget()
    door.setWindowTitle("fsdesk: first set-up")
    window.show_door(door)
    setting_up = window.windowTitle()
    window.show_door(QWidget())

    assert ("fsdesk: first set-up", "fsdesk") == (setting_up, window.windowTitle())
