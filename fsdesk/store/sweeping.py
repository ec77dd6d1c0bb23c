"""After an erasure every page written anew, because pages that were given up keep copies of what stood in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fsdesk.store import erasing
from fsdesk.store.connection import Line
from fsdesk.store.refusals import InUse

if TYPE_CHECKING:
    from fsdesk.store.store import Store

# secure_delete overwrites what is deleted where it stands. When SQLite moves rows between pages it leaves the old
# copies in the free part of a page, and deleting the row later does not reach them: found by reading decrypted pages.


def is_due(store: Store | Line) -> bool:
    """Say whether an erasure was kept whose words may still stand in pages that were given up."""
    with store.reading() as tx:
        return erasing.is_unswept(tx)


def sweep(store: Store | Line) -> None:
    """Write every page anew and empty the log; nothing that was erased can be read from the folder's files then.

    Needs free disk as large as the store, and memory of that size. Raises DiskFull, DiskTrouble, and InUse while
    something else reads the store; what is erased stays erased then, and the next opening sweeps.
    """
    store.ask("VACUUM")
    _empty_log(store)
    with store.transaction() as tx:
        erasing.swept(tx)
    _empty_log(store)


def sweep_if_due(store: Store | Line) -> None:
    """Sweep unless nothing was erased since the last time. Raises as `sweep`."""
    if is_due(store):
        sweep(store)


def _empty_log(store: Store | Line) -> None:
    busy, *_ = store.ask("PRAGMA wal_checkpoint(TRUNCATE)")[0]
    if busy:
        raise InUse
