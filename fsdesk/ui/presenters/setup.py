"""What the first set-up says and when: who you are, and a passphrase that is strong and typed the same twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from fsdesk.errors import Refused
from fsdesk.ui.presenters.unlock import StoreChoice, Submit

WORKER, LEAD = "worker", "lead"
_ENOUGH_WORDS, _LETTERS_IN_A_WORD = 4, 3
_ENOUGH_SIGNS, _DIFFERENT_SIGNS = 20, 10
STRONG = 3

MakeStore = Callable[[Path, str, str, str], Any]
"""Makes a store in a folder for a name, a role and a passphrase, and gives it back open."""


class Strength(NamedTuple):
    """How hard a passphrase is to guess: 0 to 3 blocks, and what to do next in words; never a percentage."""

    blocks: int
    heading: str
    text: str

    @property
    def is_enough(self) -> bool:
        """Whether plans may be locked with it."""
        return self.blocks >= STRONG


def strength(passphrase: str) -> Strength:
    """How strong a passphrase is, by its different words; one that is very long needs no words.

    Four words that belong to no sentence are about 50 bits; the key derivation makes each guess dear.
    """
    words = {word.casefold() for word in passphrase.split() if len(word) >= _LETTERS_IN_A_WORD}
    is_long = len(passphrase) >= _ENOUGH_SIGNS and len(set(passphrase)) >= _DIFFERENT_SIGNS
    if len(words) >= _ENOUGH_WORDS or (is_long and len(words) < _ENOUGH_WORDS - 1):
        return Strength(3, "Strong.", "Keep it to yourself.")
    if len(words) == _ENOUGH_WORDS - 1:
        return Strength(2, "Nearly there.", "One more word makes it strong.")
    if passphrase.strip():
        return Strength(1, "A start.", "Add words that don’t belong together, with spaces between.")
    return Strength(0, "", "Four or more ordinary words are easy to remember and hard to guess.")


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
    """Makes the first store off the screen's thread, opens it, and hands it on."""

    def __init__(
        self,
        view: SetUpView,
        *,
        folder: Path,
        make: MakeStore,
        submit: Submit,
        opened: Callable[[StoreChoice, Any], None],
    ) -> None:
        self._view = view
        self._folder = folder
        self._make = make
        self._submit = submit
        self._opened = opened
        self._is_making = False

    def changed(self, name: str, passphrase: str, again: str) -> None:
        """Says how strong the passphrase is, and what is still wanted."""
        found = strength(passphrase)
        self._view.show_strength(found)
        why = wanting(name, passphrase, again)
        self._view.show_ready(not why, why)

    def make(self, name: str, role: str, passphrase: str, again: str) -> None:
        """Makes the plans' place on this laptop; does nothing while something is wanting or it is being made."""
        if self._is_making or wanting(name, passphrase, again):
            return
        self._show_making(True)
        self._submit(
            lambda _: self._make(self._folder, name.strip(), role, passphrase),
            done=self._on_made,
            failed=self._on_refused,
        )

    def _on_made(self, store: Any) -> None:
        self._show_making(False)
        self._opened(StoreChoice(self._folder, ""), store)

    def _on_refused(self, refused: Refused) -> None:
        self._show_making(False)
        self._view.show_refused(refused)

    def _show_making(self, making: bool) -> None:
        self._is_making = making
        self._view.show_making(making)


def wanting(name: str, passphrase: str, again: str) -> str:
    """What is still wanted before the plans can be made; nothing when they can."""
    if not name.strip():
        return "Your name is still to come."
    if not strength(passphrase).is_enough:
        return "Opens when the passphrase is strong."
    if not again:
        return "Type the passphrase once more."
    return "" if again == passphrase else "The two passphrases are not the same yet."
