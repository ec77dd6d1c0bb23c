"""Reviews coming up, a few at first: a day that has passed asks for a new one, in the colour of any other idea."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.presenters.today_rows import REVIEW, TO_PRINT, ReviewRow
from fsdesk.ui.today.card import KEY, Card, SeeAll

HEADING = "Reviews coming up"
NONE = "None in the next three weeks."
MORE = "The others stand under Families."
FEW = 3


class ReviewsCard(Card):
    """``asked`` carries a plan and the section at which it opens, ``sheet_asked`` one whose sheet is to be printed."""

    asked = Signal(str, str)
    sheet_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(HEADING)
        self.see_all = SeeAll(FEW)
        self.see_all.toggled.connect(lambda _: self._put())
        self.head.addWidget(self.see_all)
        self._reviews: tuple[ReviewRow, ...] | None = None
        self._all = 0

    def show_reviews(self, rows: Sequence[ReviewRow], all_: int) -> None:
        """These are the first of so many."""
        if self._reviews != tuple(rows) or self._all != all_:
            self._reviews, self._all = tuple(rows), all_
            self._put()

    def _put(self) -> None:
        rows = self._reviews or ()
        self.see_all.show_count(self._all, HEADING)
        made: list[QWidget] = [self._row(one) for one in self.see_all.cut(rows)]
        if self.see_all.isChecked() and self._all > len(rows):
            made.append(_sentence(MORE))
        self.put(made or [_sentence(NONE)])

    def _on_asked(self, row: ReviewRow) -> None:
        if row.state == TO_PRINT:
            self.sheet_asked.emit(row.plan)
        else:
            self.asked.emit(row.plan, REVIEW)

    def _row(self, row: ReviewRow) -> QWidget:
        px = worn().px
        made = QFrame()
        made.setProperty("surface", "cell")
        state = _state(row)
        state.clicked.connect(lambda: self._on_asked(row))
        line = QHBoxLayout(made)
        line.setContentsMargins(px(16), px(5), px(16), px(5))
        line.setSpacing(px(12))
        line.addWidget(words.prose(row.family, "strong"), 5)
        line.addWidget(words.prose(row.when, "body", "muted"), 4)
        held = QWidget()
        held.setFixedWidth(px(138))
        right = QHBoxLayout(held)
        right.setContentsMargins(0, 0, 0, 0)
        right.addStretch(1)
        right.addWidget(state)
        line.addWidget(held)
        return made


def _state(row: ReviewRow) -> QPushButton:
    made = button(row.state, kind="pill")
    made.setProperty("tone", row.ink)
    made.setAccessibleName(row.said)
    made.setProperty(KEY, row.plan)
    return made


def _sentence(text: str) -> QWidget:
    px = worn().px
    made = QFrame()
    made.setProperty("surface", "cell")
    line = QHBoxLayout(made)
    line.setContentsMargins(px(16), px(12), px(16), px(14))
    line.addWidget(words.prose(text, "body", "muted"))
    return made
