"""What was sealed, handed over and received, and which packages of others were taken: three truths kept apart."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select, update

from fsdesk.store import numbers, schema

_made, _taken, _receipts, _devices = (
    schema.packages_made,
    schema.packages_taken,
    schema.receipts,
    schema.devices,
)


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A package this store sealed. ``recipients`` and ``coverage`` are in a form that the sealing chooses."""

    device: str
    number: int
    digest: bytes
    previous: bytes
    recipients: bytes
    coverage: bytes
    sealed_at: int
    handed_over_at: int | None = None


class TakenPackage(msgspec.Struct, frozen=True, kw_only=True):
    """A package of another laptop that was taken in, with what came of it."""

    digest: bytes
    sender: str
    number: int
    taken_at: int
    result: bytes
    receipt_made_at: int | None = None


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """The word of a laptop that it received a package of ours."""

    package: bytes
    device: str
    body: bytes
    seen_at: int


def note_made(connection: Connection, made: Made) -> None:
    """Keep what is known of a package that was sealed."""
    no = numbers.for_device(connection, made.device)
    connection.execute(insert(_made).values(msgspec.structs.asdict(made) | {"device": no}))


def made_by(connection: Connection, device: str) -> list[Made]:
    """Return the packages that a laptop of this store sealed, in the order of their numbers."""
    columns = [_made.c[name] for name in Made.__struct_fields__ if name != "device"]
    query = select(*columns).join(_devices, _devices.c.no == _made.c.device).where(_devices.c.id == device)
    return [Made(device=device, **row._mapping) for row in connection.execute(query.order_by(_made.c.number))]


def last_made(connection: Connection, device: str) -> tuple[int, bytes]:
    """Return number and digest of the last package a laptop sealed; 0 and nothing before the first."""
    query = select(_made.c.number, _made.c.digest).join(_devices, _devices.c.no == _made.c.device)
    last = query.where(_devices.c.id == device).order_by(_made.c.number.desc()).limit(1)
    row = connection.execute(last).one_or_none()
    return (0, b"") if row is None else (row.number, row.digest)


def handed_over(connection: Connection, digest: bytes, at: int) -> None:
    """Note that somebody took a package along, or it was copied to where its recipient finds it."""
    connection.execute(update(_made).where(_made.c.digest == digest).values(handed_over_at=at))


def note_taken(connection: Connection, taken: TakenPackage) -> None:
    """Keep that a package was taken in, so that it is known when it comes again."""
    connection.execute(insert(_taken).values(msgspec.structs.asdict(taken)))


def taken(connection: Connection, digest: bytes) -> TakenPackage | None:
    """Return what came of a package, or nothing when it was never taken."""
    row = connection.execute(select(_taken).where(_taken.c.digest == digest)).one_or_none()
    return None if row is None else TakenPackage(**row._mapping)


def taken_from(connection: Connection, sender: str) -> list[TakenPackage]:
    """Return the packages taken from one laptop, in the order of their numbers."""
    query = select(_taken).where(_taken.c.sender == sender).order_by(_taken.c.number, _taken.c.taken_at)
    return [TakenPackage(**row._mapping) for row in connection.execute(query)]


def receipt_made(connection: Connection, digest: bytes, at: int) -> None:
    """Note that a receipt was written for a package that was taken."""
    connection.execute(update(_taken).where(_taken.c.digest == digest).values(receipt_made_at=at))


def note_receipt(connection: Connection, receipt: Receipt) -> bool:
    """Keep a receipt for a package of ours, once; say whether it is new."""
    is_it = (_receipts.c.package == receipt.package) & (_receipts.c.device == receipt.device)
    if connection.execute(select(_receipts.c.device).where(is_it)).one_or_none() is not None:
        return False
    connection.execute(insert(_receipts).values(msgspec.structs.asdict(receipt)))
    return True


def receipts(connection: Connection, package: bytes | None = None) -> list[Receipt]:
    """Return the receipts seen, of one package or of all, in the order of their coming."""
    conditions: list[Any] = [] if package is None else [_receipts.c.package == package]
    query = select(_receipts).where(*conditions).order_by(_receipts.c.seen_at, _receipts.c.device)
    return [Receipt(**row._mapping) for row in connection.execute(query)]
