"""What an open store and its backups hold, counted beside each other, so that somebody can choose among them."""

from __future__ import annotations

from fsdesk.store import backups, carrying, copying, faults
from fsdesk.store import folder as folder_
from fsdesk.store.backups import Kept
from fsdesk.store.copying import Glance, Original


def here(original: Original) -> Glance:
    """Return what the store itself holds at this moment; it may be open and be written to. Raises its refusals."""
    with faults.sorted_out(), carrying.reading(original.folder, original.key) as connection:
        return Glance(*connection.exec_driver_sql(copying.GLANCE).one())


def then(original: Original, one: Kept) -> Glance | None:
    """Return what a backup holds; nothing where another lock opens it, or a log beside it holds part of it.

    Nothing among the backups is changed. Raises Damaged, and DiskTrouble.
    """
    keys = backups.keys_of(one)
    if keys is None or keys.check != original.keys.check or _has_log(one):
        return None
    with faults.sorted_out():
        return copying.glance(one.folder / folder_.DATABASE, original.key)


def _has_log(one: Kept) -> bool:
    log = one.folder / f"{folder_.DATABASE}-wal"
    return log.exists() and log.stat().st_size > 0
