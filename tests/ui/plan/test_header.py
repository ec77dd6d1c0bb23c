from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from fsdesk.ui.look.focus_mark import MARKED_PART
from fsdesk.ui.plan.header import HISTORY, PLAN, PRINCIPLES, PlanHeader
from tests.ui.accessible import nameless_buttons


@pytest.fixture
def header(shown) -> PlanHeader:
    made = PlanHeader()
    made.resize(1200, 90)
    made.show_family("The Kerr family", "Maryhill")
    return shown(made)


def test_only_the_pages_that_there_are_have_tabs(header):
    titles = [header.tabs.tabText(at) for at in range(header.tabs.count())]

    assert ["Plan", "Principles", "History"] == titles


def test_the_tabs_are_tabs_to_a_screen_reader(header):
    """A list of tabs that is called as the chosen one, each a tab, one of them chosen."""
    header.tabs.show_tab(PRINCIPLES)
    bar = QAccessible.queryAccessibleInterface(header.tabs)
    tabs = [bar.child(at) for at in range(3)]

    assert (QAccessible.Role.PageTabList, "Principles") == (
        bar.role(),
        bar.text(QAccessible.Text.Name),
    )
    assert [QAccessible.Role.PageTab] * 3 == [tab.role() for tab in tabs]
    assert [False, True, False] == [bool(tab.state().selected) for tab in tabs]


def test_arrows_ask_for_the_page_beside(header, qtbot):
    header.tabs.setFocus()
    with qtbot.waitSignal(header.tab_asked) as asked:
        qtbot.keyClick(header.tabs, Qt.Key.Key_Right)

    assert [PRINCIPLES] == asked.args
    assert header.tabs.hasFocus()


def test_a_click_asks_for_a_page(header, qtbot):
    middle = header.tabs.tabRect(2).center()
    with qtbot.waitSignal(header.tab_asked) as asked:
        qtbot.mouseClick(header.tabs, Qt.MouseButton.LeftButton, pos=middle)

    assert [HISTORY] == asked.args


def test_showing_a_tab_asks_for_nothing(header, qtbot):
    with qtbot.assertNotEmitted(header.tab_asked):
        header.tabs.show_tab(HISTORY)

    assert HISTORY == header.tabs.shown


def test_the_focus_mark_stands_around_the_shown_tab(header):
    header.tabs.show_tab(HISTORY)

    assert header.tabs.tabRect(2) == header.tabs.property(MARKED_PART)


def test_in_one_pane_the_tabs_stand_beside_the_name(header):
    """So that the plan has a line more."""
    before = header.sizeHint().height()
    header.resize(700, 60)

    assert header.sizeHint().height() < before
    assert header.tabs.isVisible()
    header.resize(1200, 90)

    assert before == header.sizeHint().height()
    assert PLAN == header.tabs.shown


def test_every_button_has_a_name(header):
    assert [] == nameless_buttons(header)
