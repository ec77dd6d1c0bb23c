"""What every gate looks at: the plan in all its versions, the reader, and how records belong to people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from fsdesk.plans import fields
from fsdesk.plans.model.base import Record
from fsdesk.plans.model.people import Person, PrintFormat
from fsdesk.plans.model.plan import Plan

OWNERS: Mapping[str, tuple[str, ...]] = {
    "relationships": ("from_person",),
    "network": ("of",),
    "interpreters": ("person",),
    "access_needs": ("person",),
    "about_us": ("person",),
    "matters": ("person",),
    "voices": ("person",),
    "strengths": ("whose",),
    "wellbeing": ("child",),
    "marks": ("by",),
    "worlds": ("child",),
    "resilience": ("person",),
    "goals": ("whose",),
    "options": ("for_whom", "chosen_by"),
    "steps": ("who",),
    "disagreements": ("flagged_by",),
    "times_that_work": ("person",),
    "times_that_do_not": ("person",),
    "places_that_suit": ("person",),
    "connections": ("for_whom",),
    "rights": ("whose",),
    "safety_feel": ("person",),
    "tell_once": ("person",),
    "agreements": ("person",),
    "meetings": ("with_whom",),
    "promises": ("to_whom",),
    "feedback": ("from_person",),
}
"""Whose a record is: the fields that say so, by collection. A collection not named here is nobody's own."""

THE_FAMILYS = frozenset({"times_that_work", "times_that_do_not"})
"""Where nobody is named, these are every carer's own."""


class Look(NamedTuple):
    """One plan, looked at for one reader."""

    plan: Plan
    versions: tuple[Plan, ...]
    """The plan first, then every differing version of it: hidden words count in all of them."""
    reader: Person
    format: PrintFormat
    apart: bool
    asked: frozenset[str]
    """What the family asked to have printed besides: "worlds", or one field such as "options.why"."""


def owners(collection: str, record: Record) -> frozenset[str]:
    """Return the ids of the people whose record this is; empty where nobody is named."""
    if collection == "people":
        return frozenset({record.id})
    held = (getattr(record, name) for name in OWNERS.get(collection, ()))
    return frozenset(one for value in held for one in _ids(value))


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif value:
        yield from value


def records(plan: Plan) -> Iterator[tuple[str, Record]]:
    """Yield every record of a plan with the name of its collection."""
    for collection in fields.collections():
        for record in getattr(plan, collection):
            yield collection, record


def names(plan: Plan) -> frozenset[str]:
    """Return the names that people of the plan go by."""
    return frozenset(
        name
        for person in plan.people
        for name in (person.name, person.goes_by, person.relation_words)
        if name
    )
