"""The landscape of the unlock screen and the cover: hills, three houses, a low sun; it tells nothing about the work."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from fsdesk.ui.look.worn import worn


class Scene(NamedTuple):
    """Where hills, houses and sun stand: parts of the width or the height, but sizes of houses and sun in px.

    A hill: its colour, and its height at the left edge, at the two points that pull the curve, and at the right edge.
    A house: middle, foot, then its width, its height with the roof, and its roof. The sun: its middle and radius,
    or none.
    """

    hills: tuple[tuple[str, tuple[float, float, float, float]], ...]
    houses: tuple[tuple[float, float, float, float, float], ...]
    sun: tuple[float, float, float] | None


BESIDE_THE_DOOR = Scene(
    hills=(
        ("far_hill", (0.499, 0.414, 0.679, 0.598)),
        ("near_hill", (0.648, 0.594, 0.754, 0.732)),
        ("ground", (0.782, 0.725, 0.854, 0.862)),
    ),
    houses=((0.266, 0.787, 53, 62, 24), (0.401, 0.787, 39, 49, 18), (0.739, 0.800, 44, 50, 18)),
    sun=(0.855, 0.235, 53),
)


class Landscape(QWidget):
    """Fills its place at any size; nothing in it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._words: tuple[QWidget, ...] = ()

    def keep_clear(self, *words: QWidget) -> None:
        """The sun is left out wherever it would come behind these words."""
        self._words = words

    def _has_sun(self) -> bool:
        across, _, radius = BESIDE_THE_DOOR.sun or (0.0, 0.0, 0.0)
        until = max((one.x() + one.sizeHint().width() for one in self._words), default=0)
        return until < across * self.width() - radius

    def paintEvent(self, event: QPaintEvent) -> None:
        scene = BESIDE_THE_DOOR if self._has_sun() else BESIDE_THE_DOOR._replace(sun=None)
        paint_landscape(QPainter(self), self.size(), scene)


def paint_landscape(painter: QPainter, size: QSize, scene: Scene, scale: float = 1.0) -> None:
    """The scene fills this size in the colours that are worn; houses and sun are drawn at a scale."""
    look = worn().look
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(look.sky))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # In high contrast every surface is black, and the shapes are told by their lines.
    painter.setPen(QPen(QColor(look.text), look.line) if look.line > 1 else Qt.PenStyle.NoPen)
    if scene.sun is not None:
        across, down, radius = scene.sun
        painter.setBrush(QColor(look.gorse))
        sun = QPointF(across * size.width(), down * size.height())
        painter.drawEllipse(sun, radius * scale, radius * scale)
    for token, heights in scene.hills:
        painter.setBrush(QColor(getattr(look, token)))
        painter.drawPath(_hill(size, heights))
    for across, down, *sides in scene.houses:
        foot = QPointF(across * size.width(), down * size.height())
        _paint_house(painter, foot, [side * scale for side in sides])


def _hill(size: QSize, heights: tuple[float, ...]) -> QPainterPath:
    wide, high = size.width(), size.height()
    left, first, second, right = (QPointF(wide * at / 3, high * y) for at, y in enumerate(heights))
    path = QPainterPath(left)
    path.cubicTo(first, second, right)
    path.lineTo(wide, high)
    path.lineTo(0, high)
    path.closeSubpath()
    return path


def _paint_house(painter: QPainter, at: QPointF, sides: list[float]) -> None:
    (wide, high, roof), look = sides, worn().look
    middle, foot = at.x(), at.y()
    left, right, eaves = middle - wide / 2, middle + wide / 2, foot - high + roof
    painter.setBrush(QColor(look.harled_wall))
    corners = ((left, foot), (left, eaves), (middle, foot - high), (right, eaves), (right, foot))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    side = wide * 0.28
    sill = foot - wide * 0.21
    painter.fillRect(QRectF(middle - side / 2, sill - side, side, side), QColor(look.gorse))
