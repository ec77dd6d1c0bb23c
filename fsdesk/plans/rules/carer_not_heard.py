"""A carer of the plan has no view of their own in it, and has not said "not today"."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_carer, a_no, a_plan, a_record, a_strength, a_voice, another_adult
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-02"
PRINCIPLES = ("NP-07", "NP-02", "GP-VOICE", "NS-4.1")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("people", "voices", "voices_declined", "safety_between")

_OUT_OF_REACH = (m.Whereabouts.NOT_CONTACTABLE, m.Whereabouts.UNKNOWN)


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield every carer of the plan who was neither heard nor said no.

    Nobody is asked for whom something is kept hidden, or who cannot be reached: a plan never prompts contact.
    """
    left = reading.who_was_heard(plan) | reading.who_would_rather_not(plan) | reading.kept_from(plan)
    for index, carer in reading.the_family(plan):
        reachable = carer.whereabouts not in _OUT_OF_REACH
        if carer.role is m.Role.CARER and carer.id not in left and reachable:
            yield at("people", index, carer, about=(carer.id, carer.whereabouts), name=reading.called(carer))


_FINN = a_voice("finn", method=m.Method.DRAWING)
_WITH_ROB = {
    "people": [*a_plan().people, a_carer("Rob")],
    "strengths": [*a_plan().strengths, a_strength("Makes good soup.", "rob", id="soup")],
}

NOTICED = (
    Example("Ailsa's own view is not there.", a_plan(voices=[_FINN]), ("/people/0",)),
    Example("Rob is part of the plan and has no voice in it.", a_plan(**_WITH_ROB), ("/people/2",)),
)
QUIET = (
    Example("Ailsa said what she wants.", a_plan()),
    Example("Ailsa would rather not say.", a_plan(voices=[_FINN], voices_declined=[a_no("ailsa")])),
    Example(
        "Something is kept from Rob for safety; nobody is prompted to reach him.",
        a_plan(**_WITH_ROB, safety_between=[a_record(m.SafetyBetween, from_whom="rob", about="ailsa")]),
    ),
    Example(
        "It is kept from Rob by name alone.",
        a_plan(**_WITH_ROB, safety_between=[a_record(m.SafetyBetween, from_name="Rob", about="ailsa")]),
    ),
    Example(
        "Gran is there as another adult, not as a carer.",
        a_plan(
            people=[*a_plan().people, another_adult("Morag")],
            strengths=[*a_plan().strengths, a_strength("Knows every neighbour.", "morag", id="knows")],
        ),
    ),
)
