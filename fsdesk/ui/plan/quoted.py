"""Somebody's own words in their card, between quotation marks that are no part of the words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.growing_text import GrowingText

OPENING, CLOSING = "“", "”"


class Quoted(Begins, QWidget):
    """A growing field with room for the marks at both sides; none while it is empty or runs right to left."""

    def __init__(self, field: GrowingText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._has_marks = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field)
        self._row = row
        self.setFocusProxy(field)
        field.textChanged.connect(self._on_text_changed)
        field.document().documentLayout().documentSizeChanged.connect(self.update)
        self._on_text_changed()

    def _on_text_changed(self) -> None:
        text = self.field.text.strip()
        is_rtl = self.field.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._has_marks = bool(text) and not is_rtl and text[0] not in '“"«'
        side = self.field.fontMetrics().horizontalAdvance(OPENING) if self._has_marks else 0
        self._row.setContentsMargins(side, 0, side, 0)
        self.update()

    def _end(self) -> QPoint:
        """Where the last sign ends, at the top of its line."""
        cursor = self.field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        at = self.field.viewport().mapTo(self.field, self.field.cursorRect(cursor).topLeft())
        return self.field.mapTo(self, at)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_text_changed()  # by now the field has its own font

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._has_marks:
            return
        painter = QPainter(self)
        painter.setFont(self.field.font())
        painter.setPen(QColor(worn().look.text))
        rise = self.field.fontMetrics().ascent()
        wide = self.field.fontMetrics().horizontalAdvance(OPENING)
        if wide != self._row.contentsMargins().left():
            self._on_text_changed()  # the words became larger or smaller, and their marks with them
        painter.drawText(self.field.x() - wide, self.field.y() + rise, OPENING)
        end = self._end()
        painter.drawText(end.x() + 1, end.y() + rise, CLOSING)
