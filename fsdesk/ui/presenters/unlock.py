"""What the unlock screen says and when: which plans, one passphrase, and calm words if it does not open them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from fsdesk.errors import Refused
from fsdesk.jobs import Progress
from fsdesk.ui.presenters.caps_lock import OFF, CapsLock

OpenStore = Callable[[Path, str], Any]
CloseStore = Callable[[Any], None]

GREETINGS = ((5, "Good evening"), (12, "Good morning"), (18, "Good afternoon"), (24, "Good evening"))
NOT_OPENED = "That didn’t open it"
CHECK_SPACES = "Check for a missing space between words. You can try as often as you need."


class StoreChoice(NamedTuple):
    """One set of plans on this laptop, named without naming a person or a family."""

    folder: Path
    name: str
    note: str = ""
    is_practice: bool = False


class Submit(Protocol):
    """Runs work off the screen's thread and answers on it; a ``Runner.submit`` with its owner named does."""

    def __call__(
        self,
        work: Callable[[Progress], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Refused], None],
    ) -> object:
        """Begins the work."""


class UnlockView(Protocol):
    """What the presenter may ask of the screen; it never asks the screen what to do."""

    def show_caps_lock(self, on: bool) -> None:
        """Says that Caps Lock is on, or stops saying it."""

    def show_opening(self, opening: bool) -> None:
        """The button says "Opening..." and the fields wait, or they are ready again."""

    def show_refused(self, heading: str, text: str) -> None:
        """Says what is so and what to check; the passphrase stays, selected, ready to be written anew."""

    def forget_passphrase(self) -> None:
        """The field is empty."""


class UnlockPresenter:
    """Opens the chosen store with the passphrase, off the screen's thread, and hands it on.

    What was stopped meanwhile is closed again when it arrives. ``wrong_passphrase`` is the refusal that another
    passphrase can mend.
    """

    def __init__(
        self,
        view: UnlockView,
        *,
        open_store: OpenStore,
        close_store: CloseStore,
        submit: Submit,
        opened: Callable[[StoreChoice, Any], None],
        wrong_passphrase: type[Refused],
    ) -> None:
        self._view = view
        self._open_store = open_store
        self._close_store = close_store
        self._submit = submit
        self._opened = opened
        self._wrong_passphrase = wrong_passphrase
        self._attempt = 0
        self._is_opening = False
        self.caps_lock = CapsLock(view.show_caps_lock)

    @property
    def is_opening(self) -> bool:
        """Whether a key is being worked out now."""
        return self._is_opening

    def open(self, choice: StoreChoice, passphrase: str) -> None:
        """Begins to open these plans; does nothing while others are being opened."""
        if self._is_opening:
            return
        if not passphrase:
            self._view.show_refused("", "Write your passphrase first.")
            return
        self._attempt += 1
        attempt = self._attempt
        self._show_opening(True)
        self._submit(
            lambda _: self._open_store(choice.folder, passphrase),
            done=lambda store: self._on_opened(attempt, choice, store),
            failed=lambda refused: self._on_refused(attempt, refused),
        )

    def stop(self) -> None:
        """Gives up waiting: the screen is ready again, and what still opens is closed at once."""
        if self._is_opening:
            self._attempt += 1
            self._show_opening(False)

    def _show_opening(self, opening: bool) -> None:
        self._is_opening = opening
        self._view.show_opening(opening)

    def _on_opened(self, attempt: int, choice: StoreChoice, store: Any) -> None:
        if attempt != self._attempt:
            self._close_store(store)
            return
        self._show_opening(False)
        self._view.forget_passphrase()
        self._opened(choice, store)

    def _on_refused(self, attempt: int, refused: Refused) -> None:
        if attempt != self._attempt:
            return
        self._show_opening(False)
        if isinstance(refused, self._wrong_passphrase):
            caps_lock = f"{OFF} " if self.caps_lock.known is False else ""
            self._view.show_refused(NOT_OPENED, f"{caps_lock}{CHECK_SPACES}")
        else:
            self._view.show_refused(refused.what, refused.what_next)


def greeting(now: datetime) -> str:
    """Good morning, afternoon or evening, by the laptop's clock."""
    return next(words for until, words in GREETINGS if now.hour < until)


def first_choice(choices: Sequence[StoreChoice]) -> StoreChoice | None:
    """The plans that stand chosen at first: the first that are not for practice, else the first, else none."""
    return next((choice for choice in choices if not choice.is_practice), next(iter(choices), None))
