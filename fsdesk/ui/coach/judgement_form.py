"""The worker's own judgement on an idea, in words: a full answer, kept in the plan's history with their name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look.focus_mark import MARKED_AROUND
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.growing_text import GrowingText
from fsdesk.ui.parts.tick_box import TickBox

KEPT = "Kept in the plan’s history with your name. It counts as a full answer."


class JudgementForm(QWidget):
    """Hidden until it is asked for; Ctrl+Enter keeps, Esc closes and keeps the words for another time."""

    kept = Signal(str, bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = GrowingText("My judgement")
        self._again = TickBox("Bring this back at the next review")
        self._keep = button("Keep this note", kind="coach", dense=True)
        self._cancel = button("Cancel", kind="quiet", dense=True)
        self._keep.clicked.connect(self._on_keep)
        self._text.done.connect(self._on_keep)
        self._cancel.clicked.connect(self._on_cancel)
        self._lay_out()
        self.setFocusProxy(self._text)
        self.hide()

    def ask(self) -> None:
        """The field is open and has the focus."""
        self.show()
        self._text.setFocus()

    def allow_coming_back(self, allowed: bool) -> None:
        """Whether there is a next review at which it could be brought back."""
        self._again.setVisible(allowed)

    def _on_keep(self) -> None:
        said = self._text.text.strip()
        if not said:
            self._text.setFocus()
            return
        self.hide()
        self.kept.emit(said, self._again.isChecked() and not self._again.isHidden())
        self._text.show_text("")

    def _on_cancel(self) -> None:
        self.hide()
        self.closed.emit()

    def _lay_out(self) -> None:
        px = worn().px
        field = QFrame()
        field.setProperty("surface", "field")
        field.setMinimumHeight(px(64))
        inside = QVBoxLayout(field)
        inside.setContentsMargins(px(10), px(8), px(10), px(8))
        inside.addWidget(self._text, 0, Qt.AlignmentFlag.AlignTop)
        self._text.setProperty(MARKED_AROUND, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(words.line("My judgement", "note-strong"))
        column.addWidget(field)
        column.addWidget(self._again)
        row = QHBoxLayout()
        row.addWidget(self._keep)
        row.addWidget(self._cancel)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(words.prose(KEPT, "note", "muted"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
        else:
            super().keyPressEvent(event)
