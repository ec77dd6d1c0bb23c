"""The plan says more about everyday worries than about what holds this family up."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_serious_worry, a_strength, a_worry
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, date, on

ID = "R-06"
PRINCIPLES = ("NP-04", "GP-STRENGTHS", "GP-COMPASSION", "NP-01")
SEVERITY = Severity.LOOK
VERSION = 1
READS = ("worries", "strengths")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the strengths when everyday worries outnumber them.

    Serious worries are never counted. Strengths of one word, and the same one twice, do not count.
    """
    everyday = [worry.id for worry in plan.worries if worry.level is not m.WorryLevel.SERIOUS]
    strengths = {_said(strength) for strength in plan.strengths if len(_said(strength).split()) > 1}
    if len(everyday) > len(strengths):
        yield on("strengths", about=(sorted(everyday), sorted(strengths)))


def _said(strength: m.Strength) -> str:
    return " ".join(m.text_of(strength.text).casefold().split())


def _worries(count: int) -> list[m.Worry]:
    return [a_worry(f"Something hard, number {number}.") for number in range(count)]


_SAME = [a_strength("Good with people."), a_strength("Good  with people.", "finn")]

NOTICED = (
    Example("Four worries stand beside three strengths.", a_plan(worries=_worries(4)), ("/strengths",)),
    Example(
        "Two strengths are the same words.",
        a_plan(worries=_worries(2), strengths=_SAME),
        ("/strengths",),
    ),
    Example(
        "Two strengths are one word each.",
        a_plan(worries=_worries(1), strengths=[a_strength("Funny."), a_strength("Kind.", "finn")]),
        ("/strengths",),
    ),
)
QUIET = (
    Example("There is no worry.", a_plan()),
    Example("Three worries stand beside three strengths.", a_plan(worries=_worries(3))),
    Example(
        "A serious worry is said plainly and not counted.",
        a_plan(worries=[*_worries(3), a_serious_worry(id="serious")]),
    ),
)
