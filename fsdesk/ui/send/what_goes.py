"""Step two: one table of what leaves this laptop, what stays, and what the family was told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.clearing import clear
from fsdesk.ui.parts.pill import Pill
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.parts.tab_order import follow
from fsdesk.ui.parts.tick_box import TickBox
from fsdesk.ui.presenters.send_rows import Row

_HEADS = (
    ("Family", "", ""),
    ("Leaves this laptop", "arrow-up-right", "loch"),
    ("Stays here", "laptop", "muted"),
    ("What the family was told", "", ""),
)


ASK = "Ask at the next visit"


class WhatGoes(QWidget):
    """A family can be left for another time; one that is marked as staying stays."""

    chosen = Signal(object)  # frozenset of plan ids
    ask_asked = Signal(str)  # plan id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._to = words.prose("", "body", "muted")
        self._boxes: dict[str, TickBox] = {}
        self._asks: dict[str, QPushButton] = {}
        self._said: dict[str, tuple[words.Prose, words.Prose]] = {}
        self._rows: tuple[Row, ...] = ()
        self.add = button("Add someone", "user-plus")
        self._table = QFrame()
        self._table.setProperty("surface", "card")
        self._grid = QGridLayout(self._table)
        self._held = QWidget()
        self._held.setProperty("surface", "clear")
        self._lay_out()

    def show_leaving(self, rows: Sequence[Row], chosen: frozenset[str], to: tuple[str, str]) -> None:
        """Family by family, what would leave for these people."""
        self._to.say(*to)
        if self._rows != tuple(rows):
            at = next((row.plan for row in self._rows if self._boxes[row.plan].hasFocus()), "")
            asked = next((plan for plan, ask in self._asks.items() if ask.hasFocus()), "")
            self._rows = tuple(rows)
            self._fill()
            if asked or at:
                self._boxes[asked or at].setFocus()
        for plan, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(plan in chosen)
            box.blockSignals(False)
        for row in self._rows:
            self._say(row, row.plan in chosen)

    @property
    def first(self) -> QWidget:
        """What can be done here first: choosing a plan, asking its family, another person to send to."""
        can_go = (box for box in self._boxes.values() if box.isEnabled())
        return next(can_go, None) or next(iter(self._asks.values()), self.add)

    def _fill(self) -> None:
        clear(self._grid)
        self._boxes, self._said, self._asks = {}, {}, {}
        for column, (text, icon, ink) in enumerate(_HEADS, start=1):
            self._grid.addWidget(_cell(_head(text, icon, ink), leaves=column == 2, first=True), 0, column)
        self._grid.addWidget(_cell(QWidget(), first=True), 0, 0)
        for at, row in enumerate(self._rows, start=1):
            self._add_row(at, row)
        in_rows = ((self._boxes[row.plan], self._asks.get(row.plan)) for row in self._rows)
        follow(self.add, *(stop for stops in in_rows for stop in stops if stop is not None))

    def _add_row(self, at: int, row: Row) -> None:
        box = TickBox()
        box.setAccessibleName(f"Send {row.family}")
        box.setEnabled(row.goes)
        box.toggled.connect(lambda _: self._on_toggled())
        self._boxes[row.plan] = box
        leaves, stays = words.prose("", "body"), words.prose("", "body")
        self._said[row.plan] = (leaves, stays)
        cells = (box, words.prose(row.family, "strong"), leaves, stays, self._told(row))
        for column, cell in enumerate(cells):
            self._grid.addWidget(_cell(cell, leaves=column == 2), at, column)

    def _told(self, row: Row) -> QWidget:
        """What the family was told, and the offer to ask them next time."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(worn().px(4))
        column.addWidget(Pill(row.pill, row.ink, row.icon))
        if row.note:
            column.addWidget(words.prose(row.note, "note", "muted"))
        if row.can_ask:
            ask = button(ASK, kind="link")
            ask.setAccessibleName(f"{ASK}: {row.family}")
            ask.clicked.connect(partial(self.ask_asked.emit, row.plan))
            self._asks[row.plan] = ask
            column.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _say(self, row: Row, goes: bool) -> None:
        leaves, stays = self._said[row.plan]
        leaves.setText(row.leaves_when(goes))
        stays.setText(row.stays_when(goes))
        told = " ".join((f"{row.pill}.", row.note)).strip()
        self._boxes[row.plan].setAccessibleDescription(
            f"Leaves: {leaves.text()}. Stays: {stays.text()}. {told}"
        )

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
        row.setContentsMargins(px(18), px(8), px(16), px(8))
        row.setSpacing(px(12))
        row.addWidget(icons.label("lock-keyhole", "loch", 22))
        row.addWidget(self._to, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.add)
        inside = QVBoxLayout(self._held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(14))
        inside.addWidget(to)
        inside.addWidget(self._table)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
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
