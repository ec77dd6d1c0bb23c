"""A plan folded from its edits and kept beside them, so that lists and gates need not fold it again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec

from fsdesk.errors import Refused
from fsdesk.jobs import Progress, quiet
from fsdesk.plans import merge, restating, travel
from fsdesk.plans.edits import Edit, Part
from fsdesk.plans.fold import FOLD_VERSION
from fsdesk.plans.listed import Listed, listed, search_text
from fsdesk.plans.merge import Current, Differing
from fsdesk.plans.model.plan import Plan
from fsdesk.store import edits, plans
from fsdesk.store.tx import Tx

_AT_ONCE = 200


class NoSuchPlan(Refused):
    """The store has no plan of that id."""

    what = "There is no such plan in this store."
    what_next = "List the plans with `fsdesk plan list` and use one of their ids."


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept with a plan's line: the words of its row, and which records do not travel openly."""

    listed: Listed
    private: tuple[tuple[str, str, int], ...] = ()
    stays_here: bool = False
    owes: bool = False
    """Whether something must be said again before the plan is sent, because what told it travels no more."""


class UnsettledVersion(msgspec.Struct, frozen=True):
    """One version of an unsettled field."""

    who: str
    when: datetime | None
    value: Any


class UnsettledField(msgspec.Struct, frozen=True):
    """An unsettled field as it is kept for listing."""

    collection: str
    record: str
    field: str
    versions: tuple[UnsettledVersion, ...]


_plan_encoder = msgspec.msgpack.Encoder(order="deterministic")
_plan_decoder = msgspec.msgpack.Decoder(Plan)
_row_decoder = msgspec.msgpack.Decoder(Row)
_unsettled_decoder = msgspec.msgpack.Decoder(UnsettledField)


def current(tx: Tx, plan: str) -> Current:
    """Return a plan as its edits add up to it. Raises NoSuchPlan."""
    found = edits.of_plan(tx, plan)
    if not found:
        raise NoSuchPlan
    try:
        return merge.fold(found)
    except merge.NoPlan:
        raise NoSuchPlan("Only parts of this plan have come here so far.") from None


def kept(tx: Tx, plan: str) -> Plan:
    """Return a plan as it was last folded. Raises NoSuchPlan."""
    found = plans.fold(tx, plan)
    if found is None or found.version != FOLD_VERSION:
        return current(tx, plan).plan
    return _plan_decoder.decode(found.body)


def put(tx: Tx, found: Iterable[Current]) -> None:
    """Keep plans as they stand."""
    plans.put(tx, [_standing(one) for one in found])


def fold_again(tx: Tx, touched: Sequence[str], progress: Progress | None = None) -> dict[str, Current]:
    """Fold plans from their edits and keep them as they stand; a plan without a beginning is left for later.

    Returns those folded, by id. Only the newest batch is held in memory by the store.
    """
    tell = progress or quiet()
    folded: dict[str, Current] = {}
    for start in range(0, len(touched), _AT_ONCE):
        tell.step(start, len(touched), "Putting the plans together")
        some = {
            plan: one
            for plan in touched[start : start + _AT_ONCE]
            if (one := _begun(edits.of_plan(tx, plan)))
        }
        put(tx, some.values())
        folded |= some
    return folded


def _begun(found: Sequence[Edit]) -> Current | None:
    try:
        return merge.fold(found)
    except merge.NoPlan:
        return None


def row_of(line: plans.PlanLine) -> Row:
    """Return what is kept with a plan's line."""
    return _row_decoder.decode(line.line) if line.line else Row(listed=Listed(family=line.title))


def unsettled_of(body: bytes) -> UnsettledField:
    """Return an unsettled field as it was kept."""
    return _unsettled_decoder.decode(body)


def _standing(one: Current) -> plans.Standing:
    plan = one.plan
    row = listed(plan)
    places = travel.private_places(one)
    private = tuple((*place, int(part)) for place, part in places.items())
    owes = any(True for _ in restating.owed(one.state, lambda place: places.get(place, Part.GENERAL)))
    line = plans.PlanLine(
        id=plan.id,
        code=plan.code,
        title=plan.title,
        state=plan.state.value,
        version=max((version.number for version in plan.versions), default=0),
        changed_at=max(header.made_at for header in one.state.headers.values()),
        names=search_text(row, plan.code),
        line=_plan_encoder.encode(Row(listed=row, private=private, stays_here=plan.stays_here, owes=owes)),
    )
    fold = plans.Fold(version=FOLD_VERSION, frontier=one.state.frontier, body=_plan_encoder.encode(plan))
    return plans.Standing(line=line, fold=fold, unsettled={d.id: _unsettled(d) for d in one.differing})


def _unsettled(differing: Differing) -> bytes:
    versions = tuple(UnsettledVersion(one.who, one.when, one.value) for one in differing.versions)
    place = differing.place
    return _plan_encoder.encode(UnsettledField(place.collection, place.record, differing.field, versions))
