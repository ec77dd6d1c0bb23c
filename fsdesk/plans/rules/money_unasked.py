"""The money check we offer everyone was not offered, or a step means a journey and nobody asked what it costs."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_step
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date, on

ID = "R-33"
PRINCIPLES = ("NP-09", "GP-INCLUSIVE", "NS-3.5", "NP-02", "FS-02")
SEVERITY = Severity.GAP
VERSION = 2
READS = ("money", "steps", "people", "households")

_NO_JOURNEY = (m.PlaceKind.HOME, m.PlaceKind.PHONE, m.PlaceKind.ONLINE)
_NO_JOURNEY_WORDS = ("home", "at home", "our flat", "our house", "our garden", "online")
_NO_JOURNEY_WITH = frozenset({"kitchen", "bedroom", "livingroom", "phone", "text", "video"})


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the money check when nobody raised it, then family steps elsewhere with no question about cost.

    A no to the check is an answer. Fare, childcare, phone, reading or cost: asking about one is asking.
    """
    if plan.money is None:
        yield on("money")
    family = reading.family_ids(plan)
    homes = {home.label.strip().casefold() for home in plan.households}
    for index, step in reading.open_steps(plan):
        if step.who & family and _is_elsewhere(step, homes) and not step.barriers_asked:
            yield at(
                "steps", index, step, say="journey", about=(step.place, step.place_kind, sorted(step.who))
            )


def _is_elsewhere(step: m.Step, homes: set[str]) -> bool:
    if step.place_kind is not None:
        return step.place_kind not in _NO_JOURNEY
    place = step.place.strip().casefold()
    if place in homes or place in _NO_JOURNEY_WORDS:
        return False
    return bool(place) and _NO_JOURNEY_WITH.isdisjoint(place.split())


def _step(who: str = "ailsa", **over: Any) -> Plan:
    going = {"place": "the pool", "place_kind": m.PlaceKind.SPORTS_CENTRE, "barriers_asked": ()}
    return a_plan(steps=[a_step("Book the place."), a_step("Try the pool.", who, **{**going, **over})])


NOTICED = (
    Example("Nobody offered a money check.", a_plan(money=None), ("/money",)),
    Example("Ailsa is to go to the pool, and nobody asked about the fare.", _step(), ("/steps/1",)),
)
QUIET = (
    Example("It was offered.", a_plan()),
    Example(
        "They said no to it, and that is an answer.", a_plan(money=m.MoneyCheck(state=m.MoneyState.DECLINED))
    ),
    Example("The fare was asked about.", _step(barriers_asked={m.Barrier.FARE})),
    Example("It was asked, and nothing stands in the way.", _step(barriers_asked={m.Barrier.NONE})),
    Example("Dan is the one who goes.", _step(who="dan")),
    Example("It is at home.", _step(place="", place_kind=m.PlaceKind.HOME)),
    Example("It is at the kitchen table.", _step(place="The kitchen table", place_kind=None)),
    Example("It is done.", _step(state=m.StepState.DONE)),
)
