"""What makes one plan into another: the changes between a plan as it was seen and as it is wanted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
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
    if list(before) != [record.id for record in new]:
        yield from _placed(state, collection, before, new)


def _placed(
    state: State, collection: str, before: Mapping[str, Record], new: Sequence[Record]
) -> Iterator[Change]:
    """Give new records a place, and moved ones another, leaving as many as possible where they are."""
    held = [_stand(state, collection, record.id) if record.id in before else None for record in new]
    staying = _rising(held)
    previous, index = "", 0
    while index < len(new):
        if index in staying:
            previous, index = staying[index], index + 1
            continue
        end = next((at for at in range(index, len(new)) if staying.get(at, "") > previous), len(new))
        for place in order.among(previous, staying.get(end, ""), end - index):
            yield from _put(state, collection, new[index], place, new[index].id in before)
            previous, index = place, index + 1


def _put(state: State, collection: str, record: Record, place: str, is_here: bool) -> Iterator[Change]:
    if is_here:
        yield Moved(collection, record.id, place)
    else:
        yield from _added_again(state, collection, record, place)


def _added_again(state: State, collection: str, record: Record, place: str) -> Iterator[Change]:
    """Add a record; one that had been taken out is put back with the values now wanted.

    Words that somebody took back are not brought again.
    """
    kept = state.records.get(Place(collection, record.id))
    if kept is None:
        yield _added(collection, record, place)
        return
    if kept.taken_back:
        return
    yield PutBack(collection, record.id)
    yield Moved(collection, record.id, place)
    values = {name: versions[0][1] for name, held in kept.fields.items() if (versions := held.versions())}
    values |= {name: held.current() for name, held in kept.sets.items()}
    yield from _of_record(
        state, Place(collection, record.id), _without_derived(values), _record_values(record)
    )


def _stand(state: State, collection: str, record: str) -> tuple[str, str]:
    return _kept(state, Place(collection, record)).place[2], record


def _rising(held: Sequence[tuple[str, str] | None]) -> dict[int, str]:
    """Return a longest run of records that stand in this order already, with their places; the others move."""
    tails: list[int] = []
    tops: list[tuple[str, str]] = []
    links: dict[int, int | None] = {}
    for index, stand in enumerate(held):
        if stand is None or not stand[0]:
            continue
        at = bisect_left(tops, stand)
        links[index] = tails[at - 1] if at else None
        tails[at : at + 1] = [index]
        tops[at : at + 1] = [stand]
    found: dict[int, str] = {}
    step = tails[-1] if tails else None
    while step is not None:
        found[step] = (held[step] or ("", ""))[0]
        step = links[step]
    return found


def _of_record(
    state: State, place: Place, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[Change]:
    facts = fields.of(place.collection)
    for name in sorted({*old, *new}):
        default = None if facts[name].required else default_of(place.collection, name)
        before, after = old.get(name, default), new.get(name, default)
        if before == after:
            continue
        if facts[name].is_set:
            yield _elements(state, place, name, before, after)
        else:
            yield Wrote(*place, name, (after,), saw_field(state, place, name))


def _elements(state: State, place: Place, name: str, old: Sequence[Any], new: Sequence[Any]) -> Elements:
    standing = _kept(state, place).sets.get(name, SetField()).standing()
    before, after = {canonical(one) for one in old}, {canonical(one) for one in new}
    added = tuple(value for value in new if canonical(value) not in before)
    gone = ((value, canonical(value)) for value in old)
    removed = tuple((value, standing.get(named, ())) for value, named in gone if named not in after)
    return Elements(*place, name, added, removed)


@cache
def default_of(collection: str, name: str) -> Any:
    """Return a field's default as a plain value, which is what leaving it out means."""
    found = next(one for one in msgspec.structs.fields(fields.struct_of(collection)) if one.name == name)
    value = found.default_factory() if found.default is msgspec.NODEFAULT else found.default
    return plain(value)
