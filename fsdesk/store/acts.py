"""The named acts that a store keeps for good: what left it, for whom, and what was erased or let in again."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select

from fsdesk.store import numbers, schema

_acts, _plans = schema.acts, schema.plans
_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_decode = msgspec.msgpack.Decoder(dict[str, Any]).decode

ACCESS_PACK = "access_pack"
PLAIN_EXPORT = "plain_export"
ERASED = "erased"
LET_IN = "let_in"
TURNED_AWAY = "turned_away"
ACCEPTED = "accepted"
COPY_TAKEN = "copy_taken"
COPY_LET_GO = "copy_let_go"
SHARED_COPY = "shared_copy"


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One act: which, of which plan if of one, who did it and when (milliseconds since 1970 UTC).

    ``detail`` says what it was about, in ids and counts; of a plan that was erased it is gone.
    """

    act: str
    who: str
    done_at: int
    plan: str | None = None
    detail: dict[str, Any] = {}


def note(connection: Connection, act: Act) -> None:
    """Keep an act."""
    no = None if act.plan is None else numbers.for_plan(connection, act.plan)
    detail = _encode(act.detail) if act.detail else None
    values = {"act": act.act, "plan": no, "who": act.who, "done_at": act.done_at, "detail": detail}
    connection.execute(insert(_acts).values(values))


def every(connection: Connection, plan: str | None = None) -> list[Act]:
    """Return the acts, of one plan or all, in the order in which they were done."""
    columns = (_acts.c.act, _acts.c.who, _acts.c.done_at, _plans.c.id, _acts.c.detail)
    query = select(*columns).outerjoin(_plans, _plans.c.no == _acts.c.plan).order_by(_acts.c.no)
    rows = connection.execute(query if plan is None else query.where(_plans.c.id == plan))
    return [
        Act(act=act, who=who, done_at=at, plan=id_, detail=_decode(detail) if detail else {})
        for act, who, at, id_, detail in rows
    ]
