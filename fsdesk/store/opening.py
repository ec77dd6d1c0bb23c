"""Opening a store: its files looked at, its lock taken, its keys tried, its database found to be the right one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from fsdesk.store import catching_up, facts, faults, keyfile, schema, tables
from fsdesk.store import folder as folder_
from fsdesk.store.connection import Line
from fsdesk.store.keyfile import Found, Keys
from fsdesk.store.lock import StoreLock
from fsdesk.store.refusals import Damaged, TooNew
from fsdesk.store.secret import DataKey

Unlock = Callable[[Keys], DataKey]


class Opened(NamedTuple):
    """The parts of an open store; whoever holds them gives back the lock and overwrites the key."""

    lock: StoreLock
    key: DataKey
    line: Line
    keys: Keys
    worn: tuple[str, ...]


def opened(folder: Path, unlock: Unlock) -> Opened:
    """Open the store in `folder` with whatever `unlock` makes of its keys.

    A key file that was damaged or missing is put right from its copy, and named in ``worn``. Raises NotAStore,
    SharedDrive, InUse, NoRights, Damaged, TooNew, DiskTrouble, and what `unlock` raises.
    """
    with faults.sorted_out():
        folder_.check(folder)
        lock = StoreLock.take(folder)
        try:
            return _unlocked(folder, lock, unlock)
        except BaseException:
            lock.release()
            raise


@contextmanager
def held(folder: Path, unlock: Unlock) -> Iterator[Opened]:
    """Give the parts of a store opened as by `opened`; afterwards it is closed, its key overwritten, its lock free."""
    parts = opened(folder, unlock)
    try:
        yield parts
    finally:
        try:
            parts.line.close()
        finally:
            parts.key.wipe()
            parts.lock.release()


def _unlocked(folder: Path, lock: StoreLock, unlock: Unlock) -> Opened:
    folder_.close_to_others(folder)
    found = keyfile.read(folder, folder_.salt(folder))
    key = unlock(found.keys)
    try:
        line = line_to(folder, key, found.keys)
    except BaseException:
        key.wipe()
        raise
    _mend(folder, found)
    folder_.sweep(folder)
    return Opened(lock, key, line, found.keys, found.worn)


def line_to(folder: Path, key: DataKey, keys: Keys, *, keeping_copy: bool = True) -> Line:
    """Return a line to the store.db of these keys, in today's schema. Raises Damaged, TooNew, DiskTrouble."""
    line = Line(folder, key)
    try:
        number = _check(line, keys)
        if number < schema.NUMBER:
            line = catching_up.caught_up(folder, key, line, number, keeping_copy=keeping_copy)
    except BaseException:
        line.close()
        raise
    return line


def _check(line: Line, keys: Keys) -> int:
    with line.reading() as tx:
        number = tables.number(tx)
        if number > schema.NUMBER:
            raise TooNew
        if number == 0:
            raise Damaged("The file store.db of this store was never finished.")
        if facts.store_id(tx) != keys.store:
            raise Damaged("The keys in this folder and its store.db do not belong together.")
    return number


def _mend(folder: Path, found: Found) -> None:
    if found.to_mend:
        keyfile.write(folder, found.keys, found.to_mend)
