"""Small numbers that stand for the long ids of plans and laptops inside one store."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Table, bindparam, insert, select

from fsdesk.plans import chain
from fsdesk.store import schema

_AT_ONCE = 500
_plan = select(schema.plans.c.no).where(schema.plans.c.id == bindparam("plan"))
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
    missing = [{"id": plan} for plan in wanted if plan not in found]
    if missing:
        connection.execute(insert(schema.plans), missing)
        found |= _known(connection, [row["id"] for row in missing])
    return found


def _known(connection: Connection, plans: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(plans), _AT_ONCE):
        some = plans[start : start + _AT_ONCE]
        query = select(schema.plans.c.id, schema.plans.c.no).where(schema.plans.c.id.in_(some))
        found |= {row.id: row.no for row in connection.execute(query)}
    return found


def _new(connection: Connection, table: Table, values: dict[str, object]) -> int:
    return int(connection.execute(insert(table).values(values).returning(table.c.no)).scalar_one())
