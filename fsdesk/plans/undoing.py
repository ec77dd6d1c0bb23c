"""Undoing an edit: the changes that take back what still stands of it, and by name what stays, and why.

Nothing is ever removed: an undo is an edit of its own, and can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from fsdesk.plans import fields
from fsdesk.plans.changes import default_of, take_out
from fsdesk.plans.edits import (
    Added,
    Again,
    Change,
    Elements,
    Key,
    Moved,
    PutBack,
    TookBack,
    TookOut,
    Wrote,
)
from fsdesk.plans.fold import Field, Kept, Place, SetField, State, canonical
from fsdesk.plans.following import taken_back
from fsdesk.plans.left import Left, Why, closer_then
from fsdesk.plans.merge import Current
from fsdesk.plans.undone import Undone

HAPPENED = frozenset({"versions", "print_editions", "shared_copies", "shared_for_safety"})
"""Records of what happened outside the plan: paper in somebody's hands, somebody told. An undo cannot reach it."""


class Reversal(NamedTuple):
    """What has to be written to undo an edit, and what stays."""

    changes: tuple[Change, ...]
    left: tuple[Left, ...]


def undo(seen: Current, key: Key) -> Reversal:
    """Return what undoes an edit of a plan, as far as it still stands, and what of it stays as it is.

    Where several versions stood before it, they stand again: undoing a settlement reopens it. What somebody wrote
    since stays, and so do words that somebody took back and whatever happened outside the plan.
    """
    return _Undo(seen, key).reversal()


def said_by(state: State, key: Key) -> dict[Place, list[Change]]:
    """Return what an edit itself changed, by record, in the order of places; each change once."""
    found: dict[Place, dict[bytes, Change]] = {}
    for place in sorted(state.records):
        for of, _, change in state.records[place].heard:
            if of == key and not isinstance(change, Again):
                found.setdefault(place, {})[_named(change)] = change
    return {place: list(changes.values()) for place, changes in found.items()}


def _named(change: Change) -> bytes:
    added = change.fields if isinstance(change, Added) else {}
    return canonical([type(change).__name__, getattr(change, "field", ""), added])


