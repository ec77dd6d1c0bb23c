"""The gates together: every hold at once, or the one reader's edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from fsdesk.errors import Refused
from fsdesk.plans import fields
from fsdesk.plans.audience import gates, serious, unnamed
from fsdesk.plans.audience.apart import only_their_own, without_places
from fsdesk.plans.audience.guard import Guard
from fsdesk.plans.audience.look import Look
from fsdesk.plans.audience.reach import within_reach
from fsdesk.plans.audience.readers import can_take_paper, has_no_paper, is_apart, named_reader
from fsdesk.plans.audience.sealed import hidden_words, places_and_workers
from fsdesk.plans.audience.seen_by import seen_by, trusted
from fsdesk.plans.audience.values import CONFIRMABLE, REASONS, Confirmed, Edition, Hold, hold
from fsdesk.plans.model.people import Person, PrintFormat
from fsdesk.plans.model.plan import Plan, PlanState
from fsdesk.plans.tokens import Needles, needles_of

_AGREED = frozenset({PlanState.AGREED, PlanState.FINISHED_FOR_NOW})


class NoSuchGate(Refused):
    """Somebody wanted to confirm a gate that there is not, or gave no name."""

    what = "A hold is confirmed by a gate such as PG-2 and by somebody's name."
    what_next = "Nothing was printed. Name both, or leave both out."


class Weighed(NamedTuple):
    """What reaches the reader, which parts each gate holds, and what may stand on no line of the page."""

    shown: Plan
    hits: Mapping[str, frozenset[str]]
    guard: Guard


def hold_or_edition(
    plan: Plan,
    reader_id: str,
    *,
    format: PrintFormat = PrintFormat.PLAN,
    today: date,
    confirmed: Mapping[str, str] | None = None,
    also: Iterable[Plan] = (),
    hidden: Iterable[str] = (),
    asked: Iterable[str] = (),
    by_lead: bool = False,
) -> Edition | list[Hold]:
    """Return the reader's edition when every gate is open or confirmed, otherwise every hold at once.

    `also` are the plan's differing versions: hidden words, private audiences and "no paper" count in all of
    them; `hidden` are more such words. `confirmed` names gates and who answers for each: the records that such
    a gate holds are left out whole. `asked` names what the family wants printed besides ("worlds").
    `by_lead` says that a team lead answers: only then is PG-4 open, and even then no serious worry is printed.
    Raises NoSuchReader, NoSuchGate.
    """
    answers = _checked(confirmed or {})
    versions = (plan, *also)
    reader = named_reader(plan, reader_id)
    look = Look(plan, versions, reader, format, is_apart(reader, versions), frozenset(asked))
    weighed = weigh(look, tuple(hidden))
    left_out = (*_left_out(weighed.hits, answers), *_looked_at(look, answers, by_lead))
    gone = frozenset(where for one in left_out for where in one.records)
    holds = [*_whole_page(look, answers if by_lead else {}), *_unanswered(weighed.hits, gone)]
    if holds:
        return sorted(holds)
    return _edition(look, today, _without(weighed.shown, gone), left_out, weighed.guard)


def _edition(look: Look, today: date, left: Plan, left_out: tuple[Confirmed, ...], guard: Guard) -> Edition:
    days = [one.on for one in look.plan.versions if one.on is not None]
    return Edition(
        plan=left,
        reader=_known_by(look.reader),
        format=look.format,
        today=today,
        is_talking_copy=look.plan.state not in _AGREED,
        is_apart=look.apart or not look.reader.in_plan,
        confirmed=left_out,
        version=max((one.number for one in look.plan.versions), default=1),
        version_on=max(days, default=today),
        family_name=look.plan.family_name,
        guard=guard,
        seen_by=seen_by(look, left) if look.format is PrintFormat.CHILD else frozenset(),
        trusted=trusted(look),
        learns_at=look.reader.learns_at,
    )


def _known_by(reader: Person) -> Person:
    """Return the reader with nothing but what they are called: their own record may hold what is not for paper."""
    return Person(id=reader.id, name=reader.name, goes_by=reader.goes_by, role=reader.role)


def _checked(confirmed: Mapping[str, str]) -> Mapping[str, str]:
    if any(gate not in REASONS or not by.strip() for gate, by in confirmed.items()):
        raise NoSuchGate
    return confirmed


def _looked_at(look: Look, answers: Mapping[str, str], by_lead: bool) -> list[Confirmed]:
    """Return that a team lead looked at a page before it goes to somebody whom a serious worry is about."""
    if not by_lead or "PG-4" not in answers or not serious.concerning(look):
        return []
    return [Confirmed("PG-4", answers["PG-4"], ())]


def _whole_page(look: Look, answers: Mapping[str, str]) -> list[Hold]:
    """Return the holds that no leaving-out can answer."""
    holds = [] if can_take_paper(look.reader) else [hold("PG-1", [look.reader.id])]
    worries = serious.concerning(look)
    holds += [hold("PG-4", worries)] if worries and "PG-4" not in answers else []
    return holds + ([hold("PG-9", [look.reader.id])] if has_no_paper(look.reader, look.versions) else [])


def weigh(look: Look, hidden: tuple[str, ...] = ()) -> Weighed:
    """Return what reaches a reader, the parts that each gate holds, and the last look; nothing is refused here."""
    reached = serious.without_serious(within_reach(look), look)
    reached = gates.without_third_parties(_without(reached, gates.outsiders(look)))
    wide = without_places(reached) if look.apart else reached
    shown = only_their_own(wide, look) if look.apart else wide
    words = hidden_words(look, hidden)
    near = places_and_workers(look) if look.apart else needles_of(())
    facts, stories = gates.private_facts(look)
    others, private = gates.third_parties(look), gates.private_sayings(look, shown)
    reading = gates.read(shown)
    hits = {
        # What a reader could be given by audience alone is read too: a slip there shall not wait for the next page.
        "PG-2": gates.found(gates.read(wide) if look.apart else reading, words)
        | _near_hits(look, reading, near),
        "PG-3": (gates.found(reading, facts) | gates.found(reading, stories)) - {look.reader.id}
        | unnamed.private_of_others(look, shown),
        "PG-5": gates.found(reading, others) | unnamed.third_parties_told(shown),
        "PG-6": gates.found(reading, private),
        "PG-7": gates.with_traces(shown),
    }
    return Weighed(shown, hits, Guard((words, near, facts, others), (stories, private)))


def _near_hits(look: Look, reading: gates.Reading, near: Needles) -> frozenset[str]:
    return gates.found(reading, near) | gates.with_numbers(reading) if look.apart else frozenset()


def _left_out(hits: Mapping[str, frozenset[str]], answers: Mapping[str, str]) -> tuple[Confirmed, ...]:
    """Return what each answered gate leaves out. Gates that nobody may answer leave nothing out."""
    return tuple(
        Confirmed(gate, by, tuple(sorted(hits[gate])))
        for gate, by in sorted(answers.items())
        if gate in CONFIRMABLE and hits[gate]
    )


def _unanswered(hits: Mapping[str, frozenset[str]], gone: frozenset[str]) -> list[Hold]:
    return [hold(gate, where - gone) for gate, where in hits.items() if where - gone]


def _without(plan: Plan, gone: frozenset[str]) -> Plan:
    """Return the plan without these records, and with these fields of its own as if never filled."""
    if not gone:
        return plan
    held: dict[str, object] = {
        name: tuple(one for one in getattr(plan, name) if one.id not in gone) for name in fields.collections()
    }
    held["easy_lines"] = tuple(one for one in plan.easy_lines if one.id not in gone and one.of not in gone)
    empty = {f"/{one.name}": one for one in msgspec.structs.fields(Plan) if not one.required}
    held |= {empty[where].name: empty[where].default for where in gone if where in empty}
    return msgspec.structs.replace(plan, **held)
