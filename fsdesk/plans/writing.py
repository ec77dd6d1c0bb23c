"""Making one edit: the changes of one intent, sorted into parts, next in its laptop's chain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from fsdesk.plans import changes as changing
from fsdesk.plans import edits, fields, parts, restating, travel
from fsdesk.plans.chain import SALT_BYTES
from fsdesk.plans.edits import Again, Change, Edit, Elements, Header, Intent, Part, Wrote
from fsdesk.plans.fold import Place, State
from fsdesk.plans.following import FOLLOWING, SHOWING, Travel
from fsdesk.plans.merge import Current
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.parts import DECIDING, field_part, record_part
from fsdesk.plans.protective import most_protective


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
    return edit_of(plan.id, changing.begin(plan), _Held(plan), ink, intent, new_id, random)


def write(
    seen: Current, wanted: Plan, ink: Ink, new_id: str, random: Randomness, intent: Intent = Intent.WROTE
) -> Edit | None:
    """Return the edit that makes the plan that was seen into the one wanted, or nothing when they are the same.

    A record that travels further than before is said again whole, for those who never had it.
    """
    made = changing.between(seen, wanted)
    if not made:
        return None
    return _edit(seen, made, _Held(wanted, seen), ink, intent, new_id, random)


def write_as_seen(
    now: Current,
    wanted: Plan,
    made: Sequence[Change],
    ink: Ink,
    new_id: str,
    random: Randomness,
    intent: str,
) -> Edit:
    """Return the edit of changes that name what an earlier state held, such as that of a sheet that comes back.

    `wanted` is the plan as it reads by them: each change travels as far as its record does in `now` and in it.
    """
    return _edit(now, made, _Held(wanted, now, made), ink, intent, new_id, random)


def act(
    seen: Current, made: Sequence[Change], ink: Ink, new_id: str, random: Randomness, intent: str
) -> Edit:
    """Return the edit of changes made by name: a take-out, a put-back, a settlement, an undo."""
    return _edit(seen, made, _Held(seen.plan, seen, made), ink, intent, new_id, random)


def _edit(
    seen: Current,
    made: Sequence[Change],
    held: _Held,
    ink: Ink,
    intent: str,
    new_id: str,
    random: Randomness,
) -> Edit:
    opened = [one for place in held.opened(made) for one in restating.again(seen.state, place)]
    return edit_of(seen.plan.id, [*made, *opened], held, _after(seen, ink), intent, new_id, random)


def before_sending(seen: Current, ink: Ink, new_id: str, random: Randomness) -> Edit | None:
    """Return the edit to be written before this plan is sent, or nothing, as nearly always.

    A part of an edit that tells of a record which is private by now travels no more (`travel.parcel`). What else
    it told is said again by this edit, so that whoever has not got that part misses nothing they may know.
    """
    private = travel.private_places(seen)
    held = _Held(seen.plan, seen)
    owed = restating.owed(seen.state, lambda place: private.get(place, Part.GENERAL))
    made = [one for part, one in owed if held.part_of(one) in (None, part)]
    if not made:
        return None
    return edit_of(seen.plan.id, made, held, _after(seen, ink), Intent.SAID_AGAIN, new_id, random)


def edit_of(
    plan: str,
    made: Iterable[Change],
    held: Callable[[str, str], Mapping[str, Any]],
    ink: Ink,
    intent: str,
    new_id: str,
    random: Randomness,
) -> Edit:
    """Return the edit of some changes; `held` gives a record's plain values, by which its part is chosen."""
    widest = held.widest if isinstance(held, _Held) else parts.nowhere_before
    sorted_out = parts.split(made, held, widest)
    lamport = min(ink.lamport, edits.MOST)
    header = Header(
        new_id, plan, ink.device, ink.seq, ink.previous, lamport, ink.made_at, ink.who, str(intent)
    )
    return edits.make(header, sorted_out, [random(SALT_BYTES) for _ in sorted_out])


def _after(seen: Current, ink: Ink) -> Ink:
    """Make sure that an edit counts as later than everything its maker saw, however the counter was kept."""
    latest = max(header.lamport for header in seen.state.headers.values())
    return ink._replace(lamport=max(ink.lamport, latest + 1))


class _Held:
    """Gives what decides a record's part as it is after an edit, or for one that is gone, as it last stood."""

    def __init__(self, plan: Plan, seen: Current | None = None, acts: Iterable[Change] = ()) -> None:
        self._plan = plan
        self._state = seen.state if seen else State()
        self._before = Travel(seen.plan if seen else plan, self._state)
        self._after = Travel(plan, self._state, settled_by(acts))

    def __call__(self, collection: str, record: str) -> Mapping[str, Any]:
        if collection == fields.PLAN:
            return {}
        return self._after.last(Place(collection, record))

    def widest(self, collection: str, record: str) -> Part:
        """Return the part that travels furthest of those in which anything of a record stands."""
        kept = self._state.records.get(Place(collection, record))
        return Part.OWN if kept is None else kept.widest

    def opened(self, made: Sequence[Change]) -> Iterator[Place]:
        """Yield the records that travel further after these changes than before."""
        for place in self._may_move(made) if any(_moves_a_part(one) for one in made) else ():
            before = self._before.part(place)
            if before is not None and record_part(place.collection, self(*place)) < before:
                yield place

    def part_of(self, change: Again) -> Part | None:
        """Return the part in which what is said again stands; nothing for what tells no words."""
        values, said = self(change.collection, change.record), change.said
        if isinstance(said, Wrote | Elements):
            return field_part(change.collection, said.field, values)
        return None

    def _may_move(self, made: Sequence[Change]) -> Iterable[Place]:
        named = [Place(one.collection, one.record) for one in made if one.collection != fields.PLAN]
        following = [Place(name, one.id) for name in FOLLOWING for one in getattr(self._plan, name)]
        return dict.fromkeys([*named, *following])


def _moves_a_part(change: Change) -> bool:
    if isinstance(change, Wrote | Elements):
        return change.field in DECIDING or change.field in ("of", "where", "media")
    return change.collection in SHOWING


def settled_by(acts: Iterable[Change]) -> dict[Place, dict[str, Any]]:
    """Return what decides how far records travel, as far as these changes are about to write it."""
    found: dict[Place, dict[str, Any]] = {}
    for one in acts:
        if isinstance(one, Wrote) and one.field in DECIDING:
            protects = fields.of(one.collection)[one.field].protects
            reading = most_protective(protects, one.values)
            found.setdefault(Place(one.collection, one.record), {})[one.field] = reading
    return found
