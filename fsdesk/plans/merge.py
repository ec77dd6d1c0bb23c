"""The current plan: what a state reads as, with every unsettled version beside it, none lost, no clock deciding."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

import msgspec

from fsdesk.plans import chain, fields, fitting
from fsdesk.plans.chain import Fork
from fsdesk.plans.edits import Box, Edit, Key, key_of, moment
from fsdesk.plans.fold import Field, Kept, Place, SetField, State, canonical, gather
from fsdesk.plans.following import taken_back
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.parts import DECIDING
from fsdesk.plans.protective import most_protective
from fsdesk.plans.registers import Write

Edits = Mapping[Key, Edit]
_Made = TypeVar("_Made")


class Version(NamedTuple):
    """One of several versions of a field that did not see each other."""

    key: Key
    who: str
    when: datetime | None
    value: Any


class Differing(NamedTuple):
    """A field with versions that nobody has settled yet."""

    id: str
    place: Place
    field: str
    versions: tuple[Version, ...]


class Current(NamedTuple):
    """One plan as it stands."""

    plan: Plan
    differing: tuple[Differing, ...]
    taken_out: tuple[Place, ...]
    unreadable: Mapping[str, str]
    """Records or edits that could not be read, each with its reason; kept, and left out of the plan."""
    state: State


class NoPlan(ValueError):
    """The edits hold no beginning of a plan."""


def union(ours: Edits, theirs: Edits) -> dict[Key, Edit]:
    """Return the edits of both sides; a part that one side has and the other withholds is kept.

    Raises Fork when both hold different edits in one place.
    """
    merged = dict(ours)
    for key, edit in theirs.items():
        mine = merged.get(key)
        merged[key] = edit if mine is None else _same(key, mine, edit)
    return merged


def _same(key: Key, mine: Edit, other: Edit) -> Edit:
    if mine == other:
        return mine
    if mine.link != other.link:
        raise Fork(key.device, key.seq)
    boxes = tuple(_fuller(a, b) for a, b in zip(mine.boxes, other.boxes, strict=True))
    return Edit(mine.header_bytes, boxes)


def _fuller(one: Box, two: Box) -> Box:
    """Return the box that holds what was committed to; when neither does, the commitment alone."""
    if one == two:
        return one
    whole = (box for box in (one, two) if box.is_open and chain.opens(box.salt, box.body, box.commitment))
    return next(whole, Box(one.kind, one.commitment))


def by_key(edits: Iterable[Edit]) -> dict[Key, Edit]:
    """Return edits by where they stand. Raises Fork when two stand in one place."""
    found: dict[Key, Edit] = {}
    for edit in edits:
        key = key_of(edit)
        mine = found.get(key)
        found[key] = edit if mine is None else _same(key, mine, edit)
    return found


def fold(edits: Iterable[Edit]) -> Current:
    """Return the plan that its edits add up to, the same whatever their order. Raises NoPlan without a beginning."""
    return read(gather(edits))


def read(state: State) -> Current:
    """Return what a state reads as. Raises NoPlan when it holds no beginning of a plan."""
    return _Reader(state).current()


class _Reader:
    """Reads one state once: values, versions, what is out, what cannot be read."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.differing: list[Differing] = []
        self.out: list[Place] = []
        self.unreadable = {f"{key.device}:{key.seq}": why for key, why in state.unreadable.items()}

    def current(self) -> Current:
        plan = msgspec.structs.replace(self._bare(), **self._lists())
        return Current(plan, tuple(sorted(self.differing)), tuple(self.out), self.unreadable, self.state)

    def _bare(self) -> Plan:
        roots = [place for place, kept in self.state.records.items() if _is_begun(place, kept)]
        root = min(roots, default=None)
        made: Plan | None = None if root is None else self._made(root, self.state.records[root], Plan)
        if made is None:
            raise NoPlan("these edits hold no beginning of a plan that can be read")
        return made

    def _lists(self) -> dict[str, tuple[Any, ...]]:
        placed: dict[str, list[tuple[str, str, Any]]] = {}
        kinds = fields.collections()
        for place, kept in self._to_read().items():
            record = self._made(place, kept, kinds[place.collection])
            if record is not None:
                placed.setdefault(place.collection, []).append((kept.place[2], place.record, record))
        return {name: _in_order(rows) for name, rows in placed.items()}

    def _to_read(self) -> dict[Place, Kept]:
        here = {place: kept for place, kept in self.state.records.items() if place.collection != fields.PLAN}
        out = {place for place, kept in here.items() if kept.is_out()}
        self.out = sorted(out | taken_back(here) if out else out)
        for place in self.out:
            del here[place]
        for place in _namesakes(here):
            del here[place]
            self._put_aside(place, "another record of this plan has the same id")
        return {place: kept for place, kept in here.items() if not _only_told_of(kept)}

    def _made(self, place: Place, kept: Kept, kind: type[_Made]) -> _Made | None:
        """Return a record, its values taken as they are; only when that does not go are they looked at singly."""
        noted = len(self.differing)
        for values in self._attempts(place, kept):
            try:
                return msgspec.convert(values, kind)
            except (msgspec.ValidationError, RecursionError):
                del self.differing[noted:]
        self._put_aside(place, "a field of this record is not here or not known")
        return None

    def _attempts(self, place: Place, kept: Kept) -> Iterator[dict[str, Any]]:
        values = kept.only_added()
        if values is not None:
            yield values | {"id": place.record}
        yield self._values(place, kept, checked=False)
        yield self._values(place, kept, checked=True)

    def _values(self, place: Place, kept: Kept, checked: bool) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, held in kept.fields.items():
            values |= self._reading(place, name, held, checked)
        for name, elements in kept.sets.items():
            values[name] = self._elements(place, name, elements, checked)
        values["id"] = place.record
        if place.collection != fields.PLAN:
            values |= _changed_at(kept)
        return values

    def _elements(self, place: Place, name: str, held: SetField, checked: bool) -> list[Any]:
        found = held.current()
        sound = [one for one in found if fitting.fits(place.collection, name, one)] if checked else found
        if len(sound) < len(found):
            self._put_aside(place, "an element here is not one that plans hold", name)
        return sound

    def _reading(self, place: Place, name: str, held: Field, checked: bool) -> dict[str, Any]:
        """Return the field with its reading, or nothing when no version of it can be read."""
        if name == "changed_at":
            return {}
        versions = held.versions()
        if len(versions) == 1 and not checked:
            return {name: versions[0][1]}
        sound = fitting.sound(place.collection, name, held)
        if sound.aside:
            self._put_aside(place, "a value here is not one that plans hold", name)
        if len(sound.versions) > 1:
            self.differing.append(self._differing(place, name, sound.versions))
        protects = fields.of(place.collection)[name].protects
        values = [value for _, value in sound.versions]
        return {name: most_protective(protects, values)} if values else {}

    def _put_aside(self, place: Place, why: str, field: str = "") -> None:
        named = (place.collection or "plan", place.record, field)
        self.unreadable["/".join(part for part in named if part)] = why

    def _differing(self, place: Place, name: str, versions: list[tuple[Key, Any]]) -> Differing:
        listed = []
        held = self.state.records[place].fields[name]
        for key, value in versions:
            header = self.state.headers[held.writer(key, value)]
            listed.append(Version(key, header.who, moment(header.made_at), value))
        return Differing(differing_id(place, name), place, name, tuple(listed))


