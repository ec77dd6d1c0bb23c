"""How many panes fit beside each other, by letters and not by pixels; and a page that looks again when that changes."""

from __future__ import annotations

from abc import abstractmethod
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from fsdesk.ui.look.tokens import BODY
from fsdesk.ui.look.worn import worn

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # the widget's own kind stands beside it: Qt allows one of its classes only

_THREE_FROM, _TWO_FROM = 84, 60  # em of the text size


class Width(Enum):
    """The three ways a page is laid out."""

    THREE = 3
    TWO = 2
    ONE = 1


def width_of(window: QWidget) -> Width:
    """How many panes this window has room for at the text size that is worn."""
    return width_for(window.width() / (BODY * worn().scale))


def width_for(ems: float) -> Width:
    """How many panes fit in so many em."""
    if ems >= _THREE_FROM:
        return Width.THREE
    return Width.TWO if ems >= _TWO_FROM else Width.ONE


class Fits(_Widget):
    """Put before the widget's own kind: ``_fit`` is called with every other width, and with every other text size."""

    @abstractmethod
    def _fit(self) -> None:
        """The page lays itself out for the room and the text size there are now."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
