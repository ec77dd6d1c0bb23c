"""Putting one field or one record back to an earlier wording: as it stood before an edit, or as that edit wrote it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from fsdesk.plans import fields
from fsdesk.plans.changes import default_of
from fsdesk.plans.edits import Change, Elements, Key, PutBack, Wrote
from fsdesk.plans.fold import Field, Kept, Place, SetField, State, canonical
from fsdesk.plans.following import taken_back
from fsdesk.plans.left import Left, Why, closer_then
from fsdesk.plans.merge import Current
from fsdesk.plans.undoing import HAPPENED, Reversal, said_by

_Moment = tuple[int, Key]
_DERIVED = frozenset({"id", "changed_at"})


class Spot(NamedTuple):
    """A field of a record, or with an empty field the whole record."""

    place: Place
    field: str


class NotThere(ValueError):
    """The edit did not change what it is asked to put back."""


class NothingBefore(ValueError):
    """Nothing stood there before that edit."""


def spot_of(plan: str, where: str) -> Spot | None:
    """Return the field or record that a pointer of the history names: /title, /steps/s1 or /steps/s1/what."""
    parts = where.removeprefix("/").split("/") if where.startswith("/") else []
    if len(parts) == 1 and parts[0] in fields.of(fields.PLAN):
        return Spot(Place(fields.PLAN, plan), parts[0])
    if len(parts) not in (2, 3) or parts[0] not in fields.collections():
        return None
    field = parts[2] if len(parts) == 3 else ""
    return Spot(Place(parts[0], parts[1]), field) if not field or field in fields.of(parts[0]) else None


def put_back(seen: Current, key: Key, spot: Spot, *, as_written: bool = False) -> Reversal:
    """Return what makes a field, or a record with all its fields, read as it stood before an edit.

    With ``as_written`` it is as the edit left it. A record that is out is there again. Whatever was written since
    stays in the history; the changes are empty where it reads so already. Raises NotThere and NothingBefore.
    """
    state = seen.state
    if not _is_touched(state, key, spot):
        raise NotThere("that edit did not change this")
    if spot.place in taken_back(state.records):
        return Reversal((), (Left(spot.place, spot.field, Why.TAKEN_BACK),))
    if spot.place.collection in HAPPENED:
        return Reversal((), (Left(spot.place, spot.field, Why.HAPPENED),))
    then = _Then(state, key, as_written=as_written)
    kept = state.records[spot.place]
    if spot.place.collection != fields.PLAN and not then.is_begun(kept):
        raise NothingBefore("nothing stood there before")
    names = [spot.field] if spot.field else sorted(set(fields.of(spot.place.collection)) - _DERIVED)
    made = [change for name in names for change in then.changes(spot.place, kept, name)]
    back: list[Change] = [PutBack(*spot.place)] if kept.is_out() else []
    changes, closer = closer_then(seen, [*back, *made], then.was)
    return Reversal(tuple(changes), tuple(closer))


def _is_touched(state: State, key: Key, spot: Spot) -> bool:
    said = said_by(state, key).get(spot.place, [])
    if not spot.field:
        return bool(said)
    named = {getattr(change, "field", "") for change in said}
    added = {name for change in said for name in getattr(change, "fields", ())}
    return spot.field in named | added


class _Then:
    """The plan's records as they stood before an edit in the order of history, or right after it."""

    def __init__(self, state: State, key: Key, *, as_written: bool) -> None:
        self._state = state
        self._key = key
        self._moment = self._when(key)
        self._as_written = as_written

    def is_begun(self, kept: Kept) -> bool:
        """Say whether a record was there by then."""
        return any(self.was(key) for key in kept.touched)

    def changes(self, place: Place, kept: Kept, name: str) -> Iterator[Change]:
        """Yield what makes a field read as it did then; nothing where it does."""
        if fields.of(place.collection)[name].is_set:
            yield from self._of_set(place, kept.sets.get(name, SetField()), name)
        else:
            yield from self._of_field(place, kept.fields.get(name, Field()), name)

    def _of_field(self, place: Place, held: Field, name: str) -> Iterator[Change]:
        then = self._versions(held)
        if not then and fields.of(place.collection)[name].required:
            return
        now = [value for _, value in held.versions()]
        wanted = then or [default_of(place.collection, name)]
        if _named(wanted) != _named(now or [default_of(place.collection, name)]):
            yield Wrote(*place, name, tuple(wanted), tuple(key for key, _ in held.live()))

    def _versions(self, held: Field) -> list[Any]:
        """Return what the edit itself saw or wrote in the field where it wrote it, and else what stood there then."""
        own = held.writes.get(self._key)
        if own is not None and self._as_written:
            return list(own.values)
        if own is not None:
            seen = Field({key: held.writes[key] for key in own.saw if key in held.writes})
            return [value for _, value in seen.versions()]
        then = Field({key: write for key, write in held.writes.items() if self.was(key)})
        return [value for _, value in then.versions()]

    def _of_set(self, place: Place, held: SetField, name: str) -> Iterator[Change]:
        then, now = _standing(held, self.was), held.standing()
        added = tuple(held.values[one] for one in sorted(then - now.keys()))
        removed = tuple((held.values[one], now[one]) for one in sorted(now.keys() - then))
        if added or removed:
            yield Elements(*place, name, added, removed)

    def was(self, key: Key) -> bool:
        """Say whether an edit was made by then."""
        when = self._when(key)
        return when < self._moment or (self._as_written and when == self._moment)

    def _when(self, key: Key) -> _Moment:
        return self._state.headers[key].lamport, key


def _standing(held: SetField, was: Callable[[Key], bool]) -> set[bytes]:
    """Return the elements that stood there then."""
    puts: Mapping[bytes, dict[Key, int]] = held.put
    return {
        name
        for name, put in puts.items()
        if any(was(key) and not _was_taken(held, name, key, was) for key in put)
    }


def _was_taken(held: SetField, name: bytes, key: Key, was: Callable[[Key], bool]) -> bool:
    taken = held.taken.get(name, {}).get(key)
    return taken is not None and was(taken[1])


def _named(values: list[Any]) -> set[bytes]:
    return {canonical(one) for one in values}
