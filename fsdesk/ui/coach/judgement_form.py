"""A worker's own words in the coach: a judgement on an idea, or a thought on a question. Each is a full answer."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look.focus_mark import MARKED_AROUND
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.growing_text import GrowingText
from fsdesk.ui.parts.tick_box import TickBox
from fsdesk.ui.presenters.coach_words import Begun

KEPT = "Kept in the plan’s history with your name. It counts as a full answer."


class JudgementForm(Begins, QWidget):
    """Hidden until it is asked for; Ctrl+Enter keeps, Esc closes and keeps the words for another time."""

    kept = Signal(str, bool)
    closed = Signal()
    began = Signal(object)  # Begun: words that were typed and are not kept yet

    def __init__(
        self,
        label: str = "My judgement",
        again: str = "Bring this back at the next review",
        told: str = KEPT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label, self._says = label, told
        self._text = GrowingText(label)
        self._again = TickBox(again)
        self._keep = button("Keep this &note", kind="coach", dense=True)
        self._told = words.prose(told, "note", "muted")
        self._cancel = button("&Cancel", kind="quiet", dense=True)
        self._keep.clicked.connect(self._on_keep)
        self._text.done.connect(self._on_keep)
        self._text.paste_refused.connect(
            lambda refused: self._told.setText(f"{refused.what} {refused.what_next}")
        )
        self._cancel.clicked.connect(self._on_cancel)
        self._text.typed.connect(lambda _: self.began.emit(self.begun))
        self._again.toggled.connect(lambda _: self.began.emit(self.begun))
        self._lay_out()
        self.setFocusProxy(self._text)
        self.hide()

    @property
    def has_words(self) -> bool:
        """Whether somebody began to write here, and has not kept it yet."""
        return bool(self._text.text.strip())

    @property
    def begun(self) -> Begun:
        """What stands here now."""
        return Begun(self._text.text, self._text.cursor_at, self._again.isChecked())

    def give_back(self, begun: Begun) -> None:
        """What was begun here before is here again, with its cursor."""
        self._told.setText(self._says)
        with QSignalBlocker(self._again):
            self._again.setChecked(begun.is_ticked)
        self._text.show_text(begun.text)
        self._text.put_cursor(begun.cursor)
        self.show()

    def ask(self) -> None:
        """The field is open and has the focus."""
        self._told.setText(self._says)
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
        with QSignalBlocker(self._again):
            self._again.setChecked(False)

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
        column.addWidget(words.line(self._label, "note-strong"))
        column.addWidget(field)
        column.addWidget(self._again)
        row = QHBoxLayout()
        row.addWidget(self._keep)
        row.addWidget(self._cancel)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
        else:
            super().keyPressEvent(event)
