from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from fsdesk.ui.presenters.library import LibraryPresenter
from fsdesk.ui.principles.library import LibraryPlace
from tests.ui.accessible import name, nameless_buttons
from tests.ui.presenters.fakes import Desk

Key = Qt.Key


def a_place(wide: int, shown) -> LibraryPlace:
    place, desk = LibraryPlace(), Desk()
    presenter = LibraryPresenter(place, beside=desk.submit)
    place.serve(presenter)
    presenter.begin()
    desk.run()
    place.resize(wide, 640)
    shown(place)
    place.setFocus()
    return place


@pytest.fixture
def place(shown) -> LibraryPlace:
    return a_place(1274, shown)


@pytest.fixture
def narrow(shown) -> LibraryPlace:
    return a_place(700, shown)


def press(qtbot, *keys: Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def texts(part) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible() and label.text()]


def chosen(place) -> str:
    return place.shelves.currentIndex().data()


def test_searching_is_where_one_begins_and_down_goes_through_what_was_found(place, qtbot):
    at_first = place.search.hasFocus()
    qtbot.keyClicks(place.search, "trust")
    press(qtbot, Key.Key_Down)

    assert at_first
    assert texts(place.page)[0] == chosen(place)
    assert "of 90" in " ".join(texts(place.search))


def test_enter_goes_from_the_search_to_the_page(place, qtbot):
    qtbot.keyClicks(place.search, "voice and influence")
    press(qtbot, Key.Key_Return)

    assert place.page.scrolled.hasFocus()
    assert "Voice and Influence" == name(place.page.scrolled)


def test_the_tree_is_walked_by_keys_and_says_how_many_each_list_has(place, qtbot):
    """Left closes a list, Down goes on to the next one."""
    place.shelves.setFocus()
    press(qtbot, Key.Key_Home)
    first = place.shelves.currentIndex()
    press(qtbot, Key.Key_Left, Key.Key_Down)

    assert "Glasgow practice principles, 11" == first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Glasgow collaboration principles" == chosen(place)
    assert "Glasgow collaboration principles" == texts(place.page)[0]


def test_a_page_says_rules_and_why(place, qtbot):
    place.shelves.chosen.emit("GP-VOICE")
    said = texts(place.page)

    assert "What looks at it in a plan, and why" in said
    assert "A child's own view (R-01)" in said
    assert any(text.startswith("Every child has a right to be heard") for text in said)


def test_nothing_found_is_said(place, qtbot):
    qtbot.keyClicks(place.search, "zebra")

    assert "Nothing here has these words. One word alone may find more." in texts(place)
    assert not place.shelves.isVisible()


def test_in_one_pane_the_page_takes_turns_with_the_lists(narrow, qtbot):
    at_first = (narrow.shelves.isVisible(), narrow.page.isVisible())
    press(qtbot, Key.Key_Down, Key.Key_Return)
    then = (narrow.shelves.isVisible(), narrow.page.isVisible())
    press(qtbot, Key.Key_Escape)

    assert ((True, False), (False, True)) == (at_first, then)
    assert narrow.shelves.hasFocus()


def test_in_one_pane_a_click_opens_the_page(narrow, qtbot):
    index = narrow.shelves.model().index(0, 0)
    below = narrow.shelves.model().index(3, 0, index)
    place = narrow.shelves.visualRect(below).center()
    qtbot.mouseClick(narrow.shelves.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert (True, below.data()) == (narrow.page.isVisible(), texts(narrow.page)[0])


def test_every_page_can_be_read_and_no_words_are_cut_off(place):
    """Each label has the height that its words need at its width."""
    for shelf in place._presenter._shelves:
        for page in (shelf.about, *shelf.pages):
            place.shelves.chosen.emit(page.id)
            QApplication.processEvents()
            cut = [
                label.text()
                for label in place.page.findChildren(QLabel)
                if label.isVisible()
                and label.hasHeightForWidth()
                and label.height() < label.heightForWidth(label.width())
            ]

            assert [] == cut
            assert page.title == texts(place.page)[0]


def test_every_button_has_a_name(place):
    assert [] == nameless_buttons(place)
