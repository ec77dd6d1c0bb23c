from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea

from fsdesk.desk.glancing import Family
from fsdesk.errors import Refused
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.presenters.starting import Alike
from fsdesk.ui.presenters.today import Shown
from fsdesk.ui.presenters.today_rows import PromiseKey, PromiseRow, ReviewRow, SentRow, VisitRow
from fsdesk.ui.today.page import TodayPage
from tests.ui.accessible import name, nameless_buttons

KERR, BETTY = Family("k", "The Kerr family"), Family("b", "Gran Betty and the boys")
VISITS = (
    VisitRow("b", "", "09:00", "Gran Betty and the boys", "Visit.", "", is_next=False),
    VisitRow("k", "review", "10:30", "The Kerr family", "Review, 8 weeks on.", "Maryhill village hall", True),
)
REVIEWS = tuple(
    ReviewRow(f"r{at}", f"Family {at}", "Date was 2 March", "Find a new date", "amber") for at in range(6)
)
KEY = PromiseKey("k", "promises", "p")
PROMISE = PromiseRow(KEY, "Phone housing about the points", "You told Shona you would, by Wednesday")
DAY = Shown(
    title="Monday 9 March",
    sentence="Two families today. Everything you need is on this laptop.",
    has_families=True,
    carry_on=KERR,
    visits=VISITS,
    no_visits="",
    reviews=REVIEWS,
    all_reviews=6,
    promises=(PROMISE,),
    unsent=SentRow("Changes to 3 plans are only on this laptop.", can_prepare=True),
)
EMPTY = Shown("Monday 9 March", "Ready.", False, None, (), "No visit.", (), 0, (), None)


class Presenter:
    """Keeps what the page asked."""

    def __init__(self) -> None:
        self.asked: list[tuple] = []

    def __getattr__(self, name_: str):
        return lambda *given: self.asked.append((name_, *given))


@pytest.fixture
def presenter() -> Presenter:
    return Presenter()


@pytest.fixture
def page(shown, presenter) -> TodayPage:
    made = TodayPage()
    made.serve(presenter)
    made.resize(1274, 738)
    shown(made)
    made.setFocus()
    made.show_day(DAY)
    return made


