"""Many people from outside help this family, or two help the same person with the same thing."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_helper, a_plan
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, date, on

ID = "R-25"
PRINCIPLES = ("NP-08", "GP-COLLAB", "SP-4", "NS-3.1")
SEVERITY = Severity.LOOK
VERSION = 1
READS = ("team", "worker")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the team when more help than the pack says, or when two give one person the same form of support.

    The plan's own worker, friends and peers are not counted.
    """
    helpers = reading.outside_helpers(plan)
    if len(helpers) > pack.thresholds.most_helpers:
        yield on("team", say="many", about=(sorted(one.id for one in helpers),), count=str(len(helpers)))
        return
    alike = sorted({one.id for pair in combinations(helpers, 2) if _are_alike(*pair) for one in pair})
    if alike:
        yield on("team", about=(alike,), count=str(len(alike)))


def _are_alike(one: m.TeamPerson, other: m.TeamPerson) -> bool:
    return one.form is not None and one.form is other.form and bool(one.for_whom & other.for_whom)


def _team(count: int, **over: Any) -> Plan:
    more = [a_helper(f"Helper {number}", "Family support", **over) for number in range(count)]
    return a_plan(team=[*a_plan().team, *more])


_ROUTINES = {"form": m.Form.DAILY_ROUTINES, "for_whom": "finn"}

NOTICED = (
    Example("Six people help from outside.", _team(6), ("/team",)),
    Example("Two help Finn with daily routines.", _team(2, **_ROUTINES), ("/team",)),
)
QUIET = (
    Example("Dan helps, and he is the plan's own worker.", a_plan()),
    Example("Five people help from outside.", _team(5)),
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
