"""Many people from outside help this family, or two help the same person with the same thing."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_helper, a_plan, a_support
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, date, on

ID = "R-25"
PRINCIPLES = ("NP-08", "GP-COLLAB", "SP-4", "NS-3.1")
SEVERITY = Severity.LOOK
VERSION = 2
READS = ("team", "worker", "options", "goals")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the team when more help than the pack says, or when two give one person the same form of support.

    The plan's own worker, friends and peers are not counted, nor is help that nobody chose.
    """
    helpers = reading.outside_helpers(plan)
    if len(helpers) > pack.thresholds.most_helpers:
        yield on("team", say="many", about=(sorted(one.id for one in helpers),), count=str(len(helpers)))
        return
    gives = {one.id: _gives(one, plan) for one in helpers}
    alike = sorted(
        {one for pair in combinations(gives, 2) if gives[pair[0]] & gives[pair[1]] for one in pair}
    )
    if alike:
        yield on("team", about=(alike,), count=str(len(alike)))


def _gives(helper: m.TeamPerson, plan: Plan) -> set[tuple[m.Form, str]]:
    """What this helper gives to whom: as the team says, and in the help the family chose."""
    chosen = [option for _, option in reading.chosen_help(plan) if option.helper == helper.id]
    given = [(helper.form, helper.for_whom), *((option.form, option.for_whom) for option in chosen)]
    return {(form, person) for form, people in given if form for person in people}


def _team(count: int, **over: Any) -> Plan:
    more = [a_helper(f"Helper {number}", "Family support", **over) for number in range(count)]
    return a_plan(team=[*a_plan().team, *more])


_ROUTINES = {"form": m.Form.DAILY_ROUTINES, "for_whom": "finn"}

_ONE, _OTHER = a_helper("Jo", "Family support"), a_helper("Sam", "Family support")


def _options(**over: Any) -> Plan:
    first = a_support("Jo's evenings", helper="jo", **_ROUTINES)
    second = a_support("Sam's evenings", helper="sam", **{**_ROUTINES, **over})
    return a_plan(team=[*a_plan().team, _ONE, _OTHER], options=[first, second])


NOTICED = (
    Example("Six people help from outside.", _team(6), ("/team",)),
    Example("Two help Finn with daily routines.", _team(2, **_ROUTINES), ("/team",)),
    Example("They chose Jo's evenings and Sam's, both for Finn.", _options(), ("/team",)),
)
QUIET = (
    Example("Dan helps, and he is the plan's own worker.", a_plan()),
    Example("Five people help from outside.", _team(5)),
    Example("They chose Jo's evenings, and Sam's only stand beside.", _options(choice=m.Choice.OFFERED)),
    Example("Some of them are friends and peers.", _team(8, friend_or_peer=True)),
    Example(
        "Two help with routines, each somebody else.",
        a_plan(
            team=[
                *a_plan().team,
                a_helper("Jo", "Family support", form=m.Form.DAILY_ROUTINES, for_whom="ailsa"),
                a_helper("Sam", "Family support", **_ROUTINES),
            ]
        ),
    ),
)
