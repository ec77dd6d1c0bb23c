"""A text field that is always as tall as its text, and tells typing apart from loading."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from fsdesk.errors import Refused
from fsdesk.ui.parts.code_points import to_points, to_units
from fsdesk.ui.presenters.pasting import MOST_SIGNS, OnlyAPicture, TooMuch, check_room, plain

_BETWEEN_BLOCKS = "\u2029"
_DONE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GrowingText(QPlainTextEdit):
    """Plain text without a scroll bar: Enter makes a line, Tab moves on, Ctrl+Enter says that it is done.

    ``typed`` carries the text after a change by the person, never after ``show_text``; ``left`` comes when the
    focus goes elsewhere for good (not for a menu or another window). Signs that Qt would replace when it is asked
    for plain text, such as the no-break space, stay what they are.
    """

    typed = Signal(str)
    left = Signal()
    done = Signal()
    paste_refused = Signal(object)  # Refused

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        for set_policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._given = self._shown = ""
        self._is_loading = False
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    @property
    def text(self) -> str:
        """What stands in the field, sign by sign."""
        return self.document().toRawText().replace(_BETWEEN_BLOCKS, "\n")

    @property
    def cursor_at(self) -> int:
        """How many code points stand before the cursor."""
        return to_points(self.text, self.textCursor().position())

    def show_text(self, text: str) -> None:
        """The field holds this text, and nobody has typed it. A text that is already there leaves the cursor alone."""
        if text == self._shown or text == self._given:
            return
        self._given = self._shown = text
        self._is_loading = True
        self.setPlainText(text)
        self._is_loading = False
        self._shown = self.text

    def run(self, *, right_to_left: bool) -> None:
        """What is written here runs this way, and begins at that side."""
        way = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        if self.document().defaultTextOption().textDirection() == way:
            return
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        self.setLayoutDirection(way)
        option = self.document().defaultTextOption()
        option.setTextDirection(way)
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)

    def put_cursor(self, points: int | None) -> None:
        """The cursor stands after so many code points, or at the end."""
        cursor = self.textCursor()
        cursor.setPosition(to_units(self.text, len(self.text) if points is None else points))
        self.setTextCursor(cursor)

    def _on_text_changed(self) -> None:
        text = self.text
        if not self._is_loading and text != self._shown:
            self._given = self._shown = text
            self.typed.emit(text)

    def _grow(self) -> None:
        wanted = self.sizeHint().height()
        if wanted != self.height() or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def sizeHint(self) -> QSize:
        # QPlainTextDocumentLayout counts its height in lines, not in px.
        lines = max(1, ceil(self.document().size().height()))
        margins = self.contentsMargins()
        room = self.fontMetrics().lineSpacing() * lines + margins.top() + margins.bottom()
        return QSize(super().sizeHint().width(), room + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DONE_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words are put in plain, whole or not at all; why not is told by ``paste_refused``."""
        try:
            self._paste(_words_of(source))
        except Refused as refused:
            self.paste_refused.emit(refused)

    def as_pasted(self, text: str) -> str:
        """Copied words as this field takes them."""
        return plain(text)

    def _paste(self, copied: str) -> None:
        pasted = self.as_pasted(copied) if len(copied) <= 2 * MOST_SIGNS else copied
        selected = len(self.textCursor().selectedText())
        check_room(self.text, selected, pasted)
        self.insertPlainText(pasted)
        self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


def _words_of(source: QMimeData) -> str:
    """The words that were copied, without how they looked. Raises OnlyAPicture, and TooMuch for endless markup."""
    if source.hasText():
        return source.text()
    if not source.hasHtml():
        raise OnlyAPicture
    marked = source.html()
    if len(marked) > 20 * MOST_SIGNS:
        raise TooMuch
    return QTextDocumentFragment.fromHtml(marked).toPlainText()
