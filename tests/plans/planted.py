"""A plan whose every text is a word of its own, with the letter that says where that word may print."""

from __future__ import annotations

from itertools import count

import msgspec

from fsdesk.plans import fields
from fsdesk.plans import model as m
from fsdesk.plans.model.base import Print
from tests.plans.any_plan import whole_plan

NOWHERE = (Print.NEVER, Print.ASKED, Print.CHILD)
"""Letters of what stands on no plan for a grown-up who asked for nothing besides."""
PLANTED = r"zq\d{4}x"


def planted_plan() -> tuple[m.Plan, dict[str, Print]]:
    """Return a plan with one record in every list, and the print letter of every word in it."""
    number = count(1)
    letters: dict[str, Print] = {}

    def say(collection: str, field: str) -> str:
        word = f"zq{next(number):04d}x"
        facts = fields.of(collection).get(field)
        letters[word] = facts.print if facts else Print.ALL
        return word

    return printable(whole_plan(say)), letters


def printable(plan: m.Plan) -> m.Plan:
    """Return the plan that has everything, with its one person able to have paper and nothing sealed by place."""
    (person,) = plan.people
    here = m.Whereabouts.HERE
    free = msgspec.structs.replace(person, no_paper=False, in_plan=True, born=None, whereabouts=here)
    worries = tuple(msgspec.structs.replace(one, level=m.WorryLevel.WORRY) for one in plan.worries)
    return msgspec.structs.replace(
        plan, people=(free,), worries=worries, safety_between=(), places_to_avoid=()
    )
