"""One edit of the history as a row: closed to its sentence, or open with what stood there before and after it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button, icon_button
from fsdesk.ui.presenters.history import ChangeLine, Row, WordingRow

BEFORE, THEN = "Before:", "Then:"
FURTHER = "and {count} more"
PRIVATE = "Closed, so that nobody reads along."


class HistoryRow(QFrame):
    """Says what is private only while it stands open."""

    undo_asked = Signal(str)  # edit
    put_back_asked = Signal(str, str)  # edit, where

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.setProperty("surface", "card")
        self._sentence = words.prose(row.discreet, "body")
        self.toggle = icon_button("", "chevron-down", "text")
        self.undo = button("Undo", "undo-2", "quiet", dense=True)
        self._details: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._say_open(False)

    @property
    def is_open(self) -> bool:
        """Whether what stood there before and after can be read."""
        return self._details is not None and self._details.isVisibleTo(self)

    def open(self, open_: bool = True) -> None:
        """The row shows what it is about, or its sentence alone."""
        if self._details is None:
            self._details = self._made_details()
            self._column.addWidget(self._details)
        self._details.setVisible(open_)
        self._sentence.setText(self.row.sentence if open_ else self.row.discreet)
        self._say_open(open_)

    def _say_open(self, open_: bool) -> None:
        icons.put(self.toggle, "chevron-up" if open_ else "chevron-down", "text", 18)
        self.toggle.setAccessibleName(f"{'Close' if open_ else 'Open'}: {self.row.discreet}")
        self.toggle.setAccessibleDescription("open" if open_ else "closed")
        self.toggle.setToolTip("Close" if open_ else "Open")
        self.setAccessibleName(f"{self._sentence.text()}. {self.row.below}")

    def _made_details(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(worn().px(26), 0, 0, 0)
        column.setSpacing(worn().px(10))
        for line in self.row.changes:
            column.addWidget(self._change(line))
        if self.row.further:
            column.addWidget(words.line(FURTHER.format(count=self.row.further), "note", "muted"))
        return made

    def _change(self, line: ChangeLine) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(worn().px(2))
        column.addWidget(words.line(line.label, "note-strong", "muted"))
        for lead, said in ((BEFORE, line.before), (THEN, line.after)):
            if said:
                told = words.prose("", "body")
                told.say(lead, said)
                column.addWidget(told)
        if line.may_put_back:
            back = button("Put back", "undo-2", dense=True)
            back.setAccessibleName(f"Put back: {line.label}, {line.before}")
            back.clicked.connect(lambda: self.put_back_asked.emit(self.row.edit, line.where))
            column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _lay_out(self) -> None:
        px = worn().px
        self._column.setContentsMargins(px(12), px(9), px(10), px(11))
        self._column.setSpacing(px(8))
        said = QVBoxLayout()
        said.setSpacing(px(2))
        said.addWidget(self._sentence)
        said.addWidget(words.prose(self.row.below, "note", "muted"))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        icon = icons.label("eye-off" if self.row.is_private else "history", "muted", 18)
        icon.setToolTip(PRIVATE if self.row.is_private else "")
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        row.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(row)
        self.undo.setAccessibleName(f"Undo: {self.row.discreet}")
        self.undo.setVisible(self.row.may_undo)
        self.undo.clicked.connect(lambda: self.undo_asked.emit(self.row.edit))
        self.toggle.setVisible(bool(self.row.changes))
        self.toggle.clicked.connect(lambda: self.open(not self.is_open))


class WordingCard(QFrame):
    """One wording of a text, with the way back to it unless the plan reads so."""

    put_back_asked = Signal(str, str)  # edit, where

    def __init__(self, row: WordingRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.setProperty("surface", "card")
        self.setAccessibleName(f"{row.label}: {row.words}. {row.below}")
        self.back: QPushButton = button("Put back", "undo-2", dense=True)
        self._lay_out()

    def _lay_out(self) -> None:
        px = worn().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(12))
        column.setSpacing(px(4))
        column.addWidget(words.line(self.row.label, "note-strong", "muted"))
        column.addWidget(words.prose(self.row.words, "family"))
        column.addWidget(words.prose(self.row.below, "note", "muted"))
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.back.setVisible(not self.row.stands)
        self.back.setAccessibleName(f"Put back: {self.row.words}")
        self.back.clicked.connect(lambda: self.put_back_asked.emit(self.row.edit, self.row.where))
