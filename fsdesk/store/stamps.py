"""How much of a plan's edits the store holds, in a few numbers that change whenever any of it comes or goes."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, func, select

from fsdesk.store import schema
from fsdesk.store.edit_rows import COLUMNS

Stamp = tuple[tuple[int, ...], ...]
"""For each laptop: its number, how many of its edits, the last of them, and how many hold each kind of part."""

_edits = schema.edits
_counted = (
    select(
        _edits.c.device,
        func.count(),
        func.max(_edits.c.seq),
        *(func.count(_edits.c[column]) for column in COLUMNS.values()),
    )
    .join(schema.plans, schema.plans.c.no == _edits.c.plan)
    .where(schema.plans.c.id == bindparam("plan"))
    .group_by(_edits.c.device)
    .order_by(_edits.c.device)
)


def of_plan(connection: Connection, plan: str) -> Stamp:
    """Return the stamp of a plan; empty for one of which nothing is here.

    Edits are never changed and never taken out, and what is let go of stays let go: two equal stamps of one store
    stand for the same edits, as long as nothing between them was rolled back.
    """
    return tuple(tuple(map(int, row)) for row in connection.execute(_counted, {"plan": plan}))
