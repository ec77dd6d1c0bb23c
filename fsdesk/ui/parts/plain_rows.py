"""Rows of a table as words that wrap: a bar and a tint say which one is chosen, a hairline where one ends."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fsdesk.ui.look import fonts
from fsdesk.ui.look.tokens import BODY
from fsdesk.ui.look.worn import worn

_LEFT, _RIGHT, _ABOVE, _LEAST = 16, 8, 8, 40  # px at 100 %
_FLAGS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class PlainRows(QStyledItemDelegate):
    """The first column is the stronger one; the cells stay real ones."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = worn().look
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, QColor(look.loch_tint if chosen else look.panel))
        painter.setPen(QPen(QColor(look.hairline), look.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if chosen and index.column() == 0:
            bar = QRect(option.rect.topLeft(), QSize(worn().px(4), option.rect.height()))
            painter.fillRect(bar, QColor(look.loch))
        painter.setFont(_font(index))
        painter.setPen(QColor(look.text))
        painter.drawText(_inside(option.rect), _FLAGS, index.data() or "")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        wide = option.rect.width() - worn().px(_LEFT) - worn().px(_RIGHT)
        room = QRect(0, 0, max(1, wide), 10_000)
        high = QFontMetrics(_font(index)).boundingRect(room, _FLAGS, index.data() or "").height()
        return QSize(0, max(worn().px(_LEAST), high + 2 * worn().px(_ABOVE)))


def _font(index: QModelIndex | QPersistentModelIndex) -> QFont:
    return fonts.text(worn().px(BODY), fonts.STRONG if index.column() == 0 else fonts.NORMAL)


def _inside(rect: QRect) -> QRect:
    px = worn().px
    return rect.adjusted(px(_LEFT), 0, -px(_RIGHT), 0)
