"""The rail at the left: the places of the program, icon over label, the same order on every screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from fsdesk.ui.look import fonts, icons
from fsdesk.ui.look.tokens import LEAST, RADIUS_CONTROL, RAIL_WIDTH
from fsdesk.ui.look.worn import worn


class RailEntry(NamedTuple):
    """One place on the rail: what it is called in code, on screen, and in a picture."""

    key: str
    label: str
    icon: str
    at_foot: bool = False
    """It stands with Cover and Lock rather than among the places of the work."""


COVER = RailEntry("cover", "Cover", "eye-off")
LOCK = RailEntry("lock", "Lock", "lock")
_MOST_SHOWN = 99


class RailButton(QToolButton):
    """One entry: a bar and a tint say that it is chosen, a number in a circle how many things wait there."""

    def __init__(self, entry: RailEntry, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._waiting = 0
        self.setText(entry.label)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setToolTip(f"{entry.label} ({keys})" if keys else entry.label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_waiting(0)

    def set_waiting(self, count: int, said: str = "") -> None:
        """The entry shows how many things wait there, and says what they are; none shows nothing."""
        self._waiting = count
        told = said or f"{count} waiting"
        self.setAccessibleName(f"{self.entry.label}, {told}" if count else self.entry.label)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(worn().px(80), worn().px(58))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = worn().look, worn().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = "loch" if self.isChecked() else "muted"
        if self.isChecked() or self.underMouse() or self.isDown():
            painter.setPen(QPen(QColor(look.control), look.line) if look.line > 1 else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.loch_tint if self.isChecked() or self.isDown() else look.raised))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL
            )
        picture = icons.pixmap(self.entry.icon, ink, 22)
        painter.drawPixmap(QPointF((self.width() - px(22)) / 2, px(7)), picture)
        painter.setPen(QColor(getattr(look, ink)))
        painter.setFont(fonts.text(px(LEAST), fonts.BOLD if self.isChecked() else fonts.MEDIUM))
        below = QRect(0, px(33), self.width(), self.height() - px(33))
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.text())
        if self._waiting:
            self._paint_waiting(painter)

    def _paint_waiting(self, painter: QPainter) -> None:
        look, px = worn().look, worn().px
        side = px(20)
        circle = QRectF(self.width() - side - px(8), px(4), side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.loch))
        painter.setFont(fonts.text(px(LEAST), fonts.BOLD))
        shown = str(self._waiting) if self._waiting <= _MOST_SHOWN else f"{_MOST_SHOWN}+"
        wide = max(side, painter.fontMetrics().horizontalAdvance(shown) + px(10))
        circle.setLeft(circle.right() - wide)
        painter.drawRoundedRect(circle, side / 2, side / 2)
        painter.setPen(QColor(look.on_loch))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, shown)


class Rail(QFrame):
    """Places from the top, Cover and Lock at the foot; choosing one says so and changes nothing else."""

    chosen = Signal(str)
    cover_asked = Signal()
    lock_asked = Signal()

    def __init__(self, entries: Iterable[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "rail")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAccessibleName("Places")
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda button: self.chosen.emit(button.entry.key))
        self._group.buttonToggled.connect(lambda _button, _on: self.update())  # the bar is the rail's own
        self._buttons = {
            entry.key: self._place_button(entry, number) for number, entry in enumerate(entries, start=1)
        }
        self._cover = RailButton(COVER, "F9", self)
        self._cover.clicked.connect(self.cover_asked)
        self._lock = RailButton(LOCK, "Ctrl+L", self)
        self._lock.clicked.connect(self.lock_asked)
        self._lay_out()

    @property
    def buttons(self) -> tuple[RailButton, ...]:
        """Every entry from the top to the foot, Lock being the last."""
        return (*self._buttons.values(), self._cover, self._lock)

    def show_chosen(self, key: str) -> None:
        """The entry of this place is the chosen one. Raises KeyError for a place that is not on the rail."""
        self._buttons[key].setChecked(True)

    def show_waiting(self, key: str, count: int, said: str = "") -> None:
        """The entry of this place says how many things wait there, and what they are."""
        self._buttons[key].set_waiting(count, said)

    def _place_button(self, entry: RailEntry, number: int) -> RailButton:
        button = RailButton(entry, f"Ctrl+{number}", self)
        button.setCheckable(True)
        self._group.addButton(button)
        return button

    def _placed(self, *, at_foot: bool) -> list[RailButton]:
        return [one for one in self._buttons.values() if one.entry.at_foot is at_foot]

    def _lay_out(self) -> None:
        px = worn().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(6), px(8), px(6), px(8))
        column.setSpacing(px(3))
        for button in self._placed(at_foot=False):
            column.addWidget(button)
        column.addStretch(1)
        for button in self._placed(at_foot=True):
            column.addWidget(button)
        column.addWidget(self._cover)
        column.addWidget(self._lock)

    def sizeHint(self) -> QSize:
        return QSize(worn().px(RAIL_WIDTH), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        button = self._group.checkedButton()
        if button is not None:
            px = worn().px
            bar = QRectF(0, button.y() + px(8), px(4), button.height() - px(16))
            QPainter(self).fillRect(bar, QColor(worn().look.loch))
