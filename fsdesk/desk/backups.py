"""Backups of a store: made, kept for 35 days, copied elsewhere, looked at beside the store, and put in its place."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from fsdesk.desk import clock, stores
from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from fsdesk.jobs import Progress, quiet
from fsdesk.store import backups, erasing, erasure_list, faults, restoring
from fsdesk.store import folder as folder_
from fsdesk.store.backups import Kept
from fsdesk.store.copying import Glance
from fsdesk.store.refusals import NotAStore
from fsdesk.store.restoring import Ready, Sides
from fsdesk.store.source import NoBackup, NoneWhole, OtherStore

DAILY = backups.DAILY

__all__ = ["Glance", "Kept", "NoBackup", "NoneWhole", "OtherStore", "Ready", "Sides"]


class NoPlace(Refused):
    """A copy of a backup was to go where no folder is, and none can be made."""

    what = "There is no folder at that place for the copy, and none can be made."
    what_next = "The backup beside the store is made. Name a folder on another disk for its copy."


_EVERY = timedelta(hours=20)
"""A day that begins a little earlier than the last one has its backup too."""


def listed(folder: Path) -> list[Kept]:
    """Return the backups in a store's folder, the newest first; no passphrase is needed for that."""
    return backups.kept(folder)


def of_store(folder: Path) -> list[Kept]:
    """Return the same, for somebody who named the folder. Raises NotAStore where neither store nor backup is."""
    found = listed(folder)
    if not found and not stores.is_store(folder):
        raise NotAStore
    return found


def make(desk: Desk, why: str = backups.ASKED, progress: Progress | None = None) -> Kept:
    """Make a backup now, look through it, and thin out the others. Raises DiskFull, Damaged, Stopped."""
    return making(desk, why)(progress or quiet())


def making(desk: Desk, why: str = backups.ASKED) -> Callable[[Progress], Kept]:
    """Return the work of making a backup, to be called once, on any thread, while the desk is used on its own.

    The backup is of the moment at which that work begins.
    """
    original, at = desk.store.original(), clock.as_time(desk.now())

    def work(progress: Progress) -> Kept:
        with original.key:
            return backups.make(original, why, at, progress)

    return work


def is_due(desk: Desk) -> bool:
    """Say whether the newest backup is not from today; one that a wrong clock dated ahead does not count."""
    now = clock.as_time(desk.now())
    return not any(abs(now - one.made_at) < _EVERY for one in listed(desk.store.folder))


def when_due(desk: Desk) -> Callable[[Progress], Kept] | None:
    """Return what makes the backup of the day, to be done beside other work, or nothing when there is one."""
    return making(desk, backups.DAILY) if is_due(desk) else None


def before(desk: Desk, what: str, progress: Progress | None = None) -> Kept:
    """Make a backup before something that is not undone: “import” becomes its reason “before-import”."""
    return make(desk, f"before-{what}", progress)


def copy_to(desk: Desk, one: Kept, place: Path) -> Kept:
    """Copy a backup to another disk, in a folder of this store's own, and read it back.

    Raises NoPlace for what is no folder and cannot become one, DiskFull, NoRights; the backup itself stays.
    The list of what was erased lies beside the copies, so that a restore from an older one keeps to it.
    """
    there = copying(desk, place)(one)
    assert there is not None  # noqa: S101 - a backup was given
    return there


def copying(desk: Desk, place: Path) -> Callable[[Kept | None], Kept | None]:
    """Return the work of copying a backup as `copy_to` does, to be called once, on any thread, beside the desk.

    Without a backup nothing is copied; it holds the data key until it was called.
    """
    with desk.reading() as tx:
        known = erasing.every(tx)
    original, store = desk.store.original(), desk.facts.store

    def work(one: Kept | None) -> Kept | None:
        with original.key:
            if one is None:
                return None
            try:
                there = backups.copy_to(one, place, store, erasure_list.last_at(known))
            except NotAStore:
                raise NoPlace from None
            with contextlib.suppress(OSError):  # the next copy brings the list again
                erasure_list.write(there.folder.parent, original.key, store, known)
        return there

    return work


