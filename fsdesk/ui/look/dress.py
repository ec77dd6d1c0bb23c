"""Puts a look on the whole application: once at the start, and again when the person changes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from fsdesk.ui.look import fonts, icons
from fsdesk.ui.look.palette import palette
from fsdesk.ui.look.stylesheet import style_sheet
from fsdesk.ui.look.tokens import BODY, DARK, HIGH_CONTRAST, LIGHT, SCALES, Look
from fsdesk.ui.look.worn import remember, worn


def put_on(app: QApplication, look: Look, scale: float = 1.0) -> None:
    """Everything the application shows wears this look at this text scale (1.0 is 100 %)."""
    remember(app, look, scale)
    fonts.load()
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette(look))
    app.setFont(fonts.text(BODY * scale))
    app.setStyleSheet(style_sheet(look, scale))
    icons.retint(app)


def resize_text(app: QApplication, steps: int) -> None:
    """The text is ``steps`` sizes larger (smaller below 0), within the sizes there are; 0 puts it back to 100 %."""
    now = worn()
    nearest = min(range(len(SCALES)), key=lambda at: abs(SCALES[at] - now.scale))
    wanted = SCALES[min(max(nearest + steps, 0), len(SCALES) - 1)] if steps else 1.0
    if wanted != now.scale:
        put_on(app, now.look, wanted)


def system_look(app: QGuiApplication) -> Look:
    """The look that the laptop itself asks for: high contrast before dark, and light otherwise."""
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
