"""Making, opening and looking after a store."""

from __future__ import annotations

import contextlib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from fsdesk.desk import backups, erasures, escrow, recovery
from fsdesk.desk.desk import Desk
from fsdesk.jobs import Progress, quiet
from fsdesk.store import edits, plans, refusals, slots, unlocking
from fsdesk.store import verify as verify_
from fsdesk.store.derivation import Derivation
from fsdesk.store.facts import Role
from fsdesk.store.passphrase import prepared
from fsdesk.store.secret import overwrite
from fsdesk.store.store import Store

WrongPassphrase = refusals.WrongPassphrase
Damaged = refusals.Damaged
InUse = refusals.InUse


def create(
    folder: Path, *, name: str, role: str, passphrase: str, derivation: Derivation | None = None
) -> None:
    """Make a store in a new folder. `derivation` is for tests: without it this computer's own cost is found.

    Raises what `Store.create` raises; nothing is left behind then.
    """
    Store.create(folder, name=name, role=Role(role), passphrase=passphrase, derivation=derivation).close()


def open_desk(folder: Path, passphrase: str, today: date | None = None) -> Desk:
    """Return the desk over the store in a folder. Raises what `Store.open` raises; nothing was changed then.

    An erasure that was cut short is finished first, and one that a restored backup knew nothing of is done again.
    """
    desk = Desk(Store.open(folder, passphrase), today)
    try:
        erasures.keep_to(desk)
    except BaseException:
        desk.close()
        raise
    return desk


def change_passphrase(folder: Path, old: str, new: str) -> None:
    """Let another passphrase open the store from now on. Raises what `Store.open` raises, and UnfitPassphrase."""
    with Store.open(folder, old) as store:
        store.change_passphrase(new)


def change_passphrase_of(desk: Desk, old: str, new: str, derivation: Derivation | None = None) -> None:
    """Let another passphrase open an open store from now on, once the one before was typed again.

    Backups from before still open with the old one. Raises WrongPassphrase, UnfitPassphrase, DiskFull, NoRights;
    nothing was changed then.
    """
    overwrite(prepared(new))  # before the old one costs its second
    check_passphrase(desk, old)
    desk.store.change_passphrase(new, derivation)


def check_passphrase(desk: Desk, passphrase: str) -> None:
    """Raise WrongPassphrase or UnfitPassphrase unless this passphrase opens the store."""
    unlocking.unlock(desk.store.keys, passphrase).wipe()


def passphrase_made_at(desk: Desk) -> datetime | None:
    """Return when the passphrase was chosen that opens the store; nothing where that is not written down."""
    held = desk.store.keys.of_kind(slots.PASSPHRASE)
    with contextlib.suppress(ValueError):
        return datetime.fromisoformat(held[-1].made_at) if held else None
    return None


def info(desk: Desk) -> dict[str, Any]:
    """Return what a store holds, in counts and never a name."""
    with desk.reading() as tx:
        counted = {"plans": plans.count(tx), "edits": edits.count(tx)}
    return counted | {
        "schema": desk.store.schema(),
        "cipher": desk.store.cipher(),
        "device": desk.device,
        "backups": len(backups.listed(desk.store.folder)),
    }


def verify(desk: Desk, progress: Progress | None = None) -> dict[str, Any]:
    """Check every key file, page, table and chain, and return what is not as it should be under "damage".

    What cannot be counted for the damage is None.
    """
    harms = verify_.verify(desk.store, progress or quiet())
    counted: dict[str, Any] = {"plans": None, "edits": None, "checked": None}
    with contextlib.suppress(Damaged), desk.reading() as tx:
        counted |= {"plans": plans.count(tx), "edits": edits.count(tx)}
    with contextlib.suppress(Damaged):
        counted["checked"] = msgspec.structs.asdict(verify_.looked_at(desk.store))
    return counted | {"whole": not harms, "damage": [harm.what for harm in harms]}


def safety(desk: Desk) -> dict[str, Any]:
    """Say how a store comes back when it is damaged or its passphrase is forgotten."""
    kept = backups.listed(desk.store.folder)
    sheets = recovery.now_open(desk)
    proven = any(one.proven_at for one in sheets)
    return {
        "last_backup": kept[0].made_at.isoformat() if kept else None,
        "recovery_sheet": "proven" if proven else "not proven" if sheets else "none",
        "kept_by_lead": escrow.is_given(desk),
    }
