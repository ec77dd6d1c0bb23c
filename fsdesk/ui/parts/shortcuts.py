"""Keys that do something wherever the focus is, as long as what they belong to is in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def on_keys(keys: str, of: QWidget, act: Callable[[], object]) -> None:
    """From now on these keys call ``act``, until ``of`` is gone."""
    shortcut = QShortcut(QKeySequence(keys), of)
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    shortcut.activated.connect(act)
