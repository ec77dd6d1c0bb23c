"""The backup that a store is restored from: the newest that this passphrase opens and that is whole."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec

from fsdesk.errors import Refused
from fsdesk.store import backups, copying, faults, keyfile, slots, unlocking
from fsdesk.store import folder as folder_
from fsdesk.store import lock as lock_
from fsdesk.store.backups import Kept
from fsdesk.store.connection import Line
from fsdesk.store.keyfile import Keys
from fsdesk.store.refusals import Damaged, DiskTrouble, WrongPassphrase
from fsdesk.store.secret import DataKey


class NoBackup(Refused):
    """There is nothing to restore from."""

    what = "There is no backup in that folder."
    what_next = "Nothing was changed. Name the folder of a backup, or one that holds backups, with --from."
    in_window = "Nothing was changed. Choose the folder of a backup, or one that holds backups."


class OtherStore(Refused):
    """A backup of somebody else's store, or of another store of the same person."""

    what = "That backup belongs to another store."
    what_next = "Nothing was changed. Restore it into a folder of its own: name a new one with --store."
    in_window = "Nothing was changed. Restore it into a folder of its own: choose a new one."


class NoneWhole(Damaged):
    """Every backup there is is damaged."""

    what = "No backup in that folder is whole."
    what_next = "Nothing was changed. Keep the folder as it is, and look for a backup on another disk."


class Own(NamedTuple):
    """What is known of the store that a backup is restored into: its key files, and its key if they opened."""

    keys: tuple[Keys, ...] = ()
    key: DataKey | None = None

    @classmethod
    def of(cls, folder: Path, passphrase: str) -> Own:
        """Return what a store's own key files and this passphrase give, its store.db damaged or not."""
        found = tuple(keyfile.whole(folder))
        for keys in found:
            with contextlib.suppress(WrongPassphrase, Damaged):
                return cls((keys,), unlocking.unlock(keys, passphrase))
        return cls(found)

    def wipe(self) -> None:
        """Overwrite the key."""
        if self.key is not None:
            self.key.wipe()


class Chosen(NamedTuple):
    """The backup that was copied, the key that opens it, and the keys that are to open it from now on.

    ``passed_over`` are newer ones that are not whole, or open with another passphrase.
    """

    backup: Kept
    key: DataKey
    keys: Keys
    passed_over: tuple[Kept, ...]


class Choosing:
    """Tries backups one after the other; each is copied first, so that nothing among the backups is touched."""

    def __init__(self, own: Own, passphrase: str) -> None:
        self._own = own
        self._passphrase = passphrase
        self._passed: list[tuple[Kept, Refused]] = []
        self._closed: set[bytes] = set()

    def first_whole(self, candidates: Iterable[Kept], into: Path) -> Chosen:
        """Copy the first whole backup into an empty folder, and return it.

        Raises NoBackup, OtherStore, WrongPassphrase, UnfitPassphrase, NoneWhole, TooNew, InUse, and DiskFull.
        """
        for one in candidates:
            try:
                key, keys = self._tried(one, into)
                return Chosen(one, key, keys, tuple(passed for passed, _ in self._passed))
            except (Damaged, DiskTrouble, WrongPassphrase, OtherStore) as refusal:
                self._passed.append((one, refusal))
                _empty(into)
        raise self._refusal()

    def _tried(self, one: Kept, into: Path) -> tuple[DataKey, Keys]:
        with faults.sorted_out(), _left_alone(one.folder):
            backups.copy_files(one.folder, into)
        keys = keyfile.read(into, folder_.salt(into)).keys
        if self._own.keys and all(keys.store != own.store for own in self._own.keys):
            raise OtherStore
        key, opening = self._opened(keys)
        try:
            Line(into, key).close()  # folds a log in that was copied along
            copying.look_through(into / folder_.DATABASE, key)
        except BaseException:
            key.wipe()
            raise
        keyfile.write(into, opening)
        return key, opening

    def _opened(self, keys: Keys) -> tuple[DataKey, Keys]:
        """Return the key of a backup, and the keys to open it with: today's, where the lock was not changed since."""
        own = self._own
        if own.key is not None and own.key.check(keys.store).hex() == keys.check:
            today = msgspec.structs.replace(own.keys[0], database=keys.database)
            return DataKey(bytearray(own.key.raw)), today
        slots_then = msgspec.json.encode(keys.of_kind(slots.PASSPHRASE))
        if slots_then in self._closed:  # each try is as dear as unlocking
            raise WrongPassphrase
        try:
            return unlocking.unlock(keys, self._passphrase), keys
        except WrongPassphrase:
            self._closed.add(slots_then)
            raise

    def _refusal(self) -> Refused:
        kinds = {type(refusal) for _, refusal in self._passed}
        if not kinds:
            return NoBackup()
        if WrongPassphrase in kinds:
            return WrongPassphrase("That passphrase opens no whole backup there.", _OF_ITS_DAY)
        return OtherStore() if OtherStore in kinds else NoneWhole()


_OF_ITS_DAY = (
    "Nothing was changed. A backup opens with the passphrase of its day, or today's under the same lock."
)


@contextmanager
def _left_alone(folder: Path) -> Iterator[None]:
    """Hold the lock of a backup that was opened as a store of its own. Raises InUse while it still is."""
    lock = None
    if (folder / lock_.NAME).exists():
        with contextlib.suppress(OSError):  # a stick that cannot be written to is used by nobody
            lock = lock_.StoreLock.take(folder)
    try:
        yield
    finally:
        if lock is not None:
            lock.release()


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
