"""Part of a child's wellbeing is a worry with nothing beside it, or became harder twice with nothing new."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_goal, a_plan, a_record, day, quote
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, date

ID = "R-36"
PRINCIPLES = ("ND-2", "NP-02", "NP-05", "GP-PREVENTION")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("wellbeing", "goals", "options", "reviews", "people")

_TWICE = 2


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield areas that are a worry with nothing beside them (look), then areas harder twice with no help (gap).

    Beside an area may stand a strength, the child's own view or a goal. Harder twice means at the last two
    reviews that speak of it. All eight areas are never asked for.
    """
    names = {person.id: reading.called(person) for person in plan.people}
    for index, one in enumerate(plan.wellbeing):
        if one.state is m.HowItIs.WORRY and not _has_something_beside(one, plan):
            yield Seen(
                where=f"/wellbeing/{index}",
                ids=(one.id,),
                about=(one,),
                say="worry",
                severity=Severity.LOOK,
                fill=_fill(names, one.child, one.area),
            )
    for (child, area), index in _harder_twice(plan, today).items():
        if not _help_offered(plan, child, area):
            about = (child, area, plan.reviews[index].on)
            ids = (plan.reviews[index].id, child, area.value)
            yield Seen(where=f"/reviews/{index}", ids=ids, about=about, fill=_fill(names, child, area))


def _fill(names: dict[str, str], child: str, area: m.Area) -> dict[str, str]:
    words = area.value if area is m.Area.ACHIEVING else f"being {area.value}"
    return {"name": names.get(child, "Somebody"), "area": words}


def _has_something_beside(one: m.Wellbeing, plan: Plan) -> bool:
    return bool(one.strengths) or m.has_words(one.child_view) or bool(_goals_of(one, plan))


def _goals_of(one: m.Wellbeing, plan: Plan) -> set[str]:
    return {goal.id for goal in plan.goals if goal.id in one.goals or one.id in goal.wellbeing}


def _harder_twice(plan: Plan, today: date) -> dict[tuple[str, m.Area], int]:
    """Areas that went worse at each of the last two reviews that speak of them, and the later of these reviews."""
    told: dict[tuple[str, m.Area], list[tuple[m.Change, int]]] = {}
    for index, review in reading.reviews_held(plan, today):
        for change in review.areas:
            told.setdefault((change.child, change.area), []).append((change.change, index))
    last = {key: changes[-_TWICE:] for key, changes in told.items() if len(changes) >= _TWICE}
    return {
        key: changes[-1][1]
        for key, changes in last.items()
        if all(one is m.Change.WORSE for one, _ in changes)
    }


def _help_offered(plan: Plan, child: str, area: m.Area) -> bool:
    goals: set[str] = set()
    for one in plan.wellbeing:
        if one.child == child and one.area is area:
            goals |= _goals_of(one, plan)
    return any(option.goal in goals for option in plan.options)


_ACHIEVING = m.Area.ACHIEVING


def _worry(**over: Any) -> m.Wellbeing:
    fields = {"child": "finn", "area": _ACHIEVING, "state": m.HowItIs.WORRY}
    return a_record(m.Wellbeing, **{**fields, **over})


def _reviews(*changes: m.Change) -> list[m.Review]:
    return [
        a_record(
            m.Review,
            on=day(-90 + 30 * number),
            areas=[m.AreaChange(child="finn", area=_ACHIEVING, change=change)],
            what_changed="School is harder.",
            asked_feedback=True,
        )
        for number, change in enumerate(changes)
    ]


_FEEL_SAFE = [a_record(m.FeelSafe, id="feel-safe", words=quote("The back room."))]
_WORSE = m.Change.WORSE

NOTICED = (
    Example("It is a worry, and nothing stands beside it.", a_plan(wellbeing=[_worry()]), ("/wellbeing/0",)),
    Example(
        "It became harder at two reviews, and nothing new is in place.",
        a_plan(reviews=_reviews(_WORSE, _WORSE), safety_feel=_FEEL_SAFE),
        ("/reviews/1",),
    ),
)
QUIET = (
    Example("Wellbeing was not talked about, and that is fine.", a_plan()),
    Example(
        "Finn's own view stands beside it.",
        a_plan(wellbeing=[_worry(child_view=quote("Maths is loud.", "finn"))]),
    ),
    Example("A goal is about it.", a_plan(wellbeing=[_worry()], goals=[a_goal(wellbeing="wellbeing")])),
    Example("It became harder once.", a_plan(reviews=_reviews(_WORSE), safety_feel=_FEEL_SAFE)),
    Example(
        "It became harder, then better.",
        a_plan(reviews=_reviews(_WORSE, _WORSE, m.Change.BETTER), safety_feel=_FEEL_SAFE),
    ),
    Example(
        "It became harder twice, and help for it was offered.",
        a_plan(
            reviews=_reviews(_WORSE, _WORSE),
            safety_feel=_FEEL_SAFE,
            wellbeing=[_worry()],
            goals=[a_goal(wellbeing="wellbeing")],
        ),
    ),
)
