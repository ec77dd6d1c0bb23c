"""Bringing back an earlier day: what each backup holds beside what is here, and one of them chosen by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple, Protocol

from fsdesk.desk import bringing_back, clock, opening
from fsdesk.desk.backups import Glance, Kept
from fsdesk.desk.bringing_back import Day, Days
from fsdesk.errors import Refused
from fsdesk.jobs import Progress
from fsdesk.ui.presenters.dates import said_within
from fsdesk.ui.presenters.restoring import day_of
from fsdesk.ui.presenters.settings.passphrase import NOT_THE_ONE
from fsdesk.ui.presenters.unlock import Submit

NONE_YET = "There is no backup yet. Back up now makes the first one."
NOT_COUNTED = (
    "Not counted: it is under an earlier lock, or not whole. Bringing it back looks through it first."
)
NOT_KNOWN = "How much of what is here is not in that backup cannot be told beforehand."
NO_NEWER = "Nothing more is here than in that backup, as far as counting tells."
WHY = {
    "daily": "Made by itself",
    "asked": "Made when you asked",
    "before-restore": "What was here before an earlier day came back",
    "before-import": "Made before a package came in",
    "after-erasing": "Made after a plan was erased",
    "new-lock": "Made under a new lock",
}

Go = Callable[[Kept, str], None]
"""Closes the plans and brings this backup back, by a passphrase."""


class Offer(NamedTuple):
    """One backup that can be brought back, in words."""

    backup: Kept
    day: str
    held: str
    """Plans and edits that it holds, or that they were not counted."""
    why: str
    newer: str
    """What is here, and not in it."""


class Told(NamedTuple):
    """What is here now, and which backups there are, the newest first."""

    here: str
    offers: tuple[Offer, ...]


class BringingBackView(Protocol):
    """What the presenter may ask of the card."""

    def show_offers(self, told: Told) -> None:
        """Shows the backups, and what is here beside them."""

    def show_bringing(self, checking: bool) -> None:
        """The button says what it is doing, or what it can do."""

    def show_not_brought(self, refused: Refused) -> None:
        """Says what is so and what to do; what was typed stays."""


class BringingBackPresenter:
    """Nothing is closed for a passphrase that does not open the plans."""

    def __init__(
        self,
        view: BringingBackView,
        *,
        desk: Any,
        submit: Submit,
        beside: Submit,
        today: Callable[[], date],
        go: Go,
    ) -> None:
        self._view, self._desk, self._today, self._go = view, desk, today, go
        self._submit, self._beside = submit, beside
        self._is_checking = False

    def begin(self) -> None:
        """The backups are looked at; typing never waits for that."""
        self._submit(
            lambda _: bringing_back.looking(self._desk), done=self._look, failed=self._view.show_not_brought
        )

    def _look(self, work: Callable[[Progress], Days]) -> None:
        today = self._today()
        self._beside(
            work,
            done=lambda found: self._view.show_offers(told(found, today)),
            failed=self._view.show_not_brought,
        )

    def bring_back(self, one: Kept, passphrase: str) -> None:
        """This backup is brought back; nothing happens without a passphrase, or while one is looked at."""
        if self._is_checking or not passphrase:
            return
        self._set_checking(True)
        self._submit(
            lambda _: opening.check_passphrase(self._desk, passphrase),
            done=lambda _: self._on_right(one, passphrase),
            failed=self._on_refused,
        )

    def _on_right(self, one: Kept, passphrase: str) -> None:
        self._set_checking(False)
        self._go(one, passphrase)

    def _on_refused(self, refused: Refused) -> None:
        self._set_checking(False)
        self._view.show_not_brought(NOT_THE_ONE if isinstance(refused, opening.WrongPassphrase) else refused)

    def _set_checking(self, checking: bool) -> None:
        self._is_checking = checking
        self._view.show_bringing(checking)


def told(found: Days, today: date) -> Told:
    """Both sides in words."""
    offers = [_offer(one, found.here, today) for one in found.days]
    return Told(f"Here now: {said(found.here, today)}." if offers else NONE_YET, tuple(offers))


def _offer(one: Day, here: Glance, today: date) -> Offer:
    held = NOT_COUNTED if one.held is None else f"{said(one.held, today)}."
    why = WHY.get(one.backup.why, "")
    return Offer(one.backup, day_of(one.backup, today), held, why, newer(here, one.held))


def said(held: Glance, today: date) -> str:
    """Plans and edits counted, and when the last change was."""
    counted = f"{_counted(held.plans, 'plan')}, {_counted(held.edits, 'edit')}"
    if not held.changed_at:
        return counted
    at = clock.as_time(held.changed_at)
    here = at.astimezone()
    time = "" if here.date() == today else f" {here:%H:%M}"
    return f"{counted}, last changed {said_within(at, today)}{time}"


def newer(here: Glance, then: Glance | None) -> str:
    """What is here, and not in a backup."""
    if then is None:
        return NOT_KNOWN
    more = [(here.plans - then.plans, "plan"), (here.edits - then.edits, "edit")]
    counted = [_counted(count, noun, "more ") for count, noun in more if count > 0]
    return f"Here, and not in that backup: {' and '.join(counted)}." if counted else NO_NEWER


def _counted(count: int, noun: str, more: str = "") -> str:
    return f"{count} {more}{noun}" + ("" if count == 1 else "s")
