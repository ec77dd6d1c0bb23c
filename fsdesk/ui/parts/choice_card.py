"""A real radio button drawn as a card: a name, a line below it, and an icon where one helps."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from fsdesk.ui.look import fonts, icons
from fsdesk.ui.look.tokens import BODY, NOTE, RADIUS_CARD, Look
from fsdesk.ui.look.worn import worn

_DOT, _ICON, _GAP = 20, 20, 12  # px at 100 %


class ChoiceCard(QRadioButton):
    """One of several: arrow keys move between cards, and the whole card takes the click."""

    def __init__(self, name: str, note: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._note = note
        self._icon = icon
        self.setAccessibleDescription(note)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _paint_card(self, painter: QPainter, look: Look) -> None:
        line = 2 if self.isChecked() else look.line
        painter.setPen(QPen(QColor(look.loch if self.isChecked() else look.hairline), line))
        painter.setBrush(QColor(look.raised if self.underMouse() and not self.isChecked() else look.panel))
        inset = line / 2
        card = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(card, RADIUS_CARD - inset, RADIUS_CARD - inset)

    def _paint_dot(self, painter: QPainter, look: Look) -> None:
        side = worn().px(_DOT)
        ring = QRectF(worn().px(16), (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)
        colour = QColor(look.loch if self.isChecked() else look.control)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(QColor(look.panel))
        painter.drawEllipse(ring)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            inset = side * 0.2
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))

    def _paint_words(self, painter: QPainter, look: Look) -> None:
        px = worn().px
        left = self._text_left()
        wide = self.width() - left - px(12)
        half = self.height() // 2
        fit = Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(look.text))
        painter.setFont(self._name_font())
        name = QRect(left, 0, wide, half + px(1))
        painter.drawText(
            name, fit | Qt.AlignmentFlag.AlignBottom, self._cut(self.text(), self._name_font(), wide)
        )
        painter.setPen(QColor(look.muted))
        note_font = fonts.text(px(NOTE))
        painter.setFont(note_font)
        note = QRect(left, half + px(2), wide, half)
        painter.drawText(note, fit | Qt.AlignmentFlag.AlignTop, self._cut(self._note, note_font, wide))

    def _text_left(self) -> int:
        px = worn().px
        return px(16 + _DOT + _GAP) + (px(_ICON + _GAP) if self._icon else 0)

    def _name_font(self) -> QFont:
        return fonts.text(worn().px(BODY), fonts.STRONG)

    @staticmethod
    def _cut(text: str, font: QFont, wide: int) -> str:
        return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, wide)

    def sizeHint(self) -> QSize:
        px = worn().px
        wide = max(QFontMetrics(self._name_font()).horizontalAdvance(self.text()), px(120))
        return QSize(self._text_left() + wide + px(16), px(63))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = worn().look, worn().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, look)
        self._paint_dot(painter, look)
        if self._icon:
            top = (self.height() - px(_ICON)) / 2
            painter.drawPixmap(QPointF(px(16 + _DOT + _GAP), top), icons.pixmap(self._icon, "loch", _ICON))
        self._paint_words(painter, look)
