"""Plans in a store: begun, written, brought in as documents, taken out as documents, and their history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import msgspec

from fsdesk.desk import coming_again, documents, remembered, standing, waiting
from fsdesk.desk.desk import Desk, new_id, random
from fsdesk.desk.remembered import Remembered
from fsdesk.desk.standing import NoSuchPlan
from fsdesk.errors import Refused
from fsdesk.plans import codes, document, history, merge, writing
from fsdesk.plans.document import DifferingNote, Document, Reading
from fsdesk.plans.edits import Change, Edit, Intent
from fsdesk.plans.fold import Place
from fsdesk.plans.history import Entry
from fsdesk.plans.listed import Listed
from fsdesk.plans.merge import Current
from fsdesk.plans.model.plan import Plan, PlanState
from fsdesk.plans.model.reviews import PlanVersion
from fsdesk.store import edits, media
from fsdesk.store import plans as kept
from fsdesk.store.tx import Tx

__all__ = ["NoSuchPlan"]


class PlanLine(NamedTuple):
    """One plan in a list."""

    id: str
    title: str
    code: str
    state: str
    version: int
    changed: datetime
    differing: int
    listed: Listed
    search: str
    """Folded words the list is searched by."""
    opened: datetime | None


class BroughtIn(NamedTuple):
    """What a document brought."""

    plan: str
    new: bool
    changes: int
    """How many changes were recorded; none when the document says what the store had."""
    differing: int
    """Unsettled fields of the plan afterwards."""


class NoAsOf(Refused):
    """A document of a plan that is here does not say which state it was made from."""

    what = (
        "This plan is here already, and the document does not say which state of it it was made from (as_of)."
    )
    what_next = "Nothing was changed. Export the plan, change that document, and import it."


class AsOfAhead(Refused):
    """A document names edits that are not here."""

    what = "This document was made from a state of the plan that is not here yet."
    what_next = "Nothing was changed. Import the missing package first."


def listing(desk: Desk) -> list[PlanLine]:
    """Return a line for every plan, the last changed first."""
    standing.caught_up(desk)
    with desk.reading() as tx:
        return [as_line(one) for one in kept.each_line(tx)]


def as_line(one: kept.PlanLine) -> PlanLine:
    """Return a line of the store as lists show it."""
    listed = standing.listed_of(one)
    opened = _moment(one.opened_at) if one.opened_at else None
    changed = _moment(one.changed_at)
    return PlanLine(
        one.id, one.title, one.code, one.state, one.version, changed, one.differing, listed, one.names, opened
    )


def _moment(milliseconds: int) -> datetime:
    try:
        return datetime.fromtimestamp(milliseconds / 1000, tz=UTC)
    except (OverflowError, OSError, ValueError):
        return datetime.fromtimestamp(0, tz=UTC)


def line_as_json(one: PlanLine) -> dict[str, Any]:
    """Return a line under the keys that `fsdesk plan list --json` promises."""
    return {
        "id": one.id,
        "title": one.title,
        "code": one.code,
        "state": one.state,
        "version": one.version,
        "changed": one.changed.isoformat(timespec="milliseconds"),
        "differing": one.differing,
    }


def current(desk: Desk, plan: str) -> Current:
    """Return a plan as it stands, with its unsettled versions. Raises NoSuchPlan."""
    return remembered.current(desk, plan)


def opened(desk: Desk, plan: str) -> None:
    """Note that a plan was opened, for the order of the list."""
    with desk.transaction() as tx:
        kept.opened(tx, plan, desk.now())


def begin(desk: Desk, *, family_name: str) -> Current:
    """Begin a plan with nothing in it but the name the family chose for itself."""
    plan = Plan(
        id=new_id(),
        code=codes.mint(random(32)),
        family_name=family_name.strip(),
        started_on=desk.today,
        first_meeting=True,
    )
    return _begin(desk, plan, Intent.BEGAN)


def _begin(desk: Desk, plan: Plan, intent: Intent) -> Current:
    bare, pictures = documents.without_pictures(plan)
    with desk.transaction() as tx:
        _keep_pictures(tx, pictures)
        made = writing.begin(bare, desk.ink(tx, 0), new_id(), random, intent)
        now = remembered.append(desk, tx, made)
    return _remember(desk, now)


def _remember(desk: Desk, now: Remembered) -> Current:
    desk.remembered = now
    return now.now


def save(desk: Desk, seen: Current, wanted: Plan, intent: Intent = Intent.WROTE) -> Current:
    """Make the plan that was seen into the one wanted, as one edit, and return it as it stands now.

    Nothing is written when they are the same. What others wrote meanwhile stays beside it.
    """
    bare, pictures = documents.without_pictures(wanted)
    with desk.transaction() as tx:
        _keep_pictures(tx, pictures)
        ink = desk.ink(tx, _lamport(seen))
        made = writing.write(seen, _as_agreed(desk, ink, seen, bare), ink, new_id(), random, intent)
        now = None if made is None else remembered.append(desk, tx, made)
    return current(desk, wanted.id) if now is None else _remember(desk, now)


def _as_agreed(desk: Desk, ink: writing.Ink, seen: Current, wanted: Plan) -> Plan:
    """Return the plan with a version noted, when this very edit agrees it."""
    if wanted.state is not PlanState.AGREED or seen.plan.state is PlanState.AGREED:
        return wanted
    number = max((one.number for one in wanted.versions), default=0) + 1
    frontier = dict(seen.state.frontier) | {ink.device: ink.seq}
    made = PlanVersion(id=new_id(), number=number, on=desk.today, made_at_what="agree", frontier=frontier)
    return msgspec.structs.replace(wanted, versions=(*wanted.versions, made))


def act(desk: Desk, seen: Current, made: Sequence[Change], intent: str) -> Current:
    """Write changes made by name - a take-out, a settlement - as one edit, and return the plan as it stands now."""
    with desk.transaction() as tx:
        edit = writing.act(seen, made, desk.ink(tx, _lamport(seen)), new_id(), random, intent)
        now = remembered.append(desk, tx, edit)
    return _remember(desk, now)


def before_sending(desk: Desk, tx: Tx, plan: str) -> None:
    """Say again what of a plan nobody who joins now would learn, because what told it may not travel any more."""
    seen = standing.current(tx, plan)
    made = writing.before_sending(seen, desk.ink(tx, _lamport(seen)), new_id(), random)
    if made is not None:
        remembered.append(desk, tx, made)


def _lamport(seen: Current) -> int:
    return max((header.lamport for header in seen.state.headers.values()), default=0)


def _keep_pictures(tx: Tx, pictures: dict[str, bytes]) -> None:
    for held in pictures.values():
        media.put(tx, held)


def import_document(desk: Desk, brought: Document) -> BroughtIn:
    """Bring a document in: a new plan, or for one that is here, edits that say what changed since its `as_of`.

    Raises NoAsOf, AsOfAhead, NotAPlan, and ErasedHere for one that was erased here; nothing is changed then.
    """
    plan = document.plan_of(brought)
    with desk.reading() as tx:
        coming_again.check(tx, plan.id)
        here = edits.of_plan(tx, plan.id)
    if not any(box.is_open for edit in here for box in edit.boxes):  # never here, or erased and let in again
        _begin(desk, plan, Intent.IMPORTED)
        return BroughtIn(plan.id, True, 1, 0)
    seen = _seen(here, brought.as_of)
    now = save(desk, seen, plan, Intent.IMPORTED)
    written = len(now.state.headers) - len(here)
    return BroughtIn(plan.id, False, written, len(now.differing))


def _seen(here: Sequence[Edit], as_of: dict[str, int] | None) -> Current:
    """Return the state that a document was made from; one that is no plan here was made elsewhere."""
    try:
        return merge.fold(_up_to(here, as_of))
    except merge.NoPlan:
        raise AsOfAhead from None


def _up_to(here: Sequence[Edit], as_of: dict[str, int] | None) -> list[Edit]:
    if as_of is None:
        raise NoAsOf
    reach = dict(as_of)
    held = [edit for edit in here if edit.header.seq <= reach.get(edit.header.device, 0)]
    reached: dict[str, int] = {}
    for edit in held:
        reached[edit.header.device] = max(edit.header.seq, reached.get(edit.header.device, 0))
    if any(reached.get(device, 0) != seq for device, seq in reach.items() if seq) or not held:
        raise AsOfAhead
    return held


def export(desk: Desk, plan: str) -> bytes:
    """Return a plan as its document, pictures included, with its frontier and its unsettled versions.

    Raises NoSuchPlan.
    """
    with desk.reading() as tx:
        now = standing.current(tx, plan)
        pictures = {one.hash: held for one in now.plan.media if (held := media.get(tx, one.hash)) is not None}
        reach = waiting.reach_of(tx, now)
    return document.write(
        documents.with_pictures(now.plan, pictures),
        as_of=reach,
        differing=[_note(one) for one in now.differing],
        taken_out=sorted({place.record for place in now.taken_out}),
    )


def _note(one: merge.Differing) -> DifferingNote:
    versions = tuple(
        Reading(who=version.who, when=version.when.isoformat() if version.when else "", value=version.value)
        for version in one.versions
    )
    return DifferingNote(id=one.id, where=where(one.place, one.field), versions=versions)


def where(place: Place, field: str) -> str:
    """Return where a field stands, by the ids of records: /steps/step-1/what."""
    return f"/{place.collection}/{place.record}/{field}" if place.collection else f"/{field}"


def history_of(desk: Desk, plan: str, record: str = "") -> list[Entry]:
    """Return the history of a plan, or of one record of it, the earliest first. Raises NoSuchPlan."""
    with desk.reading() as tx:
        standing.refuse_erased(tx, plan)
        found = edits.of_plan(tx, plan)
    if not found:
        raise NoSuchPlan
    return history.entries(found, record)


def entry_as_json(one: Entry) -> dict[str, Any]:
    """Return an entry under the keys that `fsdesk plan history --json` promises."""
    return {
        "edit": one.edit,
        "who": one.who,
        "when": one.when.isoformat(timespec="milliseconds") if one.when else None,
        "sentence": one.sentence,
        "changes": [{"where": c.where, "before": c.before, "after": c.after} for c in one.changes],
    }
