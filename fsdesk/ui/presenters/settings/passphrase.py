"""Another passphrase: the one before once more, the new one twice and strong, and what older backups keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from fsdesk.desk import opening, recovery
from fsdesk.desk.passphrases import Strength, strength
from fsdesk.desk.recovery import Known
from fsdesk.errors import Refused
from fsdesk.ui.presenters.dates import said_within
from fsdesk.ui.presenters.unlock import Submit

CHANGED = (
    "Your new passphrase opens these plans from now on. Backups from before still open with the old one."
)
NO_SHEET = "None yet. With one you can choose a new passphrase when this one slips your mind."
NOT_THE_ONE = Refused(
    "That is not the passphrase that opens these plans now.",
    "Nothing was changed. Check for a missing space between words, then try again.",
)
TYPE_OLD = "Type the passphrase that opens these plans now."
NOT_STRONG = "Opens when the new passphrase is strong."
ONCE_MORE = "Type the new passphrase once more."
NOT_SAME = "The two new passphrases are not the same yet."


class PassphraseView(Protocol):
    """What the presenter may ask of the card."""

    def show_last(self, text: str) -> None:
        """Says when the passphrase was chosen."""

    def show_sheet(self, text: str) -> None:
        """Says which recovery sheet opens the plans, and whether part of it was typed back."""

    def show_strength(self, found: Strength) -> None:
        """Says how strong the new passphrase is."""

    def show_ready(self, ready: bool, why: str) -> None:
        """Whether it can be changed now, and what is still wanted."""

    def show_changing(self, changing: bool) -> None:
        """The button says what it is doing, or what it can do."""

    def show_changed(self, text: str) -> None:
        """The new one opens the plans; what was typed is gone."""

    def show_refused(self, refused: Refused) -> None:
        """Says what is so and what to do; what was typed stays."""


class PassphrasePresenter:
    """Changes the passphrase on the desk's thread; nothing that was typed is kept here."""

    def __init__(
        self,
        view: PassphraseView,
        *,
        desk: Any,
        submit: Submit,
        today: Callable[[], date],
        change: Callable[[Any, str, str], None] = opening.change_passphrase_of,
    ) -> None:
        self._view, self._desk, self._submit, self._today = view, desk, submit, today
        self._change = change
        self._is_changing = False

    def begin(self) -> None:
        """Says when the passphrase was chosen, and which sheet there is."""
        self._view.show_sheet(sheet_said(recovery.now_open(self._desk), self._today()))
        made = opening.passphrase_made_at(self._desk)
        self._view.show_last(f"Chosen {said_within(made, self._today())}" if made else "")

    def typed(self, old: str, new: str, again: str) -> None:
        """Says how strong the new one is, and what is still wanted."""
        found = strength(new, (self._desk.name,))
        self._view.show_strength(found)
        why = wanting(old, new, again, found)
        self._view.show_ready(not why, why)

    def change(self, old: str, new: str, again: str) -> None:
        """The new one opens the plans from now on; nothing while something is wanting or it is being changed."""
        if self._is_changing or wanting(old, new, again, strength(new, (self._desk.name,))):
            return
        self._is_changing = True
        self._view.show_changing(True)
        self._submit(
            lambda _: self._change(self._desk, old, new), done=self._on_changed, failed=self._on_refused
        )

    def _on_changed(self, _: object) -> None:
        self._ended()
        self._view.show_changed(CHANGED)
        self.begin()

    def _on_refused(self, refused: Refused) -> None:
        self._ended()
        self._view.show_refused(NOT_THE_ONE if isinstance(refused, opening.WrongPassphrase) else refused)

    def _ended(self) -> None:
        self._is_changing = False
        self._view.show_changing(False)


def sheet_said(found: Sequence[Known], today: date) -> str:
    """How it stands with the recovery sheet."""
    if not found:
        return NO_SHEET
    last = found[-1]
    if last.proven_at:
        return f"{last.number}. Part of it was typed back {_day(last.proven_at, today)}."
    return f"{last.number}, made {_day(last.made_at, today)}. No part of it was typed back yet."


def _day(moment: str, today: date) -> str:
    return said_within(datetime.fromisoformat(moment), today)


def wanting(old: str, new: str, again: str, found: Strength) -> str:
    """What is still wanted before the passphrase can be changed; nothing when it can."""
    if not old:
        return TYPE_OLD
    if not found.is_strong:
        return NOT_STRONG
    if not again:
        return ONCE_MORE
    return "" if again == new else NOT_SAME
