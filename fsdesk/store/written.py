"""Which edits a laptop wrote of which plan, without reading what they say."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from fsdesk.store import schema

_edits, _devices, _plans = schema.edits, schema.devices, schema.plans


def by(connection: Connection, device: str) -> Iterator[tuple[int, str]]:
    """Yield the number and the plan of each edit that is here of a laptop, in the order of their numbers."""
    query = (
        select(_edits.c.seq, _plans.c.id)
        .join(_devices, _devices.c.no == _edits.c.device)
        .join(_plans, _plans.c.no == _edits.c.plan)
        .where(_devices.c.id == device)
        .order_by(_edits.c.seq)
    )
    yield from ((seq, plan) for seq, plan in connection.execute(query))
