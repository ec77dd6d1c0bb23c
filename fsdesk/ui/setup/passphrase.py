"""Step two: the passphrase under which the plans are locked; practice families ask for nothing else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fsdesk.desk.passphrases import Strength
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.new_passphrase import NewPassphrase
from fsdesk.ui.presenters.setup.passphrase import PassphrasePresenter
from fsdesk.ui.presenters.setup.steps import Step
from fsdesk.ui.setup.step_door import StepDoor

TITLE, LEAD = "Choose a passphrase", "A few ordinary words are easy to remember and hard to guess."
PRACTICE_TITLE = "Practice families"
PRACTICE_LEAD = (
    "Six made-up families to try things with, under a passphrase of their own. Nothing of them can be sent."
)
NEXT, PRACTISE, MAKING = "Next: recovery sheet", "Make practice families", "Setting up..."
NO_WAY_IN = "Nobody else knows it, and nobody, including us, can look it up."


class ChoosePassphrase(StepDoor):
    """The store is made when one goes on; until then nothing is written."""

    def __init__(self, *, is_practice: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(
            None if is_practice else Step.PASSPHRASE,
            PRACTICE_TITLE if is_practice else TITLE,
            PRACTICE_LEAD if is_practice else LEAD,
            make := BusyButton(PRACTISE if is_practice else NEXT, MAKING, "lock-keyhole"),
            parent=parent,
        )
        self._make = make
        self._presenter: PassphrasePresenter | None = None
        self._passphrase = NewPassphrase()
        self.body.addWidget(self._passphrase)
        self.body.addSpacing(worn().px(6))
        self.body.addWidget(words.prose(NO_WAY_IN, "note", "muted"))
        self.setFocusProxy(self._passphrase)

    def serve(self, presenter: PassphrasePresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        self._passphrase.changed.connect(self._on_changed)
        self._passphrase.entered.connect(self._on_next)
        self._on_changed()

    def show_suggestion(self, passphrase: str) -> None:
        """These words are suggested."""
        self._passphrase.show_suggestion(passphrase)

    def show_strength(self, found: Strength) -> None:
        self._passphrase.show_strength(found)

    def show_making(self, making: bool) -> None:
        self._make.set_busy(making)
        self._passphrase.set_waiting(making)
        self.back.setEnabled(not making)
        if making:
            self.notice.clear()

    def forget_passphrase(self) -> None:
        self._passphrase.forget()

    def _on_changed(self) -> None:
        if self._presenter:
            self._presenter.changed(self._passphrase.text, self._passphrase.once_more)

    def _on_next(self) -> None:
        if self._presenter and not self._make.is_busy:
            self._presenter.make(self._passphrase.text, self._passphrase.once_more)
