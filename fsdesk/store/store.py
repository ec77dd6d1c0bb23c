"""A store: one encrypted folder, opened by a passphrase, written in whole transactions, closed so nothing lingers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection

from fsdesk.store import facts, faults, keyfile, making, opening, schema, unlocking
from fsdesk.store import folder as folder_
from fsdesk.store.copying import Original
from fsdesk.store.derivation import Derivation, calibrated
from fsdesk.store.facts import Facts, Role
from fsdesk.store.keyfile import Keys
from fsdesk.store.opening import Opened, Unlock
from fsdesk.store.passphrase import prepared
from fsdesk.store.secret import DataKey, no_core_dumps, overwrite

ChangeOfKeys = Callable[[Keys, DataKey], Keys]


class Store:
    """An open store. One thread opens, uses and closes it."""

    def __init__(self, folder: Path, parts: Opened) -> None:
        self.folder = folder
        self._lock, self._key, self._line, self._keys, self.worn = parts

    @classmethod
    def create(
        cls, folder: Path, *, name: str, role: Role, passphrase: str, derivation: Derivation | None = None
    ) -> Store:
        """Make a store at `folder`, which must be empty or not exist, and return it open.

        Without `derivation` the passphrase is made as dear to guess as this computer bears. When anything goes
        wrong nothing is left. Raises AlreadyThere, NoRights, SharedDrive, DiskFull, UnfitPassphrase, UnfitName.
        """
        overwrite(prepared(passphrase))  # before anything is made
        place = folder.resolve()
        key = making.make(place, name, role, passphrase, derivation or calibrated())
        try:
            return cls._opened(place, lambda _: key)
        except BaseException:
            key.wipe()
            folder_.take_back(place)
            raise

    @classmethod
    def open(cls, folder: Path, passphrase: str) -> Store:
        """Return the store in `folder`, open.

        Raises NotAStore, WrongPassphrase, UnfitPassphrase, InUse, Damaged, TooNew, NoRights, SharedDrive and
        DiskTrouble; whichever it is, nothing was changed.
        """
        return cls._opened(folder.resolve(), lambda keys: unlocking.unlock(keys, passphrase))

    @classmethod
    def open_with(cls, folder: Path, unlock: Unlock) -> Store:
        """Return the store in `folder`, open, its data key come by in another way than by its passphrase.

        Raises what `open` raises for the folder, and what `unlock` raises.
        """
        return cls._opened(folder.resolve(), unlock)

    @classmethod
    def _opened(cls, folder: Path, unlock: Unlock) -> Store:
        no_core_dumps()
        return cls(folder, opening.opened(folder, unlock))

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def transaction(self) -> AbstractContextManager[Connection]:
        """Give a connection for one change: all of it is on the disk when the block ends, or none of it."""
        return self._line.transaction()

    def reading(self) -> AbstractContextManager[Connection]:
        """Give a connection for reading one unchanging view."""
        return self._line.reading()

    def facts(self) -> Facts:
        """Return what the store knows of itself."""
        with self.reading() as tx:
            return facts.read(tx)

    def change_passphrase(self, passphrase: str, derivation: Derivation | None = None) -> None:
        """Let this passphrase open the store from now on, in place of the one before; other slots stay.

        Both key files are on the disk before the first is swapped in. Raises UnfitPassphrase, DiskFull, NoRights.
        """
        overwrite(prepared(passphrase))
        cost = derivation or calibrated()
        self.change_keys(lambda keys, key: unlocking.with_passphrase(keys, key, passphrase, cost))

    @property
    def keys(self) -> Keys:
        """What the key files hold; none of it is secret."""
        return self._keys

    def change_keys(self, change: ChangeOfKeys) -> None:
        """Let other keys open the store from now on: those that `change` makes of the present ones.

        Both key files are on the disk before the first is swapped in. Raises DiskFull, NoRights, DiskTrouble when the
        folder is not where it was, and what `change` raises.
        """
        self._line.see_place()
        keys = change(self._keys, self._key)
        with faults.sorted_out():
            keyfile.write(self.folder, keys)
        self._keys = keys

    def original(self) -> Original:
        """Return what a backup is made of. It holds the data key: whoever asks for it wipes it."""
        return Original(self.folder, DataKey(bytearray(self._key.raw)), self._keys)

    def cipher(self) -> str:
        """Return the cipher and its version, such as “SQLCipher 4.19.0 community”."""
        return f"SQLCipher {self.ask('PRAGMA cipher_version')[0][0]}"

    def schema(self) -> int:
        """Return the number of the store's schema."""
        return schema.NUMBER

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the database and empty it, so that nothing of what was erased stays there."""
        self.ask("PRAGMA wal_checkpoint(TRUNCATE)")

    def ask(self, statement: str) -> list[tuple[object, ...]]:
        """Return what the database answers to a statement of ours that cannot be part of a transaction."""
        return self._line.ask(statement)

    def close(self) -> None:
        """Close the database, overwrite the key and give back the lock. Safe to call again."""
        try:
            self._line.close()
        finally:
            self._key.wipe()
            self._lock.release()
