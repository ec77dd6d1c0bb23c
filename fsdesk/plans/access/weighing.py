"""What of a plan one person is given, record by record: default deny, and a reason for everything that stays out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from fsdesk.plans import fields
from fsdesk.plans.access.concerning import Concerning
from fsdesk.plans.access.values import About, Why
from fsdesk.plans.audience.apart import only_their_own, without_places
from fsdesk.plans.audience.gates import without_third_parties
from fsdesk.plans.audience.look import Look, owners, records
from fsdesk.plans.audience.reach import audiences
from fsdesk.plans.audience.weigh import Weighed
from fsdesk.plans.model.base import Audience, Print, Reach, Record, Sync
from fsdesk.plans.model.people import Role
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.safety import Worry, WorryLevel

_OURS = frozenset({"answers", "brought", "comments", "reflections", "scratch"})
"""What workers and leads keep beside a plan."""
_LENT = frozenset({"shared_copies"})
"""On no paper of the plan, and still for everybody to know: to whom something of it went."""
_NOTHING_TO_TELL = frozenset({"media", "easy_lines", "versions"})
"""Parts of other records, or of the program's own book-keeping; pictures go with the words that they belong to."""


class Given(NamedTuple):
    """One record as it is given, and whom it is about."""

    collection: str
    record: Record
    about: About
    people: frozenset[str]


class Weighing:
    """Decides for one person what they are given of a plan."""

    def __init__(self, look: Look, weighed: Weighed) -> None:
        self._look = look
        self._me = look.reader.id
        self._shown = {one.id: one for _, one in records(weighed.shown)}
        self._hit = frozenset().union(*weighed.hits.values())
        self._whom = Concerning(look.plan)
        self._audiences = audiences(look)
        self._own = _own_records(look)
        self._serious = _serious(look)

    def weigh(self, collection: str, record: Record) -> Given | Why | None:
        """Return a record as it is given, or why it is not; nothing for what is no note about anybody."""
        if collection in _NOTHING_TO_TELL:
            return None
        kept_out = self._kept_out(collection, record)
        if kept_out is not None:
            return kept_out
        whom = self._whom.of(collection, record)
        if whom == {self._me}:
            return self._mine(collection, record)
        return self._shared(collection, record, whom)

    def _kept_out(self, collection: str, record: Record) -> Why | None:
        if collection in _OURS:
            return Why.OURS
        if record.id in self._serious:
            return Why.SERIOUS
        if fields.is_sealed_whole(collection) or fields.stays_whole(collection):
            return Why.SAFETY if collection in ("safety_between", "places_to_avoid") else Why.SEALED
        if any(one.sealed for one in self._versions(collection, record.id)):
            return Why.SEALED
        return None

    def _versions(self, collection: str, id_: str) -> list[Record]:
        return [one for plan in self._look.versions for one in getattr(plan, collection) if one.id == id_]

    def _mine(self, collection: str, record: Record) -> Given | Why:
        """Return a record that is about this person and nobody else, and which nobody else told."""
        narrow = self._reach_of(self._audiences[record.id])
        if narrow is not None:
            return narrow
        if not self._look.reader.in_plan and self._me not in owners(collection, record):
            return Why.OTHERS  # what others said of somebody whom the plan is not with
        held = self._own.get(record.id)
        if held is None:
            return Why.SAFETY
        return Given(collection, held, About.PERSON, frozenset({self._me}))

    def _reach_of(self, audience: Audience) -> Why | None:
        if audience.to is Reach.ALL or (audience.to is Reach.NAMED and self._me in audience.readers):
            return None
        if audience.to is Reach.MY_PAGE and self._look.reader.role is not Role.CHILD:
            return None
        return Why.OTHERS if audience.to is Reach.NAMED else Why.PRIVATE

    def _shared(self, collection: str, record: Record, whom: frozenset[str]) -> Given | Why:
        """Return what this person may read in their own copy of the plan anyway; the rest is about others too."""
        shown = self._shown.get(record.id)
        is_lent = collection in _LENT and self._look.reader.in_plan and not self._look.apart
        if shown is None and is_lent and self._audiences[record.id].to is Reach.ALL:
            shown = record
        if record.id in self._hit:
            return Why.SAFETY
        if shown is None or (whom and self._me not in whom):
            return Why.OTHERS
        known = self._whom.of(collection, shown) | {self._me}
        return Given(
            collection, shown, About.TOGETHER if whom else About.FAMILY, known if whom else frozenset()
        )


def _own_records(look: Look) -> Mapping[str, Record]:
    """Return every record as the one person whom it is about may read it, without who raised a worry (PG-5).

    For a reader who is apart that is only what is theirs, without places, times and workers.
    """
    plan = without_third_parties(look.plan)
    if not look.apart:
        return {one.id: one for _, one in records(plan)}
    theirs = only_their_own(without_places(plan), look)
    return {one.id: one for name, one in records(theirs) if look.reader.id in owners(name, one)}


def _serious(look: Look) -> frozenset[str]:
    found: list[Worry] = [one for plan in look.versions for one in plan.worries]
    return frozenset(one.id for one in found if one.level is WorryLevel.SERIOUS)


def is_for_nobody(collection: str, field: str) -> bool:
    """Say whether a field is sealed and on no paper: an address, a reason why somebody is not in the plan."""
    facts = fields.of(collection)[field]
    return facts.sync is Sync.SEALED and facts.print is Print.NEVER


def own_fields(plan: Plan, weighed: Weighed, look: Look) -> dict[str, Any]:
    """Return the plan's own fields as this person may know them: what is printed for all, and how long it is kept.

    Somebody whom the plan is not with, or is to be kept safe from, is given none of them.
    """
    if look.apart or not look.reader.in_plan:
        return {}
    shown = {name: getattr(weighed.shown, name) for name in fields.of(fields.PLAN)}
    also = {name: getattr(plan, name) for name in ("started_on", "retention", "learning_use")}
    defaults = {one.name: one.default for one in msgspec.structs.fields(Plan)}
    hit = {where.removeprefix("/") for hits in weighed.hits.values() for where in hits}
    return {
        name: value
        for name, value in (shown | also).items()
        if name not in ("id", "rulepack", "lang_pack", *hit) and value != defaults[name]
    }