class _Undo:
    """Works out one undo."""

    def __init__(self, seen: Current, key: Key) -> None:
        self._seen = seen
        self._state = seen.state
        self._key = key
        self._undone = Undone(self._state.headers)
        self._left: list[Left] = []

    def reversal(self) -> Reversal:
        """Return what undoes the edit."""
        said = said_by(self._state, self._key)
        begun = [place for place in said if place.collection == fields.PLAN and _adds(said[place])]
        if begun:
            return Reversal((), tuple(Left(place, "", Why.BEGAN) for place in begun))
        quiet = taken_back(self._state.records)
        made = [change for place in said for change in self._of(place, said[place], place in quiet)]
        mine = self._when(self._key)
        kept, closer = closer_then(self._seen, made, lambda key: self._when(key) < mine)
        return Reversal(tuple(kept), (*self._left, *closer))

    def _of(self, place: Place, said: Sequence[Change], is_quiet: bool) -> Iterable[Change]:
        kinds = {type(change) for change in said}
        why = self._why_not(place, kinds, is_quiet)
        if why is not None:
            self._leave(place, "", why)
            return ()
        if kinds & {Added, PutBack}:
            return self._taken_out(place)
        if TookOut in kinds:
            return self._brought_back(place)
        return [change for one in said for change in self._of_field(place, one)]

    def _why_not(self, place: Place, kinds: set[type], is_quiet: bool) -> Why | None:
        if is_quiet or TookBack in kinds:
            return Why.TAKEN_BACK
        if place.collection in HAPPENED:
            return Why.HAPPENED
        is_structural = kinds & {Added, PutBack, TookOut}
        return Why.OUT if not is_structural and self._kept(place).is_out() else None

    def _taken_out(self, place: Place) -> Iterator[Change]:
        """What the edit brought is taken out, unless somebody wrote to it since."""
        kept = self._kept(place)
        if kept.is_out():
            self._leave(place, "", Why.OUT)
            return
        known = {self._key, *(key for taker in kept.takers.values() for key in taker.saw)}
        since = [key for key in _writers(kept) - known if not self._undone.restores(key)]
        if since:
            self._leave(place, "", Why.CHANGED, max(since, key=self._when))
            return
        yield take_out(self._seen, place)

    def _brought_back(self, place: Place) -> Iterator[Change]:
        """What the edit took out is there again, unless somebody else took it out too."""
        kept = self._kept(place)
        others = {
            key: one for key, one in kept.takers.items() if key != self._key and not self._returns(key, place)
        }
        if not kept.is_out():
            self._leave(place, "", Why.CHANGED)
        elif kept.touched.keys() <= {seen for one in others.values() for seen in one.saw}:
            self._leave(place, "", Why.OUT, max(others, key=self._when, default=None))
        else:
            yield PutBack(*place)

    def _returns(self, key: Key, place: Place) -> bool:
        """Say whether an edit took a record out because it undid a put-back, and so did nothing of its own."""
        of = self._undone.key_of(self._state.headers[key].undoes)
        said = self._kept(place).heard if of is not None else ()
        return any(isinstance(change, PutBack) for one, _, change in said if one == of)

    def _of_field(self, place: Place, change: Change) -> Iterator[Change]:
        if isinstance(change, Wrote):
            yield from self._rewritten(place, change)
        elif isinstance(change, Elements):
            yield from self._elements(place, change)
        elif isinstance(change, Moved):
            yield from self._moved(place)

    def _rewritten(self, place: Place, change: Wrote) -> Iterator[Change]:
        held = self._kept(place).fields.get(change.field, Field())
        live = held.live()
        if not self._stands(live, change.values):
            self._leave(place, change.field, Why.CHANGED, max((key for key, _ in live), key=self._when))
            return
        before = self._before(place, change, held)
        now = [value for _, value in held.versions()]
        if not before or _same(before, now):
            self._leave(place, change.field, Why.CHANGED, max((key for key, _ in live), key=self._when))
            return
        yield Wrote(*place, change.field, tuple(before), tuple(key for key, _ in live))

    def _stands(self, live: Sequence[tuple[Key, tuple[Any, ...]]], values: Sequence[Any]) -> bool:
        """Say whether a write stands: itself, or because undoing what came after it brought it back."""
        if any(key == self._key for key, _ in live):
            return True
        by_undoing = all(self._state.headers[key].undoes for key, _ in live)
        return by_undoing and _same([one for _, found in live for one in found], values)

    def _before(self, place: Place, change: Wrote, held: Field) -> list[Any]:
        """Return the versions there would be without the write; where there was none, what the field is left with."""
        if self._key in dict(held.live()):
            without = Field({key: write for key, write in held.writes.items() if key != self._key})
        else:
            without = Field({key: held.writes[key] for key in change.saw if key in held.writes})
        found = [value for _, value in without.versions()]
        if found or fields.of(place.collection)[change.field].required:
            return found
        return [default_of(place.collection, change.field)]

    def _elements(self, place: Place, change: Elements) -> Iterator[Change]:
        held = self._kept(place).sets.get(change.field, SetField())
        standing = held.standing()
        off = tuple((one, keys) for one in change.added if (keys := self._mine(standing, one)))
        on = tuple(one for one, _ in change.removed if self._took(held, standing, one))
        if len(off) < len(change.added) or len(on) < len(change.removed):
            self._leave(place, change.field, Why.CHANGED)
        if off or on:
            yield Elements(*place, change.field, on, off)

    def _mine(self, standing: dict[bytes, tuple[Key, ...]], value: Any) -> tuple[Key, ...]:
        """Return the edits that keep an element there, as far as they are this one, or undoing put it back."""
        keys = standing.get(canonical(value), ())
        return tuple(key for key in keys if key == self._key or self._state.headers[key].undoes)

    def _took(self, held: SetField, standing: dict[bytes, tuple[Key, ...]], value: Any) -> bool:
        """Say whether an element is gone because this edit took it off, and nobody else did after it."""
        name = canonical(value)
        takers = [taker for _, taker in held.taken.get(name, {}).values() if taker in self._state.headers]
        last = max(takers, key=self._when, default=None)
        is_ours = last == self._key or (last is not None and bool(self._state.headers[last].undoes))
        return name not in standing and is_ours

    def _moved(self, place: Place) -> Iterator[Change]:
        """It stands where it stood before, unless somebody moved it since."""
        found = dict(_moves(self._state, place))
        mine = self._when(self._key)
        last = max(found, default=mine)
        earlier = max((moment for moment in found if moment < mine), default=None)
        brought_back = bool(self._state.headers[last[1]].undoes) and found[last] == found.get(mine)
        if earlier is not None and (last == mine or brought_back):
            yield Moved(*place, found[earlier])
        else:
            self._leave(place, "", Why.CHANGED, last[1])

    def _kept(self, place: Place) -> Kept:
        return self._state.records[place]

    def _when(self, key: Key) -> tuple[int, Key]:
        return self._state.headers[key].lamport, key

    def _leave(self, place: Place, field: str, why: Why, by: Key | None = None) -> None:
        who = self._state.headers[by].who if by is not None and by != self._key else ""
        self._left.append(Left(place, field, why, who))


def _adds(said: Iterable[Change]) -> bool:
    return any(isinstance(change, Added) for change in said)


def _writers(kept: Kept) -> set[Key]:
    """Return the edits whose values a record reads as."""
    found = {key for held in kept.fields.values() for key, _ in held.live()}
    return found.union(*(keys for held in kept.sets.values() for keys in held.standing().values()))


def _moves(state: State, place: Place) -> Iterator[tuple[tuple[int, Key], str]]:
    """Yield every place that a record was given, with when."""
    for key, _, change in state.records[place].heard:
        if isinstance(change, Added | Moved) and change.position:
            yield (state.headers[key].lamport, key), change.position


def _same(some: Iterable[Any], others: Iterable[Any]) -> bool:
    return {canonical(one) for one in some} == {canonical(one) for one in others}
