"""A plan folded from its edits and kept beside them, so that lists and gates need not fold it again."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

import msgspec

from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from fsdesk.jobs import Progress, many_small_things, quiet
from fsdesk.plans import crossing, merge, restating, travel
from fsdesk.plans.ahead import Ahead, ahead
from fsdesk.plans.edits import BEGINNINGS, Edit, Part
from fsdesk.plans.fold import FOLD_VERSION
from fsdesk.plans.listed import Listed, listed, search_text
from fsdesk.plans.merge import Current, Differing
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.search import searched
from fsdesk.plans.search.searched import Version
from fsdesk.store import edits, erasing, plans
from fsdesk.store.tx import Tx

_AT_ONCE = 200

T = TypeVar("T")


class NoSuchPlan(Refused):
    """The store has no plan of that id."""

    what = "There is no such plan in this store."
    what_next = "List the plans with `fsdesk plan list` and use one of their ids."
    in_window = "Look for it in the list of families."


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept with a plan's line: the words of its row, and which records do not travel openly."""

    listed: Listed
    private: tuple[tuple[str, str, int], ...] = ()
    stays_here: bool = False
    pictures: tuple[tuple[str, str], ...] = ()
    """The record and the hash of each picture."""
    owes: bool = False
    """Whether something must be said again before the plan is sent, because what told it travels no more."""
    unreadable: tuple[tuple[str, str], ...] = ()
    """Records or edits that could not be read and are left out, each with its reason."""
    ahead: Ahead = Ahead()
    """The days on which something is to be done."""
    reach: dict[str, int] = {}
    """The last edit of each laptop in it."""


class _Words(msgspec.Struct, frozen=True):
    listed: Listed


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
_words_decoder = msgspec.msgpack.Decoder(_Words)
_unsettled_decoder = msgspec.msgpack.Decoder(UnsettledField)


def current(tx: Tx, plan: str) -> Current:
    """Return a plan as its edits add up to it. Raises NoSuchPlan."""
    found = edits.of_plan(tx, plan)
    if not found:
        raise NoSuchPlan
    try:
        return merge.fold(found)
    except merge.NoPlan:
        raise _not_begun(tx, plan) from None


def _not_begun(tx: Tx, plan: str) -> NoSuchPlan:
    refuse_erased(tx, plan)
    return NoSuchPlan("Only parts of this plan have come here so far.")


def refuse_erased(tx: Tx, plan: str) -> None:
    """Raise NoSuchPlan for a plan that was erased here, of which only its places in the chain are left."""
    if erasing.is_erased(tx, plan):
        raise NoSuchPlan(
            "This plan was erased here.", "The list of what was erased says when, and what came of it since."
        )


def kept(tx: Tx, plan: str) -> Plan:
    """Return a plan as it was last folded. Raises NoSuchPlan."""
    found = plans.fold(tx, plan)
    if found is None or found.version != FOLD_VERSION:
        return current(tx, plan).plan
    return _plan_decoder.decode(found.body)


def kept_part(tx: Tx, plan: str, decoder: msgspec.msgpack.Decoder[T]) -> T | Plan:
    """Return what a decoder reads of a plan as it was last folded; the whole of one that is to be folded first.

    Raises NoSuchPlan.
    """
    found = plans.fold(tx, plan)
    if found is None or found.version != FOLD_VERSION:
        return current(tx, plan).plan
    return decoder.decode(found.body)


def title(tx: Tx, plan: str) -> str:
    """Return the title of a plan, of one that was put off too; nothing where it has not begun."""
    line = plans.line(tx, plan)
    if line is not None and line.title:
        return line.title
    begun = _begun(edits.of_plan(tx, plan))
    return begun.plan.title if begun else ""


def put(tx: Tx, found: Iterable[Current]) -> None:
    """Keep plans as they stand."""
    plans.put(tx, [_standing(one) for one in found])


class Look(NamedTuple):
    """How the plans that an import touched are to be looked at."""

    cannot_cross: Container[str]
    """Plans that nobody wrote to but one laptop."""
    are_unsettled: Container[str]
    """Plans of which a field read two ways before."""


