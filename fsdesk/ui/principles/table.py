"""The twin of the picture: every principle a row of a real table, with what the picture shows of it in words."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QTableView, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.plain_rows import PlainRows
from fsdesk.ui.parts.width import Fits
from fsdesk.ui.presenters.principles import Picture, Seen

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ALL_FROM = 700  # px at 100 %: with less room, what belongs together is told beside the table alone


class Column(IntEnum):
    """What the table says of a principle."""

    PRINCIPLE = 0
    LIST = 1
    EVIDENCE = 2
    IDEAS = 3
    TOGETHER = 4


_TITLES = ("Principle", "List", "Evidence", "Ideas", "Belongs with")
_PARTS = {True: (33, 11, 14, 13, 29), False: (42, 18, 21, 19, 0)}


class PrinciplesModel(QAbstractTableModel):
    """Carries what the presenter made of a check; it asks nothing of anybody."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = Picture((), (), ())

    def show_picture(self, picture: Picture) -> None:
        """The table says this; a row that was chosen stays so."""
        if [one.id for one in picture.all] != [one.id for one in self._picture.all]:
            self.beginResetModel()
            self._picture = picture
            self.endResetModel()
            return
        self._picture = picture
        last = self.index(self.rowCount() - 1, len(Column) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def row_of(self, principle: str) -> int:
        """The row of a principle; -1 where there is none."""
        return next((at for at, one in enumerate(self._picture.all) if one.id == principle), -1)

    def seen(self, row: int) -> Seen:
        """The principle of a row."""
        return self._picture.all[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._picture.all)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        seen, column = self.seen(index.row()), Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(seen, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _said(seen, column) or self._text(seen, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _TITLES[section]
        return None

    def _text(self, seen: Seen, column: Column) -> str:
        return {
            Column.PRINCIPLE: seen.title,
            Column.LIST: seen.framework,
            Column.EVIDENCE: seen.shown_in.removesuffix(" of evidence"),
            Column.IDEAS: seen.ideas.replace("ideas ", "").replace("idea ", "") or "none",
            Column.TOGETHER: ", ".join(self._picture.together(seen.id)) or "no match named",
        }[column]


def _said(seen: Seen, column: Column) -> str:
    """What a screen reader says of a cell, where the heading of its column is part of what is shown."""
    return {Column.EVIDENCE: seen.shown_in, Column.IDEAS: seen.ideas or "no idea waiting"}.get(column, "")


class PrinciplesTable(Fits, QTableView):
    """Up and Down choose, Enter goes to what is said of the chosen one, Tab leaves."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PrinciplesModel()
        self.setModel(self._model)
        self.setAccessibleName("Principles in this plan, as a list")
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setItemDelegate(PlainRows(self))
        for corner in self.findChildren(QAbstractButton):  # Qt's own, above row numbers that are not shown
            corner.setAccessibleName("Principles")
            corner.hide()
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self._enters_on_click = False
        self.clicked.connect(self._on_clicked)

    def enter_on_click(self, does: bool) -> None:
        """A click goes where Enter goes: where what is said stands behind the table, and not beside it."""
        self._enters_on_click = does

    def _on_clicked(self) -> None:
        if self._enters_on_click:
            self.entered.emit()

    def show_picture(self, picture: Picture) -> None:
        """The table says what the plan shows now."""
        self._model.show_picture(picture)
        self._fit()

    def show_chosen(self, principle: str) -> None:
        """This principle's row is the chosen one."""
        row = self._model.row_of(principle)
        if row >= 0 and self.currentIndex().row() != row:
            self.selectRow(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(self._model.seen(current.row()).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """The columns share the width there is, and every row is as high as its words."""
        wide = self.viewport().width()
        has_room = wide >= worn().px(_ALL_FROM)
        self.setColumnHidden(Column.TOGETHER, not has_room)
        for column, part in enumerate(_PARTS[has_room]):
            self.setColumnWidth(column, wide * part // 100)
        self.verticalHeader().setMinimumSectionSize(worn().px(40))
        self.resizeRowsToContents()
