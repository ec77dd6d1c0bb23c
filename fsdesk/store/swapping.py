"""Another store.db put in the place of the present one, so that at every instant there is one that opens."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fsdesk.store import durable, keyfile
from fsdesk.store import folder as folder_
from fsdesk.store.keyfile import Keys
from fsdesk.store.refusals import Damaged, DiskFull

_LOG, _INDEX = f"{folder_.DATABASE}-wal", f"{folder_.DATABASE}-shm"


@contextmanager
def beside(store: Path) -> Iterator[Path]:
    """Give an empty folder inside that of a store, where its next state is put together; it goes with the block."""
    place = store / f"{folder_.BESIDE}{secrets.token_hex(4)}"
    place.mkdir(mode=durable.OWNER_ONLY_FOLDER)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def refuse_unfolded(store: Path) -> None:
    """Raise DiskFull when what was written last to a closed store stands in its log only, for want of room."""
    log = store / _LOG
    if log.exists() and log.stat().st_size:
        raise DiskFull


def swap_in(store: Path, database: Path, keys: Keys) -> None:
    """Put `database`, which is whole and on the disk, in the place of store.db, and these keys with it.

    The store is locked and closed. The new keys are on the disk before the swap, in the key file that the present
    store.db does not need, and the old ones in the other one until after it. Raises OSError.
    """
    keyfile.write(store, keys, (_spare(store),))
    for name in (_LOG, _INDEX):  # what a damaged store left of them would be read into the new one
        (store / name).unlink(missing_ok=True)
    os.replace(database, store / folder_.DATABASE)  # noqa: PTH105 - the one call that swaps on every system
    durable.sync_folder(store)
    keyfile.write(store, keys)


def _spare(store: Path) -> str:
    with contextlib.suppress(Damaged, OSError):
        if keyfile.NAME in keyfile.read(store, folder_.salt(store)).worn:
            return keyfile.NAME
    return keyfile.COPY
