from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from fsdesk.ui.parts.growing_text import GrowingText
from tests.ui.accessible import name


class Card(QWidget):
    """A growing field with another one after it."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.after = GrowingText("Shona’s words"), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.after)
        column.addStretch(1)
        self.resize(400, 400)


@pytest.fixture
def card(shown) -> Card:
    made = shown(Card())
    made.field.setFocus()
    return made


@pytest.fixture
def heard(card) -> list:
    """Everything the field said, in order."""
    said: list = []
    card.field.typed.connect(lambda text: said.append(("typed", text)))
    card.field.left.connect(lambda: said.append(("left",)))
    card.field.done.connect(lambda: said.append(("done",)))
    return said


def test_it_is_as_tall_as_its_text(card, qtbot):
    """A line more makes it taller, a line less shorter, and it never scrolls."""
    one = card.field.height()
    card.field.show_text("one\ntwo\nthree")
    three = card.field.height()
    card.field.show_text("one")

    assert one < three
    assert one == card.field.height()
    assert not card.field.verticalScrollBar().isVisible()


def test_it_grows_when_it_becomes_narrow(card, qtbot):
    card.field.show_text("Mornings without shouting. And a bit of time that is just mine. " * 3)
    wide = card.field.height()
    card.resize(200, 400)
    qtbot.waitUntil(lambda: card.field.height() > wide)


def test_what_is_loaded_was_not_typed(card, heard):
    """Showing a text never saves it; typing says so, letter by letter."""
    card.field.show_text("Stories at bedtime")
    loaded = list(heard)
    typing = QInputMethodEvent()
    typing.setCommitString("“Ŵyn” ")
    QApplication.sendEvent(card.field, typing)

    assert [] == loaded
    assert [("typed", "“Ŵyn” Stories at bedtime")] == heard


def test_showing_what_is_there_leaves_the_cursor_alone(card):
    """An answer from elsewhere does not throw the person to the beginning."""
    card.field.show_text("Stories at bedtime")
    cursor = card.field.textCursor()
    cursor.setPosition(7)
    card.field.setTextCursor(cursor)
    card.field.show_text("Stories at bedtime")

    assert 7 == card.field.textCursor().position()


def test_enter_makes_a_line_and_ctrl_enter_is_done(card, heard, qtbot):
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    qtbot.keyClick(card.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [("typed", "\n"), ("done",)] == heard


def test_tab_moves_on_and_says_that_it_was_left(card, heard, qtbot):
    qtbot.keyClick(card.field, Qt.Key.Key_Tab)

    assert card.after.hasFocus()
    assert [("left",)] == heard


@pytest.mark.parametrize("reason", [Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason])
def test_a_menu_or_another_window_does_not_leave_the_field(card, heard, reason):
    """They come and go, and nothing is closed or saved because of them."""
    QApplication.sendEvent(card.field, QFocusEvent(QEvent.Type.FocusOut, reason))

    assert [] == heard


def test_a_screen_reader_hears_whose_words_they_are(card):
    assert "Shona’s words" == name(card.field)


@pytest.mark.parametrize(
    "text", ["a\u00a0b", "one\u2028two", "tab\there", "🌅 ازيك", "e\u0301", " spaces  stay "]
)
def test_no_sign_is_changed_by_showing_it(card, heard, text):
    """Not even those that Qt gives back as others when it is asked for plain text."""
    card.field.show_text(text)

    assert text == card.field.text
    assert [] == heard


def test_line_ends_of_another_system_are_not_taken_for_typing(card, heard):
    card.field.show_text("one\r\ntwo\rthree")

    assert [] == heard


def test_the_cursor_is_told_in_whole_signs(card):
    card.field.show_text("🌅🌅 morning")
    card.field.put_cursor(2)

    assert 2 == card.field.cursor_at
    card.field.put_cursor(None)
    assert len("🌅🌅 morning") == card.field.cursor_at


def test_after_typing_other_words_can_be_shown_without_being_typed(card, heard, qtbot):
    """What was taken out and put back is not heard as somebody's keys."""
    qtbot.keyClicks(card.field, "ab")
    card.field.show_text("other")
    card.field.show_text("ab")

    assert [("typed", "a"), ("typed", "ab")] == heard


def test_what_runs_right_to_left_begins_at_the_right(card):
    card.field.run_right_to_left()
    card.field.show_text("نريد أن نبقى معًا")
    card.field.put_cursor(0)

    assert card.field.cursorRect().x() > card.field.viewport().width() / 2
