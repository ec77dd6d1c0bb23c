"""The rows of the list of families, as a table that a screen reader can walk cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from fsdesk.ui.presenters.family_rows import Row

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """What the list tells of a family."""

    FAMILY = 0
    PLACE = 1
    NEXT = 2
    OPENED = 3
    PACKAGE = 4


_TITLES = {
    Column.FAMILY: "Family, in the name they chose",
    Column.PLACE: "Place",
    Column.NEXT: "Next",
    Column.OPENED: "Last opened",
    Column.PACKAGE: "Package",
}


class FamiliesTable(QAbstractTableModel):
    """Carries finished rows; it asks nothing of anybody."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """The table has these rows; each is looked at only when it is shown."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def tell(self, rows: Sequence[Row]) -> None:
        """The same families, of which more is known: what is chosen stays chosen."""
        self._rows = rows
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))

    def row(self, index: Index) -> Row | None:
        """The family at this place."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _said(row, Column(index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _TITLES[Column(section)]
        return None


def _text(row: Row, column: Column) -> str:
    return {
        Column.FAMILY: row.family.text,
        Column.PLACE: row.place.text,
        Column.NEXT: row.next,
        Column.OPENED: row.opened,
        Column.PACKAGE: row.package,
    }[column]


def _said(row: Row, column: Column) -> str:
    if column is Column.FAMILY and row.people.text:
        return f"{row.family.text}: {row.people.text}"
    return _text(row, column) or "nothing yet"