def texts(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def button(page, label: str) -> QAbstractButton:
    return next(one for one in page.findChildren(QAbstractButton) if one.isVisible() and name(one) == label)


def test_it_reads_as_the_day_goes(page):
    """Visits with their place, reviews, what is not sent, promises."""
    said = texts(page)

    assert "Monday 9 March" in said
    assert said.index("Today’s visits") < said.index("10:30") < said.index("Maryhill village hall")
    assert {"Reviews coming up", "Not yet sent", "Promises to follow up"} <= set(said)
    assert "You told Shona you would, by Wednesday" in said


def test_every_button_has_a_name_and_those_of_rows_say_whose(page):
    names = {name(one) for one in page.findChildren(QAbstractButton) if one.isVisible()}

    assert [] == nameless_buttons(page)
    assert {
        "Start a plan",
        "Carry on: the Kerr family",
        "Open the Kerr family, 10:30, Maryhill village hall",
        "Find a new date: Family 0, date was 2 March",
        "See all 6: Reviews coming up",
        "Phone housing about the points",
        "Prepare a package",
    } <= names
    assert "You told Shona you would, by Wednesday" == page.promises.boxes[0].accessibleDescription()


def test_everything_can_be_hit(page):
    """Nothing smaller than 34 px."""
    small = [name(one) for one in page.findChildren(QAbstractButton) if one.isVisible() and one.height() < 34]

    assert [] == small


def test_the_next_visit_has_the_focus_once_the_day_was_read(page):
    assert "Open the Kerr family, 10:30, Maryhill village hall" == name(QApplication.focusWidget())


def test_the_focus_is_not_taken_from_somebody_who_moved_on(shown):
    """Whoever asked to start a plan before the day was read goes on typing."""
    page = TodayPage()
    shown(page)
    page.setFocus()
    page.ask_for_name()
    field = QApplication.focusWidget()
    page.show_day(DAY)

    assert field is QApplication.focusWidget()


def test_tab_goes_through_all_of_it_as_one_reads_and_comes_back(page, qtbot):
    page.start.setFocus()
    names = []
    for _ in range(40):
        focus = QApplication.focusWidget()
        if names and focus is page.start:
            break
        names.append(name(focus))
        qtbot.keyClick(focus, Qt.Key.Key_Tab)

    assert [
        "Start a plan",
        "Carry on: the Kerr family",
        "Open Gran Betty and the boys, 09:00",
        "Open the Kerr family, 10:30, Maryhill village hall",
        "See all 6: Reviews coming up",
        *(f"Find a new date: Family {at}, date was 2 March" for at in range(3)),
        "Prepare a package",
        "Phone housing about the points",
    ] == names


def test_a_visit_opens_at_its_section_and_a_review_at_the_review(page, presenter):
    for label in (
        "Open the Kerr family, 10:30, Maryhill village hall",
        "Open Gran Betty and the boys, 09:00",
        "Find a new date: Family 1, date was 2 March",
        "Carry on: the Kerr family",
    ):
        button(page, label).click()

    assert [("open", "k", "review"), ("open", "b", ""), ("open", "r1", "review"), ("open", "k")] == (
        presenter.asked
    )


@pytest.mark.parametrize(
    ("state", "asked"),
    [
        ("Sheet to print", ("print_sheet", "r")),
        ("Sheet printed", ("open", "r", "review")),
        ("Find a new date", ("open", "r", "review")),
    ],
)
def test_a_sheet_that_is_to_be_printed_opens_its_print_page_and_any_other_review_its_section(
    page, presenter, state, asked
):
    row = ReviewRow("r", "The Kerr family", "Monday 30 November", state, "")
    page.show_day(DAY._replace(reviews=(row,), all_reviews=1))
    button(page, row.said).click()

    assert [asked] == presenter.asked


def test_a_few_reviews_are_shown_at_first_and_all_when_asked(page, qtbot):
    """The focus stays on what was pressed, and a second press shows fewer."""
    see_all = button(page, "See all 6: Reviews coming up")
    few = sum(text == "Date was 2 March" for text in texts(page))
    see_all.setFocus()
    qtbot.keyClick(see_all, Qt.Key.Key_Space)
    every = sum(text == "Date was 2 March" for text in texts(page))
    qtbot.keyClick(see_all, Qt.Key.Key_Space)

    assert (3, 6) == (few, every)
    assert see_all.hasFocus()
    assert 3 == sum(text == "Date was 2 March" for text in texts(page))


def test_where_there_are_more_reviews_than_can_be_shown_it_says_where_they_stand(page):
    page.show_day(DAY._replace(all_reviews=300))
    page.reviews.see_all.click()

    assert "The others stand under Families." in texts(page)


def test_a_tick_keeps_a_promise_and_taking_it_away_takes_it_back(page, presenter, qtbot):
    """By key or by its words; the focus stays on the box when the row is made anew."""
    page.promises.boxes[0].setFocus()
    qtbot.keyClick(page.promises.boxes[0], Qt.Key.Key_Space)
    page.show_day(DAY._replace(promises=(PROMISE._replace(is_done=True),)))
    done = (name(QApplication.focusWidget()), QApplication.focusWidget().isChecked())
    words = next(one for one in page.findChildren(QLabel) if one.text() == PROMISE.what and one.isVisible())
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))

    assert ("Phone housing about the points", True) == done
    assert [("keep", KEY), ("take_back", KEY)] == presenter.asked
    assert any(text.startswith("Done. It says so in the plan") for text in texts(page))


def test_what_could_not_be_written_is_said_and_the_tick_goes(page):
    page.promises.boxes[0].click()
    page.show_refused(Refused("The disk is full, so this was not saved.", "Make some room."))

    assert "The disk is full, so this was not saved." in texts(page)
    assert not page.promises.boxes[0].isChecked()


