"""The page of families: find one in a second, open it, or start a plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from fsdesk.errors import Refused
from fsdesk.ui.families.rows import ROW_HEIGHT, FamilyRows
from fsdesk.ui.families.search_field import SearchField
from fsdesk.ui.families.start_card import StartCard
from fsdesk.ui.families.table import Column, FamiliesTable
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.buttons import button, chip
from fsdesk.ui.parts.elided import Elided
from fsdesk.ui.parts.empty import Empty
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.presenters.families import FamiliesPresenter
from fsdesk.ui.presenters.family_rows import Only, Row
from fsdesk.ui.presenters.starting import Alike

SEARCHED = "Searches names, places, goals, steps and strengths. Never safety notes."
_HEAD = 36  # px at 100 %
_PACKAGE_FROM = 860


class FamiliesPage(Begins, QWidget):
    """Begins at the search field; arrow keys choose, Enter opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter: FamiliesPresenter | None = None
        self.search = SearchField()
        self.start = button("Start a plan", "plus", "main")
        self.start_card = StartCard()
        self.notice = Notice()
        self._with_me, self._due, self._to_send = chip("With me"), chip("Review due"), chip("Not yet sent")
        self._model = FamiliesTable()
        self._table = _Table(self._model)
        self._empty = Empty()
        self._keys = QWidget()
        self._lay_out()
        self.setFocusProxy(self.search)

    def serve(self, presenter: FamiliesPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        self.search.textChanged.connect(presenter.search)
        for made in self._filters():
            made.toggled.connect(lambda _: presenter.only(self._wanted()))
        self.start_card.started.connect(presenter.start)
        self.start_card.different.connect(presenter.start_different)
        self.start_card.opened.connect(presenter.open)

    def ask_for_name(self) -> None:
        """Somebody wants to start a plan: the one question is asked."""
        self.start_card.ask()

    def show_rows(self, rows: Sequence[Row], total: int, query: str) -> None:
        self._model.set_rows(rows)
        self.search.show_count(len(rows), total)
        self._table.setVisible(bool(rows))
        self._keys.setVisible(bool(rows))
        self._table.fit(len(rows))
        if rows:
            self._table.selectRow(0)
        self._show_empty(bool(rows), total, query)

    def show_more_of(self, rows: Sequence[Row]) -> None:
        self._model.tell(rows)

    def show_refused(self, refused: Refused) -> None:
        self.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def show_alike(self, name: str, found: Sequence[Alike]) -> None:
        self.start_card.ask_whether_alike(name, found)

    def _show_empty(self, has_rows: bool, total: int, query: str) -> None:
        if has_rows:
            self._empty.hide()
        elif total and query.strip():
            show_all = button(f"Show all {total}", kind="main")
            show_all.clicked.connect(self.search.clear)
            text = "We also look at first names, places and the words of plans, and forgive one slip."
            self._empty.say("search", f"No family matches “{query.strip()}”", text, show_all)
        elif total:
            show_all = button(f"Show all {total}", kind="main")
            show_all.clicked.connect(self._show_every)
            self._empty.say("users", *self._none_wanted(), show_all)
        else:
            first = button("Start a plan", kind="main")
            first.clicked.connect(self.ask_for_name)
            text = "Start with a name the family chooses. Nothing else is needed today."
            self._empty.say("users", "Your first family goes here", text, first)

    def _filters(self) -> tuple[QPushButton, ...]:
        return self._with_me, self._due, self._to_send

    def _wanted(self) -> Only:
        return Only(*(made.isChecked() for made in self._filters()))

    def _show_every(self) -> None:
        for made in self._filters():
            made.setChecked(False)

    def _none_wanted(self) -> tuple[str, str]:
        """A heading and a sentence for the filter that nobody fits."""
        wanted = self._wanted()
        if wanted == Only(due=True):
            return "Nobody’s day has come", "No plan is due to be looked at together."
        if wanted == Only(to_send=True):
            return "Everything is in a package", "Nothing was changed here since you last sent."
        if wanted == Only(with_me=True):
            return "No family is with you yet", "These plans were begun by others."
        return "No family fits all of these", "Press a filter again to leave it out."

    def _on_open(self, index: QModelIndex | None = None) -> None:
        row = self._model.row(index if index is not None else self._table.currentIndex())
        if row is not None and self._presenter is not None:
            self._presenter.open(row.plan)

    def _on_moved(self, by: int) -> None:
        rows = self._model.rowCount()
        if rows:
            at = max(0, min(rows - 1, self._table.currentIndex().row() + by))
            self._table.selectRow(at)

    def _lay_out(self) -> None:
        px = worn().px
        self.search.moved.connect(self._on_moved)
        self.search.opened.connect(self._on_open)
        self._table.opened.connect(self._on_open)
        self.start.clicked.connect(self.ask_for_name)
        self.start.setToolTip("Ctrl+N")
        self.start_card.closed.connect(self.search.setFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(28), px(22), px(28), px(16))
        column.setSpacing(px(12))
        top = QHBoxLayout()
        top.addWidget(words.line("Families", "first"), 1)
        top.addWidget(self.start)
        column.addLayout(top)
        column.addWidget(self.notice)
        column.addWidget(self.start_card)
        column.addLayout(self._search_row())
        column.addWidget(self._table)
        column.addWidget(self._empty)
        column.addWidget(self._keys)
        column.addStretch(1)
        self._lay_out_keys()

    def _search_row(self) -> QHBoxLayout:
        px = worn().px
        row = QHBoxLayout()
        row.setSpacing(px(12))
        self.search.setMinimumWidth(px(200))
        self.search.setMaximumWidth(px(414))
        row.addWidget(self.search, 3)
        for made in self._filters():
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(words.line("Sort: last opened", "note", "muted"))
        return row

    def _lay_out_keys(self) -> None:
        px = worn().px
        row = QHBoxLayout(self._keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        for keys, does in (("↑", ""), ("↓", "choose"), ("Enter", "open"), ("Esc", "show all")):
            row.addWidget(words.key(keys))
            if does:
                row.addWidget(words.line(does, "note", "muted"))
                row.addSpacing(px(10))
        row.addStretch(1)
        searched = Elided("note", "muted")
        searched.setText(SEARCHED)
        row.addWidget(searched)


class _Table(QTableView):
    """As tall as its rows, up to the room there is; one click or Enter opens."""

    opened = Signal(QModelIndex)

    def __init__(self, model: FamiliesTable) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(FamilyRows(self))
        self.setAccessibleName("Families")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for corner in self.findChildren(
            QAbstractButton
        ):  # Qt's own, above the row numbers, which are not shown
            corner.setAccessibleName("Families")
            corner.hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setHighlightSections(False)
        self.clicked.connect(self.opened)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def fit(self, rows: int) -> None:
        """The table has room for so many rows, and no more than it needs."""
        px = worn().px
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self.horizontalHeader().setFixedHeight(px(_HEAD))
        self.setMinimumHeight(px(_HEAD + ROW_HEIGHT) + 4)
        self.setMaximumHeight(px(_HEAD) + rows * px(ROW_HEIGHT) + 2 * worn().look.line)
        self.updateGeometry()

    def _fit_columns(self) -> None:
        wide, header = self.viewport().width(), self.horizontalHeader()
        has_package = wide >= worn().px(_PACKAGE_FROM)
        self.setColumnHidden(Column.PACKAGE, not has_package)
        shares = {Column.PLACE: 0.18, Column.NEXT: 0.15, Column.OPENED: 0.14}
        if has_package:
            shares[Column.PACKAGE] = 0.12
        taken = 0
        for column, share in shares.items():
            header.resizeSection(column, round(wide * share))
            taken += round(wide * share)
        header.resizeSection(Column.FAMILY, wide - taken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
