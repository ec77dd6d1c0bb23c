"""How a family's row is drawn: the name with the first names below it, and what the search met in gorse."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fsdesk.ui.families.table import ROW_ROLE, Column
from fsdesk.ui.look import fonts, icons
from fsdesk.ui.look.tokens import BODY, CARD_TITLE, NOTE, Look
from fsdesk.ui.look.worn import worn
from fsdesk.ui.presenters.family_rows import NOT_YET_SENT, SENT, Row, Words

ROW_HEIGHT = 68  # px at 100 %
_LEFT, _ICON = 16, 16
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class FamilyRows(QStyledItemDelegate):
    """Draws each cell; the cells themselves stay real ones."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, look = index.data(ROW_ROLE), worn().look
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, look, index.row() == index.model().rowCount() - 1)
        cell = option.rect.adjusted(worn().px(_LEFT), 0, -worn().px(8), 0)
        _PAINTERS[Column(index.column())](painter, cell, row, look)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, worn().px(ROW_HEIGHT))


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, look: Look, is_last: bool) -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(option.rect, QColor(look.loch_tint if chosen else look.panel))
    painter.setPen(QPen(QColor(look.hairline), look.line))
    if not is_last:
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    if chosen and option.rect.left() <= 1:
        painter.fillRect(
            QRect(option.rect.topLeft(), QSize(worn().px(4), option.rect.height())), QColor(look.loch)
        )


def _paint_family(painter: QPainter, cell: QRect, row: Row, look: Look) -> None:
    px = worn().px
    half = cell.height() // 2
    name = fonts.text(px(CARD_TITLE), fonts.STRONG)
    if not row.people.text:
        _paint_marked(painter, cell, row.family, name, look.text)
        return
    top = QRect(cell.left(), cell.top() + px(8), cell.width(), half - px(8))
    below = QRect(cell.left(), cell.top() + half, cell.width(), half - px(8))
    _paint_marked(painter, top, row.family, name, look.text)
    _paint_marked(painter, below, row.people, fonts.text(px(BODY)), look.muted)


def _paint_place(painter: QPainter, cell: QRect, row: Row, look: Look) -> None:
    _paint_marked(painter, cell, row.place, fonts.text(worn().px(BODY)), look.text)


def _paint_next(painter: QPainter, cell: QRect, row: Row, look: Look) -> None:
    px = worn().px
    font = fonts.text(px(NOTE), fonts.STRONG)
    metrics = QFontMetrics(font)
    wide = min(metrics.horizontalAdvance(row.next) + px(20), cell.width())
    pill = QRectF(cell.left(), cell.center().y() - px(13), wide, px(26))
    painter.setPen(QPen(QColor(look.loch if row.is_due else look.hairline), look.line))
    painter.setBrush(QColor(look.loch_tint if row.is_due else look.raised))
    painter.drawRoundedRect(pill, px(13), px(13))
    painter.setPen(QColor(look.loch if row.is_due else look.text))
    painter.setFont(font)
    words = metrics.elidedText(row.next, Qt.TextElideMode.ElideRight, int(wide) - px(14))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)


def _paint_opened(painter: QPainter, cell: QRect, row: Row, look: Look) -> None:
    _paint_marked(painter, cell, Words(row.opened), fonts.text(worn().px(BODY)), look.muted)


def _paint_package(painter: QPainter, cell: QRect, row: Row, look: Look) -> None:
    """An arrow where something waits to be sent, a tick where all is in a package."""
    if not row.package:
        return
    px = worn().px
    icon = {NOT_YET_SENT: "circle-arrow-up", SENT: "check"}.get(row.package, "lock")
    picture = icons.pixmap(icon, "muted", px(_ICON))
    painter.drawPixmap(QPoint(cell.left(), cell.center().y() - px(_ICON) // 2), picture)
    words = cell.adjusted(px(_ICON + 8), 0, 0, 0)
    _paint_marked(painter, words, Words(row.package), fonts.text(px(NOTE)), look.muted)


_PAINTERS = {
    Column.FAMILY: _paint_family,
    Column.PLACE: _paint_place,
    Column.NEXT: _paint_next,
    Column.OPENED: _paint_opened,
    Column.PACKAGE: _paint_package,
}


def _paint_marked(painter: QPainter, cell: QRect, words: Words, font: QFont, ink: str) -> None:
    """The words, on gorse and stronger where the search met them; cut at the end where they do not fit."""
    look, text = worn().look, words.text
    at = QPoint(cell.left(), cell.top())
    end = 0
    for begin, stop in (*words.marks, (len(text), len(text))):
        at = _paint_run(painter, cell, at, text[end:begin], font, ink)
        if begin < stop:
            strong = QFont(font)
            strong.setWeight(fonts.BOLD)
            met = text[begin:stop]
            wide = QFontMetrics(strong).horizontalAdvance(met)
            high = QFontMetrics(strong).height()
            ground = QRect(at.x(), cell.center().y() - high // 2 - 1, wide, high + 2) & cell
            painter.fillRect(ground, QColor(look.gorse))
            at = _paint_run(painter, cell, at, met, strong, look.on_gorse)
        end = stop


def _paint_run(painter: QPainter, cell: QRect, at: QPoint, text: str, font: QFont, ink: str) -> QPoint:
    left = cell.right() - at.x()
    if not text or left <= 0:
        return at
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, left)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(QRect(at.x(), cell.top(), left, cell.height()), _MIDDLE, shown)
    return QPoint(at.x() + metrics.horizontalAdvance(text), at.y())
