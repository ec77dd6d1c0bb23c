"""At a review a number on somebody's line changed, and no words say what was happening."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_record, day, quote
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, date

ID = "R-38"
PRINCIPLES = ("GP-TRAUMA", "SP-5", "GQ-1", "GP-COMPASSION")
SEVERITY = Severity.LOOK
VERSION = 1
READS = ("reviews",)


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield each number that changed at a review without a word; a lower one with words is fine, so is none."""
    for index, review in enumerate(plan.reviews):
        for place, number in enumerate(review.numbers):
            if _changed(number) and not m.has_words(number.words + review.what_changed):
                where = f"/reviews/{index}/numbers/{place}"
                say = "lower" if (number.now or 0) < (number.was or 0) else "default"
                yield Seen(where=where, ids=(review.id, number.goal), about=(number,), say=say)


def _changed(number: m.NumberChange) -> bool:
    return number.was is not None and number.now is not None and number.was != number.now


def _review(was: int | None, now: int | None, words: str = "", **over: Any) -> Plan:
    number = m.NumberChange(goal="goal", was=was, now=now, words=quote(words) if words else ())
    return a_plan(reviews=[a_record(m.Review, on=day(-2), numbers=[number], asked_feedback=True, **over)])


_HERE = ("/reviews/0/numbers/0",)

NOTICED = (
    Example("It went from 6 to 4, and nothing says why.", _review(6, 4), _HERE),
    Example("It went from 4 to 6, and nothing says what helped.", _review(4, 6), _HERE),
)
QUIET = (
    Example("No review was held.", a_plan()),
    Example("It is lower, and their words say what was happening.", _review(6, 4, "Gran was ill.")),
    Example("The review says what changed.", _review(6, 4, what_changed="Gran was ill.")),
    Example("It stayed the same.", _review(5, 5)),
    Example("They gave no number this time.", _review(6, None)),
)
