"""The worker's own text: a wavy line in heather under words that could be said more kindly, and a way to them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.code_points import to_units
from fsdesk.ui.parts.growing_text import GrowingText
from fsdesk.ui.presenters.hints import Hint, hint_at
from fsdesk.ui.presenters.offers import BLANK, Offer


class NoteText(GrowingText):
    """``rested`` comes when the cursor is moved onto words with a hint (or off them), never while somebody types."""

    rested = Signal(object)  # Hint, or None
    hint_asked = Signal(object)  # Hint
    hint_put_away = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._hints: tuple[Hint, ...] = ()
        self._text_at_last_move = ""
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The hints for the text as it stands."""
        return self._hints

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """These words are underlined, and a screen reader can say how many there are."""
        self._hints = tuple(hints)
        self.setExtraSelections([self._underlined(hint) for hint in hints])
        count = len(self._hints)
        said = f"{count} wording {'idea' if count == 1 else 'ideas'}, Alt+Enter" if count else ""
        self.setAccessibleDescription(said)

    def use(self, offer: Offer) -> None:
        """What is offered stands in its place, as if typed; what is still to be filled in is selected."""
        words = offer.words
        cursor = self._over(offer)
        start = min(cursor.position(), cursor.anchor())
        cursor.insertText(words)
        if BLANK in words:
            cursor.setPosition(start + to_units(words, words.index(BLANK)))
            cursor.setPosition(cursor.position() + len(BLANK), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def place_of(self, hint: Hint) -> QRect:
        """Where the words stand, in the field."""
        cursor = self._over(hint)
        last = QTextCursor(cursor)
        last.setPosition(cursor.selectionEnd())
        cursor.setPosition(cursor.selectionStart())
        first = self.cursorRect(cursor)
        return QRect(
            self.viewport().mapTo(self, first.topLeft()),
            self.viewport().mapTo(self, self.cursorRect(last).bottomRight()),
        )

    def nearest_hint(self) -> Hint | None:
        """The hint at the cursor, or the first one there is."""
        return hint_at(self._hints, self.cursor_at) or next(iter(self._hints), None)

    def _over(self, words: Hint | Offer) -> QTextCursor:
        text = self.text
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_units(text, words.start))
        cursor.setPosition(to_units(text, words.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _underlined(self, hint: Hint) -> QTextEdit.ExtraSelection:
        drawn = QTextCharFormat()
        drawn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        drawn.setUnderlineColor(QColor(worn().look.heather))
        selection = QTextEdit.ExtraSelection()
        selection.format = drawn
        selection.cursor = self._over(hint)
        return selection

    def _on_cursor_moved(self) -> None:
        text = self.text
        was_typed, self._text_at_last_move = text != self._text_at_last_move, text
        if was_typed:
            self.setExtraSelections([])  # where the words stand now is known once it has been read again
            self._hints = ()
        self.rested.emit(None if was_typed else hint_at(self._hints, self.cursor_at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            hint = self.nearest_hint()
            if hint is not None:
                self.hint_asked.emit(hint)
            return
        if event.key() == Qt.Key.Key_Escape:
            self.hint_put_away.emit()
        super().keyPressEvent(event)


def below(field: NoteText, hint: Hint, of: QWidget) -> QPoint:
    """Where a card about these words may begin, under them, as the other widget counts."""
    return field.mapTo(of, field.place_of(hint).bottomLeft())
