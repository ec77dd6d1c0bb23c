"""Handing a package over: copied to where its recipient finds it, read back and compared; and what nobody has yet."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, NamedTuple

from fsdesk.desk import files, reach, standing, waiting
from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from fsdesk.jobs import Progress
from fsdesk.store import identity, packages, plans, written
from fsdesk.store.package import layout
from fsdesk.store.package.unseal import MARK, MOST_BYTES
from fsdesk.store.packages import Made
from fsdesk.store.tx import Tx

_SPARE = 2**16
"""Room that has to be left on a stick beside the package itself, in bytes."""


class NotOurs(Refused):
    """The package was not sealed here."""

    what = "No package of that name or number was sealed on this laptop."
    what_next = "Nothing was noted. List them with `fsdesk sync state`."
    in_window = "Nothing was noted. Look at what was sealed, under Send."


class NoRoom(Refused):
    """There is too little room where the package should go."""

    what = "There is no room left there for this package."
    what_next = "Nothing was written. Make room, or take another stick."


class NotTheSame(Refused):
    """What stands there is not what was written."""

    what = "The package was copied, but does not read back as it was."
    what_next = "It was taken away again. Try another stick."


class NoFolder(Refused):
    """There is no such folder."""

    what = "The folder or stick is not there."
    what_next = "Nothing was written. Put the stick in, or check the name."


class Handed(NamedTuple):
    """A package that is known as handed over."""

    number: int
    digest: bytes
    at: int
    path: Path | None
    """Where it was copied to; nothing where a person gave it away by hand."""


def note(desk: Desk, which: str) -> Handed:
    """Note that a package, by its file or its number, was given away. Raises NotOurs and NotReadable.

    It is not received by that: only a receipt says so. A second time keeps the first moment.
    """
    with desk.transaction() as tx:
        made = sealed_here(desk, tx, which)
        at = made.handed_over_at if made.handed_over_at is not None else desk.now()
        packages.handed_over(tx, made.digest, at)
    return Handed(made.number, made.digest, at, None)


def hand_over(desk: Desk, package: Path, folder: Path, *, force: bool = False) -> Handed:
    """Copy a package of ours to a folder or stick, read it back, and note it as handed over. The file here stays.

    Raises NotOurs, NoFolder, NoRoom, NotTheSame, AlreadyThere, NotWritable; nothing is noted then.
    """
    data = files.read(package, MOST_BYTES, MARK)
    if not folder.is_dir():
        raise NoFolder
    with desk.transaction() as tx:
        made = _of_digest(tx, layout.digest(data))
        if shutil.disk_usage(folder).free < len(data) + _SPARE:
            raise NoRoom
        to = folder / package.name
        with files.writing(to, force=force) as beside:
            beside.write_bytes(data)
            files.settle(beside)
            if layout.digest(beside.read_bytes()) != made.digest:
                raise NotTheSame
        at = made.handed_over_at if made.handed_over_at is not None else desk.now()
        packages.handed_over(tx, made.digest, at)
    return Handed(made.number, made.digest, at, to)


def sealed_here(desk: Desk, tx: Tx, which: str) -> Made:
    """Return a package that was sealed on this laptop, by its file or its number. Raises NotOurs and NotReadable."""
    if which.isdecimal() and not Path(which).exists():
        return _of_number(tx, desk.device, int(which))
    return _of_digest(tx, layout.digest(files.read(Path(which), MOST_BYTES, MARK)))


def _of_number(tx: Tx, device: str, number: int) -> Made:
    found = next((one for one in packages.made_by(tx, device) if one.number == number), None)
    if found is None:
        raise NotOurs
    return found


def _of_digest(tx: Tx, digest: bytes) -> Made:
    every = (made for own in identity.every_own(tx) for made in packages.made_by(tx, own.device))
    found = next((made for made in every if made.digest == digest), None)
    if found is None:
        raise NotOurs
    return found


def unreceived(desk: Desk, progress: Progress | None = None) -> list[dict[str, Any]]:
    """Return the plans of which something was written here that nobody has said to have received.

    `edits` counts the edits of this store's own laptops; a plan that stays here is among them, and says so.
    """
    standing.caught_up(desk, progress)
    with desk.reading() as tx:
        counts = _counts(tx)
        lines = {line.id: line for line in plans.lines(tx)}
    return [
        {
            "plan": plan,
            "title": lines[plan].title,
            "edits": count,
            "stays_here": standing.row_of(lines[plan]).stays_here,
        }
        for plan, count in sorted(counts.items())
        if plan in lines
    ]


def _counts(tx: Tx) -> dict[str, int]:
    """Count, by plan, own edits that no package which somebody received speaks of, or that stayed back from all."""
    received = [one for one in reach.sent(tx) if one.received_by]
    covered = [reach.covers(one.made) for one in received]
    counts: dict[str, int] = {}
    for own in identity.every_own(tx):
        for seq, plan in written.by(tx, own.device):
            if not any(one.has(own.device, seq, plan) for one in covered):
                counts[plan] = counts.get(plan, 0) + 1
    return counts


def as_json(handed: Handed) -> dict[str, Any]:
    """Return a handing over under the keys that `fsdesk sync handed-over --json` gives."""
    return {
        "number": handed.number,
        "package": handed.digest.hex(),
        "handed_over": waiting.as_time(handed.at),
        "path": None if handed.path is None else str(handed.path),
    }
