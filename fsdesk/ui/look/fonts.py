"""The bundled fonts, made known to Qt: no font of the laptop is asked for, so every screen looks the same."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from fsdesk import resources
from fsdesk.ui.look.tokens import OTHER_LETTERS, OTHER_SCRIPTS, TEXT_FAMILY

NORMAL, MEDIUM = QFont.Weight.Normal, QFont.Weight.Medium
STRONG, BOLD = QFont.Weight.DemiBold, QFont.Weight.Bold


_ON_PAPER_ONLY = ("Andika", "NotoNastaliq")


@cache
def load() -> None:
    """Every bundled font that a screen needs is known to Qt; the second call does nothing.

    Qt opens a file here and reads its letters only once they are drawn.
    """
    for name in resources.names("fonts"):
        if name.endswith(".ttf") and not name.startswith(_ON_PAPER_ONLY):
            QFontDatabase.addApplicationFont(str(resources.path("fonts", name)))


def text(px: float, weight: QFont.Weight = NORMAL) -> QFont:
    """The text font at ``px`` pixels; what a family says in other letters is drawn by the fonts beside it."""
    font = QFont([TEXT_FAMILY, OTHER_LETTERS, *OTHER_SCRIPTS])
    font.setPixelSize(round(px))
    font.setWeight(weight)
    return font


def plain_digits(px: float, weight: QFont.Weight = NORMAL) -> QFont:
    """The font of the cover's clock: its zero has no stroke, as on any other clock."""
    font = text(px, weight)
    font.setFamilies([OTHER_LETTERS, TEXT_FAMILY])
    return font
