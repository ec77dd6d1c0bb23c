"""Saying once more what stands of a record, for those who were not given the edits that first said it.

A record that travels further than before is said again whole. And when a record becomes private, the edits that
told of it openly travel no more (`fsdesk.plans.travel`); whatever else they told is said again, so that no one who
joins later misses it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any

from fsdesk.plans import fields
from fsdesk.plans.edits import (
    Added,
    Again,
    Elements,
    Key,
    Moved,
    Part,
    Plain,
    PutBack,
    TookBack,
    TookOut,
    Wrote,
)
from fsdesk.plans.fold import Kept, Place, SetField, State
from fsdesk.plans.kept import Telling
from fsdesk.plans.parts import is_wordless

_Saying = tuple[Key, Plain]


def again(state: State, place: Place, of: Container[Key] | None = None) -> Iterator[Again]:
    """Yield what stands of a record, each thing in the name of the edit that said it; of some edits, where given.

    Versions that nobody settled stay unsettled. Of a record that is out nothing is said but that.
    """
    for key, said in _all(place, state.records[place]):
        if of is None or key in of:
            yield Again(*place, key, said)


def owed(state: State, part_now: Callable[[Place], Part]) -> Iterator[tuple[Part, Again]]:
    """Yield what nobody who joins now would learn, because the parts of edits that tell it may not travel.

    `part_now` gives the part in which each record travels. With each thing comes the part in which it may.
    """
    reach = _reach(state, part_now)
    if all(part is telling[1] for telling, part in reach.items()):
        return
    for place, kept in state.records.items():
        for part, keys in _lost(kept, part_now(place), reach).items():
            yield from ((part, one) for one in again(state, place, keys))


def _reach(state: State, part_now: Callable[[Place], Part]) -> dict[Telling, Part]:
    """Return how far each part of an edit travels: no further than the most private record it has words of."""
    reach: dict[Telling, Part] = {}
    for place, kept in state.records.items():
        now = part_now(place)
        for key, part, change in kept.heard:
            if not is_wordless(change):
                reach[key, part] = max(now, reach.get((key, part), part))
    return reach


def _lost(kept: Kept, now: Part, reach: Mapping[Telling, Part]) -> dict[Part, set[Key]]:
    """Return the edits whose telling of a record is in no part that travels as far as it may."""
    lost: dict[Part, set[Key]] = {}
    for (key, part), tellings in kept.tellings().items():
        may = max(part, now)
        if may is not Part.OWN and all(reach.get(one, one[1]) > may for one in tellings):
            lost.setdefault(may, set()).add(key)
    return lost


def _all(place: Place, kept: Kept) -> Iterator[_Saying]:
    if kept.added:
        yield kept.begun[1], Added(*place, {})
    if not kept.is_out():
        yield from _words(place, kept)
    for key in sorted(kept.touched) if place.collection != fields.PLAN else ():
        yield key, PutBack(*place)
    for key, taker in sorted(kept.takers.items()):
        yield key, TookOut(*place, taker.saw)
    if kept.taken_back:
        yield kept.begun[1], TookBack(*place)


def _words(place: Place, kept: Kept) -> Iterator[_Saying]:
    for name, held in sorted(kept.fields.items()):
        if name != "changed_at":
            for key, write in held.standing():
                yield key, Wrote(*place, name, write.values, write.saw)
    for name, elements in sorted(kept.sets.items()):
        yield from _elements(place, name, elements)
    if kept.place[2]:
        yield kept.place[1], Moved(*place, kept.place[2])


def _elements(place: Place, name: str, held: SetField) -> Iterator[_Saying]:
    put: defaultdict[Key, list[Any]] = defaultdict(list)
    taken: defaultdict[Key, list[tuple[Any, tuple[Key, ...]]]] = defaultdict(list)
    for element, keys in held.standing().items():
        for key in keys:
            put[key].append(held.values[element])
    for element, seen in sorted(held.taken.items()):
        for key, (_, taker) in sorted(seen.items()):
            taken[taker].append((held.values[element], (key,)))
    for key in sorted({*put, *taken}):
        yield key, Elements(*place, name, tuple(put[key]), tuple(taken[key]))
