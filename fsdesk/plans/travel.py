"""What of an edit may travel to whom: its general parts, what only the sealed right opens, and what stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from fsdesk.plans import fields
from fsdesk.plans.edits import Box, Contents, Edit, Part, contents_of
from fsdesk.plans.fold import Place
from fsdesk.plans.following import Travel, taken_back
from fsdesk.plans.merge import Current
from fsdesk.plans.parts import is_wordless, record_part

_PARTS = {int(part): part for part in Part}
_GENERAL = int(Part.GENERAL)


class Parcel(msgspec.Struct, frozen=True, gc=False):
    """One edit made ready to travel."""

    general: Edit
    """The edit as everyone on the team may have it; what is held back is its commitment alone."""
    sealed: tuple[Box, ...] = ()
    """The parts that travel in the sealed compartment only."""


class Parcels:
    """Makes the edits of one plan ready to travel; `private` says which of its records are private today, and how.

    What was written about a record that has become private since travels no further than the record does. The part
    that stays on this laptop never travels. Parts of a kind not known here travel sealed.
    """

    def __init__(self, private: Mapping[Place, Part]) -> None:
        self._private = private
        self._ids = tuple({place.record.encode() for place in private})
        self._furthest = max(private.values(), default=Part.GENERAL)

    def of(self, edit: Edit) -> Parcel:
        """Return what may travel of an edit."""
        for box in edit.boxes:
            if box.body is not None and (box.kind != _GENERAL or self._names_any(box.body)):
                return self._apart(edit)
        return Parcel(edit)

    def _apart(self, edit: Edit) -> Parcel:
        reach = [(box, self._reach(box, edit)) for box in edit.boxes if box.body is not None]
        if all(part is Part.GENERAL for _, part in reach):
            return Parcel(edit)
        general = edit.without(box.kind for box, part in reach if part is not Part.GENERAL)
        return Parcel(general, tuple(box for box, part in reach if part is Part.SEALED))

    def _reach(self, box: Box, edit: Edit) -> Part:
        part = _PARTS.get(box.kind, Part.SEALED)
        if part >= self._furthest or box.kind not in _PARTS or not self._names_any(box.body or b""):
            return part
        told = contents_of(Edit(edit.header_bytes, (box,)))
        return max([part, *(self._private.get(place, Part.GENERAL) for one in told for place in _about(one))])

    def _names_any(self, body: bytes) -> bool:
        """Say whether a part may speak of a private record: it would hold its id, as it stands, somewhere."""
        for id_ in self._ids:  # noqa: SIM110 - half as dear as any(), and a package has a hundred thousand parts
            if id_ in body:
                return True
        return False


def parcel(edit: Edit, private: Mapping[Place, Part]) -> Parcel:
    """Return what may travel of one edit, as `Parcels` does."""
    return Parcels(private).of(edit)


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
