"""The landscape beside the unlock screen: hills, three houses, a low sun; it tells nothing about the work."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from fsdesk.ui.look.worn import worn

# All are parts of the width or the height. A hill: its height at the left edge, at the two points that pull the
# curve, and at the right edge.
_HILLS = (
    ("far_hill", (0.499, 0.414, 0.679, 0.598)),
    ("near_hill", (0.648, 0.594, 0.754, 0.732)),
    ("ground", (0.782, 0.725, 0.854, 0.862)),
)
# A house: middle, foot, then in px its width, its height with the roof, and its roof.
_HOUSES = ((0.266, 0.787, 53, 62, 24), (0.401, 0.787, 39, 49, 18), (0.739, 0.800, 44, 50, 18))
_SUN = (0.855, 0.235, 53)  # middle, and the radius in px


class Landscape(QWidget):
    """Fills its place at any size; nothing in it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = worn().look
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.sky))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # In high contrast every surface is black, and the shapes are told by their lines.
        painter.setPen(QPen(QColor(look.text), look.line) if look.line > 1 else Qt.PenStyle.NoPen)
        self._paint_sun(painter, look.gorse)
        for token, heights in _HILLS:
            painter.setBrush(QColor(getattr(look, token)))
            painter.drawPath(self._hill(heights))
        self._paint_houses(painter, look.harled_wall, look.gorse)

    def _paint_sun(self, painter: QPainter, colour: str) -> None:
        across, down, radius = _SUN
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(across * self.width(), down * self.height()), radius, radius)

    def _hill(self, heights: tuple[float, ...]) -> QPainterPath:
        wide, high = self.width(), self.height()
        left, first, second, right = (QPointF(wide * at / 3, high * y) for at, y in enumerate(heights))
        path = QPainterPath(left)
        path.cubicTo(first, second, right)
        path.lineTo(wide, high)
        path.lineTo(0, high)
        path.closeSubpath()
        return path

    def _paint_houses(self, painter: QPainter, wall: str, window: str) -> None:
        for across, down, wide, high, roof in _HOUSES:
            middle, foot = across * self.width(), down * self.height()
            left, right, eaves = middle - wide / 2, middle + wide / 2, foot - high + roof
            painter.setBrush(QColor(wall))
            corners = ((left, foot), (left, eaves), (middle, foot - high), (right, eaves), (right, foot))
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
            side = wide * 0.28
            sill = foot - wide * 0.21
            painter.fillRect(QRectF(middle - side / 2, sill - side, side, side), QColor(window))
