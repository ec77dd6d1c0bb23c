"""What of a plan reaches one reader: records by their audience, fields by their print letter. Default deny."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from fsdesk.plans import fields
from fsdesk.plans.audience.apart import no_own_fields
from fsdesk.plans.audience.look import THE_FAMILYS, Look, owners, records
from fsdesk.plans.model.base import Audience, Print, Reach, Record
from fsdesk.plans.model.people import PrintFormat, Role
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.team import TellOnce
from fsdesk.plans.protective import most_protective


def within_reach(look: Look) -> Plan:
    """Return the plan with only those records and fields that this reader may see by audience and letter."""
    narrowest = audiences(look)
    held = {}
    for collection in fields.collections():
        every = getattr(look.plan, collection) if _is_for(collection, look.format) else ()
        reached = (one for one in every if _reaches(look, collection, one, narrowest[one.id]))
        kept = (_kept(look, collection, one) for one in reached)
        held[collection] = tuple(one for one in kept if one is not None)
    return msgspec.structs.replace(_own_fields(look), **held)


def _is_for(collection: str, document: PrintFormat) -> bool:
    """Say whether a document holds a collection at all: easy-read lines stand in easy read alone."""
    return collection != "easy_lines" or document is PrintFormat.EASY_READ


def _reaches(look: Look, collection: str, record: Record, audience: Audience) -> bool:
    """Say whether this audience of a record includes the reader."""
    if (
        audience.to is Reach.ALL
    ):  # for a reader who is apart this is only what is scanned, see `only_their_own`
        return look.reader.in_plan or look.apart or look.reader.id in owners(collection, record)
    if audience.to is Reach.NAMED:
        return look.reader.id in audience.readers
    return audience.to is Reach.MY_PAGE and _is_own_page(look, collection, record)


def _is_own_page(look: Look, collection: str, record: Record) -> bool:
    own = owners(collection, record) == {look.reader.id}
    return own and (look.format is PrintFormat.CHILD or look.reader.role is not Role.CHILD)


def audiences(look: Look) -> Mapping[str, Audience]:
    """Return the narrowest audience of each record over all versions; sealed in one is sealed."""
    found: dict[str, list[Audience]] = {}
    for plan in look.versions:
        for _, record in records(plan):
            audience = Audience(to=Reach.MY_WORKER) if record.sealed else record.audience
            found.setdefault(record.id, []).append(audience)
    return {id_: _narrowest(readings) for id_, readings in found.items()}


def _narrowest(readings: list[Audience]) -> Audience:
    if len(readings) == 1:
        return readings[0]
    plain = [msgspec.to_builtins(one) for one in readings]
    return msgspec.convert(most_protective("narrowest", plain), Audience)


def _kept(look: Look, collection: str, record: Record) -> Record | None:
    """Return the record with only the fields this reader may see; None when that leaves nothing to say."""
    blank = _blank(collection, _letters(look, collection, record), _asked(look, collection))
    return None if blank is None else msgspec.structs.replace(record, **blank)


def _letters(look: Look, collection: str, record: Record) -> frozenset[Print]:
    letters = {Print.ALL}
    if _belongs_to_reader(look, collection, record):
        letters.add(Print.PERSON)
    if look.format is PrintFormat.CHILD:
        letters.add(Print.CHILD)
    return frozenset(letters)


def _belongs_to_reader(look: Look, collection: str, record: Record) -> bool:
    whose = owners(collection, record)
    if isinstance(record, TellOnce):
        whose |= record.may_read | (frozenset() if whose else record.approved_by)
    if not whose and collection in THE_FAMILYS:
        return look.reader.role is Role.CARER and not look.apart
    return look.reader.id in whose


def _asked(look: Look, collection: str) -> frozenset[str]:
    if collection in look.asked:
        return frozenset(fields.of(collection))
    prefix = f"{collection}."
    return frozenset(one.removeprefix(prefix) for one in look.asked if one.startswith(prefix))


@cache
def _blank(collection: str, letters: frozenset[Print], asked: frozenset[str]) -> Mapping[str, object] | None:
    kind = fields.collections()[collection]
    defaults = {one.name: one for one in msgspec.structs.fields(kind)}
    facts = fields.of(collection)
    denied = [name for name, fact in facts.items() if not _is_allowed(fact, letters, asked)]
    own = [name for name in facts if name not in Record.__struct_fields__]
    denied = [name for name in denied if name != "id"]
    if any(defaults[name].required for name in denied) or not set(own) - set(denied):
        return None
    return {name: _default(defaults[name]) for name in denied}


def _is_allowed(fact: fields.FieldFacts, letters: frozenset[Print], asked: frozenset[str]) -> bool:
    return fact.print in letters or (fact.print is Print.ASKED and fact.name in asked)


def _default(field: msgspec.structs.FieldInfo) -> object:
    if field.default is not msgspec.NODEFAULT:
        return field.default
    return field.default_factory() if field.default_factory is not msgspec.NODEFAULT else None


def _own_fields(look: Look) -> Plan:
    """Return the plan's own fields by their letter. A field for one person names nobody here: it is denied.

    They have no audience of their own and are for whoever is in the plan: why the family asked, and where and when
    they meet, is not told to anybody else on their list.
    """
    if not look.reader.in_plan and not look.apart:  # what a reader who is apart could see is scanned first
        return msgspec.structs.replace(look.plan, **no_own_fields())
    return msgspec.structs.replace(look.plan, **_denied_of_plan(_asked_of_plan(look)))


def _asked_of_plan(look: Look) -> frozenset[str]:
    return frozenset(one.removeprefix("plan.") for one in look.asked if one.startswith("plan."))


@cache
def _denied_of_plan(asked: frozenset[str]) -> Mapping[str, object]:
    facts = fields.of(fields.PLAN)
    denied = {name for name, fact in facts.items() if not _is_allowed(fact, frozenset({Print.ALL}), asked)}
    return {one.name: _default(one) for one in msgspec.structs.fields(Plan) if one.name in denied}