def test_a_day_without_anything_says_so_in_words(page):
    page.show_day(
        DAY._replace(
            visits=(),
            no_visits="The next one is Wednesday 11 March, with the Kerr family.",
            reviews=(),
            all_reviews=0,
            promises=(),
            unsent=SentRow("Everything you changed was sent.", can_prepare=False),
            carry_on=None,
        )
    )
    said = texts(page)

    assert "No visit is written down for today." in said
    assert "The next one is Wednesday 11 March, with the Kerr family." in said
    assert "None in the next three weeks." in said
    assert "Nothing you promised is due this week." in said
    assert "Sent" in said
    assert not {"Prepare a package", "Carry on: the Kerr family"} & {
        name(one) for one in page.findChildren(QAbstractButton) if one.isVisible()
    }


def test_the_first_day_says_where_to_begin(page):
    """No empty cards."""
    page.show_day(EMPTY)

    assert "Your first family goes here" in texts(page)
    assert not {"Today’s visits", "Reviews coming up", "Promises to follow up", "Not yet sent"} & set(
        texts(page)
    )


def test_starting_a_plan_asks_one_thing_only(page, presenter, qtbot):
    """Esc gives the focus back to where it came from."""
    page.start.click()
    qtbot.keyClicks(QApplication.focusWidget(), "Kerr")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    page.show_alike("Kerr", [Alike("k", "The Kerr family", "Shona")])
    button(page, "It is a different family").click()
    page.start.click()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert [("start", "Kerr"), ("start_different", "Kerr")] == presenter.asked
    assert page.start.hasFocus()


def test_words_left_open_are_offered_and_have_the_focus(page, presenter, qtbot):
    page.show_left_open(BETTY)
    offered = QApplication.focusWidget()
    qtbot.keyClick(offered, Qt.Key.Key_Space)

    assert "Carry on" == name(offered)
    assert [("open", "b")] == presenter.asked
    assert "Everything you typed is here" not in texts(page)


def test_preparing_a_package_asks_for_sending(page, qtbot):
    with qtbot.waitSignal(page.send_asked):
        button(page, "Prepare a package").click()


def test_the_same_day_shown_again_leaves_every_row_as_it_is(page):
    """So that nothing flickers and no place is lost while somebody reads."""
    before = page.visits.first(), page.promises.boxes[0]
    page.show_day(DAY)

    assert before == (page.visits.first(), page.promises.boxes[0])


@pytest.mark.parametrize(
    ("columns", "beside", "wide", "scale"),
    [(2, True, 1366, 1.0), (2, False, 1024, 1.0), (1, False, 1366, 2.0)],
)
def test_columns_and_places_follow_the_room_there_is(qapp, shown, columns, beside, wide, scale):
    """Where there is less, a place stands under its visit; nothing scrolls sideways."""
    dress.put_on(qapp, LIGHT, scale)
    page = TodayPage()
    page.resize(wide, 700)
    shown(page)
    page.show_day(DAY)
    QApplication.processEvents()
    hall = next(
        one for one in page.findChildren(QLabel) if one.text() == "Maryhill village hall" and one.isVisible()
    )
    family = next(one for one in page.findChildren(QLabel) if one.text() == "The Kerr family")
    left = hall.mapTo(page, QPoint()).x() - family.mapTo(page, QPoint()).x()
    scrolled = page.findChild(QScrollArea)

    assert beside is (left > 200)
    assert (columns == 2) is (page.not_sent.mapTo(page, QPoint()).x() > page.visits.mapTo(page, QPoint()).x())
    assert scrolled.widget().width() <= scrolled.viewport().width()


def test_a_family_may_write_markup_and_means_it(page):
    """What people are called is shown as they wrote it."""
    odd = VISITS[1]._replace(family="<b>Kerr</b> & co", place="<i>hall</i>")
    page.show_day(DAY._replace(visits=(odd,)))

    assert {"<b>Kerr</b> & co", "<i>hall</i>"} <= set(texts(page))
