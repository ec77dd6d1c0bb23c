"""The plan is agreed, and somebody has no copy of it, or one that is older than the plan."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_carer, a_child, a_plan, a_record, day
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-40"
PRINCIPLES = ("NP-07", "GP-RIGHTS", "SP-1", "GC-TRUST", "SP-2")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("state", "people", "copies", "versions", "safety_between")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield everybody old enough to hold a copy of an agreed plan who has none, or one of an earlier version.

    Read out counts as a copy; kept by us, not wanted, and no paper at home are answers. Nobody from whom
    something is kept is thought of here.
    """
    if plan.state is not m.PlanState.AGREED:
        return
    version = max((one.number for one in plan.versions), default=None)
    kept = reading.kept_from(plan)
    for index, person in reading.the_family(plan):
        if person.no_paper or person.id in kept or reading.is_unborn(person, today):
            continue
        if not reading.is_at_least(person, pack.thresholds.copy_from_years, today):
            continue
        say = _wants(person, plan, version)
        if say:
            about = (version, [copy for copy in plan.copies if copy.person == person.id])
            yield at("people", index, person, say=say, about=about, name=reading.called(person))


def _wants(person: m.Person, plan: Plan, version: int | None) -> str:
    copies = [copy for copy in plan.copies if copy.person == person.id]
    if not copies:
        return "none"
    if any(copy.kept_by_us or copy.declined for copy in copies) or version is None:
        return ""
    known = [copy.version for copy in copies if copy.version is not None]
    return "old" if known and max(known) < version else ""


_VERSIONS = [a_record(m.PlanVersion, number=number, on=day(-9)) for number in (1, 2)]


def _copy(person: str, version: int | None = 2, **over: Any) -> m.Copy:
    return a_record(m.Copy, id=f"copy-{person}", person=person, version=version, on=day(-8), **over)


def _plan(*copies: m.Copy, **over: Any) -> Plan:
    return a_plan(**{"state": m.PlanState.AGREED, "versions": _VERSIONS, "copies": copies, **over})


_FINNS = _copy("finn")
_NO_PAPER = [a_carer("Ailsa", no_paper=True), a_child("Finn", 8)]
_SMALL = [a_carer("Ailsa"), a_child("Finn", 4)]

NOTICED = (
    Example("Ailsa has no copy.", _plan(_FINNS), ("/people/0",)),
    Example("Ailsa has version 1, and the plan is at 2.", _plan(_FINNS, _copy("ailsa", 1)), ("/people/0",)),
)
QUIET = (
    Example("It is not agreed yet.", a_plan()),
    Example("Both have it.", _plan(_FINNS, _copy("ailsa"))),
    Example("It was read out to Ailsa.", _plan(_FINNS, _copy("ailsa", read_back=True))),
    Example("We keep it for her.", _plan(_FINNS, _copy("ailsa", 1, kept_by_us=True))),
    Example("She would rather have none.", _plan(_FINNS, _copy("ailsa", None, declined=True))),
    Example("Paper at home is not safe for her.", _plan(_FINNS, people=_NO_PAPER)),
    Example("Finn is four.", _plan(_copy("ailsa"), people=_SMALL)),
)
