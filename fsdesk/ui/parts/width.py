"""How many panes fit beside each other, by letters and not by pixels."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QWidget

from fsdesk.ui.look.tokens import BODY
from fsdesk.ui.look.worn import worn

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
