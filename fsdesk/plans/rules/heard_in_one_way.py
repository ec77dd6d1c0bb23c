"""Everybody was heard by talking alone, where another way may bring out more; or only as retold."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_child, a_plan, a_record, a_voice, summary
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, date, on

ID = "R-03"
PRINCIPLES = ("GP-VOICE", "GP-INCLUSIVE", "NP-07", "SP-1.1")
SEVERITY = Severity.LOOK
VERSION = 2
READS = ("people", "voices", "access_needs")

_TO_FOLLOW_OR_SPEAK = frozenset(
    {m.Need.EASY_READ, m.Need.SYMBOLS, m.Need.BSL, m.Need.AUDIO, m.Need.READING_HELP}
)


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the voices when all came by talking and somebody may want another way, or all are summaries.

    A plan without any voice is asked for one by other rules; this one keeps quiet.
    """
    if not plan.voices:
        return
    about = (tuple((voice.id, voice.kind, voice.method) for voice in plan.voices),)
    if all(voice.kind is m.VoiceKind.SUMMARY for voice in plan.voices):
        yield on("voices", say="retold", about=about)
    elif not any(reading.in_another_way(voice) for voice in plan.voices) and _may_want_another(
        plan, today, pack
    ):
        yield on("voices", about=about)


def _may_want_another(plan: Plan, today: date, pack: Pack) -> bool:
    years = pack.thresholds.child_needs_another_way_under_years
    young = any(
        person.role is m.Role.CHILD and _is_born_under(person, years, today)
        for _, person in reading.the_family(plan)
    )
    return young or any(need.need in _TO_FOLLOW_OR_SPEAK for need in plan.access_needs)


def _is_born_under(person: m.Person, years: int, today: date) -> bool:
    return reading.is_under(person, years, today) and not reading.is_unborn(person, today)


_TALKING = m.Method.TALKING
_BY_TALKING = [a_voice("finn", method=_TALKING), a_voice("ailsa", "Calm mornings.", method=_TALKING)]
_FINN_AT = [a_plan().people[0], a_child("Finn", 13)]
_SYMBOLS = a_record(m.AccessNeed, person="ailsa", need=m.Need.SYMBOLS, adjustment="Picture cards.", met=True)

NOTICED = (
    Example("Finn is eight, and everybody was heard by talking.", a_plan(voices=_BY_TALKING), ("/voices",)),
    Example(
        "Ailsa likes symbols, and everybody was heard by talking.",
        a_plan(voices=_BY_TALKING, people=_FINN_AT, access_needs=[_SYMBOLS]),
        ("/voices",),
    ),
    Example(
        "All that was heard is there only as we retold it.",
        a_plan(
            voices=[a_voice(said=summary("He misses football."), kind=m.VoiceKind.SUMMARY)],
        ),
        ("/voices",),
        also=("R-01", "R-02"),
    ),
)
QUIET = (
    Example("Finn drew.", a_plan()),
    Example("Nobody was heard yet; other rules ask.", a_plan(voices=[])),
    Example("Finn is thirteen and likes to talk.", a_plan(voices=_BY_TALKING, people=_FINN_AT)),
    Example(
        "Finn is thirteen, and the baby is not born yet.",
        a_plan(voices=_BY_TALKING, people=[*_FINN_AT, a_child("Baby", None, born=m.Born(unborn=True))]),
    ),
    Example(
        "A photo tells it, whatever stands as the way.",
        a_plan(voices=[_BY_TALKING[1], a_voice("finn", kind=m.VoiceKind.PHOTO, method=_TALKING)]),
    ),
)
