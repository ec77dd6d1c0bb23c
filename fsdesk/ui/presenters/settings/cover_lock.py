"""When the screen covers itself, how long any key brings it back, and when the plans are locked."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from fsdesk import settings
from fsdesk.errors import Refused
from fsdesk.settings import Choices
from fsdesk.ui.presenters.settings.keeping import Heard, keep

NEVER = 0


class Time(NamedTuple):
    """Something that happens after a time, and the times in minutes that can be chosen for it."""

    name: str
    """As the settings call it."""
    title: str
    note: str
    minutes: tuple[int, ...]
    begins: str
    """What stands before the time in the list."""


TIMES = (
    Time(
        "cover_after", "Cover the screen by itself", "Without a key or the mouse", (2, 5, 10, NEVER), "After"
    ),
    Time("back_until", "Any key brings it back", "Afterwards your passphrase does", (1, 3, 10), "For"),
    Time("lock_after", "Lock fully", "Closes the plans, everything kept", (5, 10, 20, 40), "After"),
)


def said_minutes(time: Time, minutes: int) -> str:
    """A time as it stands in its list."""
    return "Never" if minutes == NEVER else f"{time.begins} {minutes} min"


def offered(time: Time, chosen: Choices) -> tuple[int, ...]:
    """The times that can be chosen, with the one that is, should it be another."""
    return tuple(dict.fromkeys((*time.minutes, getattr(chosen, time.name))))


class CoverLockView(Protocol):
    """What the presenter may ask of the card."""

    def show_times(self, chosen: Choices) -> None:
        """Shows what is chosen."""

    def show_refused(self, refused: Refused) -> None:
        """Says what is so and what to do."""


class CoverLockPresenter:
    """Keeps what is chosen at once, for the clocks that watch the window."""

    def __init__(self, view: CoverLockView, *, heard: Heard) -> None:
        self._view, self._heard = view, heard

    def begin(self) -> None:
        """Shows what is chosen."""
        self._view.show_times(settings.choices())

    def choose(self, name: str, minutes: int) -> None:
        """This time is kept from now on."""
        self._view.show_times(keep(self._heard, self._view.show_refused, **{name: minutes}))
