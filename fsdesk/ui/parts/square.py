"""The square that a camera reads, on the screen: black on white in every look, because a camera knows no other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fsdesk.ui.look.worn import worn

_SIDE, _QUIET = 132, 4  # px at 100 %; modules of white around it, which a reader needs


class Square(QWidget):
    """Empty until it has something to show."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Sequence[bool]] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Sequence[bool]]) -> None:
        """Dark and light, row by row from the top."""
        self._rows = rows
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(worn().px(_SIDE), worn().px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        if not self._rows:
            return
        # In whole px, so that no hair line stands between.
        each = self.width() // (len(self._rows) + 2 * _QUIET) or 1
        begin = (self.width() - each * len(self._rows)) // 2
        for row, held in enumerate(self._rows):
            for column, is_dark in enumerate(held):
                if is_dark:
                    module = QRectF(begin + column * each, begin + row * each, each, each)
                    painter.fillRect(module, QColor(Qt.GlobalColor.black))
