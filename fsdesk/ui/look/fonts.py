"""The bundled fonts, made known to Qt: no font of the laptop is asked for, so every screen looks the same."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from fsdesk import resources
from fsdesk.ui.look.tokens import OTHER_LETTERS, TEXT_FAMILY

NORMAL, MEDIUM = QFont.Weight.Normal, QFont.Weight.Medium
STRONG, BOLD = QFont.Weight.DemiBold, QFont.Weight.Bold

_FILES = (
    *(f"AtkinsonHyperlegibleNext-{weight}.ttf" for weight in ("Regular", "Medium", "SemiBold", "Bold")),
    *(f"AtkinsonHyperlegibleMono-{weight}.ttf" for weight in ("Regular", "Bold")),
    *(f"NotoSans-{weight}.ttf" for weight in ("Regular", "Bold")),
)


@cache
def load() -> None:
    """Every bundled font is known to Qt; the second call does nothing.

    Qt opens a file here and reads its letters only once they are drawn.
    """
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(resources.path("fonts", name)))


def text(px: float, weight: QFont.Weight = NORMAL) -> QFont:
    """The text font at ``px`` pixels, falling back to Noto Sans for letters it has not."""
    font = QFont([TEXT_FAMILY, OTHER_LETTERS])
    font.setPixelSize(round(px))
    font.setWeight(weight)
    return font
