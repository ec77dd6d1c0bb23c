"""What of an edit may travel to whom: its general parts, what only the sealed right opens, and what stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fsdesk.plans import fields
from fsdesk.plans.edits import Box, Contents, Edit, Part, contents_of
from fsdesk.plans.fold import Place
from fsdesk.plans.following import Travel, taken_back
from fsdesk.plans.merge import Current
from fsdesk.plans.parts import is_wordless, record_part

_PARTS = {int(part): part for part in Part}


class Parcel(NamedTuple):
    """One edit made ready to travel."""

    general: Edit
    """The edit as everyone on the team may have it; what is held back is its commitment alone."""
    sealed: tuple[Box, ...]
    """The parts that travel in the sealed compartment only."""


def parcel(edit: Edit, private: Mapping[Place, Part]) -> Parcel:
    """Return what may travel of an edit; `private` says which records are private today, and how.

    What was written about a record that has become private since travels no further than the record does. The part
    that stays on this laptop never travels. Parts of a kind not known here travel sealed.
    """
    reach = [(box, _reach(box, edit, private)) for box in edit.boxes if box.body is not None]
    if all(part is Part.GENERAL for _, part in reach):
        return Parcel(edit, ())
    general = edit.without(box.kind for box, part in reach if part is not Part.GENERAL)
    return Parcel(general, tuple(box for box, part in reach if part is Part.SEALED))


def _reach(box: Box, edit: Edit, private: Mapping[Place, Part]) -> Part:
    part = _PARTS.get(box.kind, Part.SEALED)
    if part is Part.OWN or box.kind not in _PARTS or not _names_any(box.body or b"", private):
        return part
    told = contents_of(Edit(edit.header_bytes, (box,)))
    return max([part, *(private.get(place, Part.GENERAL) for one in told for place in _about(one))])


def _names_any(body: bytes, private: Mapping[Place, Part]) -> bool:
    """Say whether a part may speak of a private record: it would hold its id, as it stands, somewhere."""
    return any(place.record.encode() in body for place in private)


def _about(contents: Contents) -> Iterator[Place]:
    """Yield the records whose words a part holds; that a record is out or private tells none."""
    for change in contents.changes:
        if not is_wordless(change):
            yield Place(change.collection, change.record)


def private_places(current: Current) -> dict[Place, Part]:
    """Return the records of a plan that do not travel openly, records taken out included.

    A record counts as private when any of its standing versions makes it so, and words that somebody took back
    stay where they are.
    """
    standing = Travel(current.plan, current.state)
    gone = taken_back(current.state.records)
    found: dict[Place, Part] = {}
    for place in current.state.records:
        if place.collection == fields.PLAN:
            continue
        part = Part.OWN if place in gone else record_part(place.collection, standing.last(place))
        if part is not Part.GENERAL:
            found[place] = part
    return found
