"""What a day holds for the person at this desk: visits, reviews, promises, and what is only on this laptop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from fsdesk.desk import glancing, plans, standing, undoing, unsent
from fsdesk.desk.desk import Desk
from fsdesk.desk.glancing import Family, Known
from fsdesk.desk.undoing import Done
from fsdesk.desk.unsent import LastPackage
from fsdesk.plans import day, merge
from fsdesk.plans.day import PROMISES, Promised, Readings, Visit
from fsdesk.plans.model import PromiseState, StepState
from fsdesk.store import drafts
from fsdesk.store.tx import Tx

PROMISES_WITHIN = timedelta(days=7)
REVIEWS_WITHIN = timedelta(days=21)
MOST = 40
"""So many visits, reviews and promises are read at most; how many there are is told."""


class VisitTo(NamedTuple):
    """A visit of today."""

    to: Family
    visit: Visit
    sheet_on: date | None


class NextVisit(NamedTuple):
    """The first visit after today."""

    to: Family
    on: date


class ReviewOf(NamedTuple):
    """A review whose day has passed, or comes soon."""

    of: Family
    on: date
    sheet_on: date | None


class PromiseTo(NamedTuple):
    """Something that was promised to a family."""

    to: Family
    promised: Promised


class Today(NamedTuple):
    """One day. Lists hold ``MOST`` at most; the numbers say how many there are."""

    on: date
    families: int
    visits: tuple[VisitTo, ...]
    next_visit: NextVisit | None
    reviews: tuple[ReviewOf, ...]
    all_reviews: int
    promises: tuple[PromiseTo, ...]
    only_here: frozenset[str]
    """Plans with changes that are in no package."""
    staying: frozenset[str]
    """Plans that never leave this laptop."""
    last_package: LastPackage | None
    last_opened: Family | None
    left_open: Family | None
    """Where somebody was typing when fsdesk last ended."""


def read(desk: Desk) -> Today:
    """Return what today holds, in one view of the store.

    Every plan's line is read, and of the plans themselves only those with a visit today or a promise due in a week.
    A plan is this person's when it was begun on this laptop, or its own worker goes by their name.
    """
    standing.caught_up(desk)
    today = desk.today
    with desk.reading() as tx:
        every = glancing.every(tx, desk.name)
        own = [one for one in every if one.is_own]
        reviews = _reviews(own, today)
        return Today(
            on=today,
            families=len(every),
            visits=tuple(_visits(tx, own, today)),
            next_visit=_next_visit(own, today),
            reviews=tuple(reviews[:MOST]),
            all_reviews=len(reviews),
            promises=tuple(_promises(tx, own, desk.name, today)),
            only_here=glancing.only_here(tx, every),
            staying=glancing.staying(every),
            last_package=unsent.last_package(tx),
            last_opened=_last_opened(every),
            left_open=_left_open(tx, every),
        )


def keep_promise(desk: Desk, plan: str, promised: Promised) -> str:
    """Mark what was promised as done, as one edit, and return its id; nothing where it was done or is gone already.

    Raises NoSuchPlan.
    """
    seen = plans.current(desk, plan)
    records = getattr(seen.plan, promised.collection)
    done = PromiseState.DONE if promised.collection == PROMISES else StepState.DONE
    wanted = tuple(
        _done(one, done, desk.today) if one.id == promised.record and one.state is not done else one
        for one in records
    )
    if wanted == records:
        return ""
    now = plans.save(desk, seen, msgspec.structs.replace(seen.plan, **{promised.collection: wanted}))
    made = max(key for key in now.state.headers if key.device == desk.device)
    return now.state.headers[made].id


def take_back(desk: Desk, plan: str, edit: str) -> Done:
    """Undo the edit that marked a promise as done. Raises what `undoing.undo` raises."""
    return undoing.undo(desk, plan, edit)


def _done(record: msgspec.Struct, state: StepState | PromiseState, today: date) -> msgspec.Struct:
    answered = {"answered_on": today} if isinstance(state, PromiseState) else {}
    return msgspec.structs.replace(record, state=state, **answered)


def _visits(tx: Tx, own: Sequence[Known], today: date) -> Iterator[VisitTo]:
    found = []
    for one in _upon(own, today):
        ahead = one.line.ahead
        found += [
            VisitTo(one.family, visit, ahead.sheet_on) for visit in day.visits_on(_readings(tx, one), today)
        ]
    return iter(sorted(found, key=lambda one: (not one.visit.at, one.visit.at, one.to.family)))


def _upon(own: Sequence[Known], today: date) -> list[Known]:
    return [one for one in own if today in one.line.ahead.visits or one.line.listed.next_review == today][
        :MOST
    ]


def _next_visit(own: Sequence[Known], today: date) -> NextVisit | None:
    coming = [
        NextVisit(one.family, on)
        for one in own
        for on in (*one.line.ahead.visits, one.line.listed.next_review)
        if on is not None and on > today
    ]
    return min(coming, key=lambda one: (one.on, one.to.family), default=None)


def _reviews(own: Sequence[Known], today: date) -> list[ReviewOf]:
    """Those whose day has passed come first; today's are visits, and what is over for now is left in peace."""
    found = [
        ReviewOf(one.family, on, one.line.ahead.sheet_on)
        for one in own
        if (on := one.line.listed.next_review) is not None
        and on != today
        and on <= today + REVIEWS_WITHIN
        and not (one.line.ahead.is_over and on < today)
    ]
    return sorted(found, key=lambda one: (one.on, one.of.family))


def _promises(tx: Tx, own: Sequence[Known], name: str, today: date) -> list[PromiseTo]:
    until = today + PROMISES_WITHIN
    due = [(max(days), one) for one in own if (days := [on for on in one.line.ahead.promises if on <= until])]
    due.sort(key=lambda found: found[0], reverse=True)
    found = []
    for _, one in due[:MOST]:
        readings = _readings(tx, one)
        found += [
            PromiseTo(one.family, made) for made in day.promised(readings, _own_of(readings, name), until)
        ]
    return sorted(found, key=lambda one: (one.promised.by_when, one.to.family))[:MOST]


def _own_of(seen: Readings, name: str) -> frozenset[str]:
    """The plan's own worker, and whoever in it goes by this person's name."""
    plan = seen.plan
    named = {one.id for one in plan.team if glancing.is_name_of(one.name, name)}
    return frozenset(named or ({plan.worker} if plan.worker else ()))


def _readings(tx: Tx, one: Known) -> Readings:
    if not one.glance.differing:
        return Readings(standing.kept(tx, one.glance.id))
    now = standing.current(tx, one.glance.id)
    return Readings(now.plan, tuple(merge.readings(now)))


def _last_opened(every: Sequence[Known]) -> Family | None:
    opened = [one for one in every if one.glance.opened_at]
    last = max(opened, key=lambda one: one.glance.opened_at or 0, default=None)
    return last.family if last else None


def _left_open(tx: Tx, every: Sequence[Known]) -> Family | None:
    last = max(drafts.every(tx), key=lambda draft: draft.changed_at, default=None)
    if last is None:
        return None
    return next((one.family for one in every if one.glance.id == last.place.plan), None)
