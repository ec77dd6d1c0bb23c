"""The kinds of buttons, made in one line each: an icon with its word, a quiet one, a chip."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from fsdesk.ui.look import icons

_INKS = {"main": "on_loch", "coach": "on_heather", "quiet": "loch", "link": "loch"}


def button(
    text: str, icon: str = "", kind: str = "", *, dense: bool = False, parent: QWidget | None = None
) -> QPushButton:
    """A button in one of the kinds of the style sheet, its icon in the ink that belongs to it."""
    made = QPushButton(text, parent)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if dense:
        made.setProperty("dense", True)
    if icon:
        icons.put(made, icon, _INKS.get(kind, "text"), 16 if dense else 18)
    return made


def chip(text: str, *, checked: bool = False, parent: QWidget | None = None) -> QPushButton:
    """A filter that shows whether it is pressed."""
    made = button(text, kind="chip", parent=parent)
    made.setCheckable(True)
    made.setChecked(checked)
    return made


def icon_button(name: str, icon: str, ink: str = "muted", parent: QWidget | None = None) -> QToolButton:
    """A small button with a picture alone, for what everybody knows; its name is said and shown as a tip."""
    made = QToolButton(parent)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setProperty("kind", "icon")
    icons.put(made, icon, ink, 18)
    return made
