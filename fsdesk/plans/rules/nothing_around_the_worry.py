"""A worry such as being late or hungry has no note on what around the family may explain it."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_plan_with_a_serious_worry, a_serious_worry, a_worry
from fsdesk.plans.rules import serious_worry_unfinished
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-34"
PRINCIPLES = ("NP-09", "NS-3.5", "NP-01", "GP-TRAUMA")
SEVERITY = Severity.LOOK
VERSION = 1
READS = ("worries", "people", "team")

_MAY_BE_EXPLAINED = frozenset(
    {
        m.WorryArea.ATTENDANCE,
        m.WorryArea.LATE,
        m.WorryArea.HUNGRY,
        m.WorryArea.COLD,
        m.WorryArea.CLOTHES,
        m.WorryArea.HOME,
        m.WorryArea.HYGIENE,
        m.WorryArea.MISSED_APPOINTMENTS,
    }
)


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield each worry of such an area with no note of its own on housing, money, travel, health or caring.

    It adds to what is said and replaces nothing: a serious worry is said in full first.
    """
    unfinished = {seen.ids[0] for seen in serious_worry_unfinished.look(plan, today, pack)}
    for index, worry in enumerate(plan.worries):
        has_note = m.has_words(worry.around) or bool(worry.around_areas)
        if worry.area in _MAY_BE_EXPLAINED and not has_note and worry.id not in unfinished:
            yield at("worries", index, worry, about=(worry.area, worry.text))


def _late(**over: Any) -> m.Worry:
    fields = {"area": m.WorryArea.LATE, "around": (), "around_areas": ()}
    return a_worry("Late for school most days.", **{**fields, **over})


NOTICED = (
    Example(
        "Finn is late, and nothing says what may explain it.", a_plan(worries=[_late()]), ("/worries/0",)
    ),
    Example(
        "A serious worry is said in full; this only adds to it.",
        a_plan_with_a_serious_worry(a_serious_worry(area=m.WorryArea.HUNGRY)),
        ("/worries/0",),
    ),
)
QUIET = (
    Example("There is no worry.", a_plan()),
    Example(
        "The bus was taken off, and the note says so.",
        a_plan(worries=[_late(around="The bus was taken off.")]),
    ),
    Example("It is a worry about money itself.", a_plan(worries=[_late(area=m.WorryArea.MONEY)])),
    Example("It names no area.", a_plan(worries=[_late(area=None)])),
)
