"""A child of the plan has no word, picture or observation in it, and has not said "not today"."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import (
    a_child,
    a_no,
    a_plan,
    a_strength,
    a_voice,
    an_observation,
    day,
    quote,
    summary,
)
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-01"
PRINCIPLES = ("NP-07", "NP-10", "GP-VOICE", "GP-RIGHTS", "NS-1.3")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("people", "voices", "voices_declined")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield every child of the plan who was neither heard nor said no; the unborn are waited for."""
    answered = reading.who_was_heard(plan) | reading.who_would_rather_not(plan)
    for index, child in reading.the_family(plan):
        if child.role is not m.Role.CHILD or reading.is_unborn(child, today):
            continue
        if child.id not in answered:
            about = (child.id, child.whereabouts, _summaries(plan, child))
            yield at("people", index, child, about=about, name=reading.called(child))


def _summaries(plan: Plan, child: m.Person) -> tuple[str, ...]:
    return tuple(m.text_of(voice.words) for voice in plan.voices if voice.person == child.id)


_AILSA = a_voice("ailsa", "I want the mornings to be calm.")
_ISLA = a_child("Isla", 0)

NOTICED = (
    Example("Nobody has asked Finn yet.", a_plan(voices=[_AILSA]), ("/people/1",)),
    Example(
        "What Finn said is there only as we retold it.",
        a_plan(voices=[_AILSA, a_voice(said=summary("He misses football."), kind=m.VoiceKind.SUMMARY)]),
        ("/people/1",),
    ),
    Example(
        "What stands under Finn's name is his mum's view of him.",
        a_plan(voices=[_AILSA, a_voice(said=quote("He loves football.", "ailsa"))]),
        ("/people/1",),
    ),
)
QUIET = (
    Example("Finn drew what he wants.", a_plan()),
    Example(
        "Finn would rather not, and that is his right.", a_plan(voices=[_AILSA], voices_declined=[a_no()])
    ),
    Example(
        "We watched Isla together and wrote what she may be telling us.",
        a_plan(
            people=[*a_plan().people, _ISLA],
            voices=[*a_plan().voices, an_observation("isla", "Turns to a low voice.", no_answer_needed=True)],
            strengths=[*a_plan().strengths, a_strength("Smiles at everybody.", "isla")],
        ),
    ),
    Example(
        "The baby is not born yet.",
        a_plan(people=[*a_plan().people, a_child("Baby", None, born=m.Born(unborn=True, on=day(60)))]),
    ),
    Example(
        "Finn's brother lives far away and is not in this plan.",
        a_plan(people=[*a_plan().people, a_child("Rory", 12, in_plan=False)]),
    ),
)
