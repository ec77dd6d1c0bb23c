"""The backups of a store: each a whole store of its own under the same key, looked through before it counts."""

from __future__ import annotations

import contextlib
import re
import shutil
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from fsdesk.jobs import Progress
from fsdesk.store import (
    copying,
    durable,
    erasure_list,
    faults,
    kept_for_others,
    keyfile,
    sheet,
    thinning,
)
from fsdesk.store import folder as folder_
from fsdesk.store.copying import Original
from fsdesk.store.keyfile import Keys
from fsdesk.store.refusals import Damaged

ASKED, DAILY = "asked", "daily"
BEFORE_RESTORE = "before-restore"
BEFORE_IMPORT = "before-import"
AFTER_ERASING = "after-erasing"
_NAME = re.compile(r"(\d{8}T\d{6})(?:\.\d+)?-([a-z0-9-]+)")
_MOMENT = "%Y%m%dT%H%M%S"
_FILES = (folder_.DATABASE, f"{folder_.DATABASE}-wal", keyfile.NAME, keyfile.COPY)
_one_at_a_time = threading.Lock()


class Kept(NamedTuple):
    """One backup: its folder, when it was made (UTC), and why: asked, daily, before-import and the like."""

    folder: Path
    made_at: datetime
    why: str


def kept(store: Path) -> list[Kept]:
    """Return the backups in a store's own folder, the newest first."""
    return in_folder(store / folder_.BACKUPS)


def in_folder(folder: Path) -> list[Kept]:
    """Return the backups that lie in a folder, the newest first; whatever else lies there is passed over."""
    try:
        found = [one for path in folder.iterdir() if (one := _kept(path)) is not None]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(found, key=lambda one: (one.made_at, one.folder.name), reverse=True)


def _kept(path: Path) -> Kept | None:
    named = _NAME.fullmatch(path.name)
    if named is None or not (path / folder_.DATABASE).is_file():
        return None
    with contextlib.suppress(ValueError):
        return Kept(path, datetime.strptime(named[1], _MOMENT).replace(tzinfo=UTC), named[2])
    return None


def make(original: Original, why: str, at: datetime, progress: Progress) -> Kept:
    """Make a backup of an open store, look through it, thin the others out, and return it.

    Other threads may go on reading and writing meanwhile. Raises DiskFull, DiskTrouble, NoRights, Stopped, and
    Damaged when the store itself is: then every earlier backup stays, and nothing of the new one does.
    """
    with _one_at_a_time, faults.sorted_out():
        folder_.see(original.folder)
        with putting(original.folder / folder_.BACKUPS, why, at) as (beside, place):
            _fill(beside, original, progress)
        thin(place.parent, at, erased_at=_erased_at(original))
    return Kept(place, at.replace(microsecond=0), why)


def _erased_at(original: Original) -> datetime | None:
    erasures = erasure_list.read(original.folder, original.key, original.keys.store)
    return erasure_list.last_at(erasures)


def holding(found: Iterable[Kept], erased_at: datetime | None) -> list[Kept]:
    """Return those backups that were made before something was erased, and so may hold it still."""
    return [] if erased_at is None else [one for one in found if one.made_at <= erased_at]


def _fill(beside: Path, original: Original, progress: Progress) -> None:
    source, target = original.folder / folder_.DATABASE, beside / folder_.DATABASE
    salt = folder_.salt(original.folder)
    key = original.key
    counts = copying.copy(source, key, target, key, progress, salt=salt, words="Making a backup")
    keyfile.write(beside, original.keys)
    kept_for_others.copy_missing(original.folder, beside)
    if copying.look_through(target, key) != counts:
        raise Damaged("The backup did not come out as the store is, so it was not kept.", "Try again.")


@contextmanager
def putting(backups: Path, why: str, at: datetime) -> Iterator[tuple[Path, Path]]:
    """Give an empty folder to fill and the place it moves to, on the disk, when the block ends well."""
    backups.mkdir(mode=durable.OWNER_ONLY_FOLDER, exist_ok=True)
    place = _free(backups, f"{at.astimezone(UTC):{_MOMENT}}", why)
    beside = backups / f".{place.name}.new"
    shutil.rmtree(beside, ignore_errors=True)  # of a process that was killed in this very second
    beside.mkdir(mode=durable.OWNER_ONLY_FOLDER)
    try:
        yield beside, place
        durable.sync_folder(beside)
        beside.rename(place)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    durable.sync_folder(backups)


