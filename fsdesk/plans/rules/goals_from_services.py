"""The goals came from services, or nobody of the family has said yes to the wording of one."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_goal, a_plan, day
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date, on

ID = "R-08"
PRINCIPLES = ("NP-03", "NP-07", "GP-FLEXIBLE", "GC-POWER")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("goals", "people")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the goals when none is the family's own, else each open goal that was not said yes to.

    A goal that a law or a hearing requires needs to have been read out, not agreed to; one of the family's own
    is still asked for.
    """
    goals = list(reading.open_goals(plan))
    if goals and all(goal.source is m.GoalSource.SERVICE for _, goal in goals):
        yield on("goals", say="all", about=tuple(goal.text for _, goal in goals))
        return
    family = reading.family_ids(plan)
    for index, goal in goals:
        if not _is_said_yes_to(goal, family):
            must_do = m.has_words(goal.must_do_because)
            yield at("goals", index, goal, say="read_out" if must_do else "confirm", about=(goal.text,))


def _is_said_yes_to(goal: m.Goal, family: frozenset[str]) -> bool:
    if any(yes.by in family for yes in goal.confirmed_by):
        return True
    return m.has_words(goal.must_do_because) and goal.read_out_on is not None


_MUST_DO = {"source": m.GoalSource.SERVICE, "confirmed_by": [], "must_do_because": "A hearing asked for it."}

NOTICED = (
    Example(
        "The only goal is a service's.",
        a_plan(goals=[a_goal("Better routines.", source=m.GoalSource.SERVICE)]),
        ("/goals",),
    ),
    Example(
        "Nobody of the family said yes to the wording.",
        a_plan(goals=[a_goal(confirmed_by=[])]),
        ("/goals/0",),
    ),
    Example(
        "Only the worker said yes to it.",
        a_plan(goals=[a_goal(confirmed_by=[m.Confirmation(by="dan")])]),
        ("/goals/0",),
    ),
    Example(
        "A goal that a hearing requires was never read out.",
        a_plan(goals=[a_goal(), a_goal("School every day.", **_MUST_DO)]),
        ("/goals/1",),
    ),
    Example(
        "The only goal is one that a hearing requires.",
        a_plan(goals=[a_goal("School every day.", **_MUST_DO, read_out_on=day(-3))]),
        ("/goals",),
    ),
)
QUIET = (
    Example("Ailsa said yes to the goal.", a_plan()),
    Example("It is Finn's own goal.", a_plan(goals=[a_goal(source=m.GoalSource.CHILD)])),
    Example(
        "A goal that a hearing requires was read out, beside one of their own.",
        a_plan(goals=[a_goal(), a_goal("School every day.", **_MUST_DO, read_out_on=day(-3))]),
    ),
    Example(
        "They changed their mind about it.",
        a_plan(goals=[a_goal(), a_goal(confirmed_by=[], state=m.GoalState.CHANGED_OUR_MIND)]),
    ),
)
