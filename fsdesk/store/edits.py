"""Every edit ever made or received: appended, read by plan or since a point, never changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, select, update

from fsdesk.plans import chain
from fsdesk.plans.edits import Edit, Key
from fsdesk.store import bulk, edit_rows, numbers, schema
from fsdesk.store.edit_rows import Chained

_edits, _devices, _further = schema.edits, schema.devices, schema.further_parts
_AT_ONCE = 1000

_move_on = (
    update(_devices)
    .where(_devices.c.no == bindparam("device"))
    .values(seq=bindparam("reached"), link=bindparam("reached_link"))
)
_device = select(_devices.c.no, _devices.c.seq, _devices.c.link).where(_devices.c.id == bindparam("device"))
_by_plan = (
    select(_edits)
    .join(schema.plans, schema.plans.c.no == _edits.c.plan)
    .where(schema.plans.c.id == bindparam("plan"))
)
_after = (
    select(_edits)
    .where(_edits.c.device == bindparam("device"), _edits.c.seq > bindparam("seq"))
    .order_by(_edits.c.seq)
    .limit(_AT_ONCE)
)


def append(connection: Connection, edit: Edit) -> Key:
    """Add the next edit of a laptop, its parts as they were committed to, and return where it stands.

    Raises Fork when that place is taken, ChainBroken when the edit does not follow on from the last one.
    """
    made = Chained.of(edit)
    header = made.header
    device, seq, link = _known_device(connection, header.device)
    if header.seq <= seq:
        raise chain.Fork(header.device, header.seq)
    if header.seq != seq + 1 or header.previous != link or not edit.is_whole:
        raise chain.ChainBroken(header.device, header.seq)
    plan = numbers.for_plan(connection, header.plan)
    bulk.add(connection, _edits, [edit_rows.row(made, device, plan)])
    put_further(connection, [made], {header.device: device}, {header.plan: plan})
    connection.execute(_move_on, {"device": device, "reached": header.seq, "reached_link": made.link})
    return Key(header.device, header.seq)


def _known_device(connection: Connection, device: str) -> tuple[int, int, bytes]:
    known = connection.execute(_device, {"device": device}).one_or_none()
    if known is None:
        return numbers.for_device(connection, device), 0, chain.START
    return known.no, known.seq, known.link


def put_further(
    connection: Connection, edits: list[Chained], devices: Mapping[str, int], plans: Mapping[str, int]
) -> None:
    """Keep the parts that have no column of their own."""
    rows = [
        (devices[made.header.device], made.header.seq, place, plans[made.header.plan], content)
        for made in edits
        for place, content in edit_rows.further(made.edit).items()
    ]
    bulk.add(connection, _further, rows)


def last(connection: Connection, device: str) -> tuple[int, bytes]:
    """Return how far the edits of a laptop are here without a gap: the last sequence number and its link."""
    known = connection.execute(_device, {"device": device}).one_or_none()
    return (0, chain.START) if known is None else (known.seq, known.link)


def of_plan(connection: Connection, plan: str) -> list[Edit]:
    """Return every edit of a plan, in canonical order (laptop, sequence)."""
    names = _device_names(connection)
    rows = sorted(connection.execute(_by_plan, {"plan": plan}), key=lambda row: (names[row.device], row.seq))
    return [_whole(connection, row) for row in rows]


def since(connection: Connection, seen: Mapping[str, int]) -> Iterator[Edit]:
    """Yield the edits beyond those seen (by laptop, the last sequence number), laptop by laptop, in their order.

    Memory stays bounded: they are read a thousand at a time.
    """
    for no, device in sorted(_device_names(connection).items(), key=lambda found: found[1]):
        yield from (_whole(connection, row) for row in _rows_after(connection, no, seen.get(device, 0)))


def of_device(connection: Connection, device: str) -> Iterator[tuple[Chained, bytes]]:
    """Yield every edit of one laptop, in order, each with the link that was noted when it was kept."""
    for row in _rows_after(connection, numbers.of_device(connection, device), 0):
        yield Chained.of(_whole(connection, row)), row.link


def _rows_after(connection: Connection, device: int | None, seq: int) -> Iterator[Row[Any]]:
    while rows := connection.execute(_after, {"device": device, "seq": seq}).all():
        yield from rows
        seq = rows[-1].seq


def coverage(connection: Connection) -> dict[str, int]:
    """Return how far the edits of each laptop are here without a gap, by its id."""
    query = select(_devices.c.id, _devices.c.seq).order_by(_devices.c.id)
    return {row.id: row.seq for row in connection.execute(query)}


def count(connection: Connection) -> int:
    """Return how many edits the store holds."""
    return int(connection.execute(select(func.count()).select_from(_edits)).scalar_one())


def _device_names(connection: Connection) -> dict[int, str]:
    return {row.no: row.id for row in connection.execute(select(_devices.c.no, _devices.c.id))}


def _whole(connection: Connection, row: Row[Any]) -> Edit:
    further = _further_of(connection, row) if edit_rows.needs_further(row) else {}
    return edit_rows.edit(row, further)


def _further_of(connection: Connection, row: Row[Any]) -> dict[int, bytes]:
    query: Select[Any] = select(_further.c.place, _further.c.body).where(
        _further.c.device == row.device, _further.c.seq == row.seq
    )
    return {place: body for place, body in connection.execute(query) if body is not None}
