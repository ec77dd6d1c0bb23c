from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel

from fsdesk.errors import Refused
from fsdesk.ui.paper.page import PaperPage
from fsdesk.ui.paper.pages_view import PagesView, pixmap_of
from fsdesk.ui.presenters.paper import Reader, Waits
from tests.ui.accessible import name, nameless_buttons

READERS = [Reader("donna", "Donna", "Parent or carer"), Reader("tyler", "Tyler", "Child")]


class Picture(NamedTuple):
    width: int
    height: int
    rgb: bytes


def a_page(red: int) -> Picture:
    return Picture(3, 4, bytes((red, 10, 20)) * 12)


class Presenter:
    """Keeps what the page asked."""

    file_name = "plan-V3MN80CT.pdf"

    def __init__(self) -> None:
        self.asked: list[tuple] = []

    def choose(self, person: str) -> None:
        self.asked.append(("choose", person))

    def leave_out(self) -> None:
        self.asked.append(("leave out",))

    def save(self, path: Path, replace: bool = False) -> None:
        self.asked.append(("save", path, replace))


@pytest.fixture
def presenter() -> Presenter:
    return Presenter()


@pytest.fixture
def page(shown, presenter) -> PaperPage:
    made = PaperPage()
    made.serve(presenter)
    made.resize(1200, 700)
    shown(made)
    made.show_family("The Mackies")
    made.show_readers(READERS, "donna")
    return made


def texts(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def press(page, label: str) -> None:
    next(one for one in page.findChildren(QAbstractButton) if one.isVisible() and name(one) == label).click()


def test_choosing_somebody_asks_for_their_page_and_showing_them_does_not(page, presenter):
    before = list(presenter.asked)
    press(page, "Tyler")

    assert ([], [("choose", "tyler")]) == (before, presenter.asked)
    assert "Print for The Mackies" in texts(page)


def test_nothing_can_be_saved_before_there_are_pages(page):
    page.show_making()
    while_making = page.save.isEnabled()
    page.show_pages([a_page(200)], "")

    assert (False, True) == (while_making, page.save.isEnabled())


def test_a_named_place_is_asked_for_and_the_name_is_neutral(page, presenter, qtbot, tmp_path):
    """The window goes on meanwhile; what is not locked is said."""
    page.show_pages([a_page(200)], "")
    page.save.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(QFileDialog)))
    [asked] = page.findChildren(QFileDialog)
    proposed = Path(asked.selectedFiles()[0]).name
    asked.fileSelected.emit(str(tmp_path / "out.pdf"))
    asked.reject()

    assert "plan-V3MN80CT.pdf" == proposed
    assert "not locked" in asked.windowTitle()
    assert ("save", tmp_path / "out.pdf", True) == presenter.asked[-1]


def test_a_page_that_waits_says_so_and_offers_the_way_through(page, presenter, qtbot):
    page.show_waits(Waits(("One part needs a second look before it goes on paper.",), True))
    qtbot.waitUntil(
        lambda: any(
            name(one) == "Leave it out" and one.isVisible() for one in page.findChildren(QAbstractButton)
        )
    )
    press(page, "Leave it out")

    assert "This page waits a moment" in texts(page)
    assert [("leave out",)] == presenter.asked
    assert not page.save.isEnabled()


def test_where_nothing_can_be_left_out_nothing_is_offered(page):
    page.show_waits(Waits(("No paper is made for this reader.",), False))

    assert not any(
        name(one) == "Leave it out" and one.isVisible() for one in page.findChildren(QAbstractButton)
    )


def test_a_refusal_and_a_saved_file_are_told_in_the_page(page):
    page.show_refused(Refused("There is no room left for that file.", "Choose another place."))
    refused = texts(page)
    page.show_kept(Path("/media/stick/plan.pdf"))

    assert "There is no room left for that file." in refused
    assert any("/media/stick/plan.pdf" in text and "not locked" in text for text in texts(page))


def test_what_was_left_out_is_told_only_when_asked(page):
    """The family sees the screen."""
    page.show_pages([a_page(200)], "1 part stays off this page, whole. Dan decided so.")
    before = texts(page)
    press(page, "Left out, and why")

    assert not any("off this page" in text for text in before)
    assert any("off this page" in text for text in texts(page))


def test_escape_goes_back_to_the_plan(page, qtbot):
    with qtbot.waitSignal(page.cancelled):
        qtbot.keyClick(page.readers, Qt.Key.Key_Escape)


def test_pages_are_turned_by_key_and_by_their_small_pictures(shown, qtbot):
    view = PagesView()
    view.resize(500, 400)
    shown(view)
    view.show_pages([a_page(200), a_page(100), a_page(50)])
    view.setFocus()
    said = [name(view)]
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    said.append(name(view))
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_PageUp)
    said.append(name(view))
    press(view, "Page 3")
    said.append(name(view))

    assert ["Page 1 of 3", "Page 2 of 3", "Page 1 of 3", "Page 3 of 3"] == [
        one.rpartition(". ")[2] for one in said
    ]


def test_a_page_is_drawn_pixel_by_pixel_as_it_came():
    """Rows of three bytes a pixel, whatever their length."""
    pixmap = pixmap_of(a_page(200))

    assert (3, 4) == (pixmap.width(), pixmap.height())
    assert QColor(200, 10, 20) == pixmap.toImage().pixelColor(2, 3)


def test_every_button_of_the_print_page_has_a_name(page):
    page.show_pages([a_page(200), a_page(100)], "")

    assert [] == nameless_buttons(page)
