"""The three steps of sending: done, now, and still to come, told by shape and word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fsdesk.ui.look import fonts, icons
from fsdesk.ui.look.tokens import BODY
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.width import Width, width_of

LABELS = ("Who to", "What goes", "Seal and save")
_SIDE, _GAP, _LINE = 26, 8, 40  # px at 100 %


class Steps(QWidget):
    """Shows where one is; it is no control."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def now(self) -> int:
        """The step one is at, counted from 1."""
        return self._now

    def show_step(self, now: int) -> None:
        """This step is the one now, counted from 1."""
        self._now = now
        self.setAccessibleName(f"Step {now} of {len(LABELS)}: {LABELS[now - 1]}")
        self.updateGeometry()
        self.update()

    def _says(self, number: int) -> bool:
        """Where few letters fit beside each other, only the step one is at says its name."""
        return number == self._now or width_of(self.window()) is not Width.ONE

    def _wide(self, number: int) -> int:
        if not self._says(number):
            return 0
        font = fonts.text(worn().px(BODY), fonts.STRONG if number == self._now else fonts.NORMAL)
        return QFontMetrics(font).horizontalAdvance(LABELS[number - 1])

    def sizeHint(self) -> QSize:
        px = worn().px
        words = sum(self._wide(number) for number in (1, 2, 3))
        return QSize(words + 3 * px(_SIDE + _GAP) + 2 * px(_LINE + 2 * _GAP) + px(_GAP), px(_SIDE + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = worn().look, worn().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 1.0, self.height() / 2
        for number, label in enumerate(LABELS, start=1):
            self._paint_circle(painter, QRectF(x, middle - px(_SIDE) / 2, px(_SIDE), px(_SIDE)), number)
            x += px(_SIDE + _GAP)
            is_now = number == self._now
            painter.setPen(QColor(look.loch if is_now else look.muted))
            painter.setFont(fonts.text(px(BODY), fonts.STRONG if is_now else fonts.NORMAL))
            wide = self._wide(number)
            if self._says(number):
                painter.drawText(QRectF(x, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, label)
            x += wide + px(_GAP)
            if number < len(LABELS):
                painter.setPen(QPen(QColor(look.hairline), look.line))
                painter.drawLine(round(x), round(middle), round(x + px(_LINE)), round(middle))
                x += px(_LINE + _GAP)

    def _paint_circle(self, painter: QPainter, circle: QRectF, number: int) -> None:
        look, px = worn().look, worn().px
        filled = number <= self._now
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(QColor(look.control), 2))
        painter.setBrush(QColor(look.loch) if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle if filled else circle.adjusted(1, 1, -1, -1))
        if number < self._now:
            tick = icons.pixmap("check", "on_loch", 16)
            painter.drawPixmap(circle.center() - QPointF(px(8), px(8)), tick)
            return
        painter.setPen(QColor(look.on_loch if filled else look.text))
        painter.setFont(fonts.text(px(14), fonts.BOLD))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number))
