"""Changing the lock: what it means, the passphrase once more, and a safe answer that has the focus."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.passphrase_field import PassphraseField
from fsdesk.ui.parts.tick_box import TickBox
from fsdesk.ui.presenters.settings.lock import LockPresenter
from fsdesk.ui.settings.rows import Inset

MEANS = (
    "The plans are closed, and every page of them is written anew under a new key. Nothing in them changes, and your "
    "passphrase stays. Earlier recovery sheets, what a team lead keeps for you and a key that was given out open them "
    "no more: make a new sheet afterwards. It takes from seconds to some minutes, and can be stopped."
)
OLD_BACKUPS = "Remove the backups that the old lock opens"
OLD = "Your passphrase, once more"


class LockForm(Inset):
    """Nothing that is typed here outlives the form."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._presenter: LockPresenter | None = None
        self.field, self.drop = PassphraseField(), TickBox(OLD_BACKUPS)
        self.change = BusyButton("Change the lock", "Checking...", "key-round")
        self.keep = button("Keep the lock")
        self.field.call(OLD)
        self.field.entered.connect(self._on_change)
        self.change.asked.connect(self._on_change)
        self.keep.clicked.connect(self.closed)
        answers = QWidget()
        flow = Flow(worn().px(8), answers)
        flow.addWidget(self.keep)
        flow.addWidget(self.change)
        for part in (words.prose(MEANS, "body"), words.line(OLD, "strong"), self.field, self.drop, answers):
            self.column.addWidget(part)
        self.setFocusProxy(self.keep)

    @property
    def is_busy(self) -> bool:
        """Whether the passphrase is being looked at."""
        return self.change.is_busy

    def serve(self, presenter: LockPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter

    def show_checking(self, checking: bool) -> None:
        """Nothing can be typed while it is."""
        self.change.set_busy(checking)
        self.field.set_waiting(checking)
        self.keep.setEnabled(not checking)

    def forget(self) -> None:
        """Nothing that was typed is left."""
        self.field.forget()
        self.drop.setChecked(False)

    def _on_change(self) -> None:
        if self._presenter:
            self._presenter.change(self.field.text, self.drop.isChecked())
