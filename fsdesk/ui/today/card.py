"""A card of Today: a heading, rows that are made anew only when they say something else, and a way to see all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.clearing import clear

Row = TypeVar("Row")
FEWER = "See fewer"
KEY = "rowKey"


class Card(QFrame):
    """``inset`` is the room in px beside its rows; without it they reach from edge to edge."""

    def __init__(self, heading: str, *, inset: int = 0, words_: str = "heading") -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.setAccessibleName(heading)
        px = worn().px
        self.head = QHBoxLayout()
        self.head.setContentsMargins(px(16), px(10), px(16), px(10 if not inset else 0))
        self.head.addWidget(words.line(heading, words_), 1)
        self._made: list[QWidget] = []
        self.rows = QVBoxLayout()
        self.rows.setContentsMargins(px(inset), 0, px(inset), px(12) if inset else 0)
        self.rows.setSpacing(px(8) if inset else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4) if inset else 0)
        column.addLayout(self.head)
        column.addLayout(self.rows)

    def put(self, made: Sequence[QWidget]) -> None:
        """These rows stand in the card; the focus stays on what it was on, or comes to the first of them."""
        focus, inside = self._focus()
        clear(self.rows)
        self._made = list(made)
        for row in made:
            self.rows.addWidget(row)
            row.show()
        if inside:
            self._focus_on(focus)

    def _focus(self) -> tuple[object, bool]:
        """What has the focus among the rows, by its key."""
        focus = QApplication.focusWidget()
        inside = focus is not None and any(one.isAncestorOf(focus) for one in self._made)
        return (focus.property(KEY) if focus is not None and inside else None), inside

    def _focus_on(self, key: object) -> None:
        keyed = [
            one for one in self.findChildren(QWidget) if one.property(KEY) is not None and one.isVisible()
        ]
        found = next((one for one in keyed if one.property(KEY) == key), keyed[0] if keyed else None)
        if found is not None:
            found.setFocus()


class SeeAll(QPushButton):
    """Shows the first few rows, or all of them."""

    def __init__(self, few: int) -> None:
        super().__init__()
        self._few = few
        self.setProperty("kind", "quiet")
        self.setProperty("dense", True)
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.hide()

    def show_count(self, count: int, about: str) -> None:
        """There are so many of these."""
        self.setVisible(count > self._few)
        self.setText(FEWER if self.isChecked() else f"See all {count}")
        self.setAccessibleName(f"{self.text()}: {about}")

    def cut(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Those that are shown now."""
        return rows if self.isChecked() else rows[: self._few]
