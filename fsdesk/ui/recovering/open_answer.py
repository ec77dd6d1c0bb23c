"""The team lead's answer, and the passphrase that was chosen when they were asked."""

from __future__ import annotations

from pathlib import Path

from fsdesk.ui.parts import words
from fsdesk.ui.parts.asking_file import ask_for_file
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.passphrase_field import PassphraseField
from fsdesk.ui.presenters.recovering import AnswerPresenter
from fsdesk.ui.recovering.way_door import NEW, WayDoor

TITLE = "Your team lead’s answer"
LEAD = "It opens your plans with the passphrase that you chose when you asked."
OPEN, OPENING = "Open the answer...", "Opening..."


class OpenAnswer(WayDoor):
    """The passphrase is not new here, so it is written once."""

    def __init__(self) -> None:
        super().__init__(TITLE, LEAD, BusyButton(OPEN, OPENING, "folder-open"))
        self._presenter: AnswerPresenter | None = None
        self._field = PassphraseField()
        self._field.call(NEW)
        self.put_aside(self.passphrase)
        self.body.setSpacing(6)
        self.body.addWidget(words.line(NEW, "strong"))
        self.body.addWidget(self._field)
        self.setFocusProxy(self._field)

    def serve(self, presenter: AnswerPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        self._field.changed.connect(lambda: presenter.typed(self._field.text))
        self._field.entered.connect(self._on_next)
        presenter.typed("")

    def show_working(self, working: bool) -> None:
        super().show_working(working)
        self._field.set_waiting(working)

    def forget(self) -> None:
        self._field.forget()

    def _on_next(self) -> None:
        if self.next.isEnabled():
            ask_for_file(self, TITLE, "fsdesk key (*.fskey);;All files (*)", self._on_place)

    def _on_place(self, place: Path) -> None:
        if self._presenter:
            self._presenter.open(place, self._field.text)
