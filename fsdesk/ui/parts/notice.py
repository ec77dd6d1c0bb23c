"""A notice in the page, never a box in the way: what is so, what was kept, and what to do next."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.announce import announce
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.clearing import let_go


class Tone(Enum):
    """What a notice is about: its style-sheet name, its icon and its ink, so that colour is never the only sign."""

    CALM = ("calm", "info", "loch")
    LOOK_HERE = ("look", "triangle-alert", "amber")
    GOING_WELL = ("well", "circle-check", "moss")
    SAFETY = ("safety", "shield", "rowan")


class Notice(QFrame):
    """Hidden until it has something to say; stays until it is cleared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icons.label("info", "loch", 18)
        self._heading = words.prose("", "strong")
        self._text = words.prose("", "note")
        # An empty layout inside another one keeps that one narrow, so the actions have a widget that can be hidden.
        self._offered = QWidget()
        self._actions = QHBoxLayout(self._offered)
        self._lay_out()
        self.hide()

    def say(self, tone: Tone, text: str, heading: str = "", icon: str = "") -> None:
        """The notice shows these words, and a screen reader hears them. ``icon`` stands in for the tone's own."""
        name, own_icon, ink = tone.value
        self.setProperty("notice", name)
        self.style().polish(self)
        icons.put(self._icon, icon or own_icon, ink, 18)
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        self._text.setText(text)
        self._text.setProperty("ink", "" if heading else ink)
        self._text.style().polish(self._text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(" ".join(part for part in (heading, text) if part))
        self.show()
        announce(self, self.accessibleName(), at_once=tone in (Tone.LOOK_HERE, Tone.SAFETY))

    def offer(self, *buttons: QPushButton) -> None:
        """These buttons stand in the notice, in place of those that stood there before."""
        while self._actions.count():
            before = self._actions.takeAt(0)
            if before is not None and (button := before.widget()) is not None:
                let_go(button)
        for button in buttons:
            button.setProperty("dense", True)
            self._actions.addWidget(button)
        self._actions.addStretch(1)
        self._offered.setVisible(bool(buttons))

    def clear(self) -> None:
        """Nothing is said any more."""
        self.offer()
        self.hide()

    def _lay_out(self) -> None:
        px = worn().px
        column = QVBoxLayout()
        column.setSpacing(px(4))
        column.addWidget(self._heading)
        column.addWidget(self._text)
        self._actions.setContentsMargins(0, px(4), 0, px(4))
        self._offered.hide()
        column.addWidget(self._offered)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.setSpacing(px(8))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
