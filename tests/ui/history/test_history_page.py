from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from fsdesk.errors import Refused
from fsdesk.ui.history.page import NO_WORDING, HistoryPage
from fsdesk.ui.history.row import HistoryRow
from fsdesk.ui.presenters.history import ChangeLine, Row, WordingRow
from tests.ui.accessible import name, nameless_buttons

LINE = ChangeLine("/steps/s1/what", "Words", "Ring the school", "Ring the college", may_put_back=True)
ROW = Row("e2", "Changed a step: Ring", "Changed a step: Ring", "Dan · Today 10:42", (LINE,), 0, False, True)
SECRET = Row(
    "e1",
    "Added somebody's words: Only for Dan",
    "Added somebody's words",
    "Dan · Friday 09:00 · Undone since",
    (ChangeLine("/voices/v1/words", "Words", "", "Only for Dan", may_put_back=False),),
    3,
    True,
    False,
)


class Asked:
    def __init__(self) -> None:
        self.asked: list[tuple] = []

    def __getattr__(self, act: str):
        return lambda *given: self.asked.append((act, *given))


@pytest.fixture
def presenter():
    return Asked()


@pytest.fixture
def page(shown, presenter):
    made = HistoryPage()
    made.resize(900, 700)
    shown(made)
    made.serve(presenter)
    made.begin()
    made.setFocus()
    made.show_rows([ROW, SECRET], 0)
    return made


def texts(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def press(page, label: str) -> None:
    next(one for one in page.findChildren(QAbstractButton) if one.isVisible() and name(one) == label).click()


def test_rows_are_closed_to_their_sentences(page):
    """What is private says no word of it until somebody opens it."""
    said = " ".join(texts(page))

    assert "Ring the school" not in said
    assert "Only for Dan" not in said
    assert "Dan · Friday 09:00 · Undone since" in said


def test_an_open_row_tells_before_and_then_and_closes_again(page):
    press(page, "Open: Added somebody's words")
    opened = " ".join(texts(page))
    press(page, "Close: Added somebody's words")

    assert "Then: Only for Dan" in opened
    assert "and 3 more" in opened
    assert "Only for Dan" not in " ".join(texts(page))


def test_undo_and_put_back_name_the_edit_and_the_place(page, presenter):
    press(page, "Undo: Changed a step: Ring")
    press(page, "Open: Changed a step: Ring")
    press(page, "Put back: Words, Ring the school")

    assert [("undo", "e2"), ("put_back", "e2", "/steps/s1/what")] == presenter.asked


def test_what_was_undone_offers_no_undo_and_what_was_never_there_no_way_back(page):
    press(page, "Open: Added somebody's words")
    row = next(one for one in page.rows if isinstance(one, HistoryRow) and one.row is SECRET)
    offered = [name(one) for one in row.findChildren(QAbstractButton) if one.isVisible()]

    assert ["Close: Added somebody's words"] == offered


def test_what_was_done_stands_at_the_top_with_the_way_back(page, presenter):
    page.show_done("Undone: Changed a step.", ("The place stays as it is.",))
    press(page, "Undo that")

    assert {"Undone: Changed a step.", "The place stays as it is."} <= set(texts(page))
    assert [("undo_that",)] == presenter.asked


def test_a_row_that_stood_open_stays_open_when_the_rows_come_again(page):
    press(page, "Open: Changed a step: Ring")
    page.show_rows([ROW, SECRET], 0)

    assert "Then: Ring the college" in texts(page)


def test_earlier_rows_are_offered_while_there_are_some(page, presenter):
    before = page.earlier.isVisible()
    page.show_rows([ROW], 7)
    press(page, "Show earlier (7 more)")

    assert not before
    assert [("show_earlier",)] == presenter.asked


def test_wordings_are_shown_and_the_present_one_has_nothing_to_put_back(page, presenter, qtbot):
    now = WordingRow("e2", "/voices/v1/words", "Words", "I like dogs", "Dan", stands=True)
    old = WordingRow("e1", "/voices/v1/words", "Words", "I like the dog", "Dan", stands=False)
    page.show_wordings("Callum’s words", [now, old])
    buttons = [name(one) for one in page.findChildren(QAbstractButton) if one.isVisible()]
    press(page, "Put back: I like the dog")

    assert "Earlier wording: Callum’s words" in texts(page)
    assert "Put back: I like dogs" not in buttons
    assert [("use_wording", "e1", "/voices/v1/words")] == presenter.asked
    with qtbot.waitSignal(page.whole_asked):
        press(page, "The whole history")


def test_without_an_earlier_wording_that_is_said(page):
    page.show_wordings("Callum’s words", [])

    assert NO_WORDING in texts(page)


def test_the_first_row_has_the_focus_and_tab_goes_on_from_there(page, qtbot):
    reached = [name(QApplication.focusWidget())]
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(name(QApplication.focusWidget()))

    assert [
        "Undo: Changed a step: Ring",
        "Open: Changed a step: Ring",
        "Open: Added somebody's words",
    ] == reached
    with qtbot.waitSignal(page.cancelled):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_rows_that_come_again_leave_the_focus_where_it_was(page):
    press(page, "Open: Changed a step: Ring")
    row = next(one for one in page.rows if isinstance(one, HistoryRow) and one.row is SECRET)
    row.toggle.setFocus()
    page.show_rows([ROW, SECRET], 0)

    assert "Open: Added somebody's words" == name(QApplication.focusWidget())


def test_ctrl_z_undoes_the_last_act(page, presenter, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert [("undo", "")] == presenter.asked


def test_a_refusal_is_told_in_the_page(page):
    page.show_refused(Refused("That was undone already.", "Nothing was changed."))

    assert {"That was undone already.", "Nothing was changed."} <= set(texts(page))


def test_every_button_has_a_name(page):
    press(page, "Open: Changed a step: Ring")

    assert [] == nameless_buttons(page)
