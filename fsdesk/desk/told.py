"""What a family was told of who reads their plan: nobody asked yet means that it stays, and is asked next time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

import msgspec

from fsdesk.desk import plans, standing
from fsdesk.desk.desk import Desk, new_id
from fsdesk.jobs import Progress, quiet
from fsdesk.plans.edits import Intent
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.reviews import Meeting
from fsdesk.plans.model.safety import WorryLevel
from fsdesk.plans.model.team import LimitsTold, RightsTalked

ASK = "Ask who may read the plan"
"""What is put on the next visit."""
_AT_ONCE = 200


class Told(NamedTuple):
    """What one family was told, and when it can be asked."""

    plan: str
    on: date | None
    """The day; None where nobody told them yet."""
    who: tuple[str, ...]
    """What those who were there go by."""
    next_visit: date | None
    is_on_the_list: bool
    """The question is already on a visit that is to come."""
    must_go: bool
    """A serious worry is in it: that always goes, whatever was asked."""


class _Person(msgspec.Struct, frozen=True):
    id: str
    goes_by: str = ""
    name: str = ""


class _Worry(msgspec.Struct, frozen=True):
    level: WorryLevel = WorryLevel.WORRY


class Asked(msgspec.Struct, frozen=True):
    """So much of a plan as tells what its family was told; of thousands the rest is passed over."""

    id: str
    limits_told: LimitsTold | None = None
    rights_talked: RightsTalked | None = None
    people: tuple[_Person, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    worries: tuple[_Worry, ...] = ()


_decoder = msgspec.msgpack.Decoder(Asked)


def told(desk: Desk, ids: Collection[str], progress: Progress | None = None) -> dict[str, Told]:
    """Return for each of these plans what its family was told. Raises NoSuchPlan, and Stopped when asked to stop."""
    found: dict[str, Told] = {}
    tell, today = progress or quiet(), desk.today
    with desk.reading() as tx:
        for id_ in ids:
            if len(found) % _AT_ONCE == 0:
                tell.step(len(found), len(ids), "Looking at what each family was told")
            plan = standing.kept_part(tx, id_, _decoder)
            found[id_] = told_of(plan, today)
    return found


def told_of(plan: Plan | Asked, today: date) -> Told:
    """Return what the family of one plan was told: the limits of secrets, or the page of rights."""
    days = [
        one.on for one in (plan.limits_told, plan.rights_talked) if one is not None and one.on is not None
    ]
    with_whom = plan.rights_talked.with_whom if plan.rights_talked else frozenset()
    who = tuple(one.goes_by or one.name for one in plan.people if one.id in with_whom)
    visit = _next_visit(plan, today)
    return Told(
        plan.id,
        max(days, default=None),
        who,
        visit.on if visit else None,
        any(ASK in one.bring for one in plan.meetings if not one.held),
        any(one.level is WorryLevel.SERIOUS for one in plan.worries),
    )


def ask_next_time(desk: Desk, plan: str) -> Told:
    """Put the question on the next visit, or on one whose day is still open, and return how it stands. Once only."""
    seen = plans.current(desk, plan)
    if any(ASK in one.bring for one in seen.plan.meetings if not one.held):
        return told_of(seen.plan, desk.today)
    now = plans.save(desk, seen, _with_question(seen.plan, desk.today), Intent.WROTE)
    return told_of(now.plan, desk.today)


def _with_question(plan: Plan, today: date) -> Plan:
    visit = _next_visit(plan, today)
    if visit is None:
        return msgspec.structs.replace(plan, meetings=(*plan.meetings, Meeting(id=new_id(), bring=ASK)))
    bring = f"{visit.bring.rstrip('. ')}. {ASK}" if visit.bring.strip() else ASK
    asked = msgspec.structs.replace(visit, bring=bring)
    meetings = tuple(asked if one.id == visit.id else one for one in plan.meetings)
    return msgspec.structs.replace(plan, meetings=meetings)


def _next_visit(plan: Plan | Asked, today: date) -> Meeting | None:
    coming = [one for one in plan.meetings if not one.held and one.on is not None and one.on >= today]
    return min(coming, key=lambda one: one.on or today, default=None)
