"""The links of single places in a laptop's chain, to see whether what comes joins on to what is here."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select

from fsdesk.plans.edits import Header
from fsdesk.store import schema

_edits, _devices, _left_out = schema.edits, schema.devices, schema.left_out
_decode = msgspec.msgpack.Decoder(Header).decode


def link_after(connection: Connection, device: str, seq: int) -> bytes | None:
    """Return the link after an edit, or nothing when it is not here."""
    query = select(_edits.c.link).join(_devices, _devices.c.no == _edits.c.device)
    return connection.execute(query.where(_devices.c.id == device, _edits.c.seq == seq)).scalar()


def link_before(connection: Connection, device: str, seq: int) -> bytes | None:
    """Return the link that an edit says was before it, or nothing when it is not here."""
    query = select(_edits.c.header).join(_devices, _devices.c.no == _edits.c.device)
    header = connection.execute(query.where(_devices.c.id == device, _edits.c.seq == seq)).scalar()
    return None if header is None else _decode(header).previous


def links(connection: Connection, device: str, first: int, last: int) -> list[tuple[int, bytes]]:
    """Return number and link of the edits of a laptop that are here from a first to a last number."""
    query = select(_edits.c.seq, _edits.c.link).join(_devices, _devices.c.no == _edits.c.device)
    rows = query.where(_devices.c.id == device, _edits.c.seq.between(first, last)).order_by(_edits.c.seq)
    return [(row.seq, row.link) for row in connection.execute(rows)]


def last_link(connection: Connection, device: str, first: int, last: int) -> tuple[int, bytes] | None:
    """Return number and link of the last edit of a laptop that is here between two numbers, or nothing."""
    query = select(_edits.c.seq, _edits.c.link).join(_devices, _devices.c.no == _edits.c.device)
    rows = query.where(_devices.c.id == device, _edits.c.seq.between(first, last))
    row = connection.execute(rows.order_by(_edits.c.seq.desc()).limit(1)).one_or_none()
    return None if row is None else (row.seq, row.link)


def gaps(connection: Connection, device: str) -> list[tuple[int, int]]:
    """Return the numbers, first and last, that are missing among what is here of a laptop's chain."""
    known = connection.execute(
        select(_devices.c.no, _devices.c.seq).where(_devices.c.id == device)
    ).one_or_none()
    if known is None:
        return []
    found = []
    reached = known.seq
    for first, last in _beyond(connection, known.no, reached):
        if first > reached + 1:
            found.append((reached + 1, first - 1))
        reached = max(reached, last)
    return found


def _beyond(connection: Connection, device: int, seq: int) -> list[tuple[int, int]]:
    kept = select(_edits.c.seq, _edits.c.seq).where(_edits.c.device == device, _edits.c.seq > seq)
    stood_for = select(_left_out.c.first, _left_out.c.last).where(
        _left_out.c.device == device, _left_out.c.last > seq
    )
    rows = [*connection.execute(kept), *connection.execute(stood_for)]
    return sorted((row[0], row[1]) for row in rows)
