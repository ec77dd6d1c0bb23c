from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from fsdesk.plans import checks, samples
from fsdesk.ui.look import dress
from fsdesk.ui.look.focus_mark import MARKED_PART
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.presenters import ideas
from fsdesk.ui.presenters.ideas import Way
from fsdesk.ui.presenters.principles import PrinciplesPresenter, Seeing
from fsdesk.ui.principles.page import PrinciplesPage
from fsdesk.ui.principles.table import Column
from tests.ui.accessible import name, nameless_buttons

F6 = samples.load("F6")
Key = Qt.Key


class Gone(list):
    """Where "Show" led."""


@pytest.fixture
def gone() -> Gone:
    return Gone()


def looked(plan):
    checked = checks.check(plan, plan.sample_today)
    return plan, checked, ideas.shown(plan, checked, plan.sample_today, everything=True)


def a_page(gone: Gone) -> PrinciplesPage:
    page = PrinciplesPage()
    presenter = PrinciplesPresenter(page, today=lambda: F6.sample_today, seeing=Seeing(), go=gone.append)
    presenter.take(*looked(F6))
    page.serve(presenter)
    return page


@pytest.fixture
def page(shown, gone) -> PrinciplesPage:
    """Moira and Rory's principles, as wide as the standard window leaves room for."""
    made = a_page(gone)
    made.resize(1274, 650)
    shown(made)
    made.setFocus()
    return made


@pytest.fixture
def narrow(shown, gone) -> PrinciplesPage:
    """The same in one pane."""
    made = a_page(gone)
    made.resize(700, 600)
    shown(made)
    made.setFocus()
    return made


