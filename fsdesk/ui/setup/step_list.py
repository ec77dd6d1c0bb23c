"""The five steps beside the page: done, now, and still to come, told by shape and word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fsdesk.ui.look import fonts, icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.presenters.setup.steps import LABELS, Step, said

_SIDE, _GAP, _ROW, _WORDS = 28, 12, 42, 17  # px at 100 %


class StepList(QWidget):
    """Shows where one is; it is no control."""

    def __init__(self, now: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.setAccessibleName(said(now))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = worn().px
        measure = QFontMetrics(fonts.text(px(_WORDS), fonts.STRONG))
        widest = max(measure.horizontalAdvance(label) for label in LABELS.values())
        return QSize(px(_SIDE + _GAP) + widest + 2, px(_ROW) * len(LABELS))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = worn().look, worn().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step, label in LABELS.items():
            top = px(_ROW) * (step - 1)
            self._paint_circle(painter, QRectF(0, top + px(_ROW - _SIDE) / 2, px(_SIDE), px(_SIDE)), step)
            painter.setPen(QColor(look.text))
            painter.setFont(fonts.text(px(_WORDS), fonts.STRONG if step is self._now else fonts.NORMAL))
            beside = QRectF(px(_SIDE + _GAP), top, self.width(), px(_ROW))
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)

    def _paint_circle(self, painter: QPainter, circle: QRectF, step: Step) -> None:
        look, px = worn().look, worn().px
        filled = step <= self._now
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(QColor(look.control), 2))
        painter.setBrush(QColor(look.loch if filled else look.panel))
        painter.drawEllipse(circle if filled else circle.adjusted(1, 1, -1, -1))
        if step < self._now:
            painter.drawPixmap(circle.center() - QPointF(px(9), px(9)), icons.pixmap("check", "on_loch", 18))
            return
        painter.setPen(QColor(look.on_loch if filled else look.text))
        painter.setFont(fonts.text(px(15), fonts.BOLD))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(int(step)))
