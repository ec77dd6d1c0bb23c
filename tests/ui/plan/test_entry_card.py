from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from fsdesk.plans import samples
from fsdesk.ui.plan.entry_card import EntryCard
from fsdesk.ui.plan.note_text import NoteText
from fsdesk.ui.plan.quoted import Quoted
from fsdesk.ui.presenters.entries import entries_of
from fsdesk.ui.presenters.spots import Spot
from tests.ui.accessible import name, nameless_buttons

TODAY = date(2026, 11, 20)


def entry(family: str, record: str):
    return next(one for one in entries_of(samples.load(family), TODAY) if one.place.record == record)


class Held(QWidget):
    def __init__(self, card: EntryCard) -> None:
        super().__init__()
        self.card, self.after = card, QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(card)
        column.addWidget(self.after)
        self.resize(600, 300)


@pytest.fixture
def hold(shown):
    kept = []

    def show(family: str, record: str) -> EntryCard:
        kept.append(shown(Held(EntryCard(entry(family, record)))))
        return kept[-1].card

    return show


def texts(card: EntryCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible() and label.text()]


def test_typing_names_the_spot_the_words_and_the_cursor(hold, qtbot):
    card = hold("F3", "voice-donna")
    heard = []
    card.typed.connect(lambda *given: heard.append(given))
    field = next(iter(card.fields.values()))
    field.put_cursor(0)
    qtbot.keyClicks(field, "So ")

    assert (Spot("voices", "voice-donna", "words"), "So I want us out the door without a fight.", 3) == heard[
        -1
    ]


def test_leaving_and_ctrl_enter_name_the_spot(hold, qtbot):
    card = hold("F3", "voice-donna")
    heard = []
    card.left.connect(lambda spot: heard.append(("left", spot.record)))
    card.done.connect(lambda spot: heard.append(("done", spot.record)))
    field = next(iter(card.fields.values()))
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    card.parentWidget().after.setFocus()

    assert [("done", "voice-donna"), ("left", "voice-donna")] == heard


def test_family_words_stand_in_quotation_marks_and_are_never_underlined(hold):
    """The marks are drawn beside the words: they are no part of them."""
    card = hold("F3", "voice-tyler")
    own = card.fields[Spot("voices", "voice-tyler", "words")]
    answer = card.fields[Spot("voices", "voice-tyler", "reply")]

    assert isinstance(own.parentWidget(), Quoted)
    assert not isinstance(own, NoteText)
    assert isinstance(answer, NoteText)
    assert "They say I'm mental and a wee shite." == own.text


def test_take_out_is_there_for_the_card_one_is_in(hold, qtbot):
    """It stays while the focus goes to it, and names what it takes out."""
    card = hold("F3", "voice-donna")
    take_out = next(one for one in card.findChildren(QWidget) if name(one).startswith("Take out"))
    card.parentWidget().after.setFocus()
    before = take_out.isVisible()
    next(iter(card.fields.values())).setFocus()
    qtbot.keyClick(card.focusWidget(), Qt.Key.Key_Tab)

    assert not before
    assert take_out.hasFocus()
    assert "Take out Donna’s words, 5 August" == name(take_out)


def test_private_words_are_folded_until_somebody_opens_them(hold, qtbot):
    card = hold("F4", "voice-jamie-house")
    field = next(iter(card.fields.values()))
    before = field.isVisible()
    show = next(one for one in card.findChildren(QWidget) if name(one).startswith("Show "))
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)

    assert (False, True) == (before, field.isVisible())
    assert "Only for you, on no paper" in texts(card)


def test_a_card_that_is_shown_again_keeps_its_cursor(hold):
    card = hold("F3", "voice-donna")
    field = next(iter(card.fields.values()))
    field.put_cursor(4)
    card.show_entry(entry("F3", "voice-donna")._replace(seen_by="Only for Donna"))

    assert 4 == field.cursor_at
    assert "Only for Donna" in texts(card)


def test_a_screen_reader_hears_whose_words_they_are(hold):
    card = hold("F1", "voice-jude")

    assert "Watching Jude, together, 2 July" == name(card)
    assert [
        "Watching Jude, together, 2 July, What we saw",
        "Watching Jude, together, 2 July, What it may be telling us",
        "Watching Jude, together, 2 July, Who knows Jude best",
    ] == [name(field) for field in card.fields.values()]
    assert [] == nameless_buttons(card)
