"""Sending: one sealed package, written, read back and compared, and kept on record with what left in it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from fsdesk.desk import files, going_out, reach, rosters, standing
from fsdesk.desk import plans as plans_
from fsdesk.desk.cards import KnownPerson
from fsdesk.desk.desk import Desk
from fsdesk.desk.selecting import Selected, Selection
from fsdesk.desk.standing import Row
from fsdesk.errors import Refused
from fsdesk.jobs import Progress, many_small_things, quiet
from fsdesk.plans.edits import Part
from fsdesk.store import held, media, packages
from fsdesk.store.package import layout
from fsdesk.store.package.seal import Recipients
from fsdesk.store.package.seal import seal as sealed_bytes
from fsdesk.store.package.unseal import MOST_BYTES
from fsdesk.store.tx import Tx

_STEPS = 3
_PIECE_BYTES = 2**20


class NothingToSend(Refused):
    """Everything that may leave has been received."""

    what = "There is nothing new to send to them."
    what_next = "Nothing was written. Use --all to send everything once more."
    in_window = "Nothing was written. Choose to send everything once more, if they need it again."


class StaysHere(Refused):
    """A plan that was chosen is marked as staying."""

    what = "A plan that you chose is marked as staying on this laptop."
    what_next = "Nothing was written. Leave it out, or talk with the family and take the mark off."


class NoSuchPlanHere(Refused):
    """A plan that was chosen is not in this store."""

    what = "A plan that you chose is not in this store."
    what_next = "Nothing was written. List the plans with `fsdesk plan list`."
    in_window = "Nothing was written. Choose from the plans that are listed."


class TooLarge(Refused):
    """More would leave than a reader has to be able to hold."""

    what = f"There is more to send than one package can hold ({MOST_BYTES // 2**20} MB)."
    what_next = "Nothing was written. Send some of the plans first, with --plan, and the others after."
    in_window = "Nothing was written. Choose some of the families first, and the others after."


class NotTheSame(Refused):
    """What stands on the disk is not what was written."""

    what = "The package was written, but does not read back as it was."
    what_next = "It was taken away again. Try another disk or stick."


class Made(NamedTuple):
    """A package that was sealed, written, and read back the same."""

    path: Path
    number: int
    size: int
    names: tuple[str, ...]
    plans: tuple[str, ...]
    stays: tuple[str, ...]
    edits: int
    sealed_parts: int
    not_verified: tuple[str, ...] = ()
    """Names of those readers whose eight words were not read aloud yet."""


def seal(
    desk: Desk,
    readers: Sequence[KnownPerson],
    out: Path,
    *,
    chosen: Iterable[str] = (),
    since_receipt: bool = True,
    force: bool = False,
    progress: Progress | None = None,
) -> Made:
    """Seal a package to these readers and write it; it is known as sealed once it has been read back the same.

    What left and what stayed is kept with it (`going_out.kept`). Raises NoTeam, NothingToSend, StaysHere,
    NoSuchPlanHere, TooLarge, NotTheSame, and what `files.write` raises; stopped before the last step, nothing was
    written and nothing is noted.
    """
    files.refuse_taken(out, force=force)
    tell = progress or quiet()
    standing.caught_up(desk, tell)
    with many_small_things(), desk.transaction() as tx:
        tell.step(0, _STEPS, "Choosing what goes")
        rows: Mapping[str, Row] = standing.rows(tx)
        goes, stays = _sorted_plans(rows, frozenset(chosen))
        rows = _said_again(desk, tx, rows, goes)
        package = secrets.token_hex(16)
        seen = reach.received_by_all(tx, readers, goes) if since_receipt else {}
        selected = Selection(tx, desk.device, {plan: rows[plan] for plan in goes}).since(seen, package)
        if not selected.edits:
            raise NothingToSend
        tell.step(1, _STEPS, "Sealing")
        sealed_parts = selected.closed.count
        _put_pictures(tx, selected, rows)
        number, data = _sealed(desk, tx, readers, selected)
        _refuse_more(len(data))
        # What waits here goes on as its place in the chain: once it is accepted, all of that plan has to go again.
        part = {plan for plan, _ in held.reasons(tx)}
        table = going_out.to_keep(readers, rows, chosen=goes, holds=selected.plans)
        _note(desk, tx, data, readers, reach.as_coverage(selected.coverage, {*stays, *part}, table))
        tell.step(2, _STEPS, "Writing it and reading it back")
        _write(out, data, force=force)
    names = tuple(reader.name for reader in readers)
    sent = tuple(sorted(selected.plans))
    unread = tuple(reader.name for reader in readers if not reader.verified)
    return Made(out, number, len(data), names, sent, stays, selected.edits, sealed_parts, unread)


def _said_again(desk: Desk, tx: Tx, rows: Mapping[str, Row], goes: frozenset[str]) -> Mapping[str, Row]:
    """Say again what some plans owe before they are sent, and return the rows as they are then."""
    owing = [plan for plan in sorted(goes) if rows[plan].owes]
    for plan in owing:
        plans_.before_sending(desk, tx, plan)
    return standing.rows(tx) if owing else rows


def _sorted_plans(rows: Mapping[str, Row], chosen: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    if chosen - set(rows):
        raise NoSuchPlanHere
    staying = frozenset(plan for plan, row in rows.items() if row.stays_here)
    if chosen & staying:
        raise StaysHere
    goes = (chosen or frozenset(rows)) - staying
    return goes, tuple(sorted(set(rows) - goes))


def _sealed(desk: Desk, tx: Tx, readers: Sequence[KnownPerson], selected: Selected) -> tuple[int, bytes]:
    last, previous = packages.last_made(tx, desk.device)
    listed = rosters.current(desk, tx)
    header = layout.Header(
        package=selected.package,
        number=last + 1,
        previous=previous,
        team=desk.team,
        sender=desk.device,
        made_at=desk.now(),
        recipients=(),
        coverage=selected.coverage,
        heads=tuple(selected.heads),
        withheld=tuple(selected.withheld),
        general=layout.Compartment(0, b""),
        roster=listed.written() if listed else b"",
    )
    to = Recipients(_keys(readers), _keys(reader for reader in readers if reader.is_lead))
    return header.number, sealed_bytes(desk.keys(tx), header, selected.general, selected.closed, to)


def _keys(readers: Iterable[KnownPerson]) -> tuple[str, ...]:
    return tuple(sorted({reader.age_key for reader in readers}))


def _put_pictures(tx: Tx, selected: Selected, rows: Mapping[str, Row]) -> None:
    """Put each picture, once, into the compartment of its record; one that stays, stays."""
    into = {Part.GENERAL: selected.general, Part.SEALED: selected.closed}
    done: set[tuple[Part, str]] = set()
    for plan in sorted(selected.plans):
        row = rows[plan]
        private = {record: Part(part) for name, record, part in row.private if name == "media"}
        for record, bound in row.pictures:
            part = private.get(record, Part.GENERAL)
            if part in into and (part, bound) not in done and (picture := media.get(tx, bound)) is not None:
                into[part].add("media", (bound, picture))
                done.add((part, bound))
                _refuse_more(selected.general.size + selected.closed.size)


def _refuse_more(size: int) -> None:
    if size > MOST_BYTES:
        raise TooLarge


def _note(desk: Desk, tx: Tx, data: bytes, readers: Sequence[KnownPerson], coverage: bytes) -> None:
    number, previous = packages.last_made(tx, desk.device)
    made = packages.Made(
        device=desk.device,
        number=number + 1,
        digest=layout.digest(data),
        previous=previous,
        recipients=reach.as_recipients(readers),
        coverage=coverage,
        sealed_at=desk.now(),
    )
    packages.note_made(tx, made)


def _write(out: Path, data: bytes, *, force: bool) -> None:
    """Write the package inside the transaction that notes it, so that neither is without the other."""
    with files.writing(out, force=force) as beside:
        beside.write_bytes(data)
        files.settle(beside)
        if not _reads_back(beside, data):
            raise NotTheSame


def _reads_back(path: Path, data: bytes) -> bool:
    """Say whether a file holds exactly these bytes; a piece of it at a time, it may be large."""
    at = 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE_BYTES):
            if not data.startswith(piece, at):
                return False
            at += len(piece)
    return at == len(data)


def made_as_json(made: Made) -> dict[str, Any]:
    """Return a package under the keys that `fsdesk sync export --json` gives."""
    return {
        "package": str(made.path),
        "number": made.number,
        "bytes": made.size,
        "to": list(made.names),
        "plans": list(made.plans),
        "stays": list(made.stays),
        "edits": made.edits,
        "sealed": made.sealed_parts,
        "not_verified": list(made.not_verified),
    }
