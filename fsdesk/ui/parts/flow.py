"""A layout that puts things side by side and begins a new line when one is full, as words do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Its height follows its width; each thing has the size it asks for, in the middle of its line."""

    def __init__(self, gap: int, parent: QWidget | None = None, *, between_lines: int | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._between = gap if between_lines is None else between_lines
        self.setContentsMargins(0, 0, 0, 0)

    def _lines(self, wide: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """What stands in each line, with the size it has there."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        left = wide
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(wide, item.sizeHint().height()))
            if lines[-1] and size.width() > left:
                lines.append([])
                left = wide
            lines[-1].append((item, size))
            left -= size.width() + self._gap
        return [line for line in lines if line]

    def _place(self, line: list[tuple[QLayoutItem, QSize]], at: QPoint, high: int) -> None:
        for item, size in line:
            item.setGeometry(QRect(at + QPoint(0, (high - size.height()) // 2), size))
            at += QPoint(size.width() + self._gap, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, wide: int) -> int:
        lines = self._lines(wide)
        return sum(_high(line) for line in lines) + self._between * max(0, len(lines) - 1)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            high = _high(line)
            self._place(line, QPoint(rect.left(), top), high)
            top += high + self._between

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() + self._gap for size in sizes)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((size.width() for size in sizes), default=0), 0)


def _high(line: list[tuple[QLayoutItem, QSize]]) -> int:
    return max(size.height() for _, size in line)
