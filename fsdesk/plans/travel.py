"""What of an edit may travel to whom: its general parts, what only the sealed right opens, and what stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from fsdesk.plans import fields
from fsdesk.plans.edits import Box, Edit, Part, Unreadable, changes_of
from fsdesk.plans.fold import Place
from fsdesk.plans.merge import Current
from fsdesk.plans.model.base import plain
from fsdesk.plans.parts import record_part
from fsdesk.plans.protective import most_protective


class Parcel(NamedTuple):
    """One edit made ready to travel."""

    general: Edit
    """The edit as everyone on the team may have it; what is held back is its commitment alone."""
    sealed: tuple[Box, ...]
    """The parts that travel in the sealed compartment only."""


def parcel(edit: Edit, part_now: Callable[[Place], Part]) -> Parcel:
    """Return what may travel of an edit; `part_now` says how private each record is today.

    What was written openly about a record that has become private since travels no further than the record does.
    The part that stays on this laptop never travels. Parts of a kind not known here travel sealed.
    """
    private = max((part_now(place) for place in _openly_about(edit)), default=Part.GENERAL)
    holds = {Part.GENERAL: private is not Part.GENERAL}
    general = edit.without(box.kind for box in edit.boxes if holds.get(_part(box), True))
    sealed = tuple(box for box in edit.boxes if box.is_open and _goes_sealed(box, private))
    return Parcel(general, sealed)


def _goes_sealed(box: Box, private: Part) -> bool:
    if box.kind == Part.GENERAL:
        return private is Part.SEALED
    return box.kind != Part.OWN


def _part(box: Box) -> Part | None:
    return Part(box.kind) if box.kind in set(Part) else None


def _openly_about(edit: Edit) -> list[Place]:
    try:
        changes = changes_of(edit, [Part.GENERAL])
    except Unreadable:
        return []
    return [Place(change.collection, change.record) for change in changes]


def private_places(current: Current) -> dict[Place, Part]:
    """Return the records of a plan that do not travel openly, records taken out included.

    A record counts as private when any of its standing versions makes it so.
    """
    standing = {
        Place(name, record.id): record
        for name in fields.collections()
        for record in getattr(current.plan, name)
    }
    found: dict[Place, Part] = {}
    for place in current.state.records:
        if place.collection == fields.PLAN:
            continue
        record = standing.get(place)
        values = plain(record) if record is not None else _last_values(current, place)
        part = record_part(place.collection, values)
        if part is not Part.GENERAL:
            found[place] = part
    return found


def _last_values(current: Current, place: Place) -> Mapping[str, object]:
    facts = fields.of(place.collection)
    values: dict[str, object] = {}
    for name, held in current.state.records[place].fields.items():
        readings = [value for _, value in held.versions()]
        if readings and name in facts:
            values[name] = most_protective(facts[name].protects, readings)
    return values
