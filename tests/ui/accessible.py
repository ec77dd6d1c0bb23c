"""What a screen reader would find in a window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QWidget

_ROLES_OF_NOTHING = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Pane,
    QAccessible.Role.Window,
    QAccessible.Role.Whitespace,
}
"""What Qt says of a widget that it knows nothing about."""


def name(widget: QWidget) -> str:
    """The name that a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def nameless_buttons(window: QWidget) -> list[str]:
    """Every button without a name, by its kind and object name: there is to be none."""
    buttons = window.findChildren(QAbstractButton)
    return [
        f"{type(button).__name__} {button.objectName()}" for button in buttons if not name(button).strip()
    ]


def faults(window: QWidget) -> list[str]:
    """What stands in the way of somebody who hears this window: there is to be nothing."""
    return [fault for widget in _reached(window) for fault in _faults_of(widget)]


def _reached(window: QWidget) -> Iterator[QWidget]:
    """Everything in sight that the keyboard can get to, or that can be pressed."""
    for widget in window.findChildren(QWidget):
        by_keyboard = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        if widget.isVisible() and (by_keyboard or isinstance(widget, QAbstractButton)):
            yield widget


def _faults_of(widget: QWidget) -> Iterator[str]:
    found = QAccessible.queryAccessibleInterface(widget)
    called = f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
    if not found.text(QAccessible.Text.Name).strip():
        yield f"{called} has no name"
    if found.role() in _ROLES_OF_NOTHING and not _is_told_by_its_name(widget):
        yield f"{called} ({name(widget)}) has no role"
    if widget.isEnabled() is bool(found.state().disabled):
        yield f"{called} ({name(widget)}) is told as able where it is not, or the other way round"
    if _can_be_chosen(widget) and not _says_whether(found):
        yield f"{called} ({name(widget)}) does not say whether it is chosen"


def _is_told_by_its_name(widget: QWidget) -> bool:
    """A painted view has no role in Qt; its name says what it shows, and its twin list has all the roles."""
    return "paintEvent" in vars(type(widget)) or isinstance(widget, QAbstractScrollArea)


def _can_be_chosen(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.isCheckable()


def _says_whether(found: QAccessibleInterface) -> bool:
    return bool(found.state().checkable)
