"""What was received and not folded: kept encrypted with its reason until a person decides."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select

from fsdesk.store import schema

_held = schema.held


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """Something put aside: the reason as a code, where it belongs as far as known, and its own bytes."""

    reason: str
    body: bytes
    held_at: int
    plan: str = ""
    device: str = ""
    seq: int | None = None
    package: bytes | None = None
    no: int | None = None


def hold(connection: Connection, held: Held) -> int:
    """Put something aside and return the number it is known by."""
    values = {name: value for name, value in msgspec.structs.asdict(held).items() if name != "no"}
    return int(connection.execute(insert(_held).values(values).returning(_held.c.no)).scalar_one())


def every(connection: Connection, plan: str | None = None) -> list[Held]:
    """Return what is held, of one plan or of all, in the order of its coming."""
    conditions: list[Any] = [] if plan is None else [_held.c.plan == plan]
    rows = connection.execute(select(_held).where(*conditions).order_by(_held.c.no))
    return [Held(**row._mapping) for row in rows]


def reasons(connection: Connection) -> set[tuple[str, str]]:
    """Return the plans of which something is held, each with the reason, without reading what it is."""
    rows = connection.execute(select(_held.c.plan, _held.c.reason).distinct())
    return {(row.plan, row.reason) for row in rows}


def laptops(connection: Connection, reason: str) -> set[str]:
    """Return the laptops of which something is held for a reason."""
    rows = connection.execute(select(_held.c.device).where(_held.c.reason == reason).distinct())
    return set(rows.scalars())


def by_package(connection: Connection) -> dict[bytes, int]:
    """Return of how many plans each package brought something that is held still."""
    found: dict[bytes, set[str]] = {}
    for plan, package in connection.execute(select(_held.c.plan, _held.c.package).distinct()):
        if package is not None:
            found.setdefault(package, set()).add(plan)
    return {package: len(plans) for package, plans in found.items()}


def release(connection: Connection, no: int) -> None:
    """Let go of something held: a person took it in, or turned it away."""
    connection.execute(delete(_held).where(_held.c.no == no))
