"""An adult's own need has nothing beside it: no support offered, declined or there already."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_carer, a_child, a_helper, a_plan
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-16"
PRINCIPLES = ("NP-02", "NP-08", "NC-3.4")
SEVERITY = Severity.LOOK
VERSION = 1
READS = ("people", "team", "worker")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield every adult with a need of their own and no support joined to it; the need itself is not named.

    A helper for that adult counts as support that is there; the plan's own worker, who helps everyone, does not.
    """
    helped = {person for helper in plan.team if helper.id != plan.worker for person in helper.for_whom}
    for index, adult in reading.the_family(plan):
        if adult.role is m.Role.CHILD or not adult.need_areas or adult.own_support is not None:
            continue
        if adult.id not in helped:
            yield at("people", index, adult, about=(sorted(adult.need_areas),), name=reading.called(adult))


def _plan(**over: Any) -> Plan:
    return a_plan(people=[a_carer("Ailsa", need_areas={m.NeedArea.HEALTH}, **over), a_child("Finn", 8)])


NOTICED = (Example("Ailsa's own health has nothing beside it.", _plan(), ("/people/0",)),)
QUIET = (
    Example("No need is written down.", a_plan()),
    Example("It was offered.", _plan(own_support=m.OwnSupport.OFFERED)),
    Example("She said no, and that is an answer.", _plan(own_support=m.OwnSupport.DECLINED)),
    Example("It is there already.", _plan(own_support=m.OwnSupport.ALREADY_THERE)),
    Example(
        "A nurse is there for her.",
        a_plan(
            people=_plan().people,
            team=[*a_plan().team, a_helper("Nadia", "Family support", for_whom="ailsa")],
        ),
    ),
)
