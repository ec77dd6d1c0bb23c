"""What a screen reader would find in a window."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget


def name(widget: QWidget) -> str:
    """The name that a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def nameless_buttons(window: QWidget) -> list[str]:
    """Every button without a name, by its kind and object name: there is to be none."""
    buttons = window.findChildren(QAbstractButton)
    return [
        f"{type(button).__name__} {button.objectName()}" for button in buttons if not name(button).strip()
    ]
