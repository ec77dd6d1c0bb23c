"""What an undo or a put-back leaves as it is, and why; above all what was for fewer eyes than could read it now."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from fsdesk.plans import fields, fitting
from fsdesk.plans.edits import Added, Again, Change, Elements, Key, Part, Wrote
from fsdesk.plans.fold import Field, Kept, Place, canonical
from fsdesk.plans.following import Travel
from fsdesk.plans.merge import Current
from fsdesk.plans.model.base import Reach
from fsdesk.plans.parts import DECIDING, Values, field_part
from fsdesk.plans.protective import most_protective
from fsdesk.plans.writing import settled_by

Was = Callable[[Key], bool]
"""Says of an edit whether it was made before what is brought back went."""


class Why(enum.StrEnum):
    """Why something of an edit stays as it is."""

    CHANGED = "changed"
    """Somebody changed it since."""
    OUT = "out"
    """The record was taken out since; writing to it would bring it back unasked."""
    TAKEN_BACK = "taken_back"
    """Somebody took their own words back, which is honoured whatever else is written (architecture, holds)."""
    HAPPENED = "happened"
    CLOSER = "closer"
    """It was for fewer eyes when it stood there than what stands there now."""
    BEGAN = "began"
    """Without its beginning there is no plan."""


class Left(NamedTuple):
    """Something that an undo leaves as it is."""

    place: Place
    field: str
    """Empty for the whole record."""
    why: Why
    who: str = ""
    """Who changed it since, where somebody did."""


def closer_then(seen: Current, made: Sequence[Change], was: Was) -> tuple[list[Change], list[Left]]:
    """Return changes without those that would show something to more eyes than it was for when it last stood.

    ``was`` says of an edit whether it was made before what is brought back went. Somebody who wants it shown may
    write it; no undo does it by the way.
    """
    eyes = _Eyes(seen, settled_by(made), was)
    kept: list[Change] = []
    left: list[Left] = []
    for change in made:
        if isinstance(change, Wrote | Elements) and eyes.are_more(change):
            left.append(Left(Place(change.collection, change.record), change.field, Why.CLOSER))
        else:
            kept.append(change)
    return kept, left


class _Eyes:
    """For whom records of a plan are once some changes are written, and for whom they were."""

    def __init__(self, seen: Current, settled: Mapping[Place, Values], was: Was) -> None:
        self._records = seen.state.records
        self._travel = Travel(seen.plan, seen.state, settled)
        self._settled = settled
        self._was = was

    def are_more(self, change: Wrote | Elements) -> bool:
        """Say whether what a change brings back would be read by more people than it was for."""
        if change.collection == fields.PLAN or change.field in DECIDING:
            return False
        place = Place(change.collection, change.record)
        now = field_part(change.collection, change.field, self._travel.last(place))
        if _told_in(self._records[place], change) > now:
            return True
        return _reads_more(self._audience_now(place), _audience(self._records[place], self._was))

    def _audience_now(self, place: Place) -> Values:
        settled = self._settled.get(place, {}).get("audience")
        return settled if isinstance(settled, Mapping) else _audience(self._records[place], lambda _: True)


def _audience(kept: Kept, was: Was) -> Values:
    """Return for whom a record was by the edits that were there; the narrowest of several versions."""
    held = kept.fields.get("audience", Field())
    then = Field({key: write for key, write in held.writes.items() if was(key)})
    found = fitting.sound(kept.collection, "audience", then).versions
    narrowest = most_protective("narrowest", [value for _, value in found]) if found else {}
    return narrowest if isinstance(narrowest, Mapping) else {}


def _reads_more(now: Values, then: Values) -> bool:
    """Say whether an audience has anybody in it whom another one has not."""
    reach, before = (_REACHES.index(one.get("to", Reach.ALL)) for one in (now, then))
    if reach == before and now.get("to") == Reach.NAMED:
        return not set(now.get("readers", ())) <= set(then.get("readers", ()))
    return reach < before


_REACHES = [str(one) for one in Reach]
"""From everybody to the worker alone, as the model lists them."""


def _told_in(kept: Kept, change: Wrote | Elements) -> Part:
    """Return the closest part in which a value that comes back has ever stood at its widest; defaults tell nothing."""
    values = change.values if isinstance(change, Wrote) else change.added
    return max((_widest_of(kept, change.field, value) for value in values), default=Part.GENERAL)


def _widest_of(kept: Kept, field: str, value: Any) -> Part:
    wanted = canonical(value)
    found = [part for _, part, change in kept.heard if wanted in _values_of(change, field)]
    return min(found, default=Part.GENERAL)


def _values_of(change: Change, field: str) -> set[bytes]:
    said = change.said if isinstance(change, Again) else change
    if isinstance(said, Added) and field in said.fields:
        value = said.fields[field]
        many = value if isinstance(value, list | tuple) else ()
        return {canonical(value), *(canonical(one) for one in many)}
    if isinstance(said, Wrote) and said.field == field:
        return {canonical(one) for one in said.values}
    if isinstance(said, Elements) and said.field == field:
        return {canonical(one) for one in said.added}
    return set()
