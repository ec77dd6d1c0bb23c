"""Enter presses the button that has the keyboard, as Space does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterPresses(QObject):
    """Watches only the button with the focus: Qt leaves Enter on a button to dialogs, and there are none here.

    A held key presses once, and Enter in a field that hands the focus to a button does not press it as well.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if isinstance(now, QPushButton | QToolButton) and now.window() is self._window:
            now.installEventFilter(self)
            self._watched = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QPushButton | QToolButton):
            return False
        if event.type() != QEvent.Type.KeyPress or event.key() not in _ENTER:
            return False
        if _is_the_chosen_one(watched) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if not event.isAutoRepeat():
            watched.click()
        return True


def _is_the_chosen_one(button: QPushButton | QToolButton) -> bool:
    """Whether it is chosen out of several already, so that Enter means going on with it."""
    group = button.group()
    return bool(group) and group.exclusive() and button.isChecked()
