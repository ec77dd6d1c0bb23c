"""A few words on a rounded tint, with an icon: a state at a glance, told by shape and word as well as colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words


class Pill(QFrame):
    """Shows words in one of the inks: ``moss``, ``loch``, ``amber``, ``heather``; not a button."""

    def __init__(self, text: str, ink: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pill", ink)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words = words.line(text, "note-strong", ink)
        px = worn().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), px(3), px(10), px(3))
        row.setSpacing(px(5))
        if icon:
            row.addWidget(icons.label(icon, ink, 15))
        row.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, text: str) -> None:
        """The pill says something else."""
        self._words.setText(text)
