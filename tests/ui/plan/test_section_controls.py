from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget

from fsdesk.plans import samples
from fsdesk.ui.plan.controls.chosen import AnyOf, OneOf, OneOfMany, Yes
from fsdesk.ui.plan.controls.number import NumberRow
from fsdesk.ui.plan.controls.texts import DayText, LineText
from fsdesk.ui.plan.entry_card import EntryCard
from fsdesk.ui.plan.quick_adds import QuickAdds, adds_of
from fsdesk.ui.plan.row_card import card_for
from fsdesk.ui.presenters import sections
from fsdesk.ui.presenters.pending import Pending
from fsdesk.ui.presenters.shown_section import ShownSection
from tests.ui.accessible import name, nameless_buttons

OPTIONS = (("a", "Yes"), ("b", "Later"), ("c", "Not for us"))
F1 = samples.load("F1")


class Held(QWidget):
    def __init__(self, *inside: QWidget) -> None:
        super().__init__()
        self.after = QLineEdit()
        column = QVBoxLayout(self)
        for one in (*inside, self.after):
            column.addWidget(one)
        self.resize(700, 500)


@pytest.fixture
def heard(shown):
    def hold(control) -> list:
        said: list = []
        control.typed.connect(lambda *given: said.append(given[0] if len(given) == 1 else given))
        said.append(shown(Held(control)))
        control.setFocus()
        return said

    return hold


def key(qtbot, pressed) -> None:
    qtbot.keyClick(QApplication.focusWidget(), pressed)


def test_the_arrows_go_from_answer_to_answer_and_each_says_what_it_answers(heard, qtbot):
    control = OneOf("What did they say?")
    control.show_options(OPTIONS)
    control.show_text("a")
    said = heard(control)
    key(qtbot, Qt.Key.Key_Right)
    key(qtbot, Qt.Key.Key_Tab)

    assert ["b"] == said[1:]
    assert said[0].after.hasFocus()
    assert "What did they say?: Later" in [name(one) for one in control.findChildren(QAbstractButton)]


def test_any_of_several_answers_are_chosen_one_by_one(heard, qtbot):
    control = AnyOf("Who")
    control.show_options(OPTIONS)
    control.show_text("c")
    said = heard(control)
    key(qtbot, Qt.Key.Key_Space)

    assert ["a\nc"] == said[1:]


def test_a_list_says_the_value_and_showing_it_says_nothing(heard, qtbot):
    control = OneOfMany("Which right")
    control.show_options(OPTIONS)
    said = heard(control)
    control.show_text("a")
    key(qtbot, Qt.Key.Key_Down)

    assert ["b"] == said[1:]
    assert "Later" == name(control)  # Qt says what is chosen; what it is about comes after it
    assert "Which right" == control.accessibleDescription()


def test_a_box_says_yes_and_no(heard, qtbot):
    control = Yes("No rush")
    said = heard(control)
    key(qtbot, Qt.Key.Key_Space)
    key(qtbot, Qt.Key.Key_Space)

    assert ["yes", "no"] == said[1:]


def test_a_number_is_typed_ten_is_t_and_backspace_takes_it_back(heard, qtbot):
    control = NumberRow("Jamie, Safe")
    control.show_was("3")
    said = heard(control)
    for pressed in (Qt.Key.Key_7, Qt.Key.Key_T, Qt.Key.Key_Backspace):
        key(qtbot, pressed)
    names = [name(one) for one in control.findChildren(QAbstractButton)]

    assert ["7", "10", ""] == said[1:]
    assert ("Jamie, Safe, 3 of 10, the time before", "Jamie, Safe, 7 of 10") == (names[3], names[7])


def test_enter_in_a_line_goes_on_and_makes_no_second_line(heard, qtbot):
    control = LineText("The name they chose")
    said = heard(control)
    qtbot.keyClicks(control, "Finn")
    key(qtbot, Qt.Key.Key_Return)

    assert "Finn" == said[-1] == control.text
    assert said[0].after.hasFocus()


