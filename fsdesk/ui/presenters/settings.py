"""What the settings say and keep: when the screen covers itself, when the plans are locked, the last backup."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol

from fsdesk import settings
from fsdesk.desk import backups
from fsdesk.errors import Refused
from fsdesk.settings import Choices
from fsdesk.ui.presenters.dates import said_moment
from fsdesk.ui.presenters.unlock import Submit

NEVER = 0
NO_BACKUP = "There is none yet."
MAKING = "It is being made and read back."
NOT_KEPT = Refused(
    "That could not be kept, so it is as it was.", "Make some room on the disk, then choose again."
)


class Time(NamedTuple):
    """Something that happens after a time, and the times in minutes that can be chosen for it."""

    name: str
    """As the settings call it."""
    title: str
    note: str
    minutes: tuple[int, ...]


TIMES = (
    Time("cover_after", "Cover the screen by itself", "Without a key or the mouse", (2, 5, 10, NEVER)),
    Time("back_until", "Any key brings it back", "Afterwards your passphrase does", (1, 3, 10)),
    Time("lock_after", "Lock fully", "Closes the plans, everything kept", (5, 10, 20, 40)),
)


def said_minutes(minutes: int) -> str:
    """A time as it stands on a button."""
    return "Never" if minutes == NEVER else f"{minutes} min"


def offered(time: Time, chosen: Choices) -> tuple[int, ...]:
    """The times that can be chosen, with the one that is, should it be another."""
    return tuple(dict.fromkeys((*time.minutes, getattr(chosen, time.name))))


class SettingsView(Protocol):
    """What the presenter may ask of the page."""

    def show_times(self, chosen: Choices) -> None:
        """Shows what is chosen."""

    def show_backup(self, text: str, making: bool) -> None:
        """Says when the last backup was made, or that one is being made now."""

    def show_refused(self, refused: Refused) -> None:
        """Says what is so and what to do."""


class SettingsPresenter:
    """Keeps what is chosen at once; ``chosen`` hears of it."""

    def __init__(
        self,
        view: SettingsView,
        *,
        desk: Any,
        submit: Submit,
        beside: Submit,
        today: Callable[[], date],
        chosen: Callable[[Choices], None],
    ) -> None:
        self._view, self._desk, self._submit, self._beside = view, desk, submit, beside
        self._today, self._chosen = today, chosen
        self._is_making = False

    def begin(self) -> None:
        """Shows what is chosen, and looks when the last backup was made."""
        self._view.show_times(settings.choices())
        self._submit(lambda _: _last(self._desk), done=self._show_last, failed=self._view.show_refused)

    def choose(self, name: str, minutes: int) -> None:
        """This time is kept from now on."""
        try:
            chosen = settings.choose(**{name: minutes})
        except OSError:
            self._view.show_refused(NOT_KEPT)
            chosen = settings.choices()
        self._view.show_times(chosen)
        self._chosen(chosen)

    def back_up(self) -> None:
        """A backup is made and read back now, while the plans can be used; nothing while one is being made."""
        if self._is_making:
            return
        self._is_making = True
        self._view.show_backup(MAKING, True)
        self._submit(lambda _: backups.making(self._desk), done=self._make, failed=self._on_failed)

    def _make(self, work: Callable[[Any], Any]) -> None:
        self._beside(lambda progress: work(progress).made_at, done=self._on_made, failed=self._on_failed)

    def _on_made(self, at: datetime) -> None:
        self._is_making = False
        self._show_last(at)

    def _on_failed(self, refused: Refused) -> None:
        self._is_making = False
        self._view.show_refused(refused)
        self.begin()

    def _show_last(self, at: datetime | None) -> None:
        if self._is_making:
            return
        said = f"{said_moment(at, self._today())}, read back." if at else NO_BACKUP
        self._view.show_backup(said, False)


def _last(desk: Any) -> datetime | None:
    found = backups.listed(desk.store.folder)
    return found[0].made_at if found else None
