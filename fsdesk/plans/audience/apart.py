"""The edition of a reader whom a safety record names (PG-2): only what is theirs, no place, no worker's name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from fsdesk.plans import fields
from fsdesk.plans.audience.look import Look, owners
from fsdesk.plans.model.base import Reach, Record
from fsdesk.plans.model.people import Role
from fsdesk.plans.model.plan import Plan

_NO_PLACES: Mapping[str, Mapping[str, Any]] = {
    "people": {
        "lives_with": frozenset(),
        "shared_care": "",
        "learns_at": "",
        "relation_words": "",
        "say_it": "",
    },
    "voices": {"place": "", "with_whom": "", "advocate": ""},
    "options": {
        "place": "",
        "place_kind": None,
        "times": "",
        "slot": None,
        "cost": "",
        "wait": "",
        "helper": None,
    },
    "steps": {"place": "", "place_kind": None, "at": "", "slot": None},
    "meetings": {"place": "", "place_kind": None},
    "interpreters": {"who": ""},
    "strengths": {"noticed_by": ""},
    "feedback": {"if_you_disagree": "", "told_how": ""},
    "rights": {"how": ""},
    "promises": {"by_whom": None},
}
"""Fields that name a place, a time that gives one away, or a worker, with what stands there instead."""

_KEPT = (*_NO_PLACES, "matters", "goals", "agreements", "access_needs", "safety_feel", "tell_once", "marks")
_KEPT_OWN = ("times_that_work", "times_that_do_not")
"""Collections of which this reader's own, or what names this reader, may be shown; all others are left out."""


def without_places(plan: Plan) -> Plan:
    """Return the plan without homes, places, routes, times of travel, the people who help, and pictures."""
    held: dict[str, Any] = {name: () for name in fields.collections() if name not in (*_KEPT, *_KEPT_OWN)}
    for collection, blank in _NO_PLACES.items():
        held[collection] = tuple(msgspec.structs.replace(one, **blank) for one in getattr(plan, collection))
    held["voices"] = tuple(msgspec.structs.replace(one, media=frozenset()) for one in held["voices"])
    return msgspec.structs.replace(plan, **held, **no_own_fields())


def no_own_fields() -> dict[str, Any]:
    """Return a plan's own fields as they stand when only the title, the code and the state are left."""
    kept = {"id", "code", "title", "state", "rulepack", "lang_pack"}
    facts = {one.name: one for one in msgspec.structs.fields(Plan)}
    return {name: facts[name].default for name in fields.of(fields.PLAN) if name not in kept}


def only_their_own(plan: Plan, look: Look) -> Plan:
    """Return of `plan` what names this reader as its reader or is this reader's own, and whom they know in it.

    "Everyone in the plan" does not reach a reader whom a safety record names: what the others said stays theirs.
    """
    addressed = _addressed(look)
    held = {
        collection: tuple(
            one
            for one in getattr(plan, collection)
            if one.id in addressed or look.reader.id in owners(collection, one)
        )
        for collection in (*_KEPT, *_KEPT_OWN)
    }
    known = _known_people(look)
    held["people"] = tuple(one for one in plan.people if one.id in known)
    cut = {name: tuple(_with_known(one, known) for one in records) for name, records in held.items()}
    return msgspec.structs.replace(plan, **cut)


def _addressed(look: Look) -> frozenset[str]:
    return frozenset(
        record.id
        for collection in fields.collections()
        for record in getattr(look.plan, collection)
        if record.audience.to is Reach.NAMED and look.reader.id in record.audience.readers
    )


def _known_people(look: Look) -> frozenset[str]:
    """Return the reader and the children whose relation to the reader is written down.

    A new baby, a new partner or whoever else is there now is not for this reader to learn of.
    """
    pairs = [(one.from_person, one.to_person) for one in look.plan.relationships]
    near = {two for one, two in pairs if one == look.reader.id}
    near |= {one for one, two in pairs if two == look.reader.id}
    children = {one.id for one in look.plan.people if one.role is Role.CHILD and one.in_plan}
    return frozenset({look.reader.id} | (near & children))


_SETS_OF_PEOPLE: Mapping[str, tuple[str, ...]] = {
    "options": ("for_whom", "chosen_by"),
    "steps": ("who",),
    "goals": ("whose",),
    "strengths": ("whose",),
    "rights": ("whose", "talked_through_with"),
    "meetings": ("with_whom",),
    "promises": ("to_whom",),
}


def _with_known(record: Record, known: frozenset[str]) -> Record:
    names = next((sets for name, sets in _SETS_OF_PEOPLE.items() if _is_of(name, record)), ())
    return msgspec.structs.replace(record, **{name: getattr(record, name) & known for name in names})


def _is_of(collection: str, record: Record) -> bool:
    return type(record) is fields.collections()[collection]
