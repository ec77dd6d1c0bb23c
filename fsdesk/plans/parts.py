"""Which part of an edit a change belongs to: what may travel, what is sealed, what never leaves this laptop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from fsdesk.plans import fields
from fsdesk.plans.edits import (
    Added,
    Again,
    Change,
    Changes,
    Elements,
    Part,
    PutBack,
    TookBack,
    TookOut,
    Wrote,
)
from fsdesk.plans.model.base import Reach, Sync
from fsdesk.plans.model.safety import WorryLevel

Values = Mapping[str, Any]
"""A record's fields as plain values, as far as they differ from their defaults."""

DECIDING = frozenset({"audience", "sealed", "level"})
"""The fields that decide how far a record travels; none of them holds anybody's words."""


def record_part(collection: str, values: Values) -> Part:
    """Return the part in which a whole record travels, by what it holds (architecture, Plans and edits).

    A child's words for the worker alone, reflections and notes stay; serious worries, safe contacts and safety
    are sealed; the rest is general, though single fields of it may not be.
    """
    audience = values.get("audience") or {}
    if fields.stays_whole(collection) or audience.get("to") == Reach.MY_WORKER.value:
        return Part.OWN
    serious = collection == "worries" and values.get("level") == WorryLevel.SERIOUS.value
    if serious or values.get("sealed") or fields.is_sealed_whole(collection):
        return Part.SEALED
    return Part.GENERAL


def field_part(collection: str, field: str, values: Values) -> Part:
    """Return the part in which one field of a record travels: never further than its record."""
    whole = record_part(collection, values)
    facts = fields.of(collection).get(field)
    own = _BY_SYNC[facts.sync] if facts is not None else Part.GENERAL
    return Part(max(whole, own))


_BY_SYNC = {
    Sync.TEAM: Part.GENERAL,
    Sync.SEALED: Part.SEALED,
    Sync.COUNTED: Part.OWN,
    Sync.STAYS: Part.OWN,
}


def is_wordless(change: Change) -> bool:
    """Say whether a change tells of a record nothing but that it is out, back, elsewhere, or seen by others now."""
    if isinstance(change, Again):
        return is_wordless(change.said)
    if isinstance(change, Wrote):
        return change.field in DECIDING
    return not isinstance(change, Added | Elements)


def nowhere_before(_: str, __: str) -> Part:
    """Say of a record that nothing of it stood anywhere before."""
    return Part.OWN


def split(
    changes: Iterable[Change],
    held: Callable[[str, str], Values],
    widest: Callable[[str, str], Part] = nowhere_before,
) -> list[tuple[Part, Changes]]:
    """Sort changes into the parts of one edit.

    `held` gives the values of a record after the edit, and its narrowest reading counts, so what is written about a
    record that becomes private travels with the private part. `widest` gives the part that travels furthest of
    those in which anything of the record stood before: whoever has something of it also learns that it is out,
    back, or private from now on.
    """
    sorted_out: dict[Part, list[Change]] = {part: [] for part in Part}
    for change in changes:
        values = held(change.collection, change.record)
        for part, piece in _pieces(change, values, widest(change.collection, change.record)):
            sorted_out[part].append(piece)
    return [(part, tuple(found)) for part, found in sorted_out.items() if found]


def _pieces(change: Change, values: Values, widest: Part) -> Iterable[tuple[Part, Any]]:
    if isinstance(change, Again):
        return [(part, replace(change, said=said)) for part, said in _pieces(change.said, values, widest)]
    if isinstance(change, Added):
        return _added_pieces(change, values)
    if isinstance(change, Wrote | Elements):
        part = field_part(change.collection, change.field, values)
        told = {part, min(part, widest)} if is_wordless(change) else {part}
        return [(one, change) for one in sorted(told)]
    part = record_part(change.collection, values)
    return [(min(part, widest) if isinstance(change, TookOut | TookBack | PutBack) else part, change)]


def _added_pieces(change: Added, values: Values) -> list[tuple[Part, Change]]:
    by_part: dict[Part, dict[str, Any]] = {record_part(change.collection, values): {}}
    for name, value in change.fields.items():
        by_part.setdefault(field_part(change.collection, name, values), {})[name] = value
    return [
        (part, Added(change.collection, change.record, found, change.position))
        for part, found in sorted(by_part.items())
    ]
