"""Which plans there are on this laptop to open, told without opening any."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from fsdesk.desk import stores
from fsdesk.desk.stores import Listed
from fsdesk.ui.presenters.dates import said_day
from fsdesk.ui.presenters.unlock import StoreChoice

PRACTICE = "Practice families"
PRACTICE_NOTE = "Made-up families to try things with"
MISSING_NOTE = "Not here now. Is its stick plugged in?"


def choices(now: datetime) -> list[StoreChoice]:
    """A choice for each store on this laptop's list, practice last; those that are not here now say so."""
    found = _choices(stores.listed(), now)
    missing = [StoreChoice(one.folder, one.label, MISSING_NOTE) for one in stores.missing()]
    return [
        *(one for one in found if not one.is_practice),
        *missing,
        *(one for one in found if one.is_practice),
    ]


def choices_in(folder: Path, now: datetime) -> list[StoreChoice]:
    """A choice for each store that lies in the folder, practice last; none when it is not there or not readable."""
    return _choices(stores.in_folder(folder), now)


def _choices(found: Iterable[Listed], now: datetime) -> list[StoreChoice]:
    return [_choice(one, now) for one in found]


def _choice(one: Listed, now: datetime) -> StoreChoice:
    if one.is_practice:
        return StoreChoice(one.folder, PRACTICE, PRACTICE_NOTE, is_practice=True)
    return StoreChoice(one.folder, one.label, _last_opened(one, now))


def _last_opened(one: Listed, now: datetime) -> str:
    if one.written is None:
        return ""
    return f"Last opened {said_day(one.written.date(), now.date())} {one.written:%H:%M}"
