"""The lock of a store: changed when somebody may have its key, and its key given out by a named act."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fsdesk.desk import backups, clock, files, team_papers
from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from fsdesk.jobs import Progress, Stopped, quiet
from fsdesk.store import faults, key_export, keyfile, relocking, sheet_slots
from fsdesk.store import folder as folder_
from fsdesk.store.backups import Kept
from fsdesk.store.derivation import Derivation
from fsdesk.store.keyfile import Keys
from fsdesk.store.sheet import Sheet, Writing
from fsdesk.store.store import Store

CHANGING = relocking.CHANGING
"""What progress says while stopping still keeps the old lock."""


class NotPutDown(Refused):
    """The lock was changed and its sheet was not written."""

    what = "The lock is changed, but its recovery sheet could not be written."
    what_next = "Make one with “fsdesk store recovery-sheet --to FILE”."
    in_window = "Make one first, under Settings, Recovery sheet."


class Changed(NamedTuple):
    """What a new lock means: the sheet that opens it, the first backup under it, those that the old lock opens."""

    sheet: str
    """The new sheet's number, or nothing when none was asked for: then no sheet opens the store."""
    backup: Kept | None
    """Nothing where there was no room for it, or it was stopped."""
    old_backups: tuple[Kept, ...]


def change(
    folder: Path,
    passphrase: str,
    *,
    new_passphrase: str | None = None,
    sheet_to: Path | None = None,
    writing: str = Writing.WORDS,
    force: bool = False,
    progress: Progress | None = None,
    now: clock.Moment = clock.now,
    derivation: Derivation | None = None,
) -> Changed:
    """Give a closed store a new data key, and make the first backup under it.

    Every earlier recovery sheet, what a lead keeps for it, and an exported key open it no more; earlier backups
    still open with them. Raises what `Store.open` raises, UnfitPassphrase, AlreadyThere, NotWritable, DiskFull, and
    Stopped; nothing was changed then.
    """
    place, tell = folder.resolve(), progress or quiet()
    old: list[Kept] | None = None
    try:
        with _sheet(place, sheet_to, Writing(writing), now(), force=force) as sheet:
            at = clock.as_time(now())
            words = passphrase if new_passphrase is None else new_passphrase
            old = relocking.change_lock(
                place, passphrase, at, tell, new_passphrase=words, sheet=sheet, derivation=derivation
            )
    except Refused as refusal:
        raise (refusal if old is None else NotPutDown()) from None
    return Changed(sheet.number if sheet else "", _first_backup(place, words, tell, now), tuple(old))


def _first_backup(folder: Path, passphrase: str, tell: Progress, now: clock.Moment) -> Kept | None:
    """A lock that is changed stays so, whoever stops what comes after it."""
    with contextlib.suppress(Refused, Stopped), Desk(Store.open(folder, passphrase), now=now) as desk:
        return backups.make(desk, "new-lock", tell)
    return None


@contextlib.contextmanager
def _sheet(
    folder: Path, to: Path | None, writing: Writing, at: int, *, force: bool
) -> Iterator[Sheet | None]:
    """Give the next sheet, written beside its place; it moves there when the block ends well."""
    if to is None:
        yield None
        return
    with files.writing(to, force=force) as beside:
        made = sheet_slots.draw(_keys(folder), writing, clock.as_time(at))
        try:
            beside.write_bytes(team_papers.sheet_for(made, to))
            yield made
        finally:
            made.wipe()


def _keys(folder: Path) -> Keys:
    with faults.sorted_out():
        folder_.check(folder)
        return keyfile.read(folder, folder_.salt(folder)).keys


def export_key(desk: Desk, passphrase: str, path: Path, *, force: bool = False) -> Path:
    """Write the data key to a file, in the open. The passphrase is asked for again, whoever has the store open.

    Raises WrongPassphrase, UnfitPassphrase, AlreadyThere, NotWritable; nothing was written then.
    """
    return files.write(path, key_export.written(desk.store.keys, passphrase), force=force)
