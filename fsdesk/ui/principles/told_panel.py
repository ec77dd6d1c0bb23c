"""One principle in one plan: what it asks, where the plan shows it, what waits, and the same idea elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.clearing import clear
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.presenters.evidence import Piece
from fsdesk.ui.presenters.ideas import Idea, Way
from fsdesk.ui.presenters.principles import NOTHING_YET, Told
from fsdesk.ui.principles.told_parts import asked, rule, same_ideas, way_back

WHERE, WAITING, ELSEWHERE = "Where the plan shows it", "Ideas waiting", "The same idea elsewhere"
_FIRST = 6  # pieces that are told before somebody asks for all


class ToldPanel(QFrame):
    """Scrolls by itself; "Show" leads into the plan."""

    way_asked = Signal(object)  # Way
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "coach")
        self._told: Told | None = None
        self._shows_all = False
        self.back = button("All principles", "arrow-left", "quiet")
        self.back.clicked.connect(self.back_asked)
        self.back.hide()
        panel = QWidget()
        panel.setProperty("surface", "clear")
        self._column = QVBoxLayout(panel)
        px = worn().px
        self._column.setContentsMargins(px(16), px(12), px(16), px(14))
        self._column.setSpacing(px(9))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(way_back(self.back))
        column.addWidget(Scrolled(panel), 1)

    def show_told(self, told: Told) -> None:
        """This principle is told; nothing moves where nothing changed."""
        if told == self._told:
            return
        if self._told is None or self._told.seen.id != told.seen.id:
            self._shows_all = False
        self._told = told
        self._fill()

    def begin(self) -> None:
        """The first thing here has the focus: in one pane the way back, so that the title is in sight."""
        buttons = [one for one in self.findChildren(QPushButton) if one.isVisible()]
        (*buttons, self)[0].setFocus()

    def _fill(self) -> None:
        told = self._told
        if told is None:
            return
        focused = self._focused()
        clear(self._column)
        self.setAccessibleName(told.seen.said)
        for part in self._parts(told):
            self._column.addWidget(part)
            part.show()  # at once: what is not shown cannot take the focus
        self._column.addStretch(1)
        self._focus_again(focused)

    def _parts(self, told: Told) -> list[QWidget]:
        parts: list[QWidget] = [
            words.prose(told.seen.title, "heading"),
            asked(told.statement, told.source),
            words.line(WHERE, "strong"),
            *self._pieces(told),
        ]
        if told.seen.waiting:
            parts += [words.line(WAITING, "strong"), *(self._idea(one) for one in told.seen.waiting)]
        return [*parts, words.line(ELSEWHERE, "strong"), same_ideas(told.same)]

    def _pieces(self, told: Told) -> list[QWidget]:
        if not told.pieces:
            return [words.line(NOTHING_YET, "body", "muted")]
        pieces = told.pieces if self._shows_all else told.pieces[:_FIRST]
        made = [part for one in pieces for part in (self._piece(one), rule())]
        if len(pieces) < len(told.pieces):
            every = button(f"Show all {len(told.pieces)}", "chevron-down", "quiet", dense=True)
            every.clicked.connect(self._show_all)
            made.append(_at_left(every))
        return made

    def _piece(self, piece: Piece) -> QWidget:
        said = words.prose(piece.heading, "body")
        if piece.words:
            said.say(f"{piece.heading}:", piece.words)
        return _row("leaf", "moss", said, self._show(piece.said, piece.way))

    def _idea(self, idea: Idea) -> QWidget:
        made = QFrame()
        made.setProperty("surface", "offer")
        said = words.prose(idea.finding.message, "body")
        way = idea.way
        row = _row("message-circle", "heather", said, self._show(idea.finding.message, way, "coach"))
        column = QVBoxLayout(made)
        column.setContentsMargins(worn().px(10), worn().px(3), worn().px(4), worn().px(3))
        column.addWidget(row)
        return made

    def _show(self, said: str, way: Way | None, tone: str = "") -> QPushButton | None:
        if way is None:
            return None
        made = button("Show", kind="quiet", dense=True)
        made.setProperty("tone", tone)
        made.setAccessibleName(f"Show: {said}")
        made.clicked.connect(lambda: self.way_asked.emit(way))
        return made

    def _show_all(self) -> None:
        """Every piece is told, and the focus goes on to the first that was not."""
        self._shows_all = True
        self._fill()
        shows = self._shows()
        if shows:
            shows[min(_FIRST, len(shows) - 1)].setFocus()

    def _shows(self) -> list[QPushButton]:
        return [
            one for one in self.findChildren(QPushButton) if one.isVisibleTo(self) and one.text() == "Show"
        ]

    def _focused(self) -> str:
        focus = QApplication.focusWidget()
        is_mine = isinstance(focus, QAbstractButton) and focus is not self.back and self.isAncestorOf(focus)
        return focus.accessibleName() if is_mine and isinstance(focus, QAbstractButton) else ""

    def _focus_again(self, name: str) -> None:
        """The focus stays on what it was on, where that is still told."""
        if name:
            again = [one for one in self._shows() if one.accessibleName() == name]
            (*again, self)[0].setFocus()


def _row(icon: str, ink: str, said: QWidget, show: QPushButton | None) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(worn().px(8))
    row.addWidget(icons.label(icon, ink, 17), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(said, 1, Qt.AlignmentFlag.AlignVCenter)
    if show is not None:
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignVCenter)
    return made


def _at_left(widget: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return made
