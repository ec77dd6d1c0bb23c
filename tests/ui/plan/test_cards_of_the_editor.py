from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from fsdesk.plans.examples import a_bare_plan
from fsdesk.plans.model import Role
from fsdesk.ui.plan.hint_card import HintCard
from fsdesk.ui.plan.note_text import NoteText
from fsdesk.ui.plan.section_list import SectionList
from fsdesk.ui.plan.who_is_here import WhoIsHere
from fsdesk.ui.plan.whose_words import ALL_OF_US, Answer, WhoseWords
from fsdesk.ui.presenters.hints import hints_in
from fsdesk.ui.presenters.plan_parts import parts_of
from tests.ui.accessible import name, nameless_buttons

PEOPLE = [Answer("shona", "Shona"), Answer("callum", "Callum"), Answer("aila", "Aila")]


@pytest.fixture
def whose(shown) -> WhoseWords:
    card = shown(WhoseWords())
    card.ask("Whose words?", PEOPLE, may_decline=True)
    return card


def test_a_number_key_answers_whose_words(whose, qtbot):
    with qtbot.waitSignal(whose.chosen) as chosen:
        qtbot.keyClick(whose.focusWidget(), Qt.Key.Key_2)

    assert ["callum"] == chosen.args
    assert not whose.isVisible()


def test_a_number_without_a_person_does_nothing(whose, qtbot):
    with qtbot.assertNotEmitted(whose.chosen):
        qtbot.keyClick(whose.focusWidget(), Qt.Key.Key_9)
        qtbot.keyClick(whose.focusWidget(), Qt.Key.Key_0)


def test_enter_chooses_the_one_with_the_focus(whose, qtbot):
    with qtbot.waitSignal(whose.chosen) as chosen:
        qtbot.keyClick(whose.focusWidget(), Qt.Key.Key_Space)

    assert ["shona"] == chosen.args