def press(qtbot, *keys: Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def tab_to(qtbot, label: str) -> None:
    """Tab is pressed until a screen reader would say this."""
    reached = []
    for _ in range(40):
        press(qtbot, Key.Key_Tab)
        reached.append(name(QApplication.focusWidget()))
        if reached[-1] == label:
            return
    raise AssertionError(f"Tab does not come to {label}; it goes through {reached}")


def texts(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def told(page) -> str:
    """The principle that is told in full."""
    return page.told.accessibleName().partition(",")[0]


def shows(page) -> list[str]:
    return [
        name(one) for one in page.told.findChildren(QPushButton) if one.isVisible() and one.text() == "Show"
    ]


def test_the_picture_has_the_focus_and_arrows_choose(page, qtbot):
    """Down its list, across to the other, and to its ends."""
    begins = told(page)
    press(qtbot, Key.Key_Down, Key.Key_Down)
    down = told(page)
    press(qtbot, Key.Key_Right)
    across = told(page)
    press(qtbot, Key.Key_End)
    end = told(page)
    press(qtbot, Key.Key_Left, Key.Key_Home)

    assert page.picture.hasFocus()
    assert ("Rights-respecting", "Strengths-based", "Needs based") == (begins, down, across)
    assert ("Underpinned by Children's Rights", "Rights-respecting") == (end, told(page))


def test_a_click_chooses(page, qtbot):
    qtbot.mouseClick(page.picture, Qt.MouseButton.LeftButton, pos=page.picture.place_of("NP-07").center())

    assert "Take account of families' voice" == told(page)


def test_a_click_between_the_boxes_changes_nothing(page, qtbot):
    qtbot.mouseClick(page.picture, Qt.MouseButton.LeftButton, pos=QPoint(page.picture.width() // 2, 3))

    assert "Rights-respecting" == told(page)


def test_a_screen_reader_hears_the_chosen_one_and_its_place(page, qtbot):
    press(qtbot, Key.Key_Down)

    assert (
        "Principles in this plan: Voice and Influence, Glasgow, 5 pieces of evidence, 1 idea waiting, 2 of 21"
        == name(page.picture)
    )
    described = QAccessible.queryAccessibleInterface(page.picture).text(QAccessible.Text.Description)

    assert "threads join those that belong together" in described


def test_the_focus_mark_stands_around_the_chosen_one(page, qtbot):
    press(qtbot, Key.Key_Down)

    assert page.picture.place_of("GP-VOICE") == page.picture.property(MARKED_PART)


def test_one_principle_is_told_in_full(page, qtbot):
    """What it asks in our words and where that stands, pieces, ideas, and the same idea with its readings marked."""
    page.picture.chosen.emit("NP-05")
    said = " ".join(texts(page.told))

    assert "Help starts soon" in said
    assert "In our words. Holistic whole family support: routemap and national principles" in said
    assert "We looked at it together, 15 October: Beth came to chess" in said
    assert "Ideas waiting For Rory, achieving has become harder, and nothing new is in place." in said
    assert "Flexible (as we read it)" in said


def test_more_than_six_pieces_are_told_when_somebody_asks(page, qtbot):
    page.picture.chosen.emit("GP-STRENGTHS")
    before = len(shows(page))
    press(qtbot, Key.Key_Return)
    tab_to(qtbot, "Show all 16")
    press(qtbot, Key.Key_Space)

    assert (7, 17) == (before, len(shows(page)))
    assert shows(page)[6] == name(QApplication.focusWidget())


def test_enter_goes_to_what_is_said_and_show_leads_into_the_plan(page, qtbot, gone):
    press(qtbot, Key.Key_Down, Key.Key_Return)
    first = name(QApplication.focusWidget())
    press(qtbot, Key.Key_Space)

    assert first.startswith("Show: Rory’s words, 23 April")
    assert [Way("words", where="/voices/0")] == gone


def test_an_idea_leads_where_the_coach_would_take_one(page, qtbot, gone):
    press(qtbot, Key.Key_Down)
    show = next(
        one for one in page.told.findChildren(QPushButton) if name(one).startswith("Show: Rory asked")
    )
    show.setFocus()
    press(qtbot, Key.Key_Space)

    assert [Way("words", where="/access_needs/0")] == gone


def test_the_list_says_the_same_as_the_picture(page, qtbot):
    """Row by row, in words; the chosen one stays chosen and has the focus."""
    press(qtbot, Key.Key_Down)
    page.swap.click()
    model = page.table.model()
    row = [model.index(1, column).data() for column in Column]

    assert [
        "Voice and Influence",
        "Glasgow",
        "5 pieces",
        "1 waiting",
        "Take account of families' voice",
    ] == row
    assert 21 == model.rowCount()
    assert (1, True) == (page.table.currentIndex().row(), page.table.isVisible())
    assert not page.picture.isVisible()


def test_everything_can_be_done_in_the_list_by_keys(page, qtbot, gone):
    press(qtbot, Key.Key_Backtab)
    before = name(QApplication.focusWidget())
    press(qtbot, Key.Key_Space)
    page.table.setFocus()
    press(qtbot, Key.Key_Down)
    chosen = told(page)
    press(qtbot, Key.Key_Return, Key.Key_Space)

    assert ("Show as list", "Voice and Influence") == (before, chosen)
    assert [Way("words", where="/voices/0")] == gone


def test_a_screen_reader_hears_every_cell_in_full(page):
    page.swap.click()
    model = page.table.model()
    said = [model.index(1, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in Column]

    assert ["5 pieces of evidence", "1 idea waiting"] == said[2:4]


def test_tab_is_not_trapped_in_the_table(page, qtbot):
    page.swap.click()
    page.table.setFocus()
    press(qtbot, Key.Key_Tab)

    assert not page.table.hasFocus()


def test_nothing_scrolls_sideways(page):
    """Neither the picture nor what is told, in any width that has two panes."""
    for width in (1274, 960, 932):
        page.resize(width, 560)
        QApplication.processEvents()
        inside = page.picture.parentWidget()

        assert inside.width() <= page._scrolled.viewport().width()
        assert page.told.isVisible()


def test_a_narrow_list_has_the_leaves_below_the_words(page):
    wide = page.picture.place_of("GP-VOICE").height()
    page.resize(932, 560)
    QApplication.processEvents()

    assert page.picture.place_of("GP-VOICE").height() > wide


def test_in_one_pane_the_list_comes_first_and_takes_turns_with_what_is_said(narrow, qtbot):
    """Enter goes there, Esc comes back to the same row."""
    at_first = (narrow.table.isVisible(), narrow.told.isVisible())
    press(qtbot, Key.Key_Down, Key.Key_Return)
    then = (narrow.table.isVisible(), narrow.told.isVisible(), told(narrow))
    press(qtbot, Key.Key_Escape)

    assert (True, False) == at_first
    assert (False, True, "Voice and Influence") == then
    assert (True, 1) == (narrow.table.hasFocus(), narrow.table.currentIndex().row())


def test_in_one_pane_a_click_tells_and_a_button_leads_back(narrow, qtbot):
    row = narrow.table.visualRect(narrow.table.model().index(2, 0))
    qtbot.mouseClick(narrow.table.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    there = told(narrow)
    narrow.told.back.click()

    assert "Strengths-based" == there
    assert (True, False) == (narrow.table.isVisible(), narrow.told.isVisible())


def test_in_one_pane_the_picture_can_still_be_asked_for(narrow):
    narrow.swap.click()

    assert (True, False) == (narrow.picture.isVisible(), narrow.table.isVisible())


def test_escape_leaves_the_page_where_both_can_be_seen(page, qtbot):
    with qtbot.waitSignal(page.cancelled):
        press(qtbot, Key.Key_Escape)


def test_what_changed_in_the_plan_is_told_and_the_focus_stays(page, qtbot):
    press(qtbot, Key.Key_Down, Key.Key_Return)
    focused = name(QApplication.focusWidget())
    page._presenter.take(*looked(replace(F6, voices=F6.voices[:2])))

    assert focused == name(QApplication.focusWidget())
    assert "2 pieces of evidence" in page.told.accessibleName()


def test_every_button_has_a_name(page):
    page.picture.chosen.emit("GP-STRENGTHS")

    assert [] == nameless_buttons(page)


def test_at_twice_the_text_the_picture_grows_with_it(qapp, page):
    before = page.picture.place_of("GP-VOICE").height()
    dress.put_on(qapp, LIGHT, 2.0)
    page.swap.click()
    page.swap.click()

    assert page.picture.place_of("GP-VOICE").height() > 1.5 * before
