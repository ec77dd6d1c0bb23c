"""The laptops whose edits are here: their keys, how far they reach, the heads they signed, what they left out."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, insert, select, update

from fsdesk.plans.chain import Head
from fsdesk.store import numbers, schema, taking

_devices, _heads, _left_out = schema.devices, schema.heads, schema.left_out


class Device(msgspec.Struct, frozen=True):
    """A laptop as this store knows it; ``seq`` and ``link`` say how far its edits are here without a gap."""

    id: str
    public_key: bytes | None
    seq: int
    link: bytes


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """Edits of a laptop that were left out: one as its digest, or a range with the signed link after it."""

    device: str
    first: int
    last: int
    digest: bytes | None = None
    link_after: bytes | None = None
    signature: bytes | None = None


class OtherKey(ValueError):
    """A laptop shows another key than the one it was known by."""


def every(connection: Connection) -> list[Device]:
    """Return all laptops, in the order of their ids."""
    query = select(_devices.c.id, _devices.c.public_key, _devices.c.seq, _devices.c.link).order_by(
        _devices.c.id
    )
    return [Device(*row) for row in connection.execute(query)]


def one(connection: Connection, device: str) -> Device | None:
    """Return one laptop, or nothing when this store has never heard of it."""
    return next((known for known in every(connection) if known.id == device), None)


def know_key(connection: Connection, device: str, public_key: bytes) -> None:
    """Keep the key that a laptop signs with (Ed25519, 32 bytes). Raises OtherKey when it was known by another."""
    no = numbers.for_device(connection, device)
    known = connection.execute(select(_devices.c.public_key).where(_devices.c.no == no)).scalar_one()
    if known is not None and known != public_key:
        raise OtherKey(device)
    change_key(connection, device, public_key)


def change_key(connection: Connection, device: str, public_key: bytes) -> None:
    """Keep another key that a laptop signs with from now on, once two people have read its words aloud."""
    no = numbers.for_device(connection, device)
    connection.execute(update(_devices).where(_devices.c.no == no).values(public_key=public_key))


def keep_head(connection: Connection, head: Head) -> None:
    """Keep a head whose signature the caller has verified; one that is here already stays."""
    no = numbers.for_device(connection, head.device)
    is_it = (_heads.c.device == no) & (_heads.c.seq == head.seq)
    if connection.execute(select(_heads.c.seq).where(is_it)).one_or_none() is None:
        values = {"device": no, "seq": head.seq, "link": head.link, "signature": head.signature}
        connection.execute(insert(_heads).values(values))


def heads(connection: Connection, device: str) -> list[Head]:
    """Return the heads that a laptop signed, the earliest first."""
    query = select(_heads.c.seq, _heads.c.link, _heads.c.signature).join(
        _devices, _devices.c.no == _heads.c.device
    )
    rows = connection.execute(query.where(_devices.c.id == device).order_by(_heads.c.seq))
    return [Head(device, *row) for row in rows]


def leave_out(connection: Connection, left_out: LeftOut) -> None:
    """Keep what stands for edits that were left out, once, and see how far the laptop's edits reach with it."""
    no = numbers.for_device(connection, left_out.device)
    is_it = (
        (_left_out.c.device == no)
        & (_left_out.c.first == left_out.first)
        & (_left_out.c.last == left_out.last)
    )
    if connection.execute(select(_left_out.c.first).where(is_it)).one_or_none() is None:
        connection.execute(insert(_left_out).values(msgspec.structs.asdict(left_out) | {"device": no}))
        taking.move_on(connection, left_out.device)


def left_out(connection: Connection, device: str) -> list[LeftOut]:
    """Return what stands for left-out edits of a laptop, in their order."""
    columns = [_left_out.c[name] for name in LeftOut.__struct_fields__ if name != "device"]
    query = (
        select(*columns).join(_devices, _devices.c.no == _left_out.c.device).where(_devices.c.id == device)
    )
    rows = connection.execute(query.order_by(_left_out.c.first, _left_out.c.last))
    return [LeftOut(device=device, **row._mapping) for row in rows]
