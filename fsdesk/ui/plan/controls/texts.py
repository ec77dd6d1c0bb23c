"""Texts of one line, and days, in the frame that says that something can be written there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from fsdesk.ui.look.focus_mark import MARKED_AROUND
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.growing_text import GrowingText

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineText(GrowingText):
    """A text of one line: Enter goes on to what comes next, and pasted lines are joined."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def as_pasted(self, text: str) -> str:
        return " ".join(super().as_pasted(text).split())


class DayText(LineText):
    """A day as people write it. While somebody is writing, nothing else is put in its place."""

    def show_text(self, text: str) -> None:
        """The field holds this day, unless somebody is writing in it."""
        if not self.hasFocus() or not self.text:
            super().show_text(text)


class LinesText(GrowingText):
    """One thing on each line. While somebody is writing, nothing else is put in its place."""

    def show_text(self, text: str) -> None:
        """The field holds these lines, unless somebody is writing in it."""
        if not self.hasFocus() or not self.text:
            super().show_text(text)


class Framed(QFrame):
    """A frame around a text; a click anywhere in it is a click into the text."""

    def __init__(
        self, inside: QWidget, field: GrowingText, tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "field")
        self.setProperty("tone", tone)
        self._field = field
        field.setProperty(MARKED_AROUND, self)
        px = worn().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), px(6), px(10), px(6))
        row.addWidget(inside)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._field.setFocus(Qt.FocusReason.MouseFocusReason)
