from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel

from fsdesk.errors import Refused
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.paper.page import PaperPage
from fsdesk.ui.paper.pages_view import PagesView, pixmap_of
from fsdesk.ui.presenters.paper import Pages
from fsdesk.ui.presenters.paper_choices import DOCUMENTS, Choice
from fsdesk.ui.presenters.paper_easy import EasyPair
from fsdesk.ui.presenters.paper_left_out import LeftOut
from fsdesk.ui.presenters.paper_out import Asked, Kept
from fsdesk.ui.presenters.paper_waits import Waits
from tests.ui.accessible import name, nameless_buttons

READER = Choice("reader", "For whom?", (("donna", "Donna"), ("tyler", "Tyler")), "donna")
LANGUAGE = Choice("language", "Language", (("en", "English"), ("pl", "Polish")), "en")
SIZE = Choice("size", "Size", (("18", "18 point"), ("22", "22 point")), "18")
PAIRS = (
    EasyPair("m1", "", "Tea together, all five of us.", "", "No easy line yet"),
    EasyPair("m2", "l2", "Calm mornings.", "We want calm mornings.", "To read together"),
)


class Picture(NamedTuple):
    width: int
    height: int
    rgb: bytes


def a_page(red: int) -> Picture:
    return Picture(3, 4, bytes((red, 10, 20)) * 12)


def pages(*reds: int, notes=(), left_out=()) -> Pages:
    return Pages([a_page(red) for red in reds], "Donna", tuple(notes), tuple(left_out))


class Asks:
    """Keeps what the page asked of any of its presenters."""

    def __init__(self) -> None:
        self.asked: list[tuple] = []

    def file_name(self, kind: str) -> str:
        return f"Our plan, V3MN-80CT, version 4.{kind}"

    def __getattr__(self, name: str):
        return lambda *given, **more: self.asked.append((name, *given, *more.values()))


@pytest.fixture
def asks() -> Asks:
    return Asks()


@pytest.fixture
def page(shown, asks) -> PaperPage:
    made = PaperPage()
    made.serve(asks, asks, asks)
    made.resize(1366, 768)
    shown(made)
    made.show_family("The Mackies")
    made.show_documents(DOCUMENTS, "plan")
    made.show_choices([READER, LANGUAGE])
    made.show_printers(("Upstairs", "Front_desk"))
    return made


