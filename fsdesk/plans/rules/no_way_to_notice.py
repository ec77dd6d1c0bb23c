"""A goal does not say how the family will notice that it is nearer, or only by a service's measure."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_goal, a_plan
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-09"
PRINCIPLES = ("SP-5", "GP-STRENGTHS", "GQ-1", "GT-1")
SEVERITY = Severity.LOOK
VERSION = 1
READS = ("goals",)


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield each open goal without the family's own sign; a number is never asked for."""
    for index, goal in reading.open_goals(plan):
        if not m.has_words(goal.how_we_notice):
            yield at("goals", index, goal, about=(goal.text,))
        elif goal.notice_kind is m.NoticeKind.SERVICE_MEASURE:
            yield at("goals", index, goal, say="measure", about=(goal.how_we_notice,))


_MEASURE = m.NoticeKind.SERVICE_MEASURE

NOTICED = (
    Example("Nothing says how they will notice.", a_plan(goals=[a_goal(how_we_notice=())]), ("/goals/0",)),
    Example(
        "The only sign is a service's measure.",
        a_plan(goals=[a_goal(how_we_notice="Attendance of 90 in 100.", notice_kind=_MEASURE)]),
        ("/goals/0",),
    ),
    Example(
        "There is a scale, and nothing on what they will see.",
        a_plan(goals=[a_goal(how_we_notice=(), scale=m.Scale(today=2, hoped=6))]),
        ("/goals/0",),
    ),
)
QUIET = (
    Example("They will hear a noisy table.", a_plan()),
    Example(
        "The goal is done.",
        a_plan(goals=[a_goal(), a_goal(how_we_notice=(), state=m.GoalState.DONE)]),
    ),
)
