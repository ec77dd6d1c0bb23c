"""A drawing or photo on its card: small, so that the words beside it stay in sight."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImageReader, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.tokens import RADIUS_CONTROL
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.presenters.entries import Pictured

_HIGH, _WIDE, _PLACE = 96, 220, 44  # px at 100 %: a picture at most, and the place of one that is not here


class PictureOnCard(QWidget):
    """A place for a picture, and what is written under it."""

    def __init__(self, shown: Pictured, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self._small = _Small(shown.name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, worn().px(2), 0, worn().px(2))
        row.setSpacing(worn().px(10))
        row.addWidget(self._small)
        if shown.caption:
            row.addWidget(words.prose(shown.caption, "family"), 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            row.addStretch(1)

    def show_bytes(self, body: bytes | None) -> None:
        """The picture that these bytes are is shown; nothing, or what is no picture, leaves its place."""
        if body is not None:
            self._small.show_bytes(body)


class _Small(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._drawn: QPixmap | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_bytes(self, body: bytes) -> None:
        self._drawn = _pixmap(body, self.devicePixelRatioF())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._drawn is None:
            return QSize(worn().px(_PLACE), worn().px(_PLACE))
        return self._drawn.deviceIndependentSize().toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = worn().look
        if self._drawn is not None:
            painter.drawPixmap(0, 0, self._drawn)
            painter.setPen(QPen(QColor(look.control), look.line))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
            return
        painter.setPen(QPen(QColor(look.hairline), look.line))
        painter.setBrush(QColor(look.amber_tint))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        side = worn().px(24)
        mark = icons.pixmap("image", "amber", 24)
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, mark)


def _pixmap(body: bytes, ratio: float) -> QPixmap | None:
    """The picture as small as it is shown, decoded no larger than that."""
    held = QByteArray(body)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    most = QSize(round(worn().px(_WIDE) * ratio), round(worn().px(_HIGH) * ratio))
    reader.setScaledSize(reader.size().scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)
