"""Somebody's strengths do not show in the plan, or nothing in the plan builds on the strengths it shows."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_child, a_goal, a_plan, a_record, a_step, a_strength, day
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date, on

ID = "R-05"
PRINCIPLES = ("NP-04", "GP-STRENGTHS", "GP-NONSTIGMA")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("people", "strengths", "goals", "steps", "state", "reviews")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the plan when it shows no strength at all, else everybody without one; then strengths unused."""
    if plan.state is m.PlanState.QUICK_HELP and not plan.reviews:
        return  # a one-meeting plan in a hurry may wait until its first review
    shown = [strength for strength in plan.strengths if m.has_words(strength.text)]
    if shown:
        yield from _people_without(plan, shown, today)
        yield from _unused(plan, shown)
    elif any(True for _ in _people(plan, today)):
        yield on("strengths", say="none")


def _people(plan: Plan, today: date) -> Iterator[tuple[int, m.Person]]:
    return (one for one in reading.the_family(plan) if not reading.is_unborn(one[1], today))


def _people_without(plan: Plan, shown: list[m.Strength], today: date) -> Iterator[Seen]:
    strong = {person for strength in shown for person in strength.whose}
    for index, person in _people(plan, today):
        if person.id not in strong:
            yield at("people", index, person, about=(person.id,), name=reading.called(person))


def _unused(plan: Plan, shown: list[m.Strength]) -> Iterator[Seen]:
    ids = {strength.id for strength in shown}
    users: tuple[m.Goal | m.Step, ...] = (*plan.goals, *plan.steps)
    if users and not any(ids & user.strengths for user in users):
        yield on("strengths", say="unused", about=(sorted(ids), sorted(user.id for user in users)))


_UNLINKED = {"goals": [a_goal(strengths=())], "steps": [a_step()]}

NOTICED = (
    Example("No strength is written down yet.", a_plan(strengths=[], **_UNLINKED), ("/strengths",)),
    Example("Finn's strengths are missing.", a_plan(strengths=[a_strength()]), ("/people/1",)),
    Example("No goal and no step builds on a strength.", a_plan(**_UNLINKED), ("/strengths",)),
)
QUIET = (
    Example("Both have a strength, and a goal uses one.", a_plan()),
    Example(
        "It is help in a hurry; strengths come at the first review.",
        a_plan(state=m.PlanState.QUICK_HELP, strengths=[], **_UNLINKED),
    ),
    Example(
        "Strengths are there and nothing is planned yet.",
        a_plan(goals=[], steps=[], options=[], rights=[a_record(m.Right, article=12, whose="finn")]),
    ),
    Example(
        "The baby is not born yet.",
        a_plan(people=[*a_plan().people, a_child("Baby", None, born=m.Born(unborn=True, on=day(60)))]),
    ),
)
