from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from fsdesk.ui.families.page import FamiliesPage
from fsdesk.ui.families.table import Column, FamiliesTable
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.presenters.family_rows import Only, Row, Words
from fsdesk.ui.presenters.starting import Alike
from tests.ui.accessible import name, nameless_buttons

KERR = Row(
    "k",
    Words("The Kerr family"),
    Words("Shona, Callum 9"),
    Words("Maryhill", ((0, 4),)),
    "Review today",
    True,
    "Today 10:42",
    "Not yet sent",
)
BETTY = Row("b", Words("Gran Betty and the boys"), Words(""), Words("Ruchill"), "No day yet", False, "Friday")


class Presenter:
    """Keeps what the page asked."""

    def __init__(self) -> None:
        self.asked: list[tuple] = []

    def search(self, query: str) -> None:
        self.asked.append(("search", query))

    def only(self, only: Only) -> None:
        self.asked.append(("only", only))

    def start(self, name: str) -> None:
        self.asked.append(("start", name))

    def start_different(self, name: str) -> None:
        self.asked.append(("different", name))

    def open(self, plan: str) -> None:
        self.asked.append(("open", plan))


@pytest.fixture
def presenter() -> Presenter:
    return Presenter()


@pytest.fixture
def page(shown, presenter) -> FamiliesPage:
    made = FamiliesPage()
    made.serve(presenter)
    made.resize(1200, 700)
    shown(made)
    made.show_rows([KERR, BETTY], 2, "")
    made.setFocus()
    return made


def texts(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_enter_opens_what_the_arrows_chose_without_leaving_the_search(page, presenter, qtbot):
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.keyClick(page.search, Qt.Key.Key_Up)
    qtbot.keyClick(page.search, Qt.Key.Key_Up)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)

    assert [("open", "b"), ("open", "k")] == presenter.asked
    assert page.search.hasFocus()


def test_one_click_opens_a_family(page, presenter, qtbot):
    """Nothing needs a double click."""
    table = page.findChild(QTableView)
    cell = table.visualRect(table.model().index(1, Column.PLACE)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)

    assert [("open", "b")] == presenter.asked


def test_the_table_opens_by_key_too(page, presenter, qtbot):
    table = page.findChild(QTableView)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)

    assert [("open", "k")] == presenter.asked


def test_each_key_searches_and_escape_shows_all(page, presenter, qtbot):
    qtbot.keyClicks(page.search, "ma")
    page.show_rows([KERR], 2, "ma")
    counted = texts(page)
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)

    assert [("search", "m"), ("search", "ma"), ("search", "")] == presenter.asked
    assert "1 of 2" in counted


def test_what_was_met_is_marked_in_gorse(page):
    table = page.findChild(QTableView)
    cell = table.visualRect(table.model().index(0, Column.PLACE))
    picture = table.viewport().grab(cell).toImage()
    inks = {picture.pixelColor(x, picture.height() // 2).rgb() for x in range(picture.width())}

    assert QColor(LIGHT.gorse).rgb() in inks


def test_nothing_found_offers_the_way_back(page, presenter, qtbot):
    page.search.setText("macy")
    page.show_rows([], 2, "macy")
    qtbot.waitUntil(
        lambda: any(one.text() == "Show all 2" and one.isVisible() for one in page.findChildren(QPushButton))
    )
    next(one for one in page.findChildren(QPushButton) if one.text() == "Show all 2").click()

    assert "No family matches “macy”" in texts(page)
    assert "" == page.search.text()


def test_the_first_day_says_where_to_begin(page):
    page.show_rows([], 0, "")

    assert "Your first family goes here" in texts(page)


def test_starting_a_plan_asks_one_thing_only(page, presenter, qtbot):
    """The family's own name for itself; an empty one starts nothing."""
    page.ask_for_name()
    field = page.focusWidget()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, " Gran Betty ")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert [("start", "Gran Betty")] == presenter.asked
    assert not page.start_card.isVisible()


def test_escape_from_the_question_goes_back_to_the_search(page, qtbot):
    page.ask_for_name()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)

    assert page.search.hasFocus()


def test_a_family_that_may_be_here_already_is_asked_about_softly(page, presenter, qtbot):
    """Open it, or say that it is a different family; nothing happens by itself."""
    page.show_alike("Kirr", [Alike("k", "Kerr", "Shona, Maryhill"), Alike("b", "Gran Betty", "")])
    said = texts(page)
    buttons = {one.text(): one for one in page.start_card.findChildren(QPushButton) if one.isVisible()}
    buttons["Open Kerr"].click()
    page.show_alike("Kirr", [Alike("k", "Kerr", "")])
    next(
        one
        for one in page.findChildren(QPushButton)
        if one.text() == "It is a different family" and one.isVisible()
    ).click()

    assert "A family with a name like this is here already" in said
    assert "Kerr: Shona, Maryhill\nGran Betty" in said
    assert [("open", "k"), ("different", "Kirr")] == presenter.asked
    assert not page.start_card.isVisible()


def test_another_name_asks_anew(page, presenter, qtbot):
    """The question goes when the name is changed."""
    page.show_alike("Kirr", [Alike("k", "Kerr", "")])
    qtbot.keyClicks(page.focusWidget(), "k")
    gone = "A family with a name like this is here already" not in texts(page)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)

    assert gone
    assert [("start", "Kirrk")] == presenter.asked


def test_the_cells_are_real_ones_for_a_screen_reader():
    """The first says the people too; an empty one says that it is."""
    table = FamiliesTable()
    table.set_rows([KERR, BETTY._replace(place=Words(""))])
    said = [
        [table.data(table.index(row, column), Qt.ItemDataRole.AccessibleTextRole) for column in Column]
        for row in (0, 1)
    ]

    assert [
        "The Kerr family: Shona, Callum 9",
        "Maryhill",
        "Review today",
        "Today 10:42",
        "Not yet sent",
    ] == said[0]
    assert ["Gran Betty and the boys", "nothing yet", "No day yet", "Friday", "nothing yet"] == said[1]
    assert table.data(table.index(5, 0)) is None


def test_every_button_of_the_page_has_a_name(page):
    assert [] == nameless_buttons(page)


def test_what_is_chosen_stays_chosen_when_more_is_known(page):
    """What became of the packages is known a moment after the list stands there."""
    page.search.moved.emit(1)
    page.show_more_of([KERR, BETTY._replace(package="Sent")])
    page.search.opened.emit()

    assert [("open", "b")] == page._presenter.asked


@pytest.mark.parametrize(
    ("labels", "heading"),
    [
        (["Review due"], "Nobody’s day has come"),
        (["Not yet sent"], "Everything is in a package"),
        (["With me"], "No family is with you yet"),
        (["With me", "Review due"], "No family fits all of these"),
    ],
)
def test_a_filter_that_nobody_fits_says_so_and_offers_all(page, presenter, labels, heading):
    """Each filter that is pressed is asked for, and the one button lets go of them all."""
    for label in labels:
        next(one for one in page.findChildren(QPushButton) if name(one) == label).click()
    page.show_rows([], 2, "")
    said = texts(page)
    next(one for one in page.findChildren(QPushButton) if name(one) == "Show all 2").click()

    assert heading in said
    assert ("only", Only()) == presenter.asked[-1]
