"""What a person said of two plans that look like one family, so that nobody is asked twice."""

from __future__ import annotations

import enum

from sqlalchemy import Connection, delete, insert, or_, select

from fsdesk.store import numbers, schema

_pairs, _plans = schema.family_pairs, schema.plans


class Said(enum.StrEnum):
    """What two plans were said to be."""

    DIFFERENT = "different"
    SAME = "same"


def say(connection: Connection, one: str, other: str, said: Said, who: str, at: int) -> None:
    """Keep what a person said of two plans, in place of what was said of them before; `at` in ms since 1970 UTC."""
    pair = _pair(connection, one, other)
    connection.execute(delete(_pairs).where(_pairs.c.one == pair["one"], _pairs.c.other == pair["other"]))
    connection.execute(insert(_pairs).values(pair | {"said": said.value, "who": who, "said_at": at}))


def _pair(connection: Connection, one: str, other: str) -> dict[str, object]:
    first, second = sorted((numbers.for_plan(connection, one), numbers.for_plan(connection, other)))
    return {"one": first, "other": second}


def of_plan(connection: Connection, plan: str) -> dict[str, Said]:
    """Return what was said of a plan beside others, by their ids."""
    no = numbers.of_plan(connection, plan)
    there = or_(
        (_pairs.c.one == no) & (_pairs.c.other == _plans.c.no),
        (_pairs.c.other == no) & (_pairs.c.one == _plans.c.no),
    )
    rows = connection.execute(select(_plans.c.id, _pairs.c.said).select_from(_pairs).join(_plans, there))
    return {row.id: Said(row.said) for row in rows}
