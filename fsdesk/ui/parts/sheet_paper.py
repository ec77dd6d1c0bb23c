"""A recovery sheet as it lies on the table: its number and day, and what is on it only while it is being copied."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.clearing import clear
from fsdesk.ui.presenters.recovery_sheet import Paper

TITLE = "fsdesk recovery sheet"
NONE_YET = "Nothing is on it yet. Its words are made on this laptop when you print it or copy it."
NOT_HERE = "Its words are on paper and not on this screen."
KEEP = "Keep it in the office, locked away, in another building than the laptop. Never in the laptop bag."


class SheetPaper(QFrame):
    """A screen reader hears row by row what is to be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self._of = words.prose("", "note", "muted")
        self._veil = words.prose(NONE_YET, "note", "muted")
        self._box = QFrame()
        self._box.setProperty("surface", "raised")
        self._grid = QGridLayout()
        self._lay_out()
        self.show_paper(None)

    def show_paper(self, paper: Paper | None) -> None:
        """This sheet, or where one will be."""
        self._of.setText(f"{paper.number} · {paper.day}" if paper else "")
        self._of.setVisible(paper is not None)
        rows = paper.rows if paper else ()
        clear(self._grid)
        for row, parts in enumerate(rows):
            self._put_row(row, parts)
        self._veil.setText(NOT_HERE if paper else NONE_YET)
        self._veil.setVisible(not rows)

    def _put_row(self, row: int, parts: tuple[str, ...]) -> None:
        for column, part in enumerate(parts):
            number = row * len(parts) + column + 1
            cell = words.line(part, "code-large")
            cell.setAccessibleName(f"{number}, {part}")
            self._grid.addWidget(words.line(str(number), "code", "muted"), row, 2 * column)
            self._grid.addWidget(cell, row, 2 * column + 1)
            self._grid.setColumnStretch(2 * column + 1, 1)

    def _lay_out(self) -> None:
        px = worn().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(18))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(icons.label("leaf", "moss", 20))
        head.addWidget(words.line(TITLE, "strong"), 1)
        column.addLayout(head)
        column.addWidget(self._of)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(px(14), px(12), px(14), px(12))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(6))
        inside.addWidget(self._veil)
        inside.addLayout(self._grid)
        column.addWidget(self._box)
        column.addSpacing(px(4))
        column.addWidget(words.prose(KEEP, "note"))
