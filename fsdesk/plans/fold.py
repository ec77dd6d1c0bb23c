"""From edits to everything that is known of one plan's records: what was written, what it saw, what still stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from fsdesk.plans import fields
from fsdesk.plans.edits import (
    Added,
    Change,
    Edit,
    Elements,
    Header,
    Key,
    Moved,
    TookBack,
    TookOut,
    Unreadable,
    Wrote,
    changes_of,
)

FOLD_VERSION = 1
"""Raised whenever the same edits would fold into another plan, so that cached plans are made again."""


class Place(NamedTuple):
    """A record of a plan; the plan itself stands under the collection `fields.PLAN`."""

    collection: str
    record: str


@dataclass
class Field:
    """One register field: every write to it, and which of them were seen by later ones."""

    writes: dict[Key, tuple[Any, ...]] = field(default_factory=dict)
    seen: set[Key] = field(default_factory=set)

    def live(self) -> list[tuple[Key, tuple[Any, ...]]]:
        """Return the writes that no other write saw, in canonical order."""
        return sorted((key, values) for key, values in self.writes.items() if key not in self.seen)

    def versions(self) -> list[tuple[Key, Any]]:
        """Return each standing value once, in canonical order, with the edit that wrote it."""
        found: dict[bytes, tuple[Key, Any]] = {}
        for key, values in self.live():
            for value in values:
                found.setdefault(canonical(value), (key, value))
        return list(found.values())


@dataclass
class SetField:
    """One set-valued field: which edits put each element there, and which of those were taken off."""

    put: dict[bytes, set[Key]] = field(default_factory=dict)
    taken: dict[bytes, set[Key]] = field(default_factory=dict)
    values: dict[bytes, Any] = field(default_factory=dict)

    def add(self, key: Key, value: Any) -> None:
        """Note that an edit put an element there."""
        name = canonical(value)
        self.values[name] = value
        self.put.setdefault(name, set()).add(key)

    def take(self, value: Any, saw: Iterable[Key]) -> None:
        """Note that an element was taken off, in the knowledge of the edits that had put it there."""
        self.taken.setdefault(canonical(value), set()).update(saw)

    def standing(self) -> dict[bytes, tuple[Key, ...]]:
        """Return the elements that stand, each with the edits that keep it there."""
        kept = {name: keys - self.taken.get(name, set()) for name, keys in self.put.items()}
        return {name: tuple(sorted(keys)) for name, keys in sorted(kept.items()) if keys}

    def current(self) -> list[Any]:
        """Return the elements that stand."""
        return [self.values[name] for name in self.standing()]


@dataclass
class Kept:
    """Everything known of one record."""

    fields: dict[str, Field] = field(default_factory=dict)
    sets: dict[str, SetField] = field(default_factory=dict)
    touched: set[Key] = field(default_factory=set)
    taken_out: set[Key] = field(default_factory=set)
    takers: set[Key] = field(default_factory=set)
    taken_back: bool = False
    added: bool = False
    place: tuple[int, Key, str] = (-1, Key("", 0), "")
    last: int = -1

    def is_out(self) -> bool:
        """Say whether the record was taken out, and every change to it was seen by a take-out."""
        return self.taken_back or (bool(self.takers) and self.touched <= self.taken_out)


@dataclass
class State:
    """What the edits of one plan add up to, in whatever order they came."""

    records: dict[Place, Kept] = field(default_factory=dict)
    headers: dict[Key, Header] = field(default_factory=dict)
    unreadable: dict[Key, str] = field(default_factory=dict)

    @property
    def frontier(self) -> dict[str, int]:
        """Return the last edit of each laptop in this plan."""
        found: dict[str, int] = {}
        for key in self.headers:
            found[key.device] = max(key.seq, found.get(key.device, 0))
        return dict(sorted(found.items()))

    def kept(self, collection: str, record: str) -> Kept:
        """Return what is known of a record, begun empty if nothing was."""
        return self.records.setdefault(Place(collection, record), Kept())


def canonical(value: Any) -> bytes:
    """Return a value as bytes that are equal exactly when the values are."""
    return msgspec.json.encode(value, order="deterministic")


def gather(edits: Iterable[Edit], into: State | None = None) -> State:
    """Return the state that a plan's edits add up to. The order of the edits makes no difference.

    A part that cannot be read is noted with its reason, and the rest goes on.
    """
    state = State() if into is None else into
    for edit in edits:
        header = edit.header
        key = Key(header.device, header.seq)
        state.headers[key] = header
        try:
            changes = changes_of(edit)
        except Unreadable as fault:
            state.unreadable[key] = str(fault)
            continue
        for change in changes:
            _take_in(state, key, header, change)
    return state


def _take_in(state: State, key: Key, header: Header, change: Change) -> None:
    if change.collection != fields.PLAN and change.collection not in fields.collections():
        state.unreadable[key] = "an edit speaks of a part that plans do not have"
        return
    kept = state.kept(change.collection, change.record)
    if isinstance(change, TookOut):
        kept.takers.add(key)
        kept.taken_out.update(_keys(change.saw))
        return
    if isinstance(change, TookBack):
        kept.taken_back = True
        return
    kept.touched.add(key)
    if isinstance(change, Added):
        _added(kept, key, header, change)
        return
    kept.last = max(kept.last, header.made_at)
    if isinstance(change, Wrote):
        written = kept.fields.setdefault(change.field, Field())
        written.writes[key] = change.values
        written.seen.update(_keys(change.saw))
    elif isinstance(change, Elements):
        _elements(kept, key, change)
    elif isinstance(change, Moved):
        kept.place = max(kept.place, (header.lamport, key, change.position))


def _added(kept: Kept, key: Key, header: Header, change: Added) -> None:
    kept.added = True
    kept.place = max(kept.place, (header.lamport, key, change.position))
    facts = fields.of(change.collection)
    for name, value in change.fields.items():
        if name in facts and facts[name].is_set:
            held = kept.sets.setdefault(name, SetField())
            for element in value:
                held.add(key, element)
        else:
            kept.fields.setdefault(name, Field()).writes[key] = (value,)


def _elements(kept: Kept, key: Key, change: Elements) -> None:
    held = kept.sets.setdefault(change.field, SetField())
    for value in change.added:
        held.add(key, value)
    for value, saw in change.removed:
        held.take(value, _keys(saw))


def _keys(saw: Iterable[Key]) -> Iterator[Key]:
    return (Key(*one) for one in saw)
