"""Rights were not gone through together, or a child's goal or serious worry names none that it helps."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import (
    a_carer,
    a_child,
    a_goal,
    a_plan,
    a_plan_with_a_serious_worry,
    a_record,
    a_serious_worry,
)
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date, on

ID = "R-29"
PRINCIPLES = ("NP-10", "GP-RIGHTS", "NS-4.2", "NS-1.4")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("rights_talked", "rights", "goals", "worries", "people")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the rights page when not gone through, then open goals of a child and serious worries about one.

    A parent under eighteen is a child here. A step is never asked for an article.
    """
    if plan.rights_talked is None:
        yield on("rights_talked", say="page")
    children = {one.id: reading.called(one) for one in plan.people if reading.is_child(one, today)}
    rights = {right.id for right in plan.rights}
    linked = frozenset(record for right in plan.rights for record in right.linked_to)
    for index, goal in reading.open_goals(plan):
        name = _first(plan, goal.whose, children)
        if name and not goal.rights & rights and goal.id not in linked:
            yield at("goals", index, goal, about=(sorted(goal.whose),), name=name)
    for index, worry in enumerate(plan.worries):
        name = _first(plan, worry.about, children)
        if worry.level is m.WorryLevel.SERIOUS and name and worry.id not in linked:
            yield at("worries", index, worry, about=(sorted(worry.about),), name=name)


def _first(plan: Plan, ids: frozenset[str], children: dict[str, str]) -> str:
    return next((children[person.id] for person in plan.people if person.id in ids & children.keys()), "")


def _right(*linked: str) -> m.Right:
    return a_record(m.Right, article=19, whose="finn", words="Safe from harm.", linked_to=linked)


def _no_article(**over: Any) -> m.Goal:
    return a_goal(rights=(), **over)


_YOUNG_MUM = [a_carer("Ailsa", born=m.Born(band=m.AgeBand.FROM_16_TO_17)), a_child("Finn", 1)]

NOTICED = (
    Example("Rights were not gone through.", a_plan(rights_talked=None), ("/rights_talked",)),
    Example("Finn's goal names no right.", a_plan(goals=[_no_article()], rights=[]), ("/goals/0",)),
    Example(
        "The worry about Finn names no right.",
        a_plan_with_a_serious_worry(a_serious_worry(), rights=a_plan().rights),
        ("/worries/0",),
    ),
    Example(
        "Ailsa is a mother of sixteen: a child's right is hers too.",
        a_plan(goals=[_no_article(whose="ailsa")], rights=[], people=_YOUNG_MUM),
        ("/goals/0",),
    ),
)
QUIET = (
    Example("Finn's goal helps his right to be heard.", a_plan()),
    Example("The right names the goal.", a_plan(goals=[_no_article()], rights=[_right("goal")])),
    Example("It is Ailsa's own goal.", a_plan(goals=[_no_article(whose="ailsa")], rights=[])),
    Example(
        "The right to be safe names the worry.",
        a_plan_with_a_serious_worry(a_serious_worry()),
    ),
)
