"""Which plans there are on this laptop to open, told without opening any."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from fsdesk.ui.presenters.dates import said_day
from fsdesk.ui.presenters.unlock import StoreChoice

_MARKS = ("keys.json", "store.db")
_PRACTICE = "practice"
PRACTICE_NOTE = "Made-up families to try things with"


def choices_in(folder: Path, now: datetime) -> list[StoreChoice]:
    """A choice for each store that lies in the folder, practice last; none when it is not there or not readable."""
    try:
        found = [inside for inside in sorted(folder.iterdir()) if _is_store(inside)]
    except OSError:
        return []
    return sorted((_choice(store, now) for store in found), key=lambda choice: choice.is_practice)


def _is_store(folder: Path) -> bool:
    return any((folder / mark).is_file() for mark in _MARKS)


def _choice(folder: Path, now: datetime) -> StoreChoice:
    is_practice = folder.name.startswith(_PRACTICE)
    note = PRACTICE_NOTE if is_practice else _last_opened(folder, now)
    return StoreChoice(folder, "Practice families" if is_practice else _named(folder.name), note, is_practice)


def _named(folder: str) -> str:
    """The folder's name as words: "north-west-team" reads "North west team"."""
    words = folder.replace("-", " ").replace("_", " ").strip() or folder
    return words[:1].upper() + words[1:]


def _last_opened(folder: Path, now: datetime) -> str:
    """When a file of the store was last written, which opening it does."""
    try:
        last = max(inside.stat().st_mtime for inside in folder.iterdir() if inside.is_file())
    except (OSError, ValueError):
        return ""
    moment = datetime.fromtimestamp(last).astimezone()
    return f"Last opened {said_day(moment.date(), now.date())} {moment:%H:%M}"