def catching_up(desk: Desk, place: Path) -> Callable[[Progress], Kept | None]:
    """Return the work of copying the newest backup to a place that is there and has it not yet; call it once.

    Whether it is there is looked at by that work: a drive elsewhere may take its time.
    """
    newest, copy, store = listed(desk.store.folder)[:1], copying(desk, place), desk.facts.store

    def work(_: Progress) -> Kept | None:
        behind = [one for one in newest if place.is_dir() and not _has(place, store, one)]
        return copy(behind[0] if behind else None)

    return work


def _has(place: Path, store: str, one: Kept) -> bool:
    return any(there.made_at >= one.made_at for there in _copies(place, store))


def copies(desk: Desk, place: Path) -> list[Kept]:
    """Return the copies of this store's backups in a place, the newest first; none where it is not there."""
    return _copies(place, desk.facts.store)


def _copies(place: Path, store: str) -> list[Kept]:
    try:
        return backups.in_folder(backups.elsewhere(place, store))
    except OSError:
        return []


def remove(going: Sequence[Kept]) -> None:
    """Remove backups."""
    for one in going:
        backups.remove(one)


def to_restore(folder: Path, source: Path | None = None) -> list[Kept]:
    """Return what a restore tries, in that order: from a place, or the store's own, the newest first.

    Of the store's own, what an earlier restore put aside comes last. Raises NoBackup.
    """
    found = backups.found_in(source) if source is not None else _own(folder)
    if not found:
        raise NoBackup if source is not None else NoBackup("This store has no backup in its folder.")
    return found


def _own(folder: Path) -> list[Kept]:
    return sorted(listed(folder), key=lambda one: one.why == backups.BEFORE_RESTORE)


@contextmanager
def beside(
    folder: Path,
    passphrase: str,
    source: Path | None = None,
    now: clock.Moment = clock.now,
    *,
    progress: Progress | None = None,
) -> Iterator[Ready]:
    """Give a restored copy beside a closed store, damaged or not; its `sides` are to be shown, `swap` is to be asked.

    Raises NotAStore, NoBackup, OtherStore, NoneWhole, WrongPassphrase, InUse, TooNew, DiskFull, Stopped, and
    AlreadyThere for a folder that holds something else; nothing was changed then.
    """
    place, at = folder.resolve(), clock.as_time(now())
    with faults.sorted_out():
        folder_.check_remains(place)
    with restoring.beside(place, to_restore(place, source), passphrase, at, progress) as ready:
        yield ready


def into_new(folder: Path, passphrase: str, source: Path, now: clock.Moment = clock.now) -> Sides:
    """Restore from a place into a folder that is empty or not there. Raises what `beside` does, and AlreadyThere."""
    return restoring.into_new(folder.resolve(), to_restore(folder, source), passphrase, clock.as_time(now()))


def has_store(folder: Path) -> bool:
    """Say whether there is anything in a folder that a restore has to keep."""
    return folder.is_dir() and any(folder.iterdir())


def as_json(one: Kept) -> dict[str, Any]:
    """Return a backup under the keys that `fsdesk store backup --json` gives."""
    return {"backup": str(one.folder), "made_at": one.made_at.isoformat(), "why": one.why}


def sides_as_json(sides: Sides) -> dict[str, Any]:
    """Return two stores side by side under the keys that `fsdesk store restore --json` gives."""
    return {
        "here": None if sides.here is None else _glance(sides.here) | {"whole": sides.here_is_whole},
        "backup": as_json(sides.backup) | _glance(sides.then),
        "passed_over": [as_json(one) for one in sides.passed_over],
    }


def _glance(one: Glance) -> dict[str, Any]:
    changed = clock.as_time(one.changed_at).isoformat() if one.changed_at else None
    return {"plans": one.plans, "edits": one.edits, "drafts": one.drafts, "last_edit": changed}
