"""Records that say something of another one: they travel no further than it does, and go when its words go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from fsdesk.plans import fields
from fsdesk.plans.edits import Part
from fsdesk.plans.fold import Kept, Place
from fsdesk.plans.model.base import Reach
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.parts import Values, record_part

FOLLOWING = ("easy_lines", "answers", "comments", "media")
"""An easy line rewords a record, an answer and a comment speak of one, a picture belongs to those that show it."""
SHOWING = ("voices", "paper_returns")
"""The records that show pictures."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.\-]*")


class Travel:
    """How far each record of one plan travels, with what it follows taken into account.

    `settled` gives deciding fields that are about to be written, in place of those that the plan holds.
    """

    def __init__(self, plan: Plan, settled: Mapping[Place, Values] = MappingProxyType({})) -> None:
        self._plan = plan
        self._settled = settled
        self._lists: dict[str, dict[str, Any]] = {}

    def part(self, place: Place) -> Part | None:
        """Return the part in which a record travels, or nothing when the plan has no such record."""
        values = self.values(place)
        return None if values is None else record_part(place.collection, values)

    def values(self, place: Place) -> Values | None:
        """Return what decides how far a record travels, or nothing when the plan has no such record."""
        record = self._list(place.collection).get(place.record)
        if record is None:
            return None
        own = self._deciding(place.collection, record)
        followed = self._followed(place.collection, record)
        return own if followed <= record_part(place.collection, own) else _AS_VALUES[followed]

    def _list(self, collection: str) -> dict[str, Any]:
        if collection not in self._lists:
            self._lists[collection] = {record.id: record for record in getattr(self._plan, collection)}
        return self._lists[collection]

    def _deciding(self, collection: str, record: Any) -> Values:
        values: dict[str, Any] = {"audience": {"to": record.audience.to.value}, "sealed": record.sealed}
        if collection == "worries":
            values["level"] = record.level.value
        return {**values, **self._settled.get(Place(collection, record.id), {})}

    def _followed(self, collection: str, record: Any) -> Part:
        if collection == "easy_lines":
            return self._narrowest([record.of])
        if collection in ("answers", "comments"):
            return self._narrowest(_NAME.findall(record.where))
        return self._showing.get(record.id, Part.GENERAL) if collection == "media" else Part.GENERAL

    def _narrowest(self, ids: list[str]) -> Part:
        found = (self._own_part(*self._anywhere[one]) for one in ids if one in self._anywhere)
        return max(found, default=Part.GENERAL)

    def _own_part(self, collection: str, record: Any) -> Part:
        return record_part(collection, self._deciding(collection, record))

    @cached_property
    def _anywhere(self) -> Mapping[str, tuple[str, Any]]:
        return {one.id: (name, one) for name in fields.collections() for one in getattr(self._plan, name)}

    @cached_property
    def _showing(self) -> Mapping[str, Part]:
        """The widest part of the records that show a picture: shown once openly, it is no secret any more."""
        found: dict[str, Part] = {}
        for name in SHOWING:
            for one in getattr(self._plan, name):
                part = self._own_part(name, one)
                found |= {picture: min(part, found.get(picture, part)) for picture in one.media}
        return found


_AS_VALUES: Mapping[Part, Values] = {
    Part.SEALED: {"sealed": True},
    Part.OWN: {"audience": {"to": Reach.MY_WORKER.value}},
}


def taken_back(records: Mapping[Place, Kept]) -> frozenset[Place]:
    """Return the records whose words somebody took back, and what is gone with them."""
    found = {place for place, kept in records.items() if kept.taken_back}
    return frozenset(found).union(gone_with(frozenset(place.record for place in found), records))


def gone_with(taken: frozenset[str], records: Mapping[Place, Kept]) -> Iterator[Place]:
    """Yield the easy lines and the pictures that are gone with the records whose words were taken back."""
    if not taken:
        return
    lost: set[str] = set()
    kept_pictures: set[str] = set()
    for place, kept in records.items():
        if place.collection == "easy_lines" and "of" in kept.fields:
            if not taken.isdisjoint(_texts([named for _, named in kept.fields["of"].versions()])):
                yield place
        elif place.collection in SHOWING and "media" in kept.sets:
            (lost if place.record in taken else kept_pictures).update(_texts(kept.sets["media"].current()))
    for picture in sorted(lost - kept_pictures):
        if Place("media", picture) in records:
            yield Place("media", picture)


def _texts(values: list[Any]) -> Iterator[str]:
    return (value for value in values if isinstance(value, str))
