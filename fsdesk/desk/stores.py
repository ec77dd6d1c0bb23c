"""The stores on this laptop, told by the labels that people chose for them; none is opened to find out more."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from fsdesk import settings
from fsdesk.errors import Refused
from fsdesk.jobs import Progress, quiet

_MARKS = ("keys.json", "keys.copy.json", "store.db")
PRACTICE = "practice"
"""The folder of the practice store begins with this."""
LONGEST_LABEL = 40
PRACTICE_NAME, PRACTICE_ROLE = "Me", "worker"
_BETWEEN = re.compile(r"[^\w]+")
_NOT_ON_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


class Listed(NamedTuple):
    """A store as anybody may see it who sees the laptop."""

    folder: Path
    label: str
    is_practice: bool = False
    written: datetime | None = None
    """When a file of it was last written, which opening it does."""


class NoLabel(Refused):
    """A label that no folder can be called by."""

    what = f"A name for these plans needs a letter, and {LONGEST_LABEL} signs at most."
    what_next = "Nothing was made. Choose the team’s name, for instance; never a family’s."


class LabelTaken(Refused):
    """Another store goes by it."""

    what = "There are plans of that name on this laptop already."
    what_next = "Nothing was made. Choose another name."


class NoStoreThere(Refused):
    """A folder that is no store."""

    what = "There are no plans in that folder."
    what_next = "Nothing was changed. Choose the folder that holds store.db and keys.json."


class NotHere(NoStoreThere):
    """A store that was listed and is not there now, as when its stick was pulled out."""

    what = "These plans are not here now."
    what_next = "Nothing of them is lost. If they are on a stick, plug it in, then try once more."


def listed() -> list[Listed]:
    """Return the stores of this laptop by label, practice last: those in their usual folder, and those added."""
    chosen = settings.choices()
    away = {Path(one) for one in chosen.put_away}
    folders = dict.fromkeys([*_usual(settings.stores()), *(Path(one) for one in chosen.also)])
    found = [_listed(one) for one in folders if one not in away and is_store(one)]
    return sorted(found, key=lambda one: (one.is_practice, one.label.casefold()))


def missing() -> list[Listed]:
    """Return the stores that were added from elsewhere and are not there now, as when their stick is not plugged in."""
    gone = [Path(one) for one in settings.choices().also]
    return [Listed(one, label_of(one.name)) for one in gone if not is_store(one)]


def in_folder(folder: Path) -> list[Listed]:
    """Return the stores that lie side by side in a folder, practice last; none when it cannot be read."""
    found = [_listed(one) for one in _usual(folder) if is_store(one)]
    return sorted(found, key=lambda one: (one.is_practice, one.label.casefold()))


def _usual(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def is_store(folder: Path) -> bool:
    """Say whether a folder holds a store, damaged or not."""
    try:
        return any((folder / mark).is_file() for mark in _MARKS)
    except OSError:
        return False


def _listed(folder: Path) -> Listed:
    is_practice = folder.name == PRACTICE or folder.name.startswith(f"{PRACTICE}-families")
    return Listed(folder, label_of(folder.name), is_practice, _written(folder))


def label_of(name: str) -> str:
    """Return a folder's name as words: "north-west-team" reads "North west team"."""
    words = name.replace("-", " ").replace("_", " ").strip() or name
    return words[:1].upper() + words[1:]


def _written(folder: Path) -> datetime | None:
    try:
        last = max(inside.stat().st_mtime for inside in folder.iterdir() if inside.is_file())
    except (OSError, ValueError):
        return None
    return datetime.fromtimestamp(last).astimezone()


def folder_for(label: str) -> Path:
    """Return the folder in which plans of this label are to be made. Raises NoLabel, LabelTaken."""
    name = "-".join(part for part in _BETWEEN.split(unicodedata.normalize("NFC", label).casefold()) if part)
    if not any(sign.isalpha() for sign in name) or len(label.strip()) > LONGEST_LABEL:
        raise NoLabel
    if _NOT_ON_WINDOWS.fullmatch(name):
        name = f"{name}-plans"
    folder = settings.stores() / name
    if folder.exists() or name.startswith(PRACTICE):
        raise LabelTaken
    return folder


def add(folder: Path) -> Listed:
    """Put a store that lies elsewhere, or was put away, on the list. Raises NoStoreThere; the store is not touched."""
    place = folder.expanduser().absolute()
    if not is_store(place):
        raise NoStoreThere
    chosen = settings.choices()
    away = tuple(one for one in chosen.put_away if Path(one) != place)
    also = chosen.also if place.parent == settings.stores() else tuple({*chosen.also, str(place)})
    settings.choose(put_away=away, also=tuple(sorted(also)))
    return _listed(place)


def put_away(folder: Path) -> None:
    """Take a store off the list; it stays where it is, and can be put back by `add`.

    One that is gone, a stick pulled out, can be taken off too. Raises NoStoreThere for what never was on the list.
    """
    place, chosen = folder.expanduser().absolute(), settings.choices()
    if str(place) not in {*chosen.also, *chosen.put_away} and not is_store(place):
        raise NoStoreThere
    also = tuple(one for one in chosen.also if Path(one) != place)
    is_usual = place.parent == settings.stores()
    away = tuple(sorted({*chosen.put_away, str(place)})) if is_usual else chosen.put_away
    settings.choose(also=also, put_away=away)


def held_by(folder: Path) -> str | None:
    """Return who has a store open, "another fsdesk (process 4711) since 10:42 on 9 March 2026"; else nothing."""
    from fsdesk.store import lock  # loaded only when somebody asks

    return lock.held_by(folder)


def practice_folder() -> Path:
    """Return where the practice store is, or is to be made."""
    found = next((one.folder for one in in_folder(settings.stores()) if one.is_practice), None)
    return found or settings.stores() / PRACTICE


def has_practice() -> bool:
    """Say whether there is a practice store."""
    return is_store(practice_folder())


def make_practice(passphrase: str, progress: Progress | None = None, *, today: date | None = None) -> Any:
    """Make the practice store with the six made-up families in it, and return its desk open.

    It belongs to no team, so nothing of it can be sent anywhere. Raises what `opening.create` raises; nothing is
    left behind then, nor when it is stopped.
    """
    from fsdesk.desk import opening

    folder = practice_folder()
    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    opening.create(folder, name=PRACTICE_NAME, role=PRACTICE_ROLE, passphrase=passphrase)
    desk = opening.open_desk(folder, passphrase, today)
    try:
        for step in _families(desk):
            (progress or quiet()).step(step, 6, "Bringing the made-up families in")
    except BaseException:
        desk.close()
        _take_back(folder)
        raise
    return desk


def _families(desk: Any) -> Iterator[int]:
    from fsdesk.desk import plans
    from fsdesk.plans import document, samples

    for number, plan in enumerate(samples.load_all(), start=1):
        plans.import_document(desk, document.read_document(document.write(plan)))
        yield number


def _take_back(folder: Path) -> None:
    from fsdesk.store import folder as folder_

    folder_.take_back(folder)


def as_json(one: Listed) -> dict[str, Any]:
    """Return a store under the keys that `fsdesk store list --json` gives: never a name of anybody."""
    return {
        "label": one.label,
        "folder": str(one.folder),
        "practice": one.is_practice,
        "in_use": held_by(one.folder),
    }
