"""How strong a passphrase is, at a glance: three blocks, with words that say the same beside them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fsdesk.ui.look.worn import worn

BLOCKS = 3
_WIDE, _HIGH, _STEP = 62, 11, 68  # px at 100 %


class StrengthBlocks(QWidget):
    """Filled from the left as a passphrase grows stronger; never a percentage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_blocks(self, filled: int, words: str) -> None:
        """So many of the three are filled; a screen reader hears the words."""
        self._filled = filled
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(worn().px(_STEP * BLOCKS), worn().px(_HIGH + 3))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = worn().look, worn().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(BLOCKS):
            block = QRectF(number * px(_STEP) + 1, (self.height() - px(_HIGH)) / 2, px(_WIDE), px(_HIGH))
            filled = number < self._filled
            painter.setPen(QPen(QColor(look.moss if filled else look.control), look.line))
            painter.setBrush(QColor(look.moss if filled else look.panel))
            painter.drawRoundedRect(block, 2, 2)
