"""The one way in which words leave a store: a whole plan erased, its chain left so that it still verifies."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from fsdesk.store import numbers, schema

_erasures, _plans = schema.erasures, schema.plans


class Erasure(msgspec.Struct, frozen=True, kw_only=True):
    """A plan that was erased here: by whom, when (milliseconds since 1970 UTC) and why."""

    plan: str
    erased_at: int
    who: str
    why: str = ""


def erase(connection: Connection, erasure: Erasure) -> None:
    """Drop parts, salts, drafts, the folded plan and everything lists show of it; headers and commitments stay.

    The plan is known as erased from now on, and what comes of it again is not filled in. Free pages are
    overwritten as they are made; the caller checkpoints the write-ahead log.
    """
    if is_erased(connection, erasure.plan):
        return
    no = numbers.for_plan(connection, erasure.plan)
    values = {"plan": no, "erased_at": erasure.erased_at, "who": erasure.who, "why": erasure.why}
    connection.execute(insert(_erasures).values(values))
    edits, further = schema.edits, schema.further_parts
    connection.execute(update(edits).where(edits.c.plan == no).values(general=None, sealed=None, own=None))
    connection.execute(update(further).where(further.c.plan == no).values(body=None))
    for table in (schema.folds, schema.differing):
        connection.execute(delete(table).where(table.c.plan == no))
    connection.execute(delete(schema.drafts).where(schema.drafts.c.plan == erasure.plan))
    _forget_line(connection, no)


def _forget_line(connection: Connection, no: int) -> None:
    empty: dict[str, object] = dict.fromkeys(("code", "title", "state", "names"), "")
    empty |= dict.fromkeys(("version", "changed_at", "differing"), 0)
    empty |= dict.fromkeys(("opened_at", "line", "fold_version"))
    connection.execute(update(_plans).where(_plans.c.no == no).values(empty))


def is_erased(connection: Connection, plan: str) -> bool:
    """Say whether a plan was erased here."""
    query = select(_erasures.c.plan).join(_plans, _plans.c.no == _erasures.c.plan).where(_plans.c.id == plan)
    return connection.execute(query).scalar() is not None


def every(connection: Connection) -> list[Erasure]:
    """Return the list of erasures, the earliest first; a restored backup is brought up to it."""
    columns = (_plans.c.id, _erasures.c.erased_at, _erasures.c.who, _erasures.c.why)
    query = (
        select(*columns)
        .join(_plans, _plans.c.no == _erasures.c.plan)
        .order_by(_erasures.c.erased_at, _plans.c.id)
    )
    return [
        Erasure(plan=row[0], erased_at=row[1], who=row[2], why=row[3]) for row in connection.execute(query)
    ]
