"""Which part of an edit a change belongs to: what may travel, what is sealed, what never leaves this laptop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from fsdesk.plans import fields
from fsdesk.plans.edits import Added, Change, Changes, Elements, Part, Wrote
from fsdesk.plans.model.base import Reach, Sync
from fsdesk.plans.model.safety import WorryLevel

Values = Mapping[str, Any]
"""A record's fields as plain values, as far as they differ from their defaults."""


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


def split(changes: Iterable[Change], held: Callable[[str, str], Values]) -> list[tuple[Part, Changes]]:
    """Sort changes into the parts of one edit; `held` gives the values of a record after the edit.

    A record's narrowest reading counts, so a change that makes a record private travels with the private part.
    """
    sorted_out: dict[Part, list[Change]] = {part: [] for part in Part}
    for change in changes:
        for part, piece in _pieces(change, held(change.collection, change.record)):
            sorted_out[part].append(piece)
    return [(part, tuple(found)) for part, found in sorted_out.items() if found]


def _pieces(change: Change, values: Values) -> list[tuple[Part, Change]]:
    if isinstance(change, Added):
        return _added_pieces(change, values)
    if isinstance(change, Wrote | Elements):
        return [(field_part(change.collection, change.field, values), change)]
    return [(record_part(change.collection, values), change)]


def _added_pieces(change: Added, values: Values) -> list[tuple[Part, Change]]:
    by_part: dict[Part, dict[str, Any]] = {record_part(change.collection, values): {}}
    for name, value in change.fields.items():
        by_part.setdefault(field_part(change.collection, name, values), {})[name] = value
    return [
        (part, Added(change.collection, change.record, found, change.position))
        for part, found in sorted(by_part.items())
    ]
