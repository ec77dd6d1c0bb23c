"""A box that is ticked or not, drawn large enough to see and to hit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from fsdesk.ui.look import fonts, icons
from fsdesk.ui.look.tokens import BODY
from fsdesk.ui.look.worn import worn

_SIDE, _GAP, _HIGH = 20, 10, 30  # px at 100 %


class TickBox(QCheckBox):
    """A real check box; its words take the click too."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)

    def sizeHint(self) -> QSize:
        px = worn().px
        wide = QFontMetrics(fonts.text(px(BODY), fonts.STRONG)).horizontalAdvance(self.text())
        if not self.text():
            return QSize(px(_SIDE) + 2, px(_SIDE) + 2)
        return QSize(px(_SIDE + _GAP) + wide + 2, px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(worn().px(_SIDE) + 2, self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = worn().look, worn().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, (self.height() - px(_SIDE)) / 2, px(_SIDE), px(_SIDE)).adjusted(1, 1, -1, -1)
        usable = look.control if self.isEnabled() else look.hairline
        painter.setPen(QPen(QColor(look.loch if self.isChecked() else usable), 2))
        painter.setBrush(QColor(look.loch if self.isChecked() else look.panel))
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            tick = icons.pixmap("check", "on_loch", 16)
            painter.drawPixmap(box.center() - QPointF(px(8), px(8)), tick)
        painter.setPen(QColor(look.text if self.isEnabled() else look.muted))
        painter.setFont(fonts.text(px(BODY), fonts.STRONG))
        left = px(_SIDE + _GAP)
        beside = QRect(left, 0, self.width() - left, self.height())
        cut = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, beside.width())
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, cut)
