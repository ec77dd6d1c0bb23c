"""Both lists of principles as a picture: a leaf for each piece of evidence, threads between what belongs together."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fsdesk.ui.look import fonts
from fsdesk.ui.look.announce import announce
from fsdesk.ui.look.focus_mark import MARKED_PART
from fsdesk.ui.look.tokens import BODY
from fsdesk.ui.look.worn import worn
from fsdesk.ui.presenters.principles import Picture, Seen
from fsdesk.ui.presenters.same_idea import Thread
from fsdesk.ui.principles import painting
from fsdesk.ui.principles.geometry import Drawing, beside, box_at, drawing, lists_in

_PAD, _ROW = 11, 40  # px at 100 %: beside the words of a box, and its least height
_NARROW = 300  # px at 100 %: in a list of less than that, leaves stand below the words
_ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Home: (0, -100),
    Qt.Key.Key_End: (0, 100),
}


class Laid(NamedTuple):
    """A box's words and leaves: how high it is, and whether the leaves stand below the words."""

    high: float
    is_below: bool


class PrinciplesPicture(QWidget):
    """One stop for Tab; arrows go from principle to principle. ``PrinciplesTable`` says the same in a table."""

    chosen = Signal(str)
    entered = Signal()
    in_sight = Signal(QRect)  # the part that is to be seen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._picture = Picture((), (), ())
        self._laid: tuple[Laid, ...] = ()
        self._drawing = Drawing((), (), (), 0.0)
        self._at = 0

    def show_picture(self, picture: Picture) -> None:
        """Both lists stand there as the plan shows them now."""
        self._picture = picture
        self.setAccessibleDescription(picture.said)
        self._lay_out()

    def show_chosen(self, principle: str) -> None:
        """This principle is the chosen one, and in sight."""
        ids = [one.id for one in self._picture.all]
        if principle in ids:
            self._at = ids.index(principle)
            self._say()
            self._mark()
            self.update()

    def place_of(self, principle: str) -> QRect:
        """Where a principle stands in the picture."""
        return self._rect([one.id for one in self._picture.all].index(principle))

    def _say(self) -> None:
        """A screen reader says which one is chosen, and where it stands among them."""
        everything = self._picture.all
        seen = everything[self._at]
        self.setAccessibleName(f"Principles in this plan: {seen.said}, {self._at + 1} of {len(everything)}")
        if self.hasFocus():
            announce(self, seen.said)

    def _mark(self) -> None:
        if self._at < len(self._drawing.boxes):
            rect = self._rect(self._at)
            self.setProperty(MARKED_PART, rect)
            self.in_sight.emit(rect)

    def _rect(self, at: int) -> QRect:
        box = self._drawing.boxes[at]
        return QRect(round(box.x), round(box.y), round(box.wide), round(box.high))

    def _lay_out(self) -> None:
        scale, wide = worn().scale, lists_in(self.width(), worn().scale).wide
        self._laid = tuple(_laid(one, wide) for one in self._picture.all)
        ids = [one.id for one in self._picture.all]
        count = len(self._picture.left)
        pairs = [(ids.index(one.left), ids.index(one.right, count) - count) for one in self._picture.threads]
        high = [laid.high for laid in self._laid]
        self._drawing = drawing(self.width(), high[:count], high[count:], pairs, scale)
        self.setFixedHeight(ceil(self._drawing.high) + worn().px(6))
        self._mark()
        self.update()

    def _choose(self, at: int) -> None:
        if at != self._at:
            self.chosen.emit(self._picture.all[at].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and self._picture.all:
            self._choose(beside(self._drawing, self._at, *_ARROWS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = box_at(self._drawing, event.position().x(), event.position().y())
        if at is not None:
            self._choose(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._picture.all:
            return
        painting.heads(painter, self._drawing)
        here = self._picture.all[self._at].id
        near = {here} | {one.right if one.left == here else one.left for one in self._threads_of(here)}
        self._paint_threads(painter, here)
        for seen, laid, box in zip(self._picture.all, self._laid, self._drawing.boxes, strict=True):
            painting.box(painter, box, is_chosen=seen.id in near)
            _paint_inside(painter, QRectF(box.x, box.y, box.wide, box.high), seen, laid)

    def _threads_of(self, principle: str) -> list[Thread]:
        return [one for one in self._picture.threads if principle in (one.left, one.right)]

    def _paint_threads(self, painter: QPainter, here: str) -> None:
        """The chosen ones last, so that they lie above the others."""
        both = list(zip(self._picture.threads, self._drawing.curves, strict=True))
        for thread, curve in sorted(both, key=lambda one: here in one[0][:2]):
            painting.thread(painter, curve, is_chosen=here in thread[:2], is_reading=thread.as_we_read_it)


def _words_font() -> QFont:
    return fonts.text(worn().px(BODY), fonts.STRONG)


def _laid(seen: Seen, wide: float) -> Laid:
    """In a narrow list every box has its leaves below the words, so that all look alike."""
    px = worn().px
    inner = wide - 2 * px(_PAD)
    is_below = wide < px(_NARROW)
    room = inner if is_below else inner - painting.marks_width(seen) - px(8)
    words = _words_height(QFontMetrics(_words_font()), seen.title, room)
    return Laid(max(px(_ROW), words + 2 * px(8) + (px(24) if is_below else 0)), is_below)


def _words_height(metrics: QFontMetrics, words: str, wide: float) -> int:
    return metrics.boundingRect(
        QRect(0, 0, max(1, int(wide)), 10_000), Qt.TextFlag.TextWordWrap, words
    ).height()


def _paint_inside(painter: QPainter, box: QRectF, seen: Seen, laid: Laid) -> None:
    px = worn().px
    inner = box.adjusted(px(_PAD), px(8), -px(_PAD), -px(8))
    words, marks = QRectF(inner), QRectF(inner)
    if laid.is_below:
        words.setBottom(inner.bottom() - px(24))
        marks.setTop(inner.bottom() - px(22))
    else:
        words.setRight(inner.right() - painting.marks_width(seen) - px(8))
    painting.words(painter, words, seen.title, _words_font())
    end = QPointF(marks.left() + painting.marks_width(seen), marks.center().y())
    painting.marks(painter, end if laid.is_below else QPointF(marks.right(), marks.center().y()), seen)
