from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from fsdesk.ui.help import sheet
from fsdesk.ui.help.sheet import HelpSheet, toggle
from tests.ui.accessible import nameless_buttons


class PlanPage(QWidget):
    """Stands for the page of a plan."""


class TodayPage(QWidget):
    """Stands for another page."""


@pytest.fixture
def content(shown) -> QWidget:
    made = QWidget()
    made.resize(1200, 700)
    page, made.field = PlanPage(made), QLineEdit()
    QVBoxLayout(made).addWidget(page)
    QVBoxLayout(page).addWidget(made.field)
    shown(made)
    made.field.setFocus()
    return made


def open_in(content) -> HelpSheet | None:
    return next((one for one in content.findChildren(HelpSheet) if one.isVisible()), None)


def test_it_lies_over_the_page_and_escape_gives_the_focus_back(content, qtbot):
    toggle(content)
    opened = open_in(content)
    inside = opened.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert inside
    assert open_in(content) is None
    assert content.field.hasFocus()


def test_asking_again_takes_it_away_and_there_is_never_a_second_one(content):
    toggle(content)
    first = len([one for one in content.findChildren(HelpSheet) if one.isVisible()])
    toggle(content)

    assert (1, None) == (first, open_in(content))
    assert content.field.hasFocus()


def test_going_elsewhere_takes_it_away_and_keeps_the_focus_there(content):
    """Tab is never caught in it."""
    other = QLineEdit(content)
    other.show()
    toggle(content)
    other.setFocus()

    assert open_in(content) is None
    assert other.hasFocus()


def test_it_names_the_screen_its_keys_and_the_handbook(content):
    toggle(content)
    opened = open_in(content)
    texts = [label.text() for label in opened.findChildren(QLabel)]

    assert "Keys and help: One plan" == opened.accessibleName()
    assert {"Ctrl+Shift+W", "Add someone’s words", "Here", "Anywhere"} <= set(texts)
    assert any("desk.md" in text for text in texts)
    assert "Add someone’s words" in opened.close_button.accessibleDescription()
    assert [] == nameless_buttons(opened)


def test_it_stays_inside_what_it_lies_over(content, qtbot):
    toggle(content)
    content.resize(500, 300)
    opened = open_in(content)

    assert content.rect().contains(opened.geometry())


def test_what_does_not_fit_is_scrolled_by_keys(content, qtbot):
    content.resize(700, 260)
    toggle(content)
    bar = open_in(content)._scrolled.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(open_in(content).close_button, Qt.Key.Key_PageDown)

    assert bar.value() > 0


def test_the_innermost_page_decides_and_what_is_hidden_does_not(content):
    inner = TodayPage(content.findChild(PlanPage))
    hidden = sheet.screen_in(content)
    inner.show()

    assert ("plan", "today") == (hidden, sheet.screen_in(content))


def test_where_there_is_no_help_nothing_happens(shown):
    plain = shown(QWidget())
    toggle(plain)

    assert open_in(plain) is None
