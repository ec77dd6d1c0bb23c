"""A store brought back from a backup: put together beside the present one, shown beside it, then swapped in."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy.exc import SQLAlchemyError

from fsdesk.errors import Refused
from fsdesk.jobs import Progress, quiet
from fsdesk.store import (
    backups,
    carrying,
    copying,
    durable,
    erasure_list,
    faults,
    kept_for_others,
    moving,
    opening,
    swapping,
    sweeping,
)
from fsdesk.store import folder as folder_
from fsdesk.store.backups import Kept
from fsdesk.store.connection import Line
from fsdesk.store.copying import Glance
from fsdesk.store.lock import StoreLock
from fsdesk.store.secret import DataKey, no_core_dumps
from fsdesk.store.source import Choosing, Chosen, Own

BRINGING = "Bringing it back"
"""What its progress says until the restored copy waits beside the store."""
STEPS = 4


class Sides(NamedTuple):
    """The two stores side by side: the one here (nothing when it does not open) and the one from the backup."""

    here: Glance | None
    here_is_whole: bool
    then: Glance
    backup: Kept
    passed_over: tuple[Kept, ...]
    """Newer backups that are not whole, or that this passphrase does not open."""


class Ready:
    """A restored copy that waits beside the store; until `swap` nothing of the store has changed."""

    def __init__(self, store: Path, own: DataKey | None, beside: Path, chosen: Chosen, at: datetime) -> None:
        self._store, self._own, self._beside, self._keys, self._at = store, own, beside, chosen.keys, at
        then = copying.glance(beside / folder_.DATABASE, chosen.key)
        self.sides = Sides(*_here(store, own), then, chosen.backup, chosen.passed_over)

    def swap(self) -> Path:
        """Put the restored copy in the place of the store, and return the backup that keeps what was there.

        Raises DiskFull, DiskTrouble, NoRights; the store is as it was then.
        """
        with faults.sorted_out():
            was = backups.keep_as_it_is(self._store, backups.BEFORE_RESTORE, self._at)
            self._fold()
            kept_for_others.copy_missing(self._beside, self._store)
            swapping.swap_in(self._store, self._beside / folder_.DATABASE, self._keys)
        return was

    def _fold(self) -> None:
        """Fold a log in, as far as that can be done, so that its loss with the swap would lose nothing."""
        if self._own is not None:
            with contextlib.suppress(Refused, SQLAlchemyError):
                Line(self._store, self._own).close()


@contextmanager
def beside(
    store: Path,
    candidates: Sequence[Kept],
    passphrase: str,
    at: datetime,
    progress: Progress | None = None,
) -> Iterator[Ready]:
    """Give the newest whole one of the backups, restored beside the store in this folder, damaged or not.

    The restored copy goes on under a new laptop id, and keeps to what was erased or withdrawn since. Raises InUse,
    NoBackup, OtherStore, NoneWhole, WrongPassphrase, UnfitPassphrase, TooNew, NoRights, DiskFull, Stopped.
    """
    no_core_dumps()
    with ExitStack() as held:
        with faults.sorted_out():
            ready = _ready(held, store, candidates, passphrase, at, progress or quiet())
        yield ready


def _ready(
    held: ExitStack,
    store: Path,
    candidates: Sequence[Kept],
    passphrase: str,
    at: datetime,
    progress: Progress,
) -> Ready:
    held.callback(StoreLock.take(store).release)
    folder_.sweep(store)
    progress.step(0, STEPS, BRINGING)
    own = Own.of(store, passphrase)
    held.callback(own.wipe)
    progress.step(1, STEPS, BRINGING)
    place = held.enter_context(swapping.beside(store))
    chosen = Choosing(own, passphrase).first_whole(candidates, place)
    held.callback(chosen.key.wipe)
    progress.step(2, STEPS, BRINGING)
    carried = carrying.out_of(store, own.key) if own.key is not None else carrying.Carried()
    folders = (store, *erasure_list.near(chosen.backup.folder))
    keys = [key for key in (own.key, chosen.key) if key is not None]
    _bring_up(place, chosen, carrying.with_lists(carried, folders, keys, chosen.keys.store), at)
    progress.step(3, STEPS, BRINGING)
    return Ready(store, own.key, place, chosen, at)


def into_new(folder: Path, candidates: Sequence[Kept], passphrase: str, at: datetime) -> Sides:
    """Restore the newest whole backup into a folder that is empty or does not exist; when it cannot, none is left.

    Raises what `beside` raises, AlreadyThere and SharedDrive.
    """
    no_core_dumps()
    with faults.sorted_out(), folder_.making(folder) as place:
        chosen = Choosing(Own(), passphrase).first_whole(candidates, place)
        with chosen.key:
            lists = (erasure_list.near(chosen.backup.folder), [chosen.key], chosen.keys.store)
            _bring_up(place, chosen, carrying.with_lists(carrying.Carried(), *lists), at)
            then = copying.glance(place / folder_.DATABASE, chosen.key)
        (place / folder_.BACKUPS).mkdir(mode=durable.OWNER_ONLY_FOLDER, exist_ok=True)
    return Sides(None, True, then, chosen.backup, chosen.passed_over)


def _bring_up(place: Path, chosen: Chosen, carried: carrying.Carried, at: datetime) -> None:
    line = opening.line_to(place, chosen.key, chosen.keys, keeping_copy=False)
    try:
        with line.transaction() as tx:
            carrying.into(tx, carried)
            moving.move_on(tx, int(at.timestamp() * 1000))
        sweeping.sweep_if_due(line)
    finally:
        line.close()
    swapping.refuse_unfolded(place)  # only store.db is swapped in, so nothing may stand in its log alone
    durable.sync_file(place / folder_.DATABASE)


def _here(store: Path, key: DataKey | None) -> tuple[Glance | None, bool]:
    """Return what the store holds, as far as it opens, and whether every page of it is whole."""
    if key is None:
        return None, False
    found = None
    try:
        with carrying.reading(store, key) as connection:
            found = Glance(*connection.exec_driver_sql(copying.GLANCE).one())
            return found, not connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
    except (Refused, SQLAlchemyError, OSError):
        return found, False
