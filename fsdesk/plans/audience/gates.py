"""The gates that look into the text of an edition: which records each of them wants a person to look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from fsdesk.plans.audience.look import Look, names, records
from fsdesk.plans.audience.sealed import has_a_number
from fsdesk.plans.audience.words import own_words, parts, spans, texts
from fsdesk.plans.model.base import Reach, SpanKind
from fsdesk.plans.model.people import Person
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.tokens import Folded, Needles, Runs, folded, needles_of, runs_of

_TRACE = re.compile(
    r"\b(?:R-(?:0[1-9]|[1-3]\d|4[01])|W-(?:0[1-9]|1[0-6])|Q-(?:0[1-9]|1[0-3])|PG-(?:\d|1[01]))\b"
)
_PRIVATE = (Reach.MY_PAGE, Reach.MY_WORKER)


Reading = tuple[tuple[str, tuple[Folded, ...]], ...]
"""What can be read in each part of a plan, under its id or its place."""


def read(shown: Plan) -> Reading:
    """Return the texts of every part of a plan."""
    return tuple((where, held) for where, part in parts(shown) if (held := tuple(map(folded, texts(part)))))


def found(reading: Reading, hidden: Needles | Runs) -> frozenset[str]:
    """Return where hidden words show themselves: ids of records, places such as "/title"."""
    if not hidden:
        return frozenset()
    return frozenset(where for where, held in reading if any(hidden.are_in(text) for text in held))


def with_numbers(reading: Reading) -> frozenset[str]:
    """Return where something looks like a phone number or a postcode."""
    return frozenset(where for where, held in reading if any(has_a_number(one.text) for one in held))


def private_sayings(look: Look, shown: Plan) -> Runs:
    """Return, for PG-6, what somebody said for their own page or their worker and does not reach this reader."""
    reached = frozenset(record.id for _, record in records(shown))
    return runs_of(
        text
        for plan in look.versions
        for _, record in records(plan)
        if record.id not in reached and record.audience.to in _PRIVATE
        for text in own_words(record)
    )


def private_facts(look: Look) -> tuple[Needles, Runs]:
    """Return, for PG-3, other adults' legal status, and the lines of one person's story not told to this reader."""
    statuses = [
        person.legal_status
        for plan in look.versions
        for person in plan.people
        if person.id != look.reader.id and len(person.legal_status.split()) > 1
    ]
    return needles_of(statuses, parts=False), runs_of(_untold_stories(look))


def _untold_stories(look: Look) -> Iterator[str]:
    for plan in look.versions:
        for story in plan.tell_once:
            told = {story.person} | story.may_read | story.approved_by
            if story.person is not None and look.reader.id not in told:
                yield from (span.text for span in story.lines)


def third_parties(look: Look) -> Needles:
    """Return, for PG-5, the names of people outside the plan: who raised a worry, and whom nothing ties to it."""
    ours = needles_of(_our_names(look.plan))
    outside = (name for plan in look.versions for name in _names_outside(plan, look.reader))
    return needles_of((name for name in outside if not ours.are_in(name)), names(look.plan))


def _our_names(plan: Plan) -> Iterator[str]:
    tied = _tied(plan)
    people = (one for one in plan.people if one.in_plan or one.id in tied)
    yield from (name for one in people for name in (one.name, one.goes_by, one.relation_words))
    yield from (one.name for one in plan.team)
    yield from (one.organisation for one in plan.team)
    yield from (one.role for one in plan.team)
    yield from (one.name for one in plan.network)


def _names_outside(plan: Plan, reader: Person) -> Iterator[str]:
    yield from (one.noticed_by for one in plan.worries if _is_a_name(one.noticed_by))
    yield from (one.from_name for one in plan.safety_between)
    tied = _tied(plan)
    for person in plan.people:
        if not person.in_plan and person.id not in tied and person.id != reader.id:
            yield from (person.name, person.goes_by)


def _is_a_name(words: str) -> bool:
    """Say whether these are one or two words in capitals, as a name is: "Mrs Lamb", not "the nursery"."""
    said = words.split()
    return 0 < len(said) <= 3 and all(word[:1].isupper() for word in said)


def _tied(plan: Plan) -> frozenset[str]:
    """Return the people whom a relation or a tie on the map joins to this family."""
    related = {id_ for one in plan.relationships for id_ in (one.from_person, one.to_person)}
    return frozenset(related | {one.person for one in plan.network if one.person})


def outsiders(look: Look) -> frozenset[str]:
    """Return the people of the plan's list whom nothing ties to the family: PG-5 leaves their records out."""
    tied = _tied(look.plan)
    return frozenset(
        one.id
        for one in look.plan.people
        if not one.in_plan and one.id not in tied and one.id != look.reader.id
    )


def without_third_parties(plan: Plan) -> Plan:
    """Return the plan without who raised a worry: PG-5 omits that field on every page."""
    return msgspec.structs.replace(
        plan, worries=tuple(msgspec.structs.replace(one, noticed_by="") for one in plan.worries)
    )


def with_traces(shown: Plan) -> frozenset[str]:
    """Return, for PG-7, where the worker's own text names a rule, a question or a gate."""
    return frozenset(where for where, part in parts(shown) if any(_has_trace(part)))


def _has_trace(part: object) -> Iterable[bool]:
    return (bool(_TRACE.search(span.text)) for span in spans(part) if span.kind is not SpanKind.QUOTE)