def test_rather_not_is_a_full_answer(whose, qtbot):
    """The same keys then say who would rather not."""
    rather_not = next(one for one in whose.findChildren(QPushButton) if one.text() == "Rather not today")
    qtbot.mouseClick(rather_not, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(whose.declined) as declined, qtbot.assertNotEmitted(whose.chosen):
        qtbot.keyClick(whose.focusWidget(), Qt.Key.Key_3)

    assert ["aila"] == declined.args


def test_escape_closes_and_asked_anew_the_old_answers_are_gone(whose, qtbot):
    with qtbot.waitSignal(whose.closed):
        qtbot.keyClick(whose.focusWidget(), Qt.Key.Key_Escape)
    whose.ask("What matters most: whose words?", [Answer(ALL_OF_US, "All of us")], may_decline=False)
    offered = [one.text() for one in whose.findChildren(QPushButton) if one.isVisible()]

    assert ["Close", "1  All of us"] == sorted(offered, key=len)
    assert [] == nameless_buttons(whose)


@pytest.fixture
def who(shown) -> WhoIsHere:
    card = shown(WhoIsHere())
    card.ask()
    return card


def test_a_name_and_a_role_are_all_that_is_asked(who, qtbot):
    """Enter adds, and the card is ready for the next name."""
    line = who.findChild(QLineEdit)
    added = []
    who.added.connect(lambda *given: added.append(given))
    line.setText("  Gran Margaret ")
    qtbot.mouseClick(
        next(one for one in who.findChildren(QPushButton) if one.text() == "Another grown-up"),
        Qt.MouseButton.LeftButton,
    )
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert [("Gran Margaret", Role.OTHER_ADULT)] == added
    assert ("", True, True) == (line.text(), line.hasFocus(), who.isVisible())


def test_nobody_is_added_without_a_name(who, qtbot):
    with qtbot.assertNotEmitted(who.added):
        qtbot.keyClick(who.findChild(QLineEdit), Qt.Key.Key_Return)


def test_enter_on_the_role_adds_as_it_does_on_the_name(who, qtbot):
    """Name, Tab, arrows to what they are, Enter: nobody's name is left behind."""
    added = []
    who.added.connect(lambda *given: added.append(given))
    who.findChild(QLineEdit).setText("Gran Margaret")
    role = next(one for one in who.findChildren(QPushButton) if one.text() == "Another grown-up")
    role.setChecked(True)
    role.setFocus()
    qtbot.keyClick(role, Qt.Key.Key_Return)

    assert [("Gran Margaret", Role.OTHER_ADULT)] == added


def test_done_keeps_a_name_that_stands_there(who, qtbot):
    """Whoever types a name and presses Done means the person to be here."""
    who.findChild(QLineEdit).setText("Callum")
    done = next(one for one in who.findChildren(QPushButton) if one.text() == "Done")
    added = []
    who.added.connect(lambda *given: added.append(given))
    with qtbot.waitSignal(who.closed):
        done.click()

    assert [("Callum", Role.CHILD)] == added


TEXT = "He won't engage with the Saturday club. He refused it."


class Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.note = NoteText("Your note", self)
        self.note.setGeometry(10, 10, 500, 40)
        self.note.show_text(TEXT)
        self.note.show_hints(hints_in(TEXT, a_bare_plan()))
        self.card = HintCard(self)
        self.resize(600, 400)


@pytest.fixture
def page(shown) -> Page:
    made = shown(Page())
    made.note.setFocus()
    return made


def press(card: QWidget, label: str) -> None:
    next(one for one in card.findChildren(QWidget) if one.isVisible() and name(one) == label).click()


def test_the_card_opens_under_the_words_without_taking_the_focus(page):
    page.card.open(page.note, page.note.hints[0], take_focus=False)

    assert page.note.hasFocus()
    assert page.card.y() > page.note.y()
    assert page.rect().contains(page.card.geometry())


def test_only_words_that_can_stand_there_are_offered_instead(page):
    """Advice is an idea about the words, and does not read as if it could be put in their place."""
    text = "Dad would like more time with Callum. He won't engage with the club."
    page.note.show_text(text)
    page.note.show_hints(hints_in(text, a_bare_plan()))
    headings = []
    for hint in page.note.hints:
        page.card.open(page.note, hint, take_focus=False)
        headings.append(page.card.findChild(QLabel).text())

    assert ["An idea for “Dad”:", "Instead of “won't engage” you could say:"] == headings


def test_near_the_foot_it_stands_above_them(page):
    page.note.move(10, 340)
    page.card.open(page.note, page.note.hints[0], take_focus=False)

    assert page.card.geometry().bottom() < 340 + 40
    assert page.rect().contains(page.card.geometry())


def test_the_card_shows_the_whole_sentence_and_counts_its_offers(page):
    page.card.open(page.note, page.note.hints[0], take_focus=False)
    said = [name(one) for one in page.card.findChildren(QWidget) if one.isVisible()]

    assert "We have not yet found what works for him at the Saturday club." in said
    assert "1 of 3" in said


def test_every_offer_can_be_seen_and_the_one_that_is_seen_is_used(page, qtbot):
    """What cannot stand in the sentence is told, and not offered to be used."""
    page.card.open(page.note, page.note.hints[0], take_focus=True)
    press(page.card, "Other words")
    advice = [name(one) for one in page.card.findChildren(QWidget) if one.isVisible()]
    press(page.card, "Other words")
    press(page.card, "Other words")
    with qtbot.waitSignal(page.card.used) as used:
        press(page.card, "Use this")

    assert "Use this" not in advice
    assert "We have not yet found what works for him at the Saturday club." == used.args[1].words
    assert page.note.hasFocus()


def test_why_tells_the_reason(page):
    page.card.open(page.note, page.note.hints[0], take_focus=True)
    low = page.card.height()
    press(page.card, "Why?")

    assert page.card.height() > low


def test_keep_mine_says_so(page, qtbot):
    page.card.open(page.note, page.note.hints[0], take_focus=True)
    with qtbot.waitSignal(page.card.kept) as kept:
        press(page.card, "Keep mine")

    assert page.note is kept.args[0]


def test_a_part_of_the_plan_says_its_state_its_ideas_and_its_place(shown):
    """Name, then state, then count; eleven parts in their order."""
    parts = shown(SectionList(parts_of((), {})))
    before = name(parts.buttons["matters"])
    parts.show_parts(parts_of({"matters"}, {"matters": 2}), "matters")

    assert "What matters to us, nothing yet, section 2 of 11" == before
    assert "What matters to us, has words, 2 ideas, section 2 of 11" == name(parts.buttons["matters"])
    assert parts.buttons["matters"].isChecked()


def test_no_list_tells_anything_of_safety(shown):
    """Not that something is written there, and not how many ideas there are."""
    silent = name(shown(SectionList(parts_of((), {}))).buttons["safety"])
    told = name(shown(SectionList(parts_of({"safety"}, {"safety": 3}))).buttons["safety"])

    assert "Safety, section 10 of 11" == silent == told
