"""The plan has goals before it says what matters to this family."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_matter, a_plan, a_voice
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, date, on

ID = "R-07"
PRINCIPLES = ("GP-STRENGTHS", "NP-03", "SP-5.2", "KQ-4")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("matters", "goals", "state")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the plan when it holds a goal and nothing on what matters; help in a hurry may go straight on."""
    if plan.state is m.PlanState.QUICK_HELP or not plan.goals:
        return
    if not any(m.has_words(matter.words) for matter in plan.matters):
        yield on("matters", about=(sorted(goal.id for goal in plan.goals),))


NOTICED = (
    Example("There is a goal and nothing on what matters.", a_plan(matters=[]), ("/matters",)),
    Example("The line on what matters is empty.", a_plan(matters=[a_matter(" ")]), ("/matters",)),
)
QUIET = (
    Example("What matters is on top.", a_plan()),
    Example("What matters to Finn is there.", a_plan(matters=[a_matter(person="finn")])),
    Example(
        "It is help in a hurry, such as a fuel voucher.", a_plan(matters=[], state=m.PlanState.QUICK_HELP)
    ),
    Example(
        "There is no goal yet.",
        a_plan(matters=[], goals=[], options=[], steps=[], voices=[a_voice(no_answer_needed=True)]),
    ),
)
