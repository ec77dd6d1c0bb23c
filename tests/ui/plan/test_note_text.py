from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat

from fsdesk.plans.examples import a_bare_plan
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.plan.note_text import NoteText
from fsdesk.ui.presenters.hints import hints_in
from fsdesk.ui.presenters.offers import Offer

TEXT = "🌅 Callum won't engage with the club. So it goes."
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def note(shown) -> NoteText:
    made = NoteText("Your note")
    made.resize(500, 60)
    shown(made)
    made.show_text(TEXT)
    made.show_hints(hints_in(TEXT, a_bare_plan()))
    made.setFocus()
    return made


def test_the_words_that_were_met_are_underlined_in_heather_and_nothing_else(note):
    """Undo stays clean: it is no part of the text."""
    [marked] = note.extraSelections()

    assert "won't engage" == marked.cursor.selectedText()
    assert QTextCharFormat.UnderlineStyle.WaveUnderline == marked.format.underlineStyle()
    assert QColor(LIGHT.heather) == marked.format.underlineColor()
    assert not note.document().isUndoAvailable()


def test_a_screen_reader_hears_how_many_there_are(note):
    assert "1 wording idea, Alt+Enter" == note.accessibleDescription()
    note.show_hints(())
    assert "" == note.accessibleDescription()


def test_moving_onto_the_words_says_so_and_typing_does_not(note, qtbot):
    """The card opens when the cursor rests there, never while somebody types."""
    rested = []
    note.rested.connect(rested.append)
    note.put_cursor(TEXT.index("engage"))
    onto = rested[-1]
    note.put_cursor(0)
    off = rested[-1]
    note.put_cursor(TEXT.index("engage"))
    qtbot.keyClicks(note, "x")

    assert "won't engage" == onto.words
    assert off is None
    assert rested[-1] is None


def test_typing_takes_the_underline_away_until_it_was_read_again(note, qtbot):
    note.put_cursor(None)
    qtbot.keyClicks(note, "x")

    assert ((), []) == (note.hints, note.extraSelections())


def test_alt_enter_asks_for_the_nearest_hint_and_makes_no_line(note, qtbot):
    note.put_cursor(None)
    with qtbot.waitSignal(note.hint_asked) as asked:
        qtbot.keyClick(note, Qt.Key.Key_Return, ALT)

    assert "won't engage" == asked.args[0].words
    assert TEXT == note.text


def test_other_words_stand_in_place_and_one_undo_brings_the_old_ones_back(note):
    typed = []
    note.typed.connect(typed.append)
    hint = note.hints[0]
    note.use(Offer("hasn't come yet", True, hint.start, hint.end))
    used = note.text
    note.undo()

    assert TEXT.replace("won't engage", "hasn't come yet") == used == typed[0]
    assert TEXT == note.text


def test_what_is_still_to_be_filled_in_is_selected(note):
    hint = note.hints[0]
    note.use(Offer("🌱 hopes for ...", True, hint.start, hint.end))

    assert "..." == note.textCursor().selectedText()


def test_the_words_place_lies_in_the_field(note):
    place = note.place_of(note.hints[0])

    assert note.rect().contains(place)
    assert place.width() > 40


def test_escape_puts_the_card_away_and_writes_nothing(note, qtbot):
    with qtbot.waitSignal(note.hint_put_away):
        qtbot.keyClick(note, Qt.Key.Key_Escape)

    assert TEXT == note.text
