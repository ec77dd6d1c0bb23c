"""The outline icons, tinted with a colour of the look that is worn."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from fsdesk import resources
from fsdesk.ui.look.worn import worn

_GAP = 5  # px at 100 %, beside the 4 that Qt leaves between icon and words
_NAME, _INK, _SIZE = "iconName", "iconInk", "iconSize100"


def pixmap(name: str, ink: str, size: float) -> QPixmap:
    """The icon ``name`` in the colour token ``ink``, ``size`` px at 100 %, sharp on the sharpest screen there is.

    Raises FileNotFoundError for a name that is not in the icons folder.
    """
    here = worn()
    return _drawn(name, getattr(here.look, ink), here.px(size), _sharpness())


def put(widget: QAbstractButton | QLabel, name: str, ink: str = "text", size: float = 18) -> None:
    """The widget shows this icon, and goes on showing it in the right colour when the look changes."""
    for key, value in ((_NAME, name), (_INK, ink), (_SIZE, float(size))):
        widget.setProperty(key, value)
    _show(widget, name, ink, size)


def label(name: str, ink: str = "muted", size: float = 18, parent: QWidget | None = None) -> QLabel:
    """A picture beside words, silent to a screen reader because the words say it."""
    made = QLabel(parent)
    put(made, name, ink, size)
    return made


def retint(app: QApplication) -> None:
    """Every icon that was put on a widget has the colour and size of the look worn now."""
    for widget in app.allWidgets():
        name = widget.property(_NAME)
        if name and isinstance(widget, QAbstractButton | QLabel):
            _show(widget, name, widget.property(_INK), widget.property(_SIZE))


def _show(widget: QAbstractButton | QLabel, name: str, ink: str, size: float) -> None:
    drawn = pixmap(name, ink, size)
    if isinstance(widget, QLabel):
        widget.setPixmap(drawn)
        return
    side = worn().px(size)
    gap = worn().px(_GAP) if widget.text() else 0
    widget.setIconSize(QSize(side + gap, side))
    picture = QIcon(_with_room(drawn, gap))
    picture.addPixmap(_with_room(pixmap(name, "muted", size), gap), QIcon.Mode.Disabled)
    widget.setIcon(picture)


def _with_room(drawn: QPixmap, gap: int) -> QPixmap:
    """The picture with room before the words, which a style sheet cannot ask for; behind it, right to left."""
    if not gap:
        return drawn
    sharpness = drawn.devicePixelRatio()
    roomy = QPixmap(drawn.width() + round(gap * sharpness), drawn.height())
    roomy.setDevicePixelRatio(sharpness)
    roomy.fill(Qt.GlobalColor.transparent)
    painter = QPainter(roomy)
    mirrored = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    painter.drawPixmap(gap if mirrored else 0, 0, drawn)
    painter.end()
    return roomy


def _sharpness() -> float:
    app = QApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QApplication) else 1.0


@cache
def _drawn(name: str, colour: str, side: int, sharpness: float) -> QPixmap:
    outline = resources.read_text("icons", f"{name}.svg").replace("currentColor", colour)
    drawn = QPixmap(round(side * sharpness), round(side * sharpness))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(outline.encode())).render(painter)
    painter.end()
    drawn.setDevicePixelRatio(sharpness)
    return drawn
