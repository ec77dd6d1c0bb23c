"""Changing the lock: the passphrase is looked at first, and only then are the plans closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from fsdesk.desk import opening
from fsdesk.errors import Refused
from fsdesk.ui.presenters.settings.passphrase import NOT_THE_ONE
from fsdesk.ui.presenters.unlock import Submit

Go = Callable[[str, bool], None]
"""Closes the plans and changes their lock, by a passphrase; and says whether older backups go."""


class LockView(Protocol):
    """What the presenter may ask of the card."""

    def show_checking(self, checking: bool) -> None:
        """The button says what it is doing, or what it can do."""

    def show_lock_refused(self, refused: Refused) -> None:
        """Says what is so and what to do; what was typed stays."""


class LockPresenter:
    """Nothing is closed for a passphrase that does not open the plans."""

    def __init__(self, view: LockView, *, desk: Any, submit: Submit, go: Go) -> None:
        self._view, self._desk, self._submit, self._go = view, desk, submit, go
        self._is_checking = False

    def change(self, passphrase: str, drop_old: bool) -> None:
        """The lock is changed by this passphrase; nothing happens without one, or while one is looked at."""
        if self._is_checking or not passphrase:
            return
        self._set_checking(True)
        self._submit(
            lambda _: opening.check_passphrase(self._desk, passphrase),
            done=lambda _: self._on_right(passphrase, drop_old),
            failed=self._on_refused,
        )

    def _on_right(self, passphrase: str, drop_old: bool) -> None:
        self._set_checking(False)
        self._go(passphrase, drop_old)

    def _on_refused(self, refused: Refused) -> None:
        self._set_checking(False)
        self._view.show_lock_refused(NOT_THE_ONE if isinstance(refused, opening.WrongPassphrase) else refused)

    def _set_checking(self, checking: bool) -> None:
        self._is_checking = checking
        self._view.show_checking(checking)
