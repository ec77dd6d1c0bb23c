"""Promises to follow up: a tick marks one as done in its plan, and taking the tick away takes that back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.tick_box import TickBox
from fsdesk.ui.presenters.today_rows import PromiseRow
from fsdesk.ui.today.card import KEY, Card, SeeAll

HEADING, NONE = "Promises to follow up", "Nothing you promised is due this week."
DONE = "Done. It says so in the plan; take the tick away to take it back."
FEW = 4
_SIDE = 34  # px at 100 %


class PromisesCard(Card):
    """``kept`` and ``taken_back`` carry the key of a promise."""

    kept = Signal(object)
    taken_back = Signal(object)

    def __init__(self) -> None:
        super().__init__(HEADING, inset=16, words_="card")
        self.see_all = SeeAll(FEW)
        self.see_all.toggled.connect(lambda _: self._put())
        self.head.addWidget(self.see_all)
        self.boxes: list[TickBox] = []
        self._promises: tuple[PromiseRow, ...] | None = None

    def show_promises(self, rows: Sequence[PromiseRow]) -> None:
        """These are due."""
        if self._promises != tuple(rows):
            self._promises = tuple(rows)
            self._put()

    def show_again(self) -> None:
        """What could not be written is shown as it is."""
        self._put()

    def _put(self) -> None:
        rows = self._promises or ()
        self.see_all.show_count(len(rows), HEADING)
        made = [self._row(one) for one in self.see_all.cut(rows)]
        self.boxes = [one.box for one in made]
        self.put(made or [words.prose(NONE, "note", "muted")])

    def _row(self, row: PromiseRow) -> _Promise:
        made = _Promise(row)
        made.box.toggled.connect(lambda on: (self.kept if on else self.taken_back).emit(row.key))
        return made


class _Promise(QWidget):
    """The words take the click too."""

    def __init__(self, row: PromiseRow) -> None:
        super().__init__()
        px = worn().px
        below = DONE if row.is_done else row.about
        self.box = TickBox()
        self.box.setChecked(row.is_done)
        self.box.setFixedSize(px(_SIDE), px(_SIDE))
        self.box.setAccessibleName(row.what)
        self.box.setAccessibleDescription(below)
        self.box.setProperty(KEY, "/".join(row.key))
        told = QVBoxLayout()
        told.setContentsMargins(0, px(5), 0, 0)
        told.setSpacing(0)
        told.addWidget(words.prose(row.what, "body"))
        told.addWidget(words.prose(below, "note", "muted"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(told, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()
