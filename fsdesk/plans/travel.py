"""What of an edit may travel to whom: its general parts, what only the sealed right opens, and what stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from fsdesk.plans import fields
from fsdesk.plans.edits import Box, Contents, Edit, Part, contents_of
from fsdesk.plans.fold import Place
from fsdesk.plans.following import Travel, taken_back
from fsdesk.plans.merge import Current
from fsdesk.plans.parts import is_wordless, record_part


class Parcel(NamedTuple):
    """One edit made ready to travel."""

    general: Edit
    """The edit as everyone on the team may have it; what is held back is its commitment alone."""
    sealed: tuple[Box, ...]
    """The parts that travel in the sealed compartment only."""


def parcel(edit: Edit, part_now: Callable[[Place], Part]) -> Parcel:
    """Return what may travel of an edit; `part_now` says how private each record is today.

    What was written about a record that has become private since travels no further than the record does. The part
    that stays on this laptop never travels. Parts of a kind not known here travel sealed.
    """
    told = {contents.part: contents for contents in contents_of(edit)}
    reach = {box: _reach(box, told, part_now) for box in edit.boxes if box.is_open}
    general = edit.without(box.kind for box in edit.boxes if reach.get(box) is not Part.GENERAL)
    return Parcel(general, tuple(box for box, part in reach.items() if part is Part.SEALED))


def _reach(box: Box, told: Mapping[Part, Contents], part_now: Callable[[Place], Part]) -> Part:
    if box.kind not in set(Part):
        return Part.SEALED
    part = Part(box.kind)
    return max([part, *map(part_now, _about(told[part]))])


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
