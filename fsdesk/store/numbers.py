"""Small numbers that stand for the long ids of plans and laptops inside one store."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Table, bindparam, func, insert, select

from fsdesk.plans import chain
from fsdesk.store import bulk, schema

_AT_ONCE = 500
_plan = select(schema.plans.c.no).where(schema.plans.c.id == bindparam("plan"))
_plans = select(schema.plans.c.id, schema.plans.c.no).where(
    schema.plans.c.id.in_(bindparam("plans", expanding=True))
)
_last_plan = select(func.max(schema.plans.c.no))
_device = select(schema.devices.c.no).where(schema.devices.c.id == bindparam("device"))


def of_plan(connection: Connection, plan: str) -> int | None:
    """Return the number of a plan, or nothing when the store has never heard of it."""
    return connection.execute(_plan, {"plan": plan}).scalar()


def of_device(connection: Connection, device: str) -> int | None:
    """Return the number of a laptop, or nothing when the store has never heard of it."""
    return connection.execute(_device, {"device": device}).scalar()


def for_plan(connection: Connection, plan: str) -> int:
    """Return the number of a plan, a new one if need be."""
    return of_plan(connection, plan) or _new(connection, schema.plans, {"id": plan})


def for_device(connection: Connection, device: str) -> int:
    """Return the number of a laptop, a new one if need be."""
    return of_device(connection, device) or _new(
        connection, schema.devices, {"id": device, "link": chain.START}
    )


def for_plans(connection: Connection, plans: Iterable[str]) -> dict[str, int]:
    """Return the numbers of many plans at once, new ones where need be."""
    wanted = sorted(set(plans))
    if len(wanted) == 1:
        return {wanted[0]: for_plan(connection, wanted[0])}
    found = _known(connection, wanted)
    strange = [plan for plan in wanted if plan not in found]
    if strange:
        last = connection.execute(_last_plan).scalar() or 0
        new = {plan: no for no, plan in enumerate(strange, last + 1)}
        bulk.add(connection, schema.plans, [(no, plan) for plan, no in new.items()])
        found |= new
    return found


def _known(connection: Connection, plans: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(plans), _AT_ONCE):
        some = plans[start : start + _AT_ONCE]
        found |= {row.id: row.no for row in connection.execute(_plans, {"plans": some})}
    return found


def _new(connection: Connection, table: Table, values: dict[str, object]) -> int:
    return int(connection.execute(insert(table).values(values).returning(table.c.no)).scalar_one())
