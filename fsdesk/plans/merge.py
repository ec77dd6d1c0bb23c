"""The current plan: what a state reads as, with every unsettled version beside it, none lost, no clock deciding."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from fsdesk.plans import fields
from fsdesk.plans.chain import Fork
from fsdesk.plans.edits import Edit, Key, key_of, moment
from fsdesk.plans.fold import Field, Kept, Place, State, canonical, gather
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.protective import most_protective

Edits = Mapping[Key, Edit]


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
    if mine.link != other.link:
        raise Fork(key.device, key.seq)
    boxes = tuple(a if a.is_open else b for a, b in zip(mine.boxes, other.boxes, strict=True))
    return Edit(mine.header_bytes, boxes)


def by_key(edits: Iterable[Edit]) -> dict[Key, Edit]:
    """Return edits by where they stand. Raises Fork when two stand in one place."""
    found: dict[Key, Edit] = {}
    for edit in edits:
        found = union(found, {key_of(edit): edit})
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
        self.unreadable = {f"{key.device}:{key.seq}": why for key, why in state.unreadable.items()}

    def current(self) -> Current:
        roots = [place for place, kept in self.state.records.items() if _is_begun(place, kept)]
        if not roots:
            raise NoPlan("these edits hold no beginning of a plan")
        root = min(roots)
        values = self._values(root, self.state.records[root])
        bare = msgspec.convert(values | {"id": root.record}, Plan)
        plan = msgspec.structs.replace(bare, **self._lists())
        out = tuple(sorted(place for place, kept in self.state.records.items() if kept.is_out()))
        return Current(plan, tuple(sorted(self.differing)), out, self.unreadable, self.state)

    def _lists(self) -> dict[str, tuple[Any, ...]]:
        placed: dict[str, list[tuple[str, str, Any]]] = {name: [] for name in fields.collections()}
        for place, kept in self.state.records.items():
            if place.collection == fields.PLAN or kept.is_out():
                continue
            record = self._record(place, kept)
            if record is not None:
                placed[place.collection].append((kept.place[2], place.record, record))
        return {name: _in_order(rows) for name, rows in placed.items()}

    def _record(self, place: Place, kept: Kept) -> Any:
        noted = len(self.differing)
        values = self._values(place, kept) | {"id": place.record}
        if kept.last >= 0:
            values["changed_at"] = _later(values.get("changed_at"), moment(kept.last))
        try:
            return msgspec.convert(values, fields.collections()[place.collection])
        except msgspec.ValidationError:
            del self.differing[noted:]
            self.unreadable[f"{place.collection}/{place.record}"] = (
                "a field of this record is not here or not known"
            )
            return None

    def _values(self, place: Place, kept: Kept) -> dict[str, Any]:
        facts = fields.of(place.collection)
        values = {name: self._reading(place, name, held) for name, held in sorted(kept.fields.items())}
        values |= {name: held.current() for name, held in kept.sets.items()}
        return {name: value for name, value in values.items() if name in facts}

    def _reading(self, place: Place, name: str, held: Field) -> Any:
        versions = held.versions()
        if len(versions) == 1:
            return versions[0][1]
        self.differing.append(self._differing(place, name, versions))
        facts = fields.of(place.collection).get(name)
        return most_protective(facts.protects if facts else "", [value for _, value in versions])

    def _differing(self, place: Place, name: str, versions: list[tuple[Key, Any]]) -> Differing:
        listed = []
        for key, value in versions:
            header = self.state.headers[key]
            listed.append(Version(key, header.who, moment(header.made_at), value))
        return Differing(differing_id(place, name), place, name, tuple(listed))


def _in_order(rows: list[tuple[str, str, Any]]) -> tuple[Any, ...]:
    return tuple(record for *_, record in sorted(rows, key=lambda row: row[:2]))


def _is_begun(place: Place, kept: Kept) -> bool:
    return place.collection == fields.PLAN and kept.added


def _later(first: Any, second: datetime | None) -> Any:
    if second is None:
        return first
    given = datetime.fromisoformat(first) if isinstance(first, str) else first
    return second if given is None or given < second else given


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
    state = State(dict(current.state.records), current.state.headers, current.state.unreadable)
    for one in current.differing:
        chosen = one.versions[min(index, len(one.versions) - 1)]
        kept = state.records[one.place]
        alone = Field({chosen.key: (chosen.value,)})
        state.records[one.place] = Kept(**{**vars(kept), "fields": kept.fields | {one.field: alone}})
    return read(state).plan
