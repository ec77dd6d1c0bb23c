"""A list that opens: its mark is drawn with the icons of the look, and the wheel over it changes nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn

_MARK, _RIGHT = 18, 10  # px at 100 %


class DropList(QComboBox):
    """As wide as so many letters, whatever stands in it."""

    def __init__(self, letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        px = worn().px
        mark = icons.pixmap("chevron-down", "text", _MARK)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = px(_RIGHT) if is_rtl else self.width() - px(_RIGHT + _MARK)
        QPainter(self).drawPixmap(QPointF(left, (self.height() - px(_MARK)) / 2), mark)
