"""What of a plan another organisation may be given: what was agreed, through every gate, default deny.

An organisation is no reader of the plan. Where the plan ever kept one person safe from another it could be that
person's own helper, so then nothing that tells of a place or a worker goes along, now or from before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from fsdesk.plans import fields
from fsdesk.plans.audience import gates
from fsdesk.plans.audience.guard import Guard
from fsdesk.plans.audience.look import Look, records
from fsdesk.plans.audience.reach import audiences
from fsdesk.plans.audience.sealed import places_and_workers
from fsdesk.plans.audience.weigh import weigh
from fsdesk.plans.audience.words import texts
from fsdesk.plans.model.base import EVERYONE, Reach, Record
from fsdesk.plans.model.people import Person, PrintFormat, Role
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.team import Consent, Share, TellOnce
from fsdesk.plans.tokens import Needles, needles_of

_NEVER = frozenset(
    {
        "people",
        "team",
        "shares",
        "shared_copies",
        "agreements",
        "copies",
        "versions",
        "print_editions",
        "media",
    }
)
"""Collections of which nothing is lent: who is who is said apart, and the rest is between the family and us."""


class Lent(NamedTuple):
    """What one organisation is given of a plan."""

    share: Share | None
    """What was agreed and why, in its words; nothing where even they would give something away."""
    records: Mapping[str, tuple[Record, ...]]
    people: tuple[Person, ...]
    """Those whom the records name, by their names alone."""
    left_out: tuple[str, ...]
    """Ids of chosen records that a gate or their own audience kept back; for the worker's eyes alone."""
    guard: Guard
    """The last look at whatever is made of this."""


def lent(
    plan: Plan,
    share: Share,
    *,
    also: Iterable[Plan] = (),
    past: Collection[str] = (),
    apart: bool = False,
    chosen: Collection[str] = (),
) -> Lent:
    """Return what goes to the organisation of a share: the records chosen, and what names its helpers as readers.

    `also` are the plan's differing versions; `past` are words that were hidden or said where somebody is, now or
    ever; `apart` says that the plan has, or had, a record that keeps one person safe from another. Records that
    are addressed to named people go along only where the family agreed to this share. Private, sealed and serious
    ones never do.
    """
    helpers = frozenset(one.id for one in plan.team if _is_of(one.organisation, share.org))
    wanted = frozenset(chosen) | _for_helpers(plan, helpers)
    agreed = share.consent is Consent.GIVEN
    versions = [_widened(one, wanted if agreed else frozenset()) for one in (plan, *also)]
    reader = Person(id=min(helpers, default="organisation"), name=share.org, role=Role.HELPER)
    look = Look(_only(versions[0], wanted), tuple(versions), reader, PrintFormat.PLAN, False, frozenset())
    weighed = weigh(look, tuple(sorted(past)) if apart else ())
    near = _near(look, helpers, past) if apart else needles_of(())
    kept = _kept(look, weighed.shown, near, frozenset().union(*weighed.hits.values()))
    guard = Guard((*weighed.guard.needles, near), weighed.guard.sayings)
    told = _share(share, guard)
    gone = sorted(wanted - {one.id for held in kept.values() for one in held} - helpers)
    return Lent(told, kept, _named_in(plan, kept), tuple(gone), guard)


def _is_of(organisation: str, org: str) -> bool:
    return bool(org.strip()) and organisation.strip().casefold() == org.strip().casefold()


def _for_helpers(plan: Plan, helpers: frozenset[str]) -> frozenset[str]:
    """Return the records that name a helper of the organisation as who may read them, or as who does them."""
    told = {one.id for one in plan.tell_once if one.may_read & helpers and one.approved_by}
    does = {one.id for one in plan.steps if one.who & helpers}
    addressed = {one.id for _, one in records(plan) if one.audience.readers & helpers}
    return frozenset(told | does | addressed)


def _widened(plan: Plan, agreed: frozenset[str]) -> Plan:
    """Return a plan in which the records that the family agreed to share are addressed to whoever is given them."""
    held = {
        name: tuple(_opened(one) if one.id in agreed else one for one in getattr(plan, name))
        for name in fields.collections()
    }
    return msgspec.structs.replace(plan, **held)


def _opened(record: Record) -> Record:
    if record.sealed or record.audience.to is not Reach.NAMED:
        return record
    return msgspec.structs.replace(record, audience=EVERYONE)


def _only(plan: Plan, wanted: frozenset[str]) -> Plan:
    """Return the plan with nothing but the records wanted and the people, whose names the gates go by."""
    held = {
        name: tuple(one for one in getattr(plan, name) if name == "people" or one.id in wanted)
        for name in fields.collections()
        if name == "people" or name not in _NEVER
    }
    bare = Plan(id=plan.id, code=plan.code)
    return msgspec.structs.replace(bare, **held)


def _near(look: Look, helpers: frozenset[str], past: Collection[str]) -> Needles:
    """Return the places and workers of the plan, but for the organisation's own helpers."""
    others = tuple(
        msgspec.structs.replace(one, team=tuple(each for each in one.team if each.id not in helpers))
        for one in look.versions
    )
    return places_and_workers(look._replace(versions=others)) | needles_of(past, parts=False)


def _kept(look: Look, shown: Plan, near: Needles, hits: frozenset[str]) -> Mapping[str, tuple[Record, ...]]:
    reading = gates.read(shown)
    gone = hits | gates.found(reading, near) | (gates.with_numbers(reading) if near else frozenset())
    narrowest = audiences(look)
    kept: dict[str, tuple[Record, ...]] = {}
    for name, record in records(shown):
        private = narrowest[record.id].to in (Reach.MY_PAGE, Reach.MY_WORKER)
        if name not in _NEVER and record.id not in gone and not private and not _waits(record):
            kept[name] = (*kept.get(name, ()), record)
    return kept


def _waits(record: Record) -> bool:
    """Say whether a story in somebody's name was not approved yet."""
    return isinstance(record, TellOnce) and not record.approved_by and not record.lines


def _share(share: Share, guard: Guard) -> Share | None:
    words = [text for part in (share.what, share.why) for span in part for text in texts(span)]
    return None if any(guard.finds(text) for text in words) else share


def _named_in(plan: Plan, kept: Mapping[str, Sequence[Record]]) -> tuple[Person, ...]:
    named = {id_ for held in kept.values() for record in held for id_ in _ids(record)}
    return tuple(
        Person(id=one.id, name=one.goes_by or one.name, role=one.role)
        for one in plan.people
        if one.id in named
    )


def _ids(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _ids(getattr(value, name))
    elif isinstance(value, tuple | frozenset):
        for one in value:
            yield from _ids(one)
