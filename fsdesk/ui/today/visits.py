"""Today's visits: when, with whom, what to bring and where, each with a way to its plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.width import Width
from fsdesk.ui.presenters.today_rows import VisitRow
from fsdesk.ui.today.card import KEY, Card

HEADING, NONE = "Today’s visits", "No visit is written down for today."
_TIME, _PLACE = 62, 178  # px at 100 %


class VisitsCard(Card):
    """``asked`` carries a plan and the section at which it opens."""

    asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(HEADING)
        self._count = words.line("", "body", "muted")
        self.head.addWidget(self._count)
        self._shown: tuple[object, ...] = ()
        self._visits: list[_Visit] = []
        self._width = Width.THREE

    def show_visits(self, rows: Sequence[VisitRow], none: str) -> None:
        """These are today's; without any, a sentence says what comes next."""
        if self._shown == (tuple(rows), none):
            return
        self._shown = (tuple(rows), none)
        self._count.setText(str(len(rows)) if rows else "")
        self._visits = [_Visit(row) for row in rows]
        for made, row in zip(self._visits, rows, strict=True):
            made.open.clicked.connect(lambda _=False, row=row: self.asked.emit(row.plan, row.section))
            made.fit(self._width)
        self.put(self._visits or [_nothing(none)])

    def first(self) -> QPushButton | None:
        """The way to the next visit, or to the first one where all are past."""
        later = (one.open for one in self._visits if one.row.is_next)
        return next(later, self._visits[0].open if self._visits else None)

    def fit(self, width: Width) -> None:
        """Where there is little room, the place stands under what it belongs to."""
        self._width = width
        for one in self._visits:
            one.fit(width)


class _Visit(QFrame):
    def __init__(self, row: VisitRow) -> None:
        super().__init__()
        px = worn().px
        self.row = row
        self.setProperty("surface", "leaves" if row.is_next else "cell")
        self.open = button("Open", kind="main" if row.is_next else "", dense=True)
        self.open.setAccessibleName(row.said)
        self.open.setProperty(KEY, row.plan)
        self._beside, self._under = _place(row.place), _place(row.place)
        self._beside.setFixedWidth(px(_PLACE))
        line = QHBoxLayout(self)
        line.setContentsMargins(px(16), px(13), px(16), px(13))
        line.setSpacing(px(12))
        line.addWidget(_time(row.time))
        line.addLayout(self._about(row), 1)
        line.addWidget(self._beside)
        line.addWidget(self.open)

    def _about(self, row: VisitRow) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(words.prose(row.family, "family-strong"))
        column.addWidget(words.prose(row.about, "body", "muted"))
        column.addWidget(self._under)
        return column

    def fit(self, width: Width) -> None:
        """The place stands beside it, or under it."""
        has_place = bool(self.row.place)
        self._beside.setVisible(width is Width.THREE)
        self._under.setVisible(has_place and width is not Width.THREE)


def _time(time: str) -> QWidget:
    made = words.line(time, "code-large") if time[:1].isdigit() else words.prose(time, "strong")
    made.setFixedWidth(worn().px(_TIME))
    return made


def _place(place: str) -> QWidget:
    px = worn().px
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(6))
    if place:
        row.addWidget(icons.label("map-pin", "muted", 16), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words.prose(place, "body", "muted"), 1)
    return held


def _nothing(none: str) -> QWidget:
    px = worn().px
    made = QFrame()
    made.setProperty("surface", "cell")
    column = QVBoxLayout(made)
    column.setContentsMargins(px(16), px(14), px(16), px(16))
    column.setSpacing(px(2))
    column.addWidget(words.prose(NONE, "strong"))
    column.addWidget(words.prose(none, "body", "muted"))
    return made
