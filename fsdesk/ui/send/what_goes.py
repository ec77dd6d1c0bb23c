"""Step two: one table of what leaves this laptop, what stays, and what the family was told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.desk.sealing import Leaving
from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.clearing import clear
from fsdesk.ui.parts.pill import Pill
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.parts.tick_box import TickBox

_HEADS = (
    ("Family", "", ""),
    ("Leaves this laptop", "arrow-up-right", "loch"),
    ("Stays here", "laptop", "muted"),
    ("What the family was told", "", ""),
)


class WhatGoes(QWidget):
    """A family can be left for another time; one that is marked as staying stays."""

    chosen = Signal(object)  # frozenset of plan ids

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._to = words.prose("", "strong")
        self._boxes: dict[str, TickBox] = {}
        self._said: dict[str, tuple[words.Prose, words.Prose]] = {}
        self._rows: tuple[Leaving, ...] = ()
        self._table = QFrame()
        self._table.setProperty("surface", "card")
        self._grid = QGridLayout(self._table)
        self._held = QWidget()
        self._held.setProperty("surface", "clear")
        self._lay_out()

    def show_leaving(self, leaving: Sequence[Leaving], chosen: frozenset[str], to: str) -> None:
        """Family by family, what would leave for these people."""
        self._to.setText(f"Only {to} can open it.")
        if self._rows != tuple(leaving):
            self._rows = tuple(leaving)
            self._fill()
        for plan, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(plan in chosen)
            box.blockSignals(False)
        for row in self._rows:
            self._say(row, row.plan in chosen)

    def _fill(self) -> None:
        clear(self._grid)
        self._boxes, self._said = {}, {}
        for column, (text, icon, ink) in enumerate(_HEADS, start=1):
            self._grid.addWidget(_cell(_head(text, icon, ink), leaves=column == 2, first=True), 0, column)
        self._grid.addWidget(_cell(QWidget(), first=True), 0, 0)
        for at, row in enumerate(self._rows, start=1):
            self._add_row(at, row)

    def _add_row(self, at: int, row: Leaving) -> None:
        box = TickBox()
        box.setAccessibleName(f"Send {row.family}")
        box.setEnabled(row.goes)
        box.toggled.connect(lambda _: self._on_toggled())
        self._boxes[row.plan] = box
        leaves, stays = words.prose("", "body"), words.prose("", "body")
        self._said[row.plan] = (leaves, stays)
        pill = Pill(row.agreed, "loch" if row.goes else "amber", "circle-check" if row.goes else "hand")
        cells = (box, words.prose(row.family, "strong"), leaves, stays, pill)
        for column, cell in enumerate(cells):
            self._grid.addWidget(_cell(cell, leaves=column == 2), at, column)

    def _say(self, row: Leaving, goes: bool) -> None:
        leaves, stays = self._said[row.plan]
        leaves.setText(row.leaves if goes else "Nothing this time")
        stays.setText(row.stays if goes or not row.goes else "The whole plan")
        self._boxes[row.plan].setAccessibleDescription(f"Leaves: {leaves.text()}. Stays: {stays.text()}.")

    def _on_toggled(self) -> None:
        self.chosen.emit(frozenset(plan for plan, box in self._boxes.items() if box.isChecked()))

    def _lay_out(self) -> None:
        px = worn().px
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        for at, share in ((1, 24), (2, 26), (3, 26), (4, 24)):
            self._grid.setColumnStretch(at, share)
        to = QFrame()
        to.setProperty("surface", "card")
        row = QHBoxLayout(to)
        row.setContentsMargins(px(18), px(14), px(18), px(14))
        row.setSpacing(px(12))
        row.addWidget(icons.label("lock-keyhole", "loch", 22))
        row.addWidget(self._to, 1)
        inside = QVBoxLayout(self._held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._table)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(to)
        column.addWidget(Scrolled(self._held), 1)


def _head(text: str, icon: str, ink: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(worn().px(6))
    if icon:
        row.addWidget(icons.label(icon, ink, 16))
    row.addWidget(words.prose(text, "note-strong", ink or "muted"), 1, Qt.AlignmentFlag.AlignVCenter)
    return made


def _cell(content: QWidget, *, leaves: bool = False, first: bool = False) -> QFrame:
    px = worn().px
    made = QFrame()
    made.setProperty("surface", "leaves" if leaves else "cell")
    made.setProperty("first", first)
    inside = QVBoxLayout(made)
    inside.setContentsMargins(px(14), px(11), px(10), px(11))
    inside.addWidget(content, 0, Qt.AlignmentFlag.AlignTop)
    return made
