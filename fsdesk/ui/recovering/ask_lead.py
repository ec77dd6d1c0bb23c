"""Asking the team lead, who keeps a way in: a file goes to them, and six words are read aloud by both."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFrame, QVBoxLayout

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.asking_file import ask_where_to_save
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.eight_words import EightWords
from fsdesk.ui.presenters.recovering import AskLeadPresenter
from fsdesk.ui.recovering.way_door import WayDoor

TITLE = "Ask your team lead"
LEAD = "Your team lead keeps a way in that only works together with this laptop, and with a passphrase you choose now."
SAVE, SAVING = "Save the file for my lead...", "Writing it..."
NAME = "fsdesk asks my lead.fskey"
READ = "Send the file, ring your team lead, and read these six words to each other. They see the same ones."
THEN = "When the answer is here, choose “I can’t remember it” on this laptop once more, and open the answer there."


class AskLead(WayDoor):
    """Asks for a place for the file; then shows the words, which stand in no file."""

    def __init__(self) -> None:
        super().__init__(TITLE, LEAD, BusyButton(SAVE, SAVING, "file-down"))
        self._presenter: AskLeadPresenter | None = None
        self._words, self._told = EightWords("Six words"), QFrame()
        self._lay_out()
        self.setFocusProxy(self.passphrase)

    def serve(self, presenter: AskLeadPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        self.passphrase.changed.connect(self._on_changed)
        self.passphrase.entered.connect(self._on_next)
        self._on_changed()

    def show_words(self, words: tuple[str, ...]) -> None:
        self._words.show_words(words)
        self.passphrase.hide()
        self.next.hide()
        self.why.hide()
        self._told.show()
        self.setFocusProxy(self.back)
        self.back.setFocus()

    def _on_changed(self) -> None:
        if self._presenter:
            self._presenter.changed(self.passphrase.text, self.passphrase.once_more)

    def _on_next(self) -> None:
        if self.next.isEnabled():
            ask_where_to_save(self, SAVE, NAME, "fsdesk key (*.fskey)", self._on_place)

    def _on_place(self, place: Path) -> None:
        if self._presenter:
            self._presenter.ask(place, self.passphrase.text, self.passphrase.once_more)

    def _lay_out(self) -> None:
        px = worn().px
        self._told.setProperty("surface", "raised")
        column = QVBoxLayout(self._told)
        column.setContentsMargins(px(20), px(12), px(20), px(14))
        column.setSpacing(px(8))
        for part in (words.prose(READ, "body"), self._words, words.prose(THEN, "note", "muted")):
            column.addWidget(part)
        self._told.hide()
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self._told)