def test_a_day_is_not_put_into_words_while_somebody_writes_it(heard, qtbot):
    control = DayText("By when")
    said = heard(control)
    qtbot.keyClicks(control, "9/3")
    control.show_text("9 March")
    while_writing = control.text
    said[0].after.setFocus()
    control.show_text("9 March")

    assert ("9/3", "9 March") == (while_writing, control.text)


def entries(key_: str):
    section = ShownSection()
    section.open(key_)
    return section.entries(F1, F1.sample_today, {}, Pending())


@pytest.mark.parametrize("key_", [one.key for one in sections.SECTIONS])
def test_every_control_of_every_card_has_a_name(shown, key_):
    """With every field shown; the words of each card are read first."""
    cards = [card_for(entry) for entry in entries(key_)[:6]]
    held = shown(Held(*cards))
    for card in cards:
        card.unfold()
        card.show_everything()
    unnamed = [
        spot
        for card in cards
        for spot, field in card.fields.items()
        if not name(field).strip() and not any(name(child).strip() for child in field.findChildren(QWidget))
    ]

    assert [] == nameless_buttons(held)
    assert [] == unnamed
    assert all(len(card.fields) == len(card.entry.fields) for card in cards)


def test_more_shows_every_field_in_its_order_and_goes_to_the_first_new_one(shown, qtbot):
    entry = next(one for one in entries("goals") if one.place.collection == "goals")
    card = EntryCard(entry)
    held = shown(Held(card))
    before = list(card.fields)
    more = next(
        one for one in card.findChildren(QAbstractButton) if name(one) == f"More about {entry.heading}"
    )
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)

    assert len(before) < len(card.fields)
    assert held.isAncestorOf(QApplication.focusWidget())
    assert [field.spot for field in entry.fields] == list(card.fields)
    assert not more.isVisible()


def test_a_card_is_left_once_when_the_focus_goes_elsewhere(shown, qtbot):
    """Going from field to field inside it is no leaving."""
    entry = next(one for one in entries("steps") if one.place.collection == "steps")
    card = EntryCard(entry)
    held = shown(Held(card))
    left = []
    card.left.connect(left.append)
    fields = list(card.fields.values())
    fields[0].setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    fields[1].setFocus()
    key(qtbot, Qt.Key.Key_Space)
    inside = list(left)
    held.after.setFocus()

    assert [] == inside
    assert [entry.place] == [spot.place for spot in left]


def test_less_usual_things_begin_from_something_else(shown, qtbot):
    adds = QuickAdds()
    adds.show_adds(adds_of(sections.community.SECTION.kinds))
    adds.resize(500, 60)
    shown(adds)
    begun = []
    adds.asked.connect(begun.append)
    hidden = [one for one in adds.findChildren(QAbstractButton) if not one.isVisible()]
    adds.button_for("gaps").click()

    assert 0 < len(hidden) < len(sections.community.SECTION.kinds)
    assert ["gaps"] == begun


def test_a_letter_with_alt_begins_at_once(shown, qtbot):
    """What is typed right after it stands in the new card, and not in the one before."""
    held = Held(adds := QuickAdds())
    adds.show_adds(adds_of(sections.community.SECTION.kinds))
    shown(held)
    begun = []
    adds.asked.connect(begun.append)
    held.after.setFocus()
    qtbot.keyClick(held.after, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)

    assert [sections.community.SECTION.kinds[0].collection] == begun


def test_one_line_holds_as_many_as_it_has_room_for(shown):
    """And all of them where it is wide; what a button begins most often is always in sight."""
    adds = QuickAdds()
    adds.show_adds(adds_of(sections.community.SECTION.kinds))
    shown(adds)
    counts = []
    for wide in (150, 400, 700, 2000):
        adds.resize(wide, 60)
        counts.append(sum(adds._held.buttons[key].isVisible() for key in adds._held.buttons))

    assert counts == sorted(counts)
    assert (1, len(sections.community.SECTION.kinds)) == (counts[0], counts[-1])
