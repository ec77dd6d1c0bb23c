"""A watched folder: whatever lies there for this laptop is taken in, each file by itself and reported by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from fsdesk import settings
from fsdesk.desk import files, receiving
from fsdesk.desk.desk import Desk
from fsdesk.desk.found import ALREADY, Found
from fsdesk.errors import Refused
from fsdesk.store.package import refusals
from fsdesk.store.package.unseal import MARK

NOT_FOR_US = "not for us"
_MOST_FILES = 10_000


class NoFolder(Refused):
    """There is no folder to look into."""

    what = "The watched folder is not there."
    what_next = "Nothing was taken in. Check that the drive is connected, or name another folder."


class NothingWatched(Refused):
    """No folder was named, now or before."""

    what = "No folder is watched yet."
    what_next = "Name one with `fsdesk sync watch FOLDER --once`."
    in_window = "Choose a folder first."


class Seen(NamedTuple):
    """One file of the folder, and what became of it."""

    path: Path
    status: str
    found: Found | None
    why: str = ""


def chosen(folder: Path | None) -> Path:
    """Return the folder to look into: the one named, kept from now on, or the one kept. Raises NothingWatched."""
    if folder is not None:
        settings.choose(watched=str(folder.absolute()))
        return folder
    kept = settings.choices().watched
    if not kept:
        raise NothingWatched
    return Path(kept)


def look_in(desk: Desk, folder: Path) -> Iterator[Seen]:
    """Take in what lies in a folder, file after file in the order of names, and yield what became of each.

    A file that is damaged, or not written to its end yet, is refused and looked at again next time; nothing of
    the folder is changed or removed. Raises NoFolder.
    """
    if not folder.is_dir():
        raise NoFolder
    for path in sorted(folder.iterdir())[:_MOST_FILES]:
        if path.is_file() and _may_be_one(path):
            yield _one(desk, path)


def _may_be_one(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(MARK)) == MARK
    except OSError:
        return False


def _one(desk: Desk, path: Path) -> Seen:
    try:
        found = receiving.take(desk, path, backup_first=True)
    except (refusals.NotForUs, refusals.OwnPackage) as refused:
        return Seen(path, NOT_FOR_US, None, str(refused))
    except (refusals.PackageRefused, files.NotReadable) as refused:
        return Seen(path, "refused", None, str(refused))
    return Seen(path, found.status, found)


def as_json(seen: Seen) -> dict[str, Any]:
    """Return one file under the keys that `fsdesk sync watch --json` gives."""
    told = receiving.as_json(seen.found) if seen.found else {"status": seen.status, "why": seen.why}
    return {"file": str(seen.path)} | told


def wants_attention(seen: Seen) -> bool:
    """Say whether a person should look: something is held, reads two ways, could not be read, or was refused."""
    if seen.found is None:
        return seen.status != NOT_FOR_US
    return seen.status != ALREADY and receiving.wants_attention(seen.found)
