"""The focus mark: a gorse ring with a slate edge outside it, around whatever has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from fsdesk.ui.look.tokens import RADIUS_CONTROL
from fsdesk.ui.look.worn import worn

GORSE, EDGE = 3, 2  # px, at every text size: two rings, because gorse alone is 1.6:1 on white
MARGIN = GORSE + EDGE

# A field inside a card sets this property, and the card then bears the mark for it.
MARKED_AROUND = "focusMarkAround"

# A painted view, or a row of tabs, sets this to the part of itself (a QRect) that has the keyboard.
MARKED_PART = "focusMarkPart"

_MOVES = frozenset(
    (
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ParentChange,
        QEvent.Type.ZOrderChange,
        QEvent.Type.DynamicPropertyChange,  # another part of it has the keyboard
    )
)


class FocusMark(QWidget):
    """One overlay of a window that follows the focus, and lets every click through.

    A style sheet cannot draw two rings outside a control, and ``QFocusFrame`` takes its margin from the style.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._followed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
            self._on_focus_changed(None, app.focusWidget())

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._leave()
        marked = _bearer(now) if now is not None and self._is_mine(now) else None
        if marked is not None:
            self._follow(marked)
        self._place()

    def _is_mine(self, widget: QWidget) -> bool:
        return widget is not self.window() and widget.window() is self.window()

    def _follow(self, marked: QWidget) -> None:
        at: QWidget | None = marked
        while at is not None and at is not self.window():
            at.installEventFilter(self)
            self._followed.append(at)
            at = at.parentWidget()

    def _leave(self) -> None:
        for widget in self._followed:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._followed = []

    def _place(self) -> None:
        marked = self._followed[0] if self._followed and isValid(self._followed[0]) else None
        seen = self._seen(marked) if marked is not None and marked.isVisible() else QRect()
        if marked is None or seen.isEmpty():
            self.hide()
            return
        part = _part(marked)
        around = QRect(marked.mapTo(self.window(), part.topLeft()), part.size())
        self.setGeometry(around.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        self._cut_to(seen.translated(-self.pos()))
        self.show()
        self.raise_()

    def _seen(self, marked: QWidget) -> QRect:
        """The part of the window where the mark may show: inside every scroll area that holds the control."""
        seen = self.window().rect()
        at = marked.parentWidget()
        while at is not None and at is not self.window():
            above = at.parentWidget()
            if isinstance(above, QAbstractScrollArea) and at is above.viewport():
                seen &= QRect(at.mapTo(self.window(), QPoint()), at.size()).adjusted(-MARGIN, 0, MARGIN, 0)
            at = above
        return seen

    def _cut_to(self, seen: QRect) -> None:
        """Only the ring is ours, so that what blinks or scrolls inside it is not painted twice."""
        corner = MARGIN + RADIUS_CONTROL
        middle = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        corners = QRegion(middle) - QRegion(self.rect().adjusted(corner, MARGIN, -corner, -MARGIN))
        corners -= QRegion(self.rect().adjusted(MARGIN, corner, -MARGIN, -corner))
        self.setMask(((QRegion(self.rect()) - QRegion(middle)) | corners) & QRegion(seen))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        look = worn().look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rings = ((look.gorse, GORSE, EDGE + GORSE / 2), (look.focus_edge, EDGE, EDGE / 2))
        for colour, width, inset in rings:
            painter.setPen(QPen(QColor(colour), width))
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            radius = RADIUS_CONTROL + MARGIN - inset
            painter.drawRoundedRect(ring, radius, radius)


def _part(widget: QWidget) -> QRect:
    """The part of a widget that the mark stands around: the one it names, or all of it."""
    part = widget.property(MARKED_PART)
    return part if isinstance(part, QRect) and part.isValid() else widget.rect()


def _bearer(widget: QWidget) -> QWidget:
    """The widget that bears the mark: the one with the focus, or the card it names."""
    around = widget.property(MARKED_AROUND)
    return around if isinstance(around, QWidget) else widget
