"""Somebody of the plan shows nowhere in it, or a child's parent, brother or sister elsewhere has no note."""

from __future__ import annotations

import re

from msgspec.structs import replace

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_child, a_no, a_plan, a_record, a_step, another_adult, day
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-15"
PRINCIPLES = ("NP-02", "GP-RIGHTS", "ND-2")
SEVERITY = Severity.GAP
VERSION = 2
READS = (
    "people", "voices", "voices_declined", "matters", "strengths", "goals", "steps", "options",
    "relationships", "safety_between",
)  # fmt: skip

_PARENT_BROTHER_SISTER = frozenset(
    {
        "father",
        "mother",
        "dad",
        "mum",
        "da",
        "mam",
        "mammy",
        "daddy",
        "parent",
        "stepfather",
        "stepmother",
        "stepdad",
        "stepmum",
        "brother",
        "sister",
        "sibling",
        "half-brother",
        "half-sister",
        "stepbrother",
        "stepsister",
        "son",
        "daughter",
        "child",
        "twin",
    }
)


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield who is in the plan and shows nowhere, and who is elsewhere, close to a child, and has no note.

    Nobody is brought up from whom something is kept, who died, who is unknown, or whose absence has a reason.
    """
    shown, kept = _shown(plan), reading.kept_from(plan)
    noted = _ties_to_a_child(plan)
    for index, person in enumerate(plan.people):
        if person.id in kept or reading.has_died(person) or reading.is_unborn(person, today):
            continue
        if person.in_plan and person.role is not m.Role.HELPER:
            if person.id not in shown:
                yield at("people", index, person, about=(person.id,), name=reading.called(person))
        elif _wants_a_note(person) and not _is_far_or_noted(person, noted):
            yield at(
                "people", index, person, say="elsewhere", about=(person.id,), name=reading.called(person)
            )


def _shown(plan: Plan) -> set[str]:
    shown = {voice.person for voice in plan.voices} | {no.person for no in plan.voices_declined}
    shown |= {matter.person for matter in plan.matters if matter.person}
    for strength in plan.strengths:
        shown |= strength.whose
    for goal in plan.goals:
        shown |= goal.whose
    for step in plan.steps:
        shown |= step.who
    for option in plan.options:
        shown |= option.for_whom
    return shown


def _wants_a_note(person: m.Person) -> bool:
    return person.whereabouts is m.Whereabouts.ELSEWHERE and not m.has_words(person.not_in_plan_reason)


def _ties_to_a_child(plan: Plan) -> dict[str, list[m.Relationship]]:
    """Everybody's ties to a child of this plan."""
    children = {person.id for person in plan.people if person.role is m.Role.CHILD and person.in_plan}
    ties: dict[str, list[m.Relationship]] = {}
    for tie in plan.relationships:
        for one, other in ((tie.from_person, tie.to_person), (tie.to_person, tie.from_person)):
            if one in children:
                ties.setdefault(other, []).append(tie)
    return ties


def _is_far_or_noted(person: m.Person, ties: dict[str, list[m.Relationship]]) -> bool:
    """A carer or child with no tie written down is taken for a parent, brother or sister."""
    own = ties.get(person.id, [])
    if any(m.has_words(tie.note) for tie in own):
        return True
    untold = not own and person.role in (m.Role.CARER, m.Role.CHILD)
    return not (untold or any(map(_is_close, [person.relation_words, *(tie.kind for tie in own)])))


def _is_close(kind: str) -> bool:
    return not _PARENT_BROTHER_SISTER.isdisjoint(re.findall(r"[\w'’-]+", kind.casefold()))


_ELSEWHERE = m.Whereabouts.ELSEWHERE
_ISLA = a_child("Isla", 3)


def _with_paul(note: str = "", **over: object) -> Plan:
    paul = another_adult("Paul", in_plan=False, **{"whereabouts": _ELSEWHERE, **over})
    tie = a_record(m.Relationship, from_person="finn", to_person="paul", kind="father", note=note)
    return a_plan(people=[*a_plan().people, paul], relationships=[tie])


_AUNT = a_record(m.Relationship, from_person="finn", to_person="paul", kind="my mum's pal")

NOTICED = (
    Example(
        "Morag is in the plan and shows nowhere in it.",
        a_plan(people=[*a_plan().people, another_adult("Morag")]),
        ("/people/2",),
        also=("R-05",),
    ),
    Example(
        "Finn's father lives elsewhere, and no note says how things stand.", _with_paul(), ("/people/2",)
    ),
    Example(
        "Finn calls him Dad, and nothing else is written down about them.",
        replace(_with_paul(relation_words="Dad"), relationships=()),
        ("/people/2",),
    ),
    Example(
        "Finn's brother lives elsewhere, and nothing is written down about them.",
        a_plan(people=[*a_plan().people, a_child("Kai", 5, in_plan=False, whereabouts=_ELSEWHERE)]),
        ("/people/2",),
    ),
)
QUIET = (
    Example("Both of them show.", a_plan()),
    Example(
        "Paul is a friend of Ailsa's; he is no parent, brother or sister of Finn's.",
        replace(_with_paul(), relationships=(_AUNT,)),
    ),
    Example("A note says how things stand with Finn's father.", _with_paul("They speak on Sundays.")),
    Example(
        "There is a reason, and it stays private.", _with_paul(not_in_plan_reason="She asked us not to.")
    ),
    Example("Finn's father died.", _with_paul(whereabouts=m.Whereabouts.DECEASED)),
    Example("Nobody knows where Finn's father is.", _with_paul(whereabouts=m.Whereabouts.UNKNOWN)),
    Example(
        "Something is kept from Paul for safety.",
        replace(_with_paul(), safety_between=(a_record(m.SafetyBetween, from_whom="paul", about="finn"),)),
    ),
    Example(
        "Isla would rather not say anything, and she has a step.",
        a_plan(
            people=[*a_plan().people, _ISLA],
            voices_declined=[a_no("isla")],
            steps=[*a_plan().steps, a_step("Choose the cups.", {"isla", "dan"})],
        ),
    ),
    Example(
        "The baby is not born yet.",
        a_plan(people=[*a_plan().people, a_child("Baby", None, born=m.Born(unborn=True, on=day(60)))]),
    ),
)
