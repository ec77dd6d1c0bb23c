"""Words that a plan held once: where somebody lived, learned or met, and what was hidden, now or ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from fsdesk.plans.fold import Kept, State

_WHERE = {
    "households": ("address",),
    "people": ("learns_at",),
    "safe_contacts": ("value",),
    "reach_in": ("place", "safe_phone"),
    "meetings": ("place",),
    "steps": ("place",),
    "options": ("place",),
    "voices": ("place",),
    "reviews": ("where",),
    "places_to_avoid": ("name",),
    "places_that_suit": ("name",),
    "community_places": ("location",),
    "safety_between": ("tokens",),
}
"""Fields that say where somebody is or was, by collection."""


def was_ever_kept_apart(state: State) -> bool:
    """Say whether the plan has, or had, a record that keeps one person safe from another."""
    return any(place.collection == "safety_between" for place in state.records)


def whereabouts(state: State) -> frozenset[str]:
    """Return every address, school, number and meeting place that any edit here ever wrote, taken out or not."""
    found = (
        text
        for place, kept in state.records.items()
        for name in _WHERE.get(place.collection, ())
        for text in _ever(kept, name)
    )
    return frozenset(text for text in (*found, *_review_places(state)) if text.strip())


def _review_places(state: State) -> Iterator[str]:
    for place, kept in state.records.items():
        if not place.collection and "next_review" in kept.fields:
            for value in _values(kept, "next_review"):
                yield from _texts([value.get("place")] if isinstance(value, dict) else ())


def _ever(kept: Kept, name: str) -> Iterator[str]:
    yield from _texts(_values(kept, name))
    if name in kept.sets:
        yield from _texts(kept.sets[name].values.values())


def _values(kept: Kept, name: str) -> Iterator[Any]:
    if name in kept.fields:
        for write in kept.fields[name].writes.values():
            yield from write.values


def _texts(values: Iterable[Any]) -> Iterator[str]:
    return (value for value in values if isinstance(value, str))
