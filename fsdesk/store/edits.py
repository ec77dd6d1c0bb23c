"""Every edit ever made or received: appended, read by plan or since a point, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select, update

from fsdesk.plans import chain
from fsdesk.plans.edits import Edit, Key
from fsdesk.store import bulk, edit_rows, numbers, schema
from fsdesk.store.edit_rows import Chained, EditRow, Placed

_edits, _devices, _further = schema.edits, schema.devices, schema.further_parts
_AT_ONCE = 4000

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
_by_plans = (
    select(schema.plans.c.id, _edits)
    .join(schema.plans, schema.plans.c.no == _edits.c.plan)
    .where(schema.plans.c.id.in_(bindparam("plans", expanding=True)))
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
    device, seq, link = _known_device(connection, made.device)
    if made.seq <= seq:
        raise chain.Fork(made.device, made.seq)
    if made.seq != seq + 1 or made.previous != link or not edit.is_whole:
        raise chain.ChainBroken(made.device, made.seq)
    plan = numbers.for_plan(connection, made.plan)
    bulk.add(connection, _edits, [edit_rows.row(edit, device, seq + 1, plan, made.link)])
    put_further(connection, [(edit, device, seq + 1, plan)])
    connection.execute(_move_on, {"device": device, "reached": made.seq, "reached_link": made.link})
    return Key(made.device, made.seq)


def _known_device(connection: Connection, device: str) -> tuple[int, int, bytes]:
    known = connection.execute(_device, {"device": device}).one_or_none()
    if known is None:
        return numbers.for_device(connection, device), 0, chain.START
    return known.no, known.seq, known.link


def put_further(connection: Connection, kept: Iterable[tuple[Edit, int, int, int]]) -> None:
    """Keep the parts that have no column of their own, of edits given with laptop, number and plan."""
    rows = [
        (device, seq, place, plan, content)
        for edit, device, seq, plan in kept
        if edit_rows.has_further(edit)
        for place, content in edit_rows.further(edit).items()
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


def of_plans(connection: Connection, wanted: Sequence[str]) -> dict[str, list[Edit]]:
    """Return every edit of some plans, those of each in canonical order; a few hundred plans at once are quickest."""
    names = _device_names(connection)
    found: dict[str, list[Sequence[Any]]] = {plan: [] for plan in wanted}
    for plan, *row in connection.execute(_by_plans, {"plans": list(wanted)}):
        found[plan].append(row)
    return {
        plan: [_whole(connection, row) for row in sorted(rows, key=lambda row: (names[row[0]], row[1]))]
        for plan, rows in found.items()
    }


def count_between(connection: Connection, device: str, first: int, last: int) -> int:
    """Return how many edits of a laptop are here from a first to a last number."""
    query = select(func.count()).select_from(_edits).join(_devices, _devices.c.no == _edits.c.device)
    here = query.where(_devices.c.id == device, _edits.c.seq.between(first, last))
    return int(connection.execute(here).scalar_one())


def since(connection: Connection, seen: Mapping[str, int]) -> Iterator[Edit]:
    """Yield the edits beyond those seen (by laptop, the last sequence number), laptop by laptop, in their order.

    Memory stays bounded: they are read a few thousand at a time.
    """
    for no, device in sorted(_device_names(connection).items(), key=lambda found: found[1]):
        yield from (_whole(connection, row) for row in _rows_after(connection, no, seen.get(device, 0)))


def placed_since(connection: Connection, seen: Mapping[str, int]) -> Iterator[Placed]:
    """Yield the edits beyond those seen as `since` does, each with where it stands."""
    plans = {row.no: row.id for row in connection.execute(select(schema.plans.c.no, schema.plans.c.id))}
    further = partial(_further_of, connection)
    for no, device in sorted(_device_names(connection).items(), key=lambda found: found[1]):
        for row in _rows_after(connection, no, seen.get(device, 0)):
            _, seq, plan, link, *_ = row
            yield Placed(edit_rows.edit(row, further), device, seq, plans[plan], link)


def of_device(connection: Connection, device: str) -> Iterator[tuple[Chained, bytes]]:
    """Yield every edit of one laptop, in order, each with the link that was noted when it was kept."""
    for row in _rows_after(connection, numbers.of_device(connection, device), 0):
        _, _, _, link, *_ = row
        yield Chained.of(_whole(connection, row)), link


def _rows_after(connection: Connection, device: int | None, seq: int) -> Iterator[EditRow]:
    while rows := bulk.read(connection, _after, {"device": device, "seq": seq}):
        yield from rows
        _, seq, *_ = rows[-1]


def coverage(connection: Connection) -> dict[str, int]:
    """Return how far the edits of each laptop are here without a gap, by its id."""
    query = select(_devices.c.id, _devices.c.seq).order_by(_devices.c.id)
    return {row.id: row.seq for row in connection.execute(query)}


def count(connection: Connection) -> int:
    """Return how many edits the store holds."""
    return int(connection.execute(select(func.count()).select_from(_edits)).scalar_one())


def _device_names(connection: Connection) -> dict[int, str]:
    return {row.no: row.id for row in connection.execute(select(_devices.c.no, _devices.c.id))}


def _whole(connection: Connection, row: EditRow) -> Edit:
    return edit_rows.edit(row, partial(_further_of, connection))


def _further_of(connection: Connection, row: EditRow) -> dict[int, bytes]:
    device, seq, *_ = row
    query: Select[Any] = select(_further.c.place, _further.c.body).where(
        _further.c.device == device, _further.c.seq == seq
    )
    return {place: body for place, body in connection.execute(query) if body is not None}
