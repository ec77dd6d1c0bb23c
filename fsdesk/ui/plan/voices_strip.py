"""Whose voices are heard in this part of the plan, and who is not there yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look.voices import Heard
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.clearing import let_go
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.voice_token import VoiceToken
from fsdesk.ui.presenters.entries import Voice, strip_sentence


class VoicesStrip(QFrame):
    """A sign and a name for everybody the plan is with; who else is here can be added from it."""

    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "raised")
        self._voices: tuple[Voice, ...] | None = None
        self._ones: list[QWidget] = []
        held, px = QWidget(), worn().px
        self._flow = Flow(px(14), held, between_lines=px(6))
        self.add = button("Add", "user-plus", "quiet", dense=True)
        self.add.setAccessibleName("Add a person")
        self.add.setToolTip("Add a person")
        self.add.setProperty("slim", True)
        self.add.clicked.connect(self.add_asked)
        self._flow.addWidget(words.line("Voices heard here", "note-strong"))
        self._flow.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(8))
        column.addWidget(held)

    def show_voices(self, voices: Sequence[Voice]) -> None:
        """These people are of the plan, and this is how they were heard."""
        if self._voices == tuple(voices):
            return
        self._voices = tuple(voices)
        self.setAccessibleName(strip_sentence(voices))
        for before in (*self._ones, self.add):
            self._flow.removeWidget(before)
        for before in self._ones:
            let_go(before)
        self._ones = [_one(voice) for voice in voices]
        for one in (*self._ones, self.add):
            self._flow.addWidget(one)
        for one in self._ones:
            one.show()


def _one(voice: Voice) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(worn().px(6))
    said = ", ".join(part for part in (voice.sign.name, voice.how) if part)
    row.addWidget(VoiceToken(voice.sign.name, voice.sign.place, voice.sign.heard))
    ink = "muted" if voice.sign.heard is Heard.NOT_YET else ""
    row.addWidget(words.line(said, "note", ink), 0, Qt.AlignmentFlag.AlignVCenter)
    return made
