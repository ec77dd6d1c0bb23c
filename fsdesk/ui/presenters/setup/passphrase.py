"""Step two: a passphrase that is strong and typed the same twice, and the store that is made under it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from fsdesk.desk.passphrases import Strength, strength
from fsdesk.errors import Refused
from fsdesk.ui.presenters.setup.you import You
from fsdesk.ui.presenters.unlock import StoreChoice, Submit

NOT_STRONG = "Opens when the passphrase is strong and both match."
ONCE_MORE = "Type the passphrase once more."
NOT_THE_SAME = "The two passphrases are not the same yet."

MakeStore = Callable[[Path, str, str, str], Any]
"""Makes a store in a folder for a name, a role and a passphrase, and gives it back open."""


class PassphraseView(Protocol):
    """What the presenter may ask of the page."""

    def show_strength(self, found: Strength) -> None:
        """Shows blocks and words for the passphrase as it stands."""

    def show_ready(self, ready: bool, why: str) -> None:
        """Whether one can go on now, and what is still wanted."""

    def show_making(self, making: bool) -> None:
        """The button says what it is doing, or what it can do."""

    def show_refused(self, refused: Refused) -> None:
        """Says what is so and what to do."""

    def forget_passphrase(self) -> None:
        """Both fields are empty."""


class PassphrasePresenter:
    """Makes the store off the screen's thread, and hands it on open; after a refusal nothing of it is left."""

    def __init__(
        self,
        view: PassphraseView,
        *,
        you: You,
        folder: Path,
        make: MakeStore,
        submit: Submit,
        made: Callable[[StoreChoice, Any], None],
        is_practice: bool = False,
    ) -> None:
        self._view, self._you, self._folder = view, you, folder
        self._make, self._submit, self._made = make, submit, made
        self._is_practice = is_practice
        self.is_making = False

    def changed(self, passphrase: str, again: str) -> None:
        """Says how strong the passphrase is, and what is still wanted."""
        found = self._strength(passphrase)
        self._view.show_strength(found)
        why = wanting(passphrase, again, found)
        self._view.show_ready(not why, why)

    def make(self, passphrase: str, again: str) -> None:
        """Makes the plans' place on this laptop; does nothing while something is wanting or it is being made."""
        if self.is_making or wanting(passphrase, again, self._strength(passphrase)):
            return
        self._show_making(True)
        you = self._you
        self._submit(
            lambda _: self._make(self._folder, you.name, you.role, passphrase),
            done=self._on_made,
            failed=self._on_refused,
        )

    def _strength(self, passphrase: str) -> Strength:
        return strength(passphrase, (self._you.name, self._you.label))

    def _on_made(self, store: Any) -> None:
        self._show_making(False)
        self._view.forget_passphrase()
        self._made(StoreChoice(self._folder, "", is_practice=self._is_practice), store)

    def _on_refused(self, refused: Refused) -> None:
        self._show_making(False)
        self._view.show_refused(refused)

    def _show_making(self, making: bool) -> None:
        self.is_making = making
        self._view.show_making(making)


def wanting(passphrase: str, again: str, found: Strength) -> str:
    """What is still wanted before the store can be made; nothing when it can."""
    if not found.is_strong:
        return NOT_STRONG
    if not again:
        return ONCE_MORE
    return "" if again == passphrase else NOT_THE_SAME
