from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from fsdesk.plans import samples
from fsdesk.plans.model import Area, Mark, Span
from fsdesk.ui.plan.row_card import RowCard, card_for
from fsdesk.ui.presenters.pending import Pending
from fsdesk.ui.presenters.shown_section import ShownSection
from fsdesk.ui.presenters.wellbeing import View
from tests.ui.accessible import name, nameless_buttons

F4 = samples.load("F4")
TODAY = F4.sample_today
JANUARY = TODAY.replace(month=1, day=9)


def rows(plan, viewer: str = "kirsty"):
    section = ShownSection()
    section.open("now")
    section.look(View("jamie", viewer))
    return [one for one in section.entries(plan, TODAY, {}, Pending()) if one.is_row]


def marked(*marks: Mark):
    return replace(F4, marks=marks)


def a_mark(number: int, on=TODAY, **more) -> Mark:
    return Mark(id=f"m{number}{on}", about="jamie", by="kirsty", area=Area.SAFE, number=number, on=on, **more)


@pytest.fixture
def card(shown) -> RowCard:
    made = card_for(rows(marked(a_mark(3, JANUARY), a_mark(2)))[0])
    made.resize(640, 60)
    return shown(made)


def numbers(card: RowCard) -> list[QAbstractButton]:
    return [one for one in card.findChildren(QAbstractButton) if "of 10" in name(one)]


def test_a_row_shows_a_number_and_asks_for_nothing_else():
    """Eight areas; every other field waits until somebody asks for more."""
    found = rows(F4)

    assert 8 == len(found)
    assert [{"number"}] * 8 == [{field.spot.field for field in one.fields if field.is_main} for one in found]
    assert all("weather" in {field.spot.field for field in one.fields} for one in found)


def test_a_row_says_the_sentence_beside_the_number_before_anything_else():
    said = rows(marked(a_mark(6, words=(Span(text="Better since the locks."),))))[0].aside
    without = rows(F4)

    assert "“Better since the locks.”" == said
    assert any(one.aside == "Not talked about yet" for one in without)


def test_keys_give_a_number_t_is_ten_and_backspace_takes_it_back(card, qtbot):
    typed = []
    card.typed.connect(lambda spot, said, _: typed.append((spot.field, said)))
    numbers(card)[0].setFocus()
    for key in (Qt.Key.Key_7, Qt.Key.Key_T, Qt.Key.Key_0, Qt.Key.Key_Backspace):
        qtbot.keyClick(QApplication.focusWidget(), key)

    assert [("number", "7"), ("number", "10"), ("number", "0"), ("number", "")] == typed


def test_the_number_given_before_is_a_dashed_box_and_said(card):
    [before] = [one for one in numbers(card) if "the time before" in name(one)]

    assert before.was
    assert "Safe, Kirsty’s number, 3 of 10, the time before" == name(before)


def test_a_lower_number_has_the_colour_of_a_higher_one(shown):
    """No number is red, and none is green: the squares of 1 and of 9 are filled alike."""
    inks = []
    for number in (1, 9):
        made = shown(card_for(rows(marked(a_mark(number)))[0]))
        chosen = next(one for one in numbers(made) if one.isChecked())
        drawn = chosen.grab().toImage()
        inks.append(drawn.pixelColor(drawn.width() // 2, 4).name())

    assert inks[0] == inks[1]


def test_more_opens_the_row_and_less_closes_it_again(card, qtbot):
    """The first field that was not there has the focus; then the sign that closes has it."""
    [more] = [
        one
        for one in card.findChildren(QAbstractButton)
        if one.isVisible() and name(one) == "More about Safe"
    ]
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    opened = [spot.field for spot in card.fields]
    inside = card.isAncestorOf(QApplication.focusWidget())
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)

    assert {"number", "words", "weather", "state", "child_view", "adult_view"} <= set(opened)
    assert inside
    assert ["number"] == [spot.field for spot in card.fields]
    assert more.hasFocus()
    assert [] == nameless_buttons(card)


def test_where_there_is_little_room_the_words_stand_under_the_number(card):
    words = card._aside
    beside = words.mapTo(card, words.rect().topLeft()).x()
    card.resize(480, 90)
    card.grab()

    assert words.mapTo(card, words.rect().topLeft()).x() < beside
    assert words.geometry().right() <= card.width()
