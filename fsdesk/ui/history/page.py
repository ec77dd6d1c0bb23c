"""The history page: every edit of a plan, or how one card was worded before, in one column that scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.errors import Refused
from fsdesk.ui.history.row import HistoryRow, WordingCard
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.clearing import clear
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.parts.shortcuts import on_keys
from fsdesk.ui.parts.tab_order import stops_in
from fsdesk.ui.presenters.history import HistoryPresenter, Row, WordingRow

TITLE, EARLIER_WORDING = "History", "Earlier wording"
LEAD = "Everything that was written stays here. Undo and Put back add a line; they take nothing away."
LEAD_OF_CARD = "How this was worded before. Nothing that was written is lost."
NO_WORDING = "Nothing else was written here before."
_WIDEST = 860  # px at 100 %


class HistoryPage(QWidget):
    """Passive: what it shows comes from its presenter, and what is asked for goes there."""

    cancelled = Signal()
    whole_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter: HistoryPresenter | None = None
        self._open: set[str] = set()
        self._title = words.line(TITLE, "page")
        self._lead = words.prose(LEAD, "body", "muted")
        self.notice = Notice()
        self._rows = QVBoxLayout()
        self.earlier = button("Show earlier")
        self.whole = button("The whole history", "history", "link")
        self._lay_out()

    def serve(self, presenter: HistoryPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        self.whole.clicked.connect(self.whole_asked)
        self.earlier.clicked.connect(presenter.show_earlier)
        on_keys("Ctrl+Z", self, lambda: presenter.undo(""))

    def panes(self) -> list[QWidget]:
        """The panes in the order in which F6 goes through them."""
        return [self._scrolled]

    @property
    def rows(self) -> list[QWidget]:
        """The rows or cards in the order they stand."""
        items = (self._rows.itemAt(at) for at in range(self._rows.count()))
        return [made for item in items if item is not None and (made := item.widget()) is not None]

    def begin(self) -> None:
        """The page says nothing yet."""
        self.notice.clear()
        self._open.clear()
        self._hold_focus()
        clear(self._rows)

    def show_rows(self, rows: Sequence[Row], earlier: int) -> None:
        """Edits, the latest first; those that stood open still do."""
        focus = self._focused()
        self._say(TITLE, LEAD, is_whole=True)
        for row in rows:
            made = HistoryRow(row)
            made.undo_asked.connect(self._on_undo)
            made.put_back_asked.connect(self._on_put_back)
            made.toggle.clicked.connect(lambda _=False, one=made: self._on_toggled(one))
            self._put(made)
            if row.edit in self._open:
                made.open()
        self.earlier.setVisible(earlier > 0)
        self.earlier.setText(f"Show earlier ({earlier} more)")
        self._focus_again(focus)

    def show_wordings(self, about: str, rows: Sequence[WordingRow]) -> None:
        """How one record was worded, the latest first."""
        self._say(f"{EARLIER_WORDING}: {about}" if about else EARLIER_WORDING, LEAD_OF_CARD, is_whole=False)
        for row in rows:
            card = WordingCard(row)
            card.put_back_asked.connect(self._on_use)
            self._put(card)
        if not rows:
            self._put(words.prose(NO_WORDING, "body", "muted"))
        self.earlier.hide()
        self._focus_again("")

    def show_done(self, said: str, left: Sequence[str]) -> None:
        """What was done stands at the top, with the way to undo that."""
        self.notice.say(Tone.GOING_WELL, " ".join(left), said, icon="undo-2")
        again = button("Undo that")
        again.clicked.connect(self._on_undo_that)
        self.notice.offer(again)
        self._scrolled.verticalScrollBar().setValue(0)

    def show_refused(self, refused: Refused) -> None:
        """What could not be done, and what to do instead."""
        self.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def _say(self, title: str, lead: str, *, is_whole: bool) -> None:
        self._title.setText(title)
        self._lead.setText(lead)
        self.whole.setVisible(not is_whole)
        self._hold_focus()
        clear(self._rows)

    def _hold_focus(self) -> None:
        """The page keeps the focus of a row that goes, or it would jump out of the page."""
        focus = QApplication.focusWidget()
        if focus is not None and any(one.isAncestorOf(focus) for one in self.rows):
            self.setFocus()

    def _put(self, made: QWidget) -> None:
        self._rows.addWidget(made)
        made.show()  # at once: what is not shown cannot take the focus

    def _focused(self) -> str:
        """The edit in whose row the focus is."""
        focus = QApplication.focusWidget() or self
        held = (one for one in self.rows if isinstance(one, HistoryRow) and one.isAncestorOf(focus))
        return next((one.row.edit for one in held), "")

    def _focus_again(self, edit: str) -> None:
        """The focus stays with the edit it was at, or is where the page begins; elsewhere it is left alone."""
        if not self.hasFocus():
            return
        at = next((one for one in self.rows if isinstance(one, HistoryRow) and one.row.edit == edit), None)
        first = next((stop for part in (at, *self.rows) if part is not None for stop in _stops(part)), None)
        target = first or (self.whole if self.whole.isVisibleTo(self) else None)
        if target is not None:
            target.setFocus()

    def _on_toggled(self, row: HistoryRow) -> None:
        (self._open.add if row.is_open else self._open.discard)(row.row.edit)

    def _on_undo(self, edit: str) -> None:
        if self._presenter is not None:
            self._presenter.undo(edit)

    def _on_undo_that(self) -> None:
        if self._presenter is not None:
            self._presenter.undo_that()

    def _on_put_back(self, edit: str, where: str) -> None:
        if self._presenter is not None:
            self._presenter.put_back(edit, where)

    def _on_use(self, edit: str, where: str) -> None:
        if self._presenter is not None:
            self._presenter.use_wording(edit, where)

    def _lay_out(self) -> None:
        self._scrolled = Scrolled(self._panel())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scrolled, 1)

    def _panel(self) -> QWidget:
        px = worn().px
        panel, inside = QWidget(), QWidget()
        panel.setProperty("surface", "clear")
        inside.setMaximumWidth(px(_WIDEST))
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(18), px(14), px(18), px(18))
        column.setSpacing(px(10))
        self._rows.setSpacing(px(8))
        for part in (self._title, self._lead):
            column.addWidget(part)
        column.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.notice)
        column.addLayout(self._rows)
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        row = QHBoxLayout(panel)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside, 1)
        row.addStretch(0)
        return panel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


def _stops(part: QWidget) -> list[QWidget]:
    """What can have the focus in a row or a card, as things stand."""
    return [one for one in stops_in(part) if one.isVisibleTo(part)]
