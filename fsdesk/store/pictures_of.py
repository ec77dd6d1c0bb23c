"""The pictures of a plan that is erased: which they are by what its edits say, and which of them no other plan has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    LargeBinary,
    Table,
    bindparam,
    cast,
    delete,
    exists,
    func,
    or_,
    select,
)

from fsdesk.store import schema

_HASH = re.compile(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_edits, _further, _drafts, _held, _media = (
    schema.edits,
    schema.further_parts,
    schema.drafts,
    schema.held,
    schema.media,
)
_PARTS = (_edits.c.general, _edits.c.sealed, _edits.c.own)
_NO_PLAN, _NO_NUMBER = "", 0
OF_ERASED = "erased"
"""The reason under which words of an erased plan are held; what is held so has its pictures with it."""


def take_out(connection: Connection, no: int, plan: str) -> None:
    """Drop the pictures that this plan's edits or drafts name and nothing else in the store does."""
    names = {name for content in _contents(connection, no, plan) for name in names_in(content)}
    for name in sorted(names):
        if not _is_named(connection, name, no, plan):
            connection.execute(delete(_media).where(_media.c.hash == name))


def names_in(content: bytes) -> set[str]:
    """Return whatever may be the hash of a picture in some bytes."""
    return {found.decode() for found in _HASH.findall(content)}


def is_named(connection: Connection, name: str) -> bool:
    """Say whether any edit or draft in the store names a picture, or anything that is held does."""
    return _is_named(connection, name, _NO_NUMBER, _NO_PLAN)


def _contents(connection: Connection, no: int, plan: str) -> Iterator[bytes]:
    parts = connection.execute(select(*_PARTS).where(_edits.c.plan == no))
    further = connection.execute(select(_further.c.body).where(_further.c.plan == no))
    drafts = connection.execute(select(_drafts.c.rest, _drafts.c.text).where(_drafts.c.plan == plan))
    held = connection.execute(select(_held.c.body).where(_held.c.plan == plan))
    for row in (*parts, *further, *drafts, *held):
        yield from (one.encode() if isinstance(one, str) else one for one in row if one is not None)


def _is_named(connection: Connection, name: str, no: int, plan: str) -> bool:
    return bool(connection.execute(_elsewhere, {"name": name.encode(), "no": no, "plan": plan}).scalar())


def _names(column: Column[Any]) -> ColumnElement[bool]:
    return func.instr(cast(column, LargeBinary), bindparam("name", type_=LargeBinary)) > 0


def _other(
    table: Table, whose: str, *columns: Column[Any], but: ColumnElement[bool] | None = None
) -> ColumnElement[bool]:
    found = exists().where(table.c.plan != bindparam(whose), or_(*(_names(column) for column in columns)))
    return found if but is None else found.where(~but)


_elsewhere = select(
    or_(
        _other(_edits, "no", *_PARTS),
        _other(_further, "no", _further.c.body),
        _other(_drafts, "plan", _drafts.c.rest, _drafts.c.text),
        _other(_held, "plan", _held.c.body, but=_held.c.reason == OF_ERASED),
    )
)
"""Whether anything that is not this plan's names a picture; every edit is read for it, which an erasure is worth."""
