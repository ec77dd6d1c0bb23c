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
        self._held = QWidget()
        self.add = button("Add a person", "user-plus", "quiet", dense=True)
        self.add.clicked.connect(self.add_asked)
        px = worn().px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(12), px(8), px(12), px(8))
        self._column.addWidget(self._held)

    def show_voices(self, voices: Sequence[Voice]) -> None:
        """These people are of the plan, and this is how they were heard."""
        if self._voices == tuple(voices):
            return
        self._voices = tuple(voices)
        self.setAccessibleName(strip_sentence(voices))
        self.add.setParent(None)
        self._column.removeWidget(self._held)
        let_go(self._held)
        self._held = QWidget()
        flow = Flow(worn().px(14), self._held, between_lines=worn().px(6))
        flow.addWidget(words.line("Voices heard here", "note-strong"))
        for voice in voices:
            flow.addWidget(_one(voice))
        flow.addWidget(self.add)
        self._column.addWidget(self._held)


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