def _free(backups: Path, moment: str, why: str) -> Path:
    place, further = backups / f"{moment}-{why}", 1
    while place.exists():
        further += 1
        place = backups / f"{moment}.{further}-{why}"
    return place


def keep_as_it_is(store: Path, why: str, at: datetime) -> Path:
    """Put the files of a closed store among its backups as they are, whole or not, and return the folder."""
    with putting(store / folder_.BACKUPS, why, at) as (beside, place):
        copy_files(store, beside)
    return place


def copy_files(store: Path, to: Path) -> None:
    """Copy the files of a closed store into an empty folder, its owner's alone and on the disk."""
    for name in _FILES:
        if (store / name).is_file():
            durable.copy_new(store / name, to / name)
    kept_for_others.copy_missing(store, to)


def thin(backups: Path, at: datetime, only: str = "", erased_at: datetime | None = None) -> None:
    """Remove the backups in a folder that are no longer to be kept; with `only`, those of that store alone.

    Those that hold what was erased at `erased_at` do not stay beyond the reach, whatever else they would stay for.
    """
    found = [one for one in in_folder(backups) if not only or _store_of(one) == only]
    alone = {one.made_at for one in found if one.why == BEFORE_RESTORE}
    moments = {one.made_at for one in holding(found, erased_at)}
    staying = thinning.staying({one.made_at for one in found}, at, alone, moments)
    for one in found:
        if one.made_at not in staying:
            remove(one)


def remove(one: Kept) -> None:
    """Remove a backup, at once or not at all as far as anybody can see."""
    going = one.folder.with_name(f".{one.folder.name}.new")
    with faults.sorted_out():
        one.folder.rename(going)
        shutil.rmtree(going, ignore_errors=True)  # what stays is swept when the store is opened next


def keys_of(one: Kept) -> Keys | None:
    """Return the keys of a backup, or nothing when none of its key files fits it whole."""
    try:
        return keyfile.read(one.folder, folder_.salt(one.folder)).keys
    except (Damaged, OSError):
        return None


def locked_otherwise(store: Path, keys: Keys) -> list[Kept]:
    """Return the backups of a store, the newest first, that another lock than its present one opens."""
    return [one for one in kept(store) if (then := keys_of(one)) is not None and then.check != keys.check]


def opened_by(store: Path, slot: str) -> list[Kept]:
    """Return the backups of a store, the newest first, that a key slot with this id opens."""
    return [
        one
        for one in kept(store)
        if (then := keys_of(one)) is not None and any(held.get("id") == slot for held in then.slots)
    ]


def _store_of(one: Kept) -> str:
    keys = keys_of(one)
    return keys.store if keys else ""


def elsewhere(place: Path, store: str) -> Path:
    """Return the folder for a store's backups in another place; its name says nothing of anybody."""
    return place / f"fsdesk-{sheet.number_of(store, 1).split('-')[1]}"


def copy_to(one: Kept, place: Path, store: str, erased_at: datetime | None = None) -> Kept:
    """Copy a backup to another place, read it back there, thin out what lies there, and return the copy.

    Raises DiskFull, DiskTrouble, NoRights; nothing half-written is left.
    """
    with faults.sorted_out():
        to = elsewhere(place, store)
        to.mkdir(mode=durable.OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        with putting(to, one.why, one.made_at) as (beside, there):
            copy_files(one.folder, beside)
            if not _is_same(one.folder, beside):
                raise Damaged(
                    "The copy of the backup did not read back as it was written.", "Try another place."
                )
        thin(to, one.made_at, store, erased_at)
    return Kept(there, one.made_at, one.why)


def _is_same(here: Path, there: Path) -> bool:
    return all(
        durable.digest(here / name) == durable.digest(there / name)
        for name in _FILES
        if (here / name).is_file()
    )


def found_in(place: Path) -> list[Kept]:
    """Return the backups that a folder leads to, the newest first: it is one, holds some, or holds their folders."""
    if (place / folder_.DATABASE).is_file():
        return [_kept(place) or Kept(place, _changed(place), ASKED)]
    try:
        inside = [place, *(path for path in place.iterdir() if path.is_dir())]
    except (FileNotFoundError, NotADirectoryError):
        return []
    found = [one for folder in inside for one in in_folder(folder)]
    return sorted(found, key=lambda one: (one.made_at, one.folder.name), reverse=True)


def _changed(place: Path) -> datetime:
    return datetime.fromtimestamp((place / folder_.DATABASE).stat().st_mtime, UTC)
