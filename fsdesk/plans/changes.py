"""What makes one plan into another: the changes between a plan as it was seen and as it is wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from fsdesk.plans import fields, order
from fsdesk.plans.edits import Added, Change, Elements, Key, Moved, PutBack, TookBack, TookOut, Wrote
from fsdesk.plans.fold import Field, Kept, Place, SetField, State, canonical
from fsdesk.plans.merge import Current
from fsdesk.plans.model.base import Record, plain
from fsdesk.plans.model.plan import Plan

_DERIVED = frozenset({"id", "changed_at"})
"""Never written by a change: the id is the record's name, the time of change is read from the history."""


def begin(plan: Plan) -> list[Change]:
    """Return the changes that begin a plan with everything it holds."""
    made: list[Change] = [Added(fields.PLAN, plan.id, _plan_values(plan))]
    for name in fields.collections():
        records = getattr(plan, name)
        places = order.spread(len(records))
        made += [_added(name, record, place) for record, place in zip(records, places, strict=True)]
    return made


def between(seen: Current, wanted: Plan) -> list[Change]:
    """Return the changes that make the plan that was seen into the one that is wanted, naming what they saw.

    Fields that read the same stay as they are, unsettled versions included.
    """
    made = list(
        _of_record(
            seen.state, Place(fields.PLAN, seen.plan.id), _plan_values(seen.plan), _plan_values(wanted)
        )
    )
    for name in fields.collections():
        made += _of_list(seen.state, name, getattr(seen.plan, name), getattr(wanted, name))
    return made


def settle(seen: Current, place: Place, field: str, values: Sequence[Any]) -> Change:
    """Return the change that settles a field with one value, or reopens it with several."""
    return Wrote(place.collection, place.record, field, tuple(values), saw_field(seen.state, place, field))


def take_out(seen: Current, place: Place) -> Change:
    """Return the change that takes a record out, in the knowledge of every edit to it that was seen."""
    return TookOut(place.collection, place.record, tuple(sorted(_kept(seen.state, place).touched)))


def take_back(place: Place) -> Change:
    """Return the change that takes a person's own words back at their wish."""
    return TookBack(place.collection, place.record)


def put_back(place: Place) -> Change:
    """Return the change that puts a record back."""
    return PutBack(place.collection, place.record)


def saw_field(state: State, place: Place, field: str) -> tuple[Key, ...]:
    """Return the standing edits of a field, which a new value supersedes."""
    return tuple(key for key, _ in _kept(state, place).fields.get(field, Field()).live())


def _kept(state: State, place: Place) -> Kept:
    return state.records.get(place, Kept())


def _plan_values(plan: Plan) -> dict[str, Any]:
    lists = fields.collections()
    bare = msgspec.structs.replace(plan, **dict.fromkeys(lists, ()))
    return _without_derived(plain(bare))


def _record_values(record: Record) -> dict[str, Any]:
    return _without_derived(plain(record))


def _without_derived(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in _DERIVED}


def _added(collection: str, record: Record, place: str) -> Added:
    values = _record_values(record)
    if record.changed_at is not None:
        values["changed_at"] = plain(record.changed_at)
    return Added(collection, record.id, values, place)


def _of_list(state: State, collection: str, old: Sequence[Record], new: Sequence[Record]) -> Iterator[Change]:
    if old == new:
        return
    before = {record.id: record for record in old}
    after = {record.id for record in new}
    for gone in (record.id for record in old if record.id not in after):
        place = Place(collection, gone)
        yield TookOut(collection, gone, tuple(sorted(_kept(state, place).touched)))
    for record in new:
        if record.id in before and record != before[record.id]:
            values = _record_values(before[record.id])
            yield from _of_record(state, Place(collection, record.id), values, _record_values(record))
    yield from _placed(state, collection, before, new)


def _placed(
    state: State, collection: str, before: Mapping[str, Record], new: Sequence[Record]
) -> Iterator[Change]:
    """Give new records a place, and moved ones another, leaving as many as possible where they are."""
    held = [_place_of(state, collection, record.id) if record.id in before else None for record in new]
    staying = _rising(held)
    previous = ""
    for index, record in enumerate(new):
        if index in staying:
            previous = held[index] or ""
            continue
        following = next((held[i] or "" for i in range(index + 1, len(new)) if i in staying), "")
        previous = order.between(previous, following)
        if record.id in before:
            yield Moved(collection, record.id, previous)
        else:
            yield from _added_again(state, collection, record, previous)


def _added_again(state: State, collection: str, record: Record, place: str) -> Iterator[Change]:
    """Add a record; one that had been taken out is put back with the values now wanted."""
    kept = state.records.get(Place(collection, record.id))
    if kept is None:
        yield _added(collection, record, place)
        return
    yield PutBack(collection, record.id)
    yield Moved(collection, record.id, place)
    values = {name: versions[0][1] for name, held in kept.fields.items() if (versions := held.versions())}
    values |= {name: held.current() for name, held in kept.sets.items()}
    yield from _of_record(
        state, Place(collection, record.id), _without_derived(values), _record_values(record)
    )


def _place_of(state: State, collection: str, record: str) -> str:
    return _kept(state, Place(collection, record)).place[2]


def _rising(held: Sequence[str | None]) -> set[int]:
    """Return the indexes of a longest strictly rising run of places; the others move."""
    tails: list[int] = []
    links: dict[int, int | None] = {}
    for index, place in enumerate(held):
        if not place:
            continue
        at = next((i for i, tail in enumerate(tails) if (held[tail] or "") >= place), len(tails))
        links[index] = tails[at - 1] if at else None
        tails[at : at + 1] = [index]
    found: set[int] = set()
    step = tails[-1] if tails else None
    while step is not None:
        found.add(step)
        step = links[step]
    return found


def _of_record(
    state: State, place: Place, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[Change]:
    facts = fields.of(place.collection)
    for name in sorted({*old, *new}):
        if old.get(name, _ABSENT) == new.get(name, _ABSENT):
            continue
        if name in facts and facts[name].is_set:
            yield _elements(state, place, name, old.get(name, ()), new.get(name, ()))
        else:
            value = new[name] if name in new else default_of(place.collection, name)
            yield Wrote(place.collection, place.record, name, (value,), saw_field(state, place, name))


_ABSENT = object()


def _elements(state: State, place: Place, name: str, old: Sequence[Any], new: Sequence[Any]) -> Elements:
    standing = _kept(state, place).sets.get(name, SetField()).standing()
    added = tuple(value for value in new if value not in old)
    removed = tuple((value, standing.get(canonical(value), ())) for value in old if value not in new)
    return Elements(place.collection, place.record, name, added, removed)


def default_of(collection: str, name: str) -> Any:
    """Return a field's default as a plain value, which is what leaving it out means."""
    struct = Plan if collection == fields.PLAN else fields.collections()[collection]
    found = next(one for one in msgspec.structs.fields(struct) if one.name == name)
    value = found.default_factory() if found.default is msgspec.NODEFAULT else found.default
    return plain(value)
