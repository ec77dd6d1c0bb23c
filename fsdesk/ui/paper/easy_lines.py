"""Easy read: what stands in the plan beside the line that rewords it, and whether the family heard it yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.clearing import clear
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.presenters.paper_easy import NO_LINE, EasyPair

TITLE = "Easy lines, beside what they reword"
LEAD = (
    "Choose and shorten them together: one idea a line, at most 12 words a sentence. "
    "fsdesk proposes none, and what was said stays in the plan as it was said."
)
READ_BACK = "We read it together"
_MOST = 240


class EasyLines(Scrolled):
    """A line that is being typed keeps its place, its cursor and the focus, whatever is shown anew."""

    typed = Signal(object, str)  # EasyPair, text
    left = Signal()
    read_back_asked = Signal(object)  # EasyPair

    def __init__(self, parent: QWidget | None = None) -> None:
        self._panel = QWidget()
        self._panel.setProperty("surface", "clear")
        super().__init__(self._panel, parent)
        self._rows: list[_Row] = []
        self._column = QVBoxLayout()
        self._lay_out()

    def show_pairs(self, pairs: Sequence[EasyPair]) -> None:
        """These pairs, in this order."""
        if [pair.of for pair in pairs] != [row.pair.of for row in self._rows]:
            clear(self._column)
            self._rows = [self._row(pair) for pair in pairs]
        for row, pair in zip(self._rows, pairs, strict=True):
            row.show_pair(pair)

    @property
    def rows(self) -> tuple[_Row, ...]:
        """The rows in the order they stand."""
        return tuple(self._rows)

    def _row(self, pair: EasyPair) -> _Row:
        row = _Row(pair)
        row.line.textEdited.connect(lambda text: self.typed.emit(row.pair, text))
        row.line.editingFinished.connect(self.left)
        row.read_back.clicked.connect(lambda: self.read_back_asked.emit(row.pair))
        self._column.addWidget(row)
        return row

    def _lay_out(self) -> None:
        px = worn().px
        self._column.setSpacing(px(8))
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(px(4), px(4), px(10), px(12))
        column.setSpacing(px(8))
        column.addWidget(words.prose(TITLE, "heading"))
        column.addWidget(words.prose(LEAD, "note", "muted"))
        column.addLayout(self._column)
        column.addStretch(1)


class _Row(QFrame):
    """What was said above, the easy line below it, and where it stands."""

    def __init__(self, pair: EasyPair) -> None:
        super().__init__()
        self.pair = pair
        self.setProperty("surface", "card")
        self._original = words.prose("", "family")
        self._state = words.prose("", "note-strong", "muted")
        self.line = QLineEdit()
        self.line.setMaxLength(_MOST)
        self.line.setPlaceholderText(NO_LINE)
        self.read_back = button(READ_BACK, "check", dense=True)
        self._lay_out()

    def show_pair(self, pair: EasyPair) -> None:
        """This is what stands there now."""
        self.pair = pair
        self._original.setText(pair.original)
        if not self.line.hasFocus() and self.line.text().strip() != pair.text:
            self.line.setText(pair.text)
        short = pair.original if len(pair.original) <= 60 else f"{pair.original[:59]}…"
        self.line.setAccessibleName(f"Easy line for: {short}")
        self.line.setAccessibleDescription(pair.state)
        self.read_back.setAccessibleName(f"{READ_BACK}: {short}")
        self._state.setText(pair.state)
        self._state.setProperty("ink", "moss" if pair.is_read_back else "amber" if pair.text else "muted")
        self._state.style().polish(self._state)
        can_be_read = bool(pair.line and pair.text) and not pair.is_read_back
        if self.read_back.hasFocus() and not can_be_read:
            self.line.setFocus()
        self.read_back.setVisible(can_be_read)

    def _lay_out(self) -> None:
        px = worn().px
        foot = QHBoxLayout()
        foot.setSpacing(px(10))
        foot.addWidget(self._state, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.read_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(10))
        column.setSpacing(px(6))
        column.addWidget(self._original)
        column.addWidget(self.line)
        column.addLayout(foot)
