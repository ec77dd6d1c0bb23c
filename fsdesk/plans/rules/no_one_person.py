"""Two organisations or more help, and the family has no one person, did not agree to them, or the aim is not shared."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_helper, a_plan, a_plan_of_two_organisations
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date, on

ID = "R-26"
PRINCIPLES = ("NP-08", "GP-COLLAB", "SP-4", "GC-VISION")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("team", "people", "lead")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the family's one person when missing or not agreed, then the helpers who have not agreed the aim.

    Quiet while one organisation alone helps.
    """
    if len(reading.organisations(plan)) < 2:
        return
    known = {helper.id for helper in plan.team} | {person.id for person in plan.people}
    if plan.lead is None or plan.lead.who not in known:
        yield on("lead", say="none")
    elif plan.lead.agreed_on is None and not plan.lead.agreed_by & reading.family_ids(plan):
        yield on("lead", say="not_agreed", about=(plan.lead.who,))
    yield from _who_has_not_agreed(plan)


def _who_has_not_agreed(plan: Plan) -> Iterator[Seen]:
    team = enumerate(plan.team)
    waiting = [(index, one) for index, one in team if one.agreed_aim_on is None and not one.friend_or_peer]
    if waiting:
        index, first = waiting[0]
        names = " and ".join(reading.helper_name(one) for _, one in waiting)
        yield at("team", index, first, say="aim", about=(sorted(one.id for _, one in waiting),), names=names)


_NOT_YET = [a_helper("Dan"), a_helper("Isobel", "Tannerbrae Nursery", agreed_aim_on=None)]

NOTICED = (
    Example("Nobody is the family's one person.", a_plan_of_two_organisations(lead=None), ("/lead",)),
    Example(
        "The family was not asked about that person.",
        a_plan_of_two_organisations(lead=m.Lead(who="dan")),
        ("/lead",),
    ),
    Example("Isobel has not agreed the aim.", a_plan_of_two_organisations(team=_NOT_YET), ("/team/1",)),
)
QUIET = (
    Example("One organisation alone helps.", a_plan(lead=None)),
    Example("Dan is their one person, and everybody agreed the aim.", a_plan_of_two_organisations()),
    Example(
        "The other one is a friend.",
        a_plan(lead=None, team=[a_helper("Dan"), a_helper("Kath", "Church", friend_or_peer=True)]),
    ),
)