def after_import(
    tx: Tx, touched: Sequence[str], look: Look, progress: Progress | None = None
) -> dict[str, set[str]]:
    """Fold the plans in which edits may have crossed, and put the others off until somebody reads them.

    Returns the ids of what is unsettled, by plan; a plan without a beginning is left for later and not among them.
    """
    tell = progress or quiet()
    found: dict[str, set[str]] = {}
    for start in range(0, len(touched), _AT_ONCE):
        tell.step(start, len(touched), "Looking for edits that crossed")
        some = touched[start : start + _AT_ONCE]
        here = edits.of_plans(tx, [plan for plan in some if plan not in look.cannot_cross])
        to_fold = {plan: made for plan, made in here.items() if _is_folded_now(plan, made, look)}
        folded = _fold_all(tx, to_fold)
        put_off = [plan for plan in some if plan not in to_fold]
        plans.put_off(tx, put_off)
        found |= {plan: set() for plan in put_off}
        found |= {plan: {field.id for field in one.differing} for plan, one in folded.items()}
    return found


def _is_folded_now(plan: str, made: Sequence[Edit], look: Look) -> bool:
    return plan in look.are_unsettled or not _begins(made) or crossing.may_cross(made)


def _begins(found: Sequence[Edit]) -> bool:
    return any(edit.header.intent in BEGINNINGS for edit in found)


def caught_up(desk: Desk, progress: Progress | None = None) -> None:
    """Fold the plans that were put off, or were folded by an earlier fsdesk; stopped, those done stay done."""
    with desk.reading() as tx:
        waiting = plans.to_fold(tx, FOLD_VERSION)
    tell = progress or quiet()
    for start in range(0, len(waiting), _AT_ONCE):
        tell.step(start, len(waiting), "Putting the plans together")
        with desk.transaction() as tx:
            _fold_all(tx, edits.of_plans(tx, waiting[start : start + _AT_ONCE]))


def _fold_all(tx: Tx, found: Mapping[str, Sequence[Edit]]) -> dict[str, Current]:
    with many_small_things():
        folded = {plan: one for plan, made in found.items() if (one := _begun(made))}
        put(tx, folded.values())
    return folded


def _begun(found: Sequence[Edit]) -> Current | None:
    try:
        return merge.fold(found)
    except merge.NoPlan:
        return None


def row_of(line: plans.PlanLine) -> Row:
    """Return what is kept with a plan's line."""
    return _row(line.title, line.line)


def listed_of(line: plans.PlanLine) -> Listed:
    """Return the words of a plan's row; the rest that is kept with its line is passed over."""
    return _words_decoder.decode(line.line).listed if line.line else Listed(family=line.title)


def rows(tx: Tx) -> dict[str, Row]:
    """Return what is kept with the line of every plan, by its id."""
    return {id_: _row(title, kept) for id_, title, kept in plans.rows(tx)}


def _row(title: str, kept: bytes | None) -> Row:
    return _row_decoder.decode(kept) if kept else Row(listed=Listed(family=title))


def unsettled_of(body: bytes) -> UnsettledField:
    """Return an unsettled field as it was kept."""
    return _unsettled_decoder.decode(body)


def _standing(one: Current) -> plans.Standing:
    plan = one.plan
    row = listed(plan)
    places = travel.private_places(one)
    private = tuple((*place, int(part)) for place, part in places.items())
    owes = any(True for _ in restating.owed(one.state, lambda place: places.get(place, Part.GENERAL)))
    pictures = tuple((picture.id, picture.hash) for picture in plan.media)
    shown = Row(
        listed=row,
        private=private,
        stays_here=plan.stays_here,
        pictures=pictures,
        owes=owes,
        unreadable=tuple(sorted(one.unreadable.items())),
        ahead=ahead(plan, one.state),
        reach=one.state.frontier,
    )
    line = plans.PlanLine(
        id=plan.id,
        code=plan.code,
        title=plan.title,
        state=plan.state.value,
        version=max((version.number for version in plan.versions), default=0),
        changed_at=max(header.made_at for header in one.state.headers.values()),
        names=search_text(row, plan.code),
        retention_on=plan.retention.until.isoformat() if plan.retention else None,
        line=_plan_encoder.encode(shown),
    )
    fold = plans.Fold(version=FOLD_VERSION, frontier=shown.reach, body=_plan_encoder.encode(plan))
    unsettled = {d.id: _unsettled(d) for d in one.differing}
    words = searched.words(plan, places, _versions(one))
    return plans.Standing(line=line, fold=fold, unsettled=unsettled, words=words)


def _versions(one: Current) -> Iterator[Version]:
    """Yield the versions of unsettled fields: the plan reads as the first of each, and is found by all of them."""
    for differing in one.differing:
        for version in differing.versions:
            yield Version(*differing.place, differing.field, version.value)


def _unsettled(differing: Differing) -> bytes:
    versions = tuple(UnsettledVersion(one.who, one.when, one.value) for one in differing.versions)
    place = differing.place
    return _plan_encoder.encode(UnsettledField(place.collection, place.record, differing.field, versions))
