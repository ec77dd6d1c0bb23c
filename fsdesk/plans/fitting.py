"""Whether a change, or a single value, is one that plans are made of; what is not is put aside, never taken in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

import msgspec

from fsdesk.plans import fields, order
from fsdesk.plans.edits import Added, Again, Change, Elements, Key, Moved, Wrote
from fsdesk.plans.model.base import Moment
from fsdesk.plans.protective import safest
from fsdesk.plans.registers import Field, canonical

_DERIVED = frozenset({"id", "changed_at"})
"""Never written by a change of their own: see `fsdesk.plans.changes`."""


class _Shape(NamedTuple):
    """The names of a collection's fields: all, those written as a whole, those that merge by element."""

    all: frozenset[str]
    written: frozenset[str]
    sets: frozenset[str]


class Verdict(NamedTuple):
    """Whether a change can be taken in, and what is to be said of it either way."""

    goes: bool
    remark: str = ""


_FINE = Verdict(True)


def judge(change: Change, plan: str) -> Verdict:
    """Say whether a change of an edit of a plan can be taken in, going by what it speaks of.

    Values are not looked at here; they are when the record is read.
    """
    shape = _shapes().get(change.collection)
    if shape is None:
        return Verdict(False, "an edit speaks of a part that plans do not have")
    kind = type(change)
    if change.collection == fields.PLAN:
        if change.record != plan:
            return Verdict(False, "an edit speaks of another plan than its own")
        if kind not in (Added, Wrote, Elements, Again):
            return Verdict(False, "an edit would move or take out the plan itself")
    if isinstance(change, Again):
        return _judge_again(change, plan)
    look = _LOOKS.get(kind)
    return _FINE if look is None else look(change, shape)


def _judge_added(change: Added, shape: _Shape) -> Verdict:
    names = change.fields.keys()
    if not names <= shape.all or not all(_is_list(change.fields[name]) for name in names & shape.sets):
        return Verdict(True, "an edit adds a record with something that plans do not have")
    if not order.is_place(change.position):
        return Verdict(True, "an edit adds a record in a place that lists do not have")
    return _FINE


def _judge_again(change: Again, plan: str) -> Verdict:
    if (change.said.collection, change.said.record) != (change.collection, change.record):
        return Verdict(False, "an edit says of one record what was said of another")
    return judge(change.said, plan)


def _judge_wrote(change: Wrote, shape: _Shape) -> Verdict:
    if change.field in shape.written and change.values:
        return _FINE
    return Verdict(False, "an edit writes a field in a way that plans do not have")


def _judge_elements(change: Elements, shape: _Shape) -> Verdict:
    if change.field in shape.sets:
        return _FINE
    return Verdict(False, "an edit writes a field in a way that plans do not have")


def _judge_moved(change: Moved, _: _Shape) -> Verdict:
    if order.is_place(change.position):
        return _FINE
    return Verdict(False, "an edit moves a record to a place that lists do not have")


_LOOKS: Mapping[type, Callable[[Any, _Shape], Verdict]] = {
    Added: _judge_added,
    Wrote: _judge_wrote,
    Elements: _judge_elements,
    Moved: _judge_moved,
}


@cache
def _shapes() -> Mapping[str, _Shape]:
    return {name: _shape(name) for name in (fields.PLAN, *fields.collections())}


def _shape(collection: str) -> _Shape:
    facts = fields.of(collection)
    sets = frozenset(name for name, known in facts.items() if known.is_set)
    return _Shape(frozenset(facts), frozenset(facts) - sets - _DERIVED, sets)


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


class Sound(NamedTuple):
    """The versions of a field that plans can hold, and whether any other was put aside for them."""

    versions: list[tuple[Key, Any]]
    aside: bool


def sound(collection: str, field: str, held: Field) -> Sound:
    """Return a field's versions without what no plan holds.

    A write of which nothing can be read counts as not made, so what it claims to have seen stands again. One to a
    field that protects somebody counts as the most protective reading there is.
    """
    stand_in = safest(fields.of(collection)[field].protects)
    held = Field(dict(held.writes))
    aside = False
    while True:
        readable = {key: _readable(collection, field, values, stand_in) for key, values in held.live()}
        aside = aside or any(found.aside for found in readable.values())
        lost = [key for key, found in readable.items() if not found.values]
        if not lost:
            return Sound(_once(readable), aside)
        for key in lost:
            del held.writes[key]


class _Readable(NamedTuple):
    values: tuple[Any, ...]
    aside: bool


def _readable(collection: str, field: str, values: tuple[Any, ...], stand_in: Any) -> _Readable:
    found = tuple(value for value in values if fits(collection, field, value))
    aside = len(found) < len(values)
    return _Readable((*found, stand_in) if aside and stand_in is not None else found, aside)


def _once(readable: Mapping[Key, _Readable]) -> list[tuple[Key, Any]]:
    found: dict[bytes, tuple[Key, Any]] = {}
    for key, one in readable.items():
        for value in one.values:
            found.setdefault(canonical(value), (key, value))
    return list(found.values())


def as_moment(value: Any) -> datetime | None:
    """Return a plain value as the moment it names, or nothing when it names none."""
    try:
        return msgspec.convert(value, Moment)
    except msgspec.ValidationError:
        return None


def fits(collection: str, field: str, value: Any) -> bool:
    """Say whether a plain value can stand in a field; for a set-valued one, in its set."""
    try:
        msgspec.convert(value, _type_of(collection, field))
    except (msgspec.ValidationError, RecursionError):
        return False
    return True


@cache
def _type_of(collection: str, field: str) -> Any:
    struct = fields.struct_of(collection)
    hint = fields.hints_of(struct)[field]
    return fields.element_of(hint) if fields.is_set_hint(hint) else hint
