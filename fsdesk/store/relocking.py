"""A new lock: another data key, every page written anew under it, and only new slots that open it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from fsdesk.jobs import Progress
from fsdesk.store import backups, copying, faults, opening, sheet_slots, swapping, unlocking
from fsdesk.store import folder as folder_
from fsdesk.store.backups import Kept
from fsdesk.store.derivation import Derivation, calibrated
from fsdesk.store.keyfile import Keys
from fsdesk.store.opening import Opened
from fsdesk.store.passphrase import prepared
from fsdesk.store.refusals import Damaged
from fsdesk.store.secret import DataKey, no_core_dumps, overwrite
from fsdesk.store.sheet import Sheet

CHANGING = "Changing the lock"
"""What its progress says until the new lock is there."""


def change_lock(
    store: Path,
    passphrase: str,
    at: datetime,
    progress: Progress,
    *,
    new_passphrase: str | None = None,
    sheet: Sheet | None = None,
    derivation: Derivation | None = None,
) -> list[Kept]:
    """Give a closed store a new data key, and return the backups that only the old lock opens, the newest first.

    Its passphrase (a new one, if given) opens it afterwards, and `sheet`; every earlier recovery sheet and whatever
    a lead keeps for it do not. At whatever instant the process ends the store opens, with the old lock or the new.
    Raises what `Store.open` raises, UnfitPassphrase, DiskFull, Stopped; the store is as it was then.
    """
    no_core_dumps()
    words = passphrase if new_passphrase is None else new_passphrase
    overwrite(prepared(words))
    with (
        opening.held(store, lambda keys: unlocking.unlock(keys, passphrase)) as parts,
        DataKey.fresh() as key,
        faults.sorted_out(),
        swapping.beside(store) as place,
    ):
        database = place / folder_.DATABASE
        _write_anew(store, parts, database, key, progress)
        keys = _new_keys(parts.keys, folder_.salt(place), key, words, derivation or calibrated(), at)
        if sheet is not None:
            keys = sheet_slots.with_sheet(keys, key, sheet, at, beside_proven=False)
        parts.line.close()  # nothing was written since the copy
        swapping.refuse_unfolded(store)
        swapping.swap_in(store, database, keys)
    return backups.locked_otherwise(store, keys)


def _write_anew(store: Path, parts: Opened, database: Path, key: DataKey, progress: Progress) -> None:
    source = store / folder_.DATABASE
    counts = copying.copy(source, parts.key, database, key, progress, salt="", words=CHANGING)
    if copying.look_through(database, key) != counts:
        raise Damaged(
            "The store did not come out whole under its new lock, so the old one stays.", "Try again."
        )


def _new_keys(
    was: Keys, database: str, key: DataKey, passphrase: str, cost: Derivation, at: datetime
) -> Keys:
    """Return keys with all earlier sheets retired, so that each is known again and their count goes on."""
    keys = unlocking.new_keys(was.store, database, key, passphrase, cost)
    return msgspec.structs.replace(keys, retired=sheet_slots.all_retired(was, at))
