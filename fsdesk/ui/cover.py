"""The privacy cover: a landscape, the time, "Press any key". It could be any laptop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fsdesk.ui.look import fonts
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.landscape import Scene, paint_landscape
from fsdesk.ui.presenters.dates import said_weekday

PRESS = "Press any key"
_SCENE = Scene(
    hills=(
        ("far_hill", (0.560, 0.300, 0.810, 0.508)),
        ("near_hill", (0.703, 0.550, 0.867, 0.677)),
        ("ground", (0.846, 0.690, 1.020, 0.833)),
    ),
    houses=((0.250, 0.810, 84, 98, 36), (0.317, 0.813, 62, 78, 28), (0.685, 0.859, 72, 86, 32)),
    sun=(0.776, 0.247, 82),
)
_BARE = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
_DRAWN_AT = (1366, 768)
_LEFT, _TIME_TOP, _DAY_TOP, _FOOT = 72, 50, 152, 58  # px at 100 %
_TIME, _DAY, _PRESS = 78, 25, 18


class Cover(QWidget):
    """Fills one screen and hides what is under it; any key or a press on it asks for it to be lifted."""

    lift_asked = Signal()

    def __init__(self, now: Callable[[], datetime] = datetime.now, parent: QWidget | None = None) -> None:
        super().__init__(parent, _BARE)
        self._now = now
        self.setWindowTitle("fsdesk")
        self.setAccessibleName(PRESS)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._minute = QTimer(self)
        self._minute.setInterval(1000)
        self._minute.timeout.connect(self._on_second)
        self._shown = ""
        self._minute.start()

    def _on_second(self) -> None:
        if f"{self._now():%H:%M}" != self._shown:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scale = min(self.width() / _DRAWN_AT[0], self.height() / _DRAWN_AT[1])
        paint_landscape(painter, self.size(), _SCENE, scale)
        look, px, now = worn().look, worn().px, self._now()
        self._shown = f"{now:%H:%M}"
        clock, words = fonts.plain_digits(px(_TIME), fonts.BOLD), fonts.text(px(_DAY))
        self._write(painter, self._shown, px(_TIME_TOP), clock, look.text)
        self._write(painter, said_weekday(now.date()), px(_DAY_TOP), words, look.text)
        on_ground = look.text if look.is_dark else look.on_loch
        self._write(painter, PRESS, self.height() - px(_FOOT), fonts.text(px(_PRESS)), on_ground)

    def _write(self, painter: QPainter, words: str, top: int, font: QFont, ink: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        left = worn().px(_LEFT)
        room = QRect(left, top, self.width() - left, 2 * font.pixelSize())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.lift_asked.emit()  # and the key goes nowhere else

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.lift_asked.emit()


def over_every_screen(now: Callable[[], datetime] = datetime.now) -> list[Cover]:
    """A cover is shown on each screen, the first with the focus; gives them back."""
    made = []
    for screen in QGuiApplication.screens():
        cover = Cover(now)
        cover.setScreen(screen)
        cover.setGeometry(screen.geometry())
        cover.showFullScreen()
        made.append(cover)
    made[0].activateWindow()
    made[0].setFocus()
    return made
