"""The strokes of the picture of principles: boxes, threads, leaves and bubbles, in the look that is worn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen

from fsdesk.ui.look import fonts, icons
from fsdesk.ui.look.tokens import BODY, NOTE, RADIUS_CONTROL
from fsdesk.ui.look.worn import worn
from fsdesk.ui.presenters.principles import LEFT, NOTHING_YET, RIGHT, TITLES, Seen
from fsdesk.ui.principles.geometry import HEAD, Box, Curve, Drawing, leaves

_LEAF, _BUBBLE = 16, 17  # px at 100 %, with the room beside each
_SIDE = 12  # px at 100 %, of the leaf itself


def heads(painter: QPainter, made: Drawing) -> None:
    """The titles of the two lists."""
    painter.setFont(fonts.text(worn().px(BODY), fonts.STRONG))
    painter.setPen(QColor(worn().look.text))
    for framework, boxes in ((LEFT, made.left), (RIGHT, made.right)):
        if boxes:
            place = QRectF(boxes[0].x, 0, boxes[0].wide, worn().px(HEAD - 6))
            metrics = painter.fontMetrics()
            said = metrics.elidedText(TITLES[framework], Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)


def box(painter: QPainter, place: Box, *, is_chosen: bool) -> None:
    """The ground of one principle; chosen ones are told by a thicker line as well as by their colour."""
    look = worn().look
    line = 2 * look.line if is_chosen else look.line
    painter.setPen(QPen(QColor(look.loch if is_chosen else look.hairline), line))
    painter.setBrush(QColor(look.loch_tint if is_chosen else look.panel))
    inset = line / 2
    rect = QRectF(place.x, place.y, place.wide, place.high).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(rect, RADIUS_CONTROL, RADIUS_CONTROL)


def thread(painter: QPainter, curve: Curve, *, is_chosen: bool, is_reading: bool) -> None:
    """One thread; dashed where it is only our reading of the printed table."""
    look, px = worn().look, worn().px
    pen = QPen(QColor(look.loch if is_chosen else look.control), px(4) if is_chosen else 1.4 * look.line)
    if is_reading:
        pen.setDashPattern([2.5, 2] if is_chosen else [5, 4])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(QPointF(*curve.begin))
    path.cubicTo(QPointF(*curve.first_pull), QPointF(*curve.second_pull), QPointF(*curve.end))
    painter.drawPath(path)


def words(painter: QPainter, place: QRectF, said: str, font: QFont) -> None:
    """The name of a principle, in as many lines as it needs."""
    painter.setFont(font)
    painter.setPen(QColor(worn().look.text))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, int(flags) | int(Qt.TextFlag.TextWordWrap), said)


def marks_width(seen: Seen) -> float:
    """How much room bubble, leaves and number take, in px."""
    px, note = worn().px, QFontMetrics(_note_font())
    drawn, more = leaves(len(seen.evidence))
    wide = drawn * px(_LEAF) if drawn else note.horizontalAdvance(NOTHING_YET)
    wide += note.horizontalAdvance(_more(more)) + px(4) if more else 0
    return wide + (px(_BUBBLE) + px(6) if seen.waiting else 0)


def marks(painter: QPainter, end: QPointF, seen: Seen) -> None:
    """Bubble, leaves and number, one after another, so that they end at a point."""
    px = worn().px
    x, y = end.x() - marks_width(seen), end.y()
    if seen.waiting:
        painter.drawPixmap(
            QPointF(x, y - px(_BUBBLE) / 2), icons.pixmap("message-circle", "heather", _BUBBLE)
        )
        x += px(_BUBBLE) + px(6)
    drawn, more = leaves(len(seen.evidence))
    for _ in range(drawn):
        leaf(painter, QPointF(x + px(1), y - px(_SIDE) / 2), px(_SIDE))
        x += px(_LEAF)
    said = _more(more) if more else "" if drawn else NOTHING_YET
    painter.setFont(_note_font())
    painter.setPen(QColor(worn().look.moss if more else worn().look.muted))
    metrics = painter.fontMetrics()
    painter.drawText(QPointF(x + (px(4) if more else 0), y + metrics.ascent() / 2 - 1), said)


def leaf(painter: QPainter, at: QPointF, side: float) -> None:
    """A leaf that fills a square, its tip up at the right."""
    x, y, end = at.x(), at.y(), side
    path = QPainterPath(QPointF(x, y + end))
    path.cubicTo(QPointF(x - end * 0.05, y + end * 0.35), QPointF(x + end * 0.25, y), QPointF(x + end, y))
    path.cubicTo(
        QPointF(x + end, y + end * 0.75), QPointF(x + end * 0.65, y + end * 1.05), QPointF(x, y + end)
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn().look.moss))
    painter.drawPath(path)


def _note_font() -> QFont:
    return fonts.text(worn().px(NOTE))


def _more(count: int) -> str:
    return f"+{count}"
