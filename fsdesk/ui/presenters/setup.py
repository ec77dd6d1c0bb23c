"""What the first set-up says and when: who you are, and a passphrase that is strong and typed the same twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from fsdesk.desk.passphrases import STRONG, Strength, strength
from fsdesk.errors import Refused
from fsdesk.ui.presenters.unlock import StoreChoice, Submit

__all__ = ["STRONG", "Strength"]

WORKER, LEAD = "worker", "lead"

MakeStore = Callable[[Path, str, str, str], Any]
"""Makes a store in a folder for a name, a role and a passphrase, and gives it back open."""


class SetUpView(Protocol):
    """What the presenter may ask of the set-up page."""

    def show_strength(self, found: Strength) -> None:
        """Shows blocks and words for the passphrase as it stands."""

    def show_ready(self, ready: bool, why: str) -> None:
        """Whether the plans can be made now, and what is still wanted."""

    def show_making(self, making: bool) -> None:
        """The button says what it is doing, or what it can do."""

    def show_refused(self, refused: Refused) -> None:
        """Says what is so and what to do."""


class SetUpPresenter:
    """Makes a store off the screen's thread, opens it, and hands it on.

    With ``folder_for`` the plans are called by a label of their own, which says where they are made.
    """

    def __init__(
        self,
        view: SetUpView,
        *,
        folder: Path,
        make: MakeStore,
        submit: Submit,
        opened: Callable[[StoreChoice, Any], None],
        folder_for: Callable[[str], Path] | None = None,
        is_practice: bool = False,
    ) -> None:
        self._view = view
        self._folder, self._folder_for = folder, folder_for
        self._make = make
        self._submit = submit
        self._opened = opened
        self._is_practice = is_practice
        self._is_making = False

    def changed(self, name: str, passphrase: str, again: str, label: str = "") -> None:
        """Says how strong the passphrase is, and what is still wanted."""
        found = strength(passphrase, (name, label))
        self._view.show_strength(found)
        why = self._wanting(name, passphrase, again, label, found)
        self._view.show_ready(not why, why)

    def make(self, name: str, role: str, passphrase: str, again: str, label: str = "") -> None:
        """Makes the plans' place on this laptop; does nothing while something is wanting or it is being made."""
        found = strength(passphrase, (name, label))
        if self._is_making or self._wanting(name, passphrase, again, label, found):
            return
        try:
            folder = self._folder_for(label) if self._folder_for else self._folder
        except Refused as refused:
            self._view.show_refused(refused)
            return
        self._show_making(True)
        self._submit(
            lambda _: self._make(folder, name.strip(), role, passphrase),
            done=lambda store: self._on_made(folder, store),
            failed=self._on_refused,
        )

    def _wanting(self, name: str, passphrase: str, again: str, label: str, found: Strength) -> str:
        if self._folder_for and not label.strip():
            return "What these plans are called is still to come."
        return wanting(name, passphrase, again, found)

    def _on_made(self, folder: Path, store: Any) -> None:
        self._show_making(False)
        self._opened(StoreChoice(folder, "", is_practice=self._is_practice), store)

    def _on_refused(self, refused: Refused) -> None:
        self._show_making(False)
        self._view.show_refused(refused)

    def _show_making(self, making: bool) -> None:
        self._is_making = making
        self._view.show_making(making)


def wanting(name: str, passphrase: str, again: str, found: Strength) -> str:
    """What is still wanted before the plans can be made; nothing when they can."""
    if not name.strip():
        return "Your name is still to come."
    if not found.is_strong:
        return "Opens when the passphrase is strong."
    if not again:
        return "Type the passphrase once more."
    return "" if again == passphrase else "The two passphrases are not the same yet."
