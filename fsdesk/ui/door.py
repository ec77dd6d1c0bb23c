"""What every screen before the plans has in common: a landscape that tells nothing, and one column beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.landscape import Landscape
from fsdesk.ui.parts.scrolled import Scrolled

_BESIDE, _BESIDE_LEAST = 84, 24  # px at 100 %
_LANDSCAPE, _LEAST_LANDSCAPE = 430, 200  # px at any text size


class Door(QWidget):
    """``column`` takes what the screen says, at most ``wide`` px across at 100 %."""

    def __init__(self, wide: int = 560, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide = wide
        self._landscape = _landscape()
        self._held, self._beside = QWidget(), QHBoxLayout()
        self.column = QVBoxLayout(self._held)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        panel = QFrame()
        panel.setProperty("surface", "panel")
        panel.setLayout(self._beside)
        self._beside.addWidget(self._held)
        self._beside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._landscape)
        row.addWidget(Scrolled(panel), 1)

    def _fit(self) -> None:
        """The landscape gives way first, then the room beside the column, and last the column itself."""
        px, wide = worn().px, self.width()
        spare = wide - px(self._wide + 2 * _BESIDE_LEAST)
        self._landscape.setVisible(spare >= _LEAST_LANDSCAPE)
        self._landscape.setFixedWidth(max(_LEAST_LANDSCAPE, min(_LANDSCAPE, spare)))
        left = wide - (self._landscape.width() if spare >= _LEAST_LANDSCAPE else 0)
        beside = max(px(_BESIDE_LEAST), min(px(_BESIDE), (left - px(self._wide)) // 2))
        self._beside.setContentsMargins(beside, px(51), 0, px(24))
        self._held.setFixedWidth(min(px(self._wide), left - 2 * px(_BESIDE_LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()


def _landscape() -> Landscape:
    px = worn().px
    landscape = Landscape()
    column = QVBoxLayout(landscape)
    column.setContentsMargins(px(36), px(34), px(24), px(24))
    column.setSpacing(px(8))
    column.addWidget(words.line("fsdesk", "name"))
    column.addWidget(words.prose("Plans that belong to families.", "motto"))
    column.addStretch(1)
    return landscape
