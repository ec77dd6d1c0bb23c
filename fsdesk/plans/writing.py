"""Making one edit: the changes of one intent, sorted into parts, next in its laptop's chain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from fsdesk.plans import changes as changing
from fsdesk.plans import edits, fields, parts
from fsdesk.plans.chain import SALT_BYTES
from fsdesk.plans.edits import Change, Edit, Header, Intent
from fsdesk.plans.fold import Place, State
from fsdesk.plans.merge import Current
from fsdesk.plans.model.base import plain
from fsdesk.plans.model.plan import Plan


class Ink(NamedTuple):
    """Where a laptop's chain stands, and whose hand is writing."""

    device: str
    seq: int
    """Number of the next edit."""
    previous: bytes
    lamport: int
    who: str
    made_at: int
    """Claimed wall time, milliseconds since 1970 UTC."""


Randomness = Callable[[int], bytes]


def begin(plan: Plan, ink: Ink, new_id: str, random: Randomness, intent: Intent = Intent.BEGAN) -> Edit:
    """Return the edit that begins a plan with all it holds."""
    return edit_of(plan.id, changing.begin(plan), _held_in(plan), ink, intent, new_id, random)


def write(
    seen: Current, wanted: Plan, ink: Ink, new_id: str, random: Randomness, intent: Intent = Intent.WROTE
) -> Edit | None:
    """Return the edit that makes the plan that was seen into the one wanted, or nothing when they are the same."""
    made = changing.between(seen, wanted)
    if not made:
        return None
    return edit_of(wanted.id, made, _held_in(wanted, seen), ink, intent, new_id, random)


def act(
    seen: Current, made: Sequence[Change], ink: Ink, new_id: str, random: Randomness, intent: Intent
) -> Edit:
    """Return the edit of changes made by name: a take-out, a put-back, a settlement."""
    return edit_of(seen.plan.id, made, _held_in(seen.plan, seen), ink, intent, new_id, random)


def edit_of(
    plan: str,
    made: Iterable[Change],
    held: Callable[[str, str], Mapping[str, Any]],
    ink: Ink,
    intent: Intent,
    new_id: str,
    random: Randomness,
) -> Edit:
    """Return the edit of some changes; `held` gives a record's plain values, by which its part is chosen."""
    sorted_out = parts.split(made, held)
    header = Header(
        new_id, plan, ink.device, ink.seq, ink.previous, ink.lamport, ink.made_at, ink.who, str(intent)
    )
    return edits.make(header, sorted_out, [random(SALT_BYTES) for _ in sorted_out])


def _held_in(plan: Plan, seen: Current | None = None) -> Callable[[str, str], Mapping[str, Any]]:
    """Give a record's values as it is wanted, or for one that is gone, as it last stood."""
    by_place: dict[tuple[str, str], Any] = {}

    def held(collection: str, record: str) -> Mapping[str, Any]:
        if collection == fields.PLAN:
            return {}
        if not by_place:
            by_place.update(
                {(name, one.id): one for name in fields.collections() for one in getattr(plan, name)}
            )
        found = by_place.get((collection, record))
        return (
            plain(found)
            if found is not None
            else _last_of(seen.state if seen else State(), collection, record)
        )

    return held


def _last_of(state: State, collection: str, record: str) -> Mapping[str, Any]:
    kept = state.records.get(Place(collection, record))
    if kept is None:
        return {}
    return {name: versions[0][1] for name, held in kept.fields.items() if (versions := held.versions())}
