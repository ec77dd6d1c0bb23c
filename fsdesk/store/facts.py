"""What a store knows of itself: whose it is, in which role, on which laptop, in which team."""

from __future__ import annotations

import enum

import msgspec
from sqlalchemy import Connection, insert, select, update

from fsdesk.store import numbers, schema
from fsdesk.store.refusals import Damaged

_this, _devices = schema.this_store, schema.devices


class Role(enum.StrEnum):
    """What the person of a store does; a lead alone has the sealed right."""

    WORKER = "worker"
    LEAD = "lead"


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """A store's own facts. A worker's store has no team until it accepts a lead's card."""

    store: str
    role: Role
    name: str
    device: str
    team: str | None
    made_at: int


class OtherTeam(ValueError):
    """A store belongs to one team for good, but for a lead's whose own team nobody was ever in."""


def begin(connection: Connection, facts: Facts) -> None:
    """Write down the facts of a new store."""
    values = msgspec.structs.asdict(facts) | {"one": 1, "role": facts.role.value}
    values["device"] = numbers.for_device(connection, facts.device)
    connection.execute(insert(_this).values(values))


def read(connection: Connection) -> Facts:
    """Return the facts. Raises Damaged when there are none."""
    columns = (_this.c.store, _this.c.role, _this.c.name, _devices.c.id, _this.c.team, _this.c.made_at)
    query = select(*columns).join(_devices, _devices.c.no == _this.c.device)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise Damaged("The file store.db of this store does not say what it is.")
    store, role, name, device, team, made_at = row
    return Facts(store=store, role=Role(role), name=name, device=device, team=team, made_at=made_at)


def store_id(connection: Connection) -> str:
    """Return the id of the store. Raises Damaged when it has none."""
    store: str | None = connection.execute(select(_this.c.store)).scalar()
    if store is None:
        raise Damaged("The file store.db of this store does not say what it is.")
    return store


def join_team(connection: Connection, team: str) -> None:
    """Make the store part of a team. Raises OtherTeam when it is part of another."""
    known = read(connection).team
    if known not in (None, team):
        raise OtherTeam(team)
    connection.execute(update(_this).values(team=team))


def lead_with_others(connection: Connection, team: str) -> None:
    """Let a lead's store be of another lead's team; the caller has seen that nobody was ever in its own."""
    connection.execute(update(_this).where(_this.c.role == Role.LEAD.value).values(team=team))


def move_to(connection: Connection, device: str) -> None:
    """Go on under a new laptop id, after a restore, a recovery or a move to another laptop."""
    connection.execute(update(_this).values(device=numbers.for_device(connection, device)))