def _in_order(rows: list[tuple[str, str, Any]]) -> tuple[Any, ...]:
    return tuple(record for *_, record in sorted(rows, key=lambda row: row[:2]))


def _is_begun(place: Place, kept: Kept) -> bool:
    return place.collection == fields.PLAN and kept.added


def _only_told_of(kept: Kept) -> bool:
    """Say whether nothing of a record is here but that it is private: others have it, this laptop does not."""
    return not kept.added and not kept.sets and kept.fields.keys() <= DECIDING


def _namesakes(here: Mapping[Place, Kept]) -> list[Place]:
    """Return the records whose id one begun before them has in another list; a document could not hold both."""
    if len({place.record for place in here}) == len(here):
        return []
    first: dict[str, Place] = {}
    for place in sorted(here, key=lambda place: (here[place].begun, place)):
        first.setdefault(place.record, place)
    return [place for place in here if first[place.record] != place]


def _changed_at(kept: Kept) -> dict[str, datetime]:
    """Return when a record was last changed: the latest time that any edit claims, for reading only."""
    claimed = [] if kept.last is None else [moment(kept.last)]
    held = kept.fields.get("changed_at")
    for write in held.writes.values() if held else ():
        claimed += [fitting.as_moment(value) for value in write.values]
    known = [one for one in claimed if one is not None]
    return {"changed_at": max(known)} if known else {}


def differing_id(place: Place, field: str) -> str:
    """Return the short id of an unsettled field, the same on every laptop: 16 hexadecimal signs."""
    named = canonical([place.collection, place.record, field])
    return hashlib.blake2b(named, digest_size=8, person=b"fsdesk-differ").hexdigest()


def readings(current: Current) -> Iterator[Plan]:
    """Yield the plan as it reads with each further version in its place, so that gates can read them all."""
    most = max((len(one.versions) for one in current.differing), default=0)
    for index in range(most):
        yield _reading_at(current, index)


def _reading_at(current: Current, index: int) -> Plan:
    held = current.state
    state = State(dict(held.records), held.headers, held.unreadable, held.plan)
    for one in current.differing:
        chosen = one.versions[min(index, len(one.versions) - 1)]
        kept = state.records[one.place]
        alone = Field({chosen.key: Write((chosen.value,))})
        state.records[one.place] = replace(kept, registers=kept.fields | {one.field: alone})
    return read(state).plan
