"""A new store: put together beside its place, and moved there once every file of it is on the disk."""

from __future__ import annotations

import time
from pathlib import Path

from fsdesk.errors import Refused
from fsdesk.store import durable, facts, faults, keyfile, tables, unlocking
from fsdesk.store import folder as folder_
from fsdesk.store.connection import Line
from fsdesk.store.derivation import Derivation
from fsdesk.store.facts import Facts, Role
from fsdesk.store.identity import Identity, new_id
from fsdesk.store.secret import DataKey

_LONGEST_NAME = 200


class UnfitName(Refused):
    """A name that nobody could be addressed by."""

    what = "The name of the person whose store this is must hold 1 to 200 signs, on one line."
    what_next = "Give it with --name."
    in_window = "Write your name, as your team knows it."


def make(folder: Path, name: str, role: Role, passphrase: str, cost: Derivation) -> DataKey:
    """Put a new store at `folder` and return its data key; when anything goes wrong nothing is left there.

    A lead's store begins a team; a worker's has none until it accepts a lead's card. Raises what
    `folder.making` raises, UnfitPassphrase, UnfitName, DiskFull.
    """
    _check_name(name)
    data_key = DataKey.fresh()
    try:
        with faults.sorted_out(), folder_.making(folder) as beside:
            _fill(beside, data_key, name, role, passphrase, cost)
    except BaseException:
        data_key.wipe()
        raise
    return data_key


def _check_name(name: str) -> None:
    if not name.strip() or len(name) > _LONGEST_NAME or not name.isprintable():
        raise UnfitName


def _fill(folder: Path, data_key: DataKey, name: str, role: Role, passphrase: str, cost: Derivation) -> None:
    database = folder / folder_.DATABASE
    durable.write_new(database, b"")  # made by us, so that nobody else may read it from the first byte
    store = unlocking.new_store_id()
    line = Line(folder, data_key)
    try:
        _begin(line, store, name, role)
    finally:
        line.close()
    durable.sync_file(database)
    keyfile.write(folder, unlocking.new_keys(store, folder_.salt(folder), data_key, passphrase, cost))
    (folder / folder_.BACKUPS).mkdir(mode=durable.OWNER_ONLY_FOLDER)


def _begin(line: Line, store: str, name: str, role: Role) -> None:
    now = time.time_ns() // 1_000_000
    own = Identity.fresh()
    team = new_id() if role is Role.LEAD else None
    with line.transaction() as tx:
        tables.make_all(tx)
        facts.begin(tx, Facts(store=store, role=role, name=name, device=own.device, team=team, made_at=now))
        own.keep(tx, now)
