"""The look that somebody chose, put on: at the start, when they choose another, and when the laptop's own changes."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtWidgets import QApplication

from fsdesk import settings
from fsdesk.settings import Choices
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import HIGH_CONTRAST, LOOKS, Look
from fsdesk.ui.look.worn import worn


def wear(app: QApplication, chosen: Choices | None = None) -> None:
    """The application wears what was chosen, at the size that was chosen; nothing happens where it does already."""
    given = chosen or settings.choices()
    look = look_of(given, dress.system_look(app))
    if (look, given.text_scale) != tuple(worn()) or not app.styleSheet():
        dress.put_on(app, look, given.text_scale)


def look_of(chosen: Choices, system: Look) -> Look:
    """The look to wear: the laptop's own high contrast goes before whatever was chosen."""
    if system is HIGH_CONTRAST or chosen.look == "system":
        return system
    return LOOKS[chosen.look]


def resize_text(app: QApplication, steps: int) -> None:
    """The text is ``steps`` sizes larger or smaller, or at 100 % with 0, and is so the next time, too."""
    dress.resize_text(app, steps)
    with suppress(OSError):  # it is worn all the same
        settings.choose(text_scale=worn().scale)
