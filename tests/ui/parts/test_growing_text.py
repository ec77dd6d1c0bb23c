from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from fsdesk.ui.parts.growing_text import GrowingText
from fsdesk.ui.presenters.pasting import MOST_SIGNS
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
    card.field.run(right_to_left=True)
    card.field.show_text("نريد أن نبقى معًا")
    card.field.put_cursor(0)

    assert card.field.cursorRect().x() > card.field.viewport().width() / 2


def copied(text: str | None = None, html: str = "", *, picture: bool = False) -> QMimeData:
    """What somebody copied elsewhere."""
    made = QMimeData()
    if text is not None:
        made.setText(text)
    if html:
        made.setHtml(html)
    if picture:
        made.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    return made


def test_what_is_pasted_is_plain(card, heard):
    """However it looked where it was copied; it is told as typing is, once."""
    card.field.insertFromMimeData(copied(html="<h1>Tea</h1><p>and <b>toast</b><script>alert(1)</script></p>"))

    assert "Tea\nand toast" == card.field.text
    assert [("typed", "Tea\nand toast")] == heard


def test_megabytes_are_refused_whole_and_what_stood_there_stays(card, heard, qtbot):
    """Nothing is cut: the reason is told, and the limit with it."""
    card.field.show_text("Tea")
    with qtbot.waitSignal(card.field.paste_refused) as refused:
        card.field.insertFromMimeData(copied("x" * 5_000_000))
    with qtbot.waitSignal(card.field.paste_refused):
        card.field.insertFromMimeData(copied(html="<p>" + "x" * 5_000_000))

    assert f"{MOST_SIGNS:,}" in refused.args[0].what_next
    assert ("Tea", []) == (card.field.text, heard)


def test_the_limit_counts_what_is_there_and_not_what_is_replaced(card, qtbot):
    card.field.show_text("x" * (MOST_SIGNS - 3))
    with qtbot.waitSignal(card.field.paste_refused):
        card.field.insertFromMimeData(copied("toast"))
    card.field.selectAll()
    card.field.insertFromMimeData(copied("toast"))

    assert "toast" == card.field.text


def test_a_picture_is_not_words_and_that_is_said(card, qtbot):
    with qtbot.waitSignal(card.field.paste_refused) as refused:
        card.field.insertFromMimeData(copied(picture=True))

    assert "picture" in refused.args[0].what
    assert "" == card.field.text


ANY_WORDS = "👩‍👩‍👧 نعم e\u0301 ਮਾਂ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 שלום"


def test_emoji_combining_marks_and_right_to_left_are_kept_sign_by_sign(card, heard):
    """The cursor is counted in code points, and comes back to where it stood."""
    card.field.insertFromMimeData(copied(ANY_WORDS))
    at = card.field.cursor_at
    for place in range(len(ANY_WORDS) + 1):
        card.field.put_cursor(place)
        assert place == card.field.cursor_at

    assert (ANY_WORDS, len(ANY_WORDS)) == (card.field.text, at)