def texts(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def press(page, label: str) -> None:
    next(one for one in page.findChildren(QAbstractButton) if one.isVisible() and name(one) == label).click()


def offered(page) -> set[str]:
    return {name(one) for one in page.notice.findChildren(QAbstractButton) if one.isVisible()}


def test_choosing_a_document_asks_for_it_and_showing_them_does_not(page, asks):
    before = list(asks.asked)
    press(page, "Large print")

    assert ([], [("choose_document", "large-print")]) == (before, asks.asked)
    assert "Print for the Mackies" in texts(page)


def test_arrow_keys_go_from_document_to_document(page, asks, qtbot):
    page.documents.setFocus()
    qtbot.keyClick(page.documents.focusProxy(), Qt.Key.Key_Down)
    qtbot.keyClick(page.documents.focusProxy(), Qt.Key.Key_Down)

    assert ["large-print", "easy-read"] == [one[1] for one in asks.asked if one[0] == "choose_document"]


def test_a_list_asks_when_it_is_used_and_keeps_the_focus_when_lists_come_and_go(page, asks, qtbot):
    page.choices.list("language").setFocus()
    qtbot.keyClick(page.choices.list("language"), Qt.Key.Key_Down)
    page.show_choices([READER, LANGUAGE._replace(chosen="pl", note="Nobody has read these words yet."), SIZE])

    assert [("choose", "language", "pl")] == asks.asked
    assert page.choices.list("language").hasFocus()
    assert "Nobody has read these words yet." in texts(page)
    assert {"For whom?", "Language", "Size", "Printer", "Copies"} == {
        one.accessibleName() for one in page.findChildren(QComboBox) if one.isVisible()
    }


def test_nothing_can_leave_before_there_are_pages(page):
    page.show_can_leave(False)
    page.show_making()
    acts = [page.foot.save, page.foot.listen, page.foot.print]
    while_making = [one.isEnabled() for one in acts]
    page.show_can_leave(True)

    assert ([False] * 3, [True] * 3) == (while_making, [one.isEnabled() for one in acts])


def test_the_page_says_who_will_read_it(page):
    page.show_pages(pages(200))

    assert "This is what Donna will read" in texts(page)


def test_copies_and_printer_are_printed_as_they_were_chosen(page, asks, qtbot):
    page.show_can_leave(True)
    qtbot.keyClick(page.printing.list("copies"), Qt.Key.Key_Down)
    qtbot.keyClick(page.printing.list("printer"), Qt.Key.Key_Down)
    press(page, "Print 2 copies")

    assert ("print", "Front_desk", 2) == asks.asked[-1]


def test_without_a_printer_the_page_says_so_and_offers_the_pdf(page):
    page.show_can_leave(True)
    page.show_printers(())

    assert any(text.startswith("No printer is known on this laptop.") for text in texts(page))
    assert (False, "main") == (page.foot.print.isVisible(), page.foot.save.property("kind"))


@pytest.mark.parametrize(("label", "kind"), [("Save as PDF...", "pdf"), ("Save as web page...", "html")])
def test_a_named_place_is_asked_for_and_the_name_is_neutral(page, asks, qtbot, tmp_path, label, kind):
    """The window goes on meanwhile; what is not locked is said; writing over a file is asked in the page alone."""
    page.show_can_leave(True)
    press(page, label)
    qtbot.waitUntil(lambda: bool(page.findChildren(QFileDialog)))
    [asked] = page.findChildren(QFileDialog)
    proposed = Path(asked.selectedFiles()[0]).name
    asked.fileSelected.emit(str(tmp_path / f"out.{kind}"))
    asked.reject()

    assert f"Our plan, V3MN-80CT, version 4.{kind}" == proposed
    assert "not locked" in asked.windowTitle()
    assert asked.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert ("save", kind, tmp_path / f"out.{kind}") == asks.asked[-1]


def test_a_page_that_waits_says_so_and_offers_the_way_through(page, asks, qtbot):
    page.show_waits(Waits(("One part needs a second look.",), can_leave_out=True, then="Dan decides."))
    qtbot.waitUntil(lambda: offered(page) == {"Leave it out"})
    press(page, "Leave it out")

    assert "This page waits a moment" in texts(page)
    assert ("leave_out",) == asks.asked[-1]


def test_a_lead_says_that_they_have_looked(page, asks, qtbot):
    page.show_waits(Waits(("The team lead looks at this page.",), can_look=True))
    qtbot.waitUntil(lambda: offered(page) == {"I have looked at it"})
    press(page, "I have looked at it")

    assert ("looked_at",) == asks.asked[-1]


def test_where_nobody_may_decide_nothing_is_offered(page):
    page.show_waits(Waits(("One part needs a second look.",), can_leave_out=True))
    page.show_waits(Waits(("No paper is made for this reader.",)))

    assert set() == offered(page)


def test_a_named_act_is_asked_for_with_the_focus_on_the_safe_answer(page, asks, qtbot):
    page.show_can_leave(True)
    page.show_pages(pages(200))
    page.show_asked(Asked("There is a file of that name already", "plan.pdf", "Write over it"))
    qtbot.waitUntil(lambda: offered(page) == {"Not now", "Write over it"})
    focused = name(page.focusWidget())
    press(page, "Write over it")

    assert "Not now" == focused
    assert ("go_on",) == asks.asked[-1]
    assert page.foot.print.hasFocus()


def test_not_now_does_nothing_and_takes_the_question_away(page, asks, qtbot):
    page.show_can_leave(True)
    page.show_asked(Asked("There is a file of that name already", "plan.pdf", "Write over it"))
    qtbot.waitUntil(lambda: "Not now" in offered(page))
    press(page, "Not now")

    assert ("not_now",) == asks.asked[-1]
    assert not page.notice.isVisible()


def test_what_could_not_be_kept_is_told_and_the_pages_stay(page):
    page.show_can_leave(True)
    page.show_pages(pages(200, 100))
    page.show_not_kept(Refused("There is no room left for that file.", "Choose another place."))
    refused = texts(page)
    page.show_kept(Kept("Saved as a PDF", "/media/stick/plan.pdf\nIt is not locked."))

    assert {"There is no room left for that file.", "Page 1 of 2"} <= set(refused)
    assert any("/media/stick/plan.pdf" in text and "not locked" in text for text in texts(page))


def test_what_was_left_out_is_told_only_when_asked_and_folds_away_for_the_next_page(page):
    """The family sees the screen."""
    gone = LeftOut("Addresses.", "Marked as private.", "house")
    page.show_pages(pages(200, left_out=[gone]))
    before = texts(page)
    press(page, "Left out, and why")
    asked = texts(page)
    page.show_making()
    page.show_pages(pages(200, left_out=[gone]))

    assert "Addresses. Marked as private." not in before
    assert "Addresses. Marked as private." in asked
    assert "Addresses. Marked as private." not in texts(page)


def test_what_is_to_be_known_of_a_page_stands_beside_it(page):
    page.show_pages(pages(200, notes=["This print has 7 sides; it is meant to have 6 at most."]))

    assert "This print has 7 sides; it is meant to have 6 at most." in texts(page)


def test_easy_lines_stand_beside_what_they_reword(page, asks, qtbot):
    page.show_easy(PAIRS)
    rows = page.sight.easy.rows
    rows[0].line.setFocus()
    qtbot.keyClicks(rows[0].line, "We eat.")
    press(page, "We read it together: Calm mornings.")

    assert ("typed", PAIRS[0], "We eat.") in asks.asked
    assert ("read_back", PAIRS[1]) == asks.asked[-1]
    assert {"Tea together, all five of us.", "To read together"} <= set(texts(page))


def test_a_line_that_is_being_typed_keeps_its_words_and_the_focus(page, qtbot):
    """It was kept meanwhile, and the page was made anew."""
    page.show_easy(PAIRS)
    line = page.sight.easy.rows[0].line
    line.setFocus()
    qtbot.keyClicks(line, "We eat tea")
    kept = PAIRS[0]._replace(line="l1", text="We eat", state="To read together")
    page.show_easy((kept, PAIRS[1]))

    assert ("We eat tea", True) == (line.text(), line.hasFocus())
    assert kept == page.sight.easy.rows[0].pair


def test_without_easy_lines_there_is_no_other_side(page):
    page.show_easy(PAIRS)
    page.show_easy(())

    assert {"The pages", "Easy lines"}.isdisjoint(
        {name(one) for one in page.findChildren(QAbstractButton) if one.isVisible()}
    )
    assert page.sight.pages.isVisible()


def test_escape_goes_back_to_the_plan(page, qtbot):
    with qtbot.waitSignal(page.cancelled):
        qtbot.keyClick(page.documents.focusProxy(), Qt.Key.Key_Escape)


def test_in_one_pane_the_pages_are_shown_in_place_of_what_is_chosen(page, qapp, qtbot):
    dress.put_on(qapp, LIGHT, 2.0)
    qtbot.waitUntil(page.foot.sight.isVisible)
    before = (page.documents.isVisible(), page.sight.isVisible())
    page.foot.sight.click()
    after = (page.documents.isVisible(), page.sight.isVisible())

    assert ((True, False), (False, True)) == (before, after)
    assert 1366 == page.width()


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
    page.show_pages(pages(200, 100))
    page.show_easy(PAIRS)

    assert [] == nameless_buttons(page)


def test_the_usual_printer_is_chosen_until_another_one_is(shown, asks):
    page = PaperPage()
    page.serve(asks, asks, asks)
    shown(page)
    page.show_printers(("Upstairs", "Front_desk"), "Front_desk")
    first = page.printing.value("printer")
    page.printing.list("printer").setCurrentIndex(0)
    page.show_printers(("Upstairs", "Front_desk"), "Front_desk")

    assert ("Front_desk", "Upstairs") == (first, page.printing.value("printer"))


def test_a_page_stands_in_small_until_it_comes_large_and_another_one_that_comes_late_is_not_shown(shown):
    view = PagesView()
    view.resize(500, 400)
    shown(view)
    view.show_pages([a_page(200), a_page(100)])
    small = middle(view)
    view.show_side(1, a_page(50))
    late = middle(view)
    view.show_side(0, a_page(90))

    assert [200, 200, 90] == [one.red() for one in (small, late, middle(view))]


def middle(view: PagesView) -> QColor:
    """The colour in the middle of the page that is looked at."""
    shot = view._large.grab().toImage()
    return shot.pixelColor(shot.width() // 2, 2)


def test_turning_a_page_and_going_out_of_sight_are_said(page, asks, qtbot):
    page.show_pages(pages(200, 100))
    page.sight.pages.setFocus()
    qtbot.keyClick(page.sight.pages, Qt.Key.Key_PageDown)
    qtbot.keyClick(page.sight.pages, Qt.Key.Key_PageDown)
    page.hide()
    page.show()

    assert [("turn_to", 1), ("look_away",), ("look_again",)] == asks.asked
