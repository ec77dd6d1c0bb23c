"""What is being typed, kept as it stands, one draft for each field and person, outside history."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
from sqlalchemy import BindParameter, Connection, and_, bindparam, delete, insert, select, update

from fsdesk.store import schema

_drafts = schema.drafts


class DraftPlace(NamedTuple):
    """Which field of which record somebody is typing in; the plan's own fields have no collection and record."""

    plan: str
    collection: str
    record: str
    field: str
    person: str


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """Text that is not an edit yet, with the cursor in code points; ``rest`` is whatever else the card held."""

    place: DraftPlace
    text: str
    cursor: int = 0
    rest: bytes | None = None
    changed_at: int


_at = and_(*(_drafts.c[name] == bindparam(f"at_{name}") for name in DraftPlace._fields))
_content: dict[str, BindParameter[object]] = {
    name: bindparam(name) for name in ("text", "cursor", "rest", "changed_at")
}
_change = update(_drafts).where(_at).values(_content)
_drop = delete(_drafts).where(_at)


def keep(connection: Connection, draft: Draft) -> None:
    """Keep a draft in place of an earlier one of the same field and person."""
    values = {name: getattr(draft, name) for name in _content}
    if connection.execute(_change, values | _named(draft.place)).rowcount == 0:
        connection.execute(insert(_drafts), draft.place._asdict() | values)


def let_go(connection: Connection, place: DraftPlace) -> None:
    """Drop a draft: it became an edit, or its writer did not want it."""
    connection.execute(_drop, _named(place))


def hand_over(connection: Connection, person: str, to: str) -> None:
    """Make the drafts of one writer those of another, who has none yet."""
    connection.execute(update(_drafts).where(_drafts.c.person == person).values(person=to))


def _named(place: DraftPlace) -> dict[str, str]:
    return {f"at_{name}": value for name, value in place._asdict().items()}


def of_plan(connection: Connection, plan: str) -> list[Draft]:
    """Return the drafts of one plan, in the order of their places."""
    return _found(connection, _drafts.c.plan == plan)


def every(connection: Connection) -> list[Draft]:
    """Return all drafts, in the order of their places."""
    return _found(connection)


def _found(connection: Connection, *conditions: Any) -> list[Draft]:
    query = select(_drafts).where(*conditions).order_by(*_drafts.primary_key.columns)
    return [
        Draft(
            place=DraftPlace(*row[:5]),
            text=row.text,
            cursor=row.cursor,
            rest=row.rest,
            changed_at=row.changed_at,
        )
        for row in connection.execute(query)
    ]
