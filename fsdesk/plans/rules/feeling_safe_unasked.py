"""Times were hard, or the plan was looked at twice, and nobody asked what helps people feel safe when we meet."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_record, a_serious_worry, day, quote
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, date, on

ID = "R-39"
PRINCIPLES = ("GP-TRAUMA", "GP-VOICE", "SP-1", "GP-COMPASSION")
SEVERITY = Severity.LOOK
VERSION = 1
READS = ("safety_feel", "hard_times", "worries", "reviews")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield what helps us feel safe when nobody was asked and hard times, a serious worry or reviews call for it.

    One person's answer is enough. It asks about now, never about what happened.
    """
    if any(m.has_words(one.words) for one in plan.safety_feel):
        return
    often = len(reading.reviews_held(plan, today)) >= pack.thresholds.reviews_before_asking_what_feels_safe
    if plan.hard_times or reading.has_serious_worry(plan) or often:
        yield on("safety_feel")


def _reviews(*days: int) -> list[m.Review]:
    return [a_record(m.Review, on=day(after), asked_feedback=True) for after in days]


_SAFE = a_record(m.Right, id="safe", article=19, whose="finn", linked_to="worry")

NOTICED = (
    Example("Hard times are known.", a_plan(hard_times=True), ("/safety_feel",)),
    Example(
        "There is a serious worry.",
        a_plan(worries=[a_serious_worry()], rights=[*a_plan().rights, _SAFE]),
        ("/safety_feel",),
    ),
    Example("The plan was looked at together twice.", a_plan(reviews=_reviews(-60, -2)), ("/safety_feel",)),
)
QUIET = (
    Example("Nothing calls for it yet.", a_plan()),
    Example("It was looked at together once; the next is to come.", a_plan(reviews=_reviews(-2, 30))),
    Example(
        "Ailsa said what helps.",
        a_plan(
            hard_times=True, safety_feel=[a_record(m.FeelSafe, person="ailsa", words=quote("By the door."))]
        ),
    ),
)
