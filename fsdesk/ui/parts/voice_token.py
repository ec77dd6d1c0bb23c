"""The sign of a person beside their words: initials in a circle, or in a square for the worker."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fsdesk.ui.look import fonts
from fsdesk.ui.look.tokens import ON_VOICE, VOICES, Look
from fsdesk.ui.look.voices import Heard, initials, voice_colour
from fsdesk.ui.look.worn import worn

__all__ = ["SIDE", "Heard", "VoiceToken"]

SIDE = 26  # px at 100 %
_LETTERS = {Heard.WORKER: "Me", Heard.ALL: "Us"}


class VoiceToken(QWidget):
    """A person's initials: a filled circle once heard, a dashed ring before, a square for the worker."""

    def __init__(
        self, name: str, place: int = 0, heard: Heard = Heard.HEARD, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._letters = _LETTERS.get(heard) or initials(name)
        self._colour = voice_colour(place) if heard is not Heard.ALL else VOICES[-1]
        self._heard = heard
        is_plain = heard in (Heard.HEARD, Heard.ALL)
        self.setAccessibleName(name if is_plain else f"{name}, {heard.value}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = worn().px(SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        inside = QRectF(1, 1, side - 2, side - 2)
        ink = self._paint_shape(painter, inside, worn().look)
        painter.setPen(QColor(ink))
        painter.setFont(fonts.text(max(1.0, side * 0.44), fonts.BOLD))
        painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, self._letters)

    def _paint_shape(self, painter: QPainter, inside: QRectF, look: Look) -> str:
        """The shape is drawn; gives back the ink for the letters on it."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._heard is Heard.WORKER:
            painter.setPen(QPen(QColor(look.text), 2))
            painter.drawRoundedRect(inside, 4, 4)
            return look.text
        if self._heard is Heard.NOT_YET:
            dashes = QPen(QColor(look.control), 2)
            dashes.setDashPattern([2.2, 1.6])
            painter.setPen(dashes)
            painter.drawEllipse(inside)
            return look.muted
        painter.setBrush(QColor(self._colour))
        painter.setPen(QPen(QColor(look.voice_ring), 2) if look.is_dark else Qt.PenStyle.NoPen)
        painter.drawEllipse(inside if look.is_dark else inside.adjusted(-1, -1, 1, 1))
        return ON_VOICE
