"""The family cannot see in the plan how to reach in: somebody, and a place or a way without phone credit."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_record, words
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, date, on

ID = "R-24"
PRINCIPLES = ("NP-06", "NP-04", "NC-2.5", "NS-2.1", "GP-COMMUNITY")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("reach_in",)


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the ways to reach in when none names somebody, and a place or a way that needs no phone credit."""
    if not any(_is_whole(way) for way in plan.reach_in):
        yield on("reach_in")


def _is_whole(way: m.ReachIn) -> bool:
    somewhere = way.place.strip() or way.place_kind is not None or m.has_words(way.printed_line)
    return bool(way.name.strip()) and bool(somewhere or way.phone_free_way.strip())


def _way(**over: Any) -> Plan:
    return a_plan(reach_in=[a_record(m.ReachIn, **{"name": "Dan", **over})])


NOTICED = (
    Example("Nothing says how to reach in.", a_plan(reach_in=[]), ("/reach_in",)),
    Example("There is a phone number and nothing else.", _way(phone="0141 496 0100"), ("/reach_in",)),
    Example("There is a place and nobody to ask for.", _way(name=" ", place="library"), ("/reach_in",)),
)
QUIET = (
    Example("Dan is at the library on Saturdays.", a_plan()),
    Example("A note through the door will do.", _way(phone_free_way="A note through the door.")),
    Example("A line stands in for the place, to keep them safe.", _way(printed_line=words("Ask for Dan."))),
)
