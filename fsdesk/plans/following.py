"""Records that say something of another one: they travel no further than it does, and go when its words go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast

from fsdesk.plans import fields, fitting
from fsdesk.plans.edits import Part
from fsdesk.plans.fold import Kept, Place, State
from fsdesk.plans.model.base import Reach
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.parts import DECIDING, Values, record_part
from fsdesk.plans.protective import most_protective

FOLLOWING = ("easy_lines", "answers", "comments", "media")
"""An easy line rewords a record, an answer and a comment speak of one, a picture belongs to those that show it."""
SHOWING = ("voices", "paper_returns")
"""The records that show pictures."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.\-]*")


class Travel:
    """How far each record of one plan travels, with what it follows taken into account.

    `settled` gives deciding fields that are about to be written, in place of those that the plan holds.
    """

    def __init__(
        self, plan: Plan, state: State, settled: Mapping[Place, Values] = MappingProxyType({})
    ) -> None:
        self._plan = plan
        self._state = state
        self._settled = settled
        self._lists: dict[str, dict[str, Any]] = {}

    def last(self, place: Place) -> Values:
        """Return what decides how far a record travels; of one that is out, what decided it when it last stood."""
        values = self.values(place)
        return last_of(self._state, place) if values is None else values

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
        found = (self._own_part(place) for one in ids for place in self._anywhere.get(one, ()))
        return max(found, default=Part.GENERAL)

    def _own_part(self, place: Place) -> Part:
        record = self._list(place.collection).get(place.record)
        if record is None:
            return record_part(place.collection, last_of(self._state, place))
        return record_part(place.collection, self._deciding(place.collection, record))

    @cached_property
    def _anywhere(self) -> Mapping[str, Sequence[Place]]:
        """Where each id stands, in the plan or among the records that are out."""
        found: dict[str, list[Place]] = {}
        for place in self._places(fields.collections()):
            found.setdefault(place.record, []).append(place)
        return found

    @cached_property
    def _showing(self) -> Mapping[str, Part]:
        """The widest part of the records that show a picture: shown once openly, it is no secret any more."""
        found: dict[str, Part] = {}
        for place in self._places(SHOWING):
            part = self._own_part(place)
            for picture in self._pictures(place):
                found[picture] = min(part, found.get(picture, part))
        return found

    def _pictures(self, place: Place) -> Iterable[str]:
        record = self._list(place.collection).get(place.record)
        if record is not None:
            return cast("frozenset[str]", record.media)
        held = self._state.records[place].sets.get("media")
        return _texts(held.current()) if held else ()

    def _places(self, collections: Iterable[str]) -> dict[Place, None]:
        """Return the records of some lists, those of the plan and those that are out."""
        here = {Place(name, one.id): None for name in collections for one in getattr(self._plan, name)}
        wanted = frozenset(collections)
        return here | {place: None for place in self._state.records if place.collection in wanted}


_AS_VALUES: Mapping[Part, Values] = {
    Part.SEALED: {"sealed": True},
    Part.OWN: {"audience": {"to": Reach.MY_WORKER.value}},
}


def last_of(state: State, place: Place) -> Values:
    """Return what decided how far a record travels when it last stood, the most protective version of each."""
    kept = state.records.get(place)
    if kept is None:
        return {}
    values: dict[str, Any] = {}
    for name in DECIDING & kept.fields.keys():
        versions = fitting.sound(place.collection, name, kept.fields[name]).versions
        if versions:
            protects = fields.of(place.collection)[name].protects
            values[name] = most_protective(protects, [value for _, value in versions])
    return values


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
