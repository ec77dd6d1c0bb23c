"""Something big changed in this family's life after its goals were last looked at."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_goal, a_plan, a_record, day
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-22"
PRINCIPLES = ("GP-FLEXIBLE", "NP-05", "NP-03", "GP-PREVENTION")
SEVERITY = Severity.LOOK
VERSION = 2
READS = ("change_events", "goals", "reviews")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield every change dated after the goals were last written, said yes to, read out or reviewed.

    Good news is a change too. When nothing says when the goals were looked at, or none is open any more, this
    keeps quiet.
    """
    looked_at = max(_days(plan, today), default=None)
    if looked_at is None or not any(reading.open_goals(plan)):
        return
    for index, change in enumerate(plan.change_events):
        if looked_at < change.on <= today:
            yield at("change_events", index, change, about=(change.kind, change.on))


def _days(plan: Plan, today: date) -> list[date]:
    days: list[date | None] = [review.on for review in plan.reviews if plan.goals]
    for goal in plan.goals:
        days += [goal.read_out_on, *(yes.on for yes in goal.confirmed_by)]
        days += [moment.date() for moment in (goal.made_at, goal.changed_at) if moment]
    return [day for day in days if day is not None and day <= today]


def _after(days: int, **over: Any) -> Plan:
    return a_plan(change_events=[a_record(m.ChangeEvent, kind=m.ChangeKind.MOVE, on=day(days))], **over)


_REVIEW = a_record(m.Review, on=day(-1), asked_feedback=True)

NOTICED = (
    Example("They moved last week; the goals are from before.", _after(-7), ("/change_events/0",)),
    Example(
        "A baby was born: good news is a change too.",
        a_plan(change_events=[a_record(m.ChangeEvent, kind=m.ChangeKind.BIRTH, on=day(-3))]),
        ("/change_events/0",),
    ),
)
QUIET = (
    Example("Nothing big changed.", a_plan()),
    Example("They moved before they chose these goals.", _after(-25)),
    Example("The plan was looked at together since.", _after(-7, reviews=[_REVIEW])),
    Example("They will move next month.", _after(20)),
    Example(
        "The goals were all reached before they moved.",
        _after(-7, goals=[a_goal(state=m.GoalState.DONE)]),
    ),
    Example("There are no goals yet.", _after(-7, goals=[], options=[], steps=[])),
)
