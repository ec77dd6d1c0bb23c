"""Somebody needs something to take part, and nothing is set up, or their copies are printed another way."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_carer, a_child, a_plan, a_record
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-31"
PRINCIPLES = ("GP-INCLUSIVE", "SP-1", "GP-VOICE", "NC-2.1")
SEVERITY = Severity.GAP
VERSION = 2
READS = ("people", "access_needs", "interpreters")

_LARGE_POINTS = 18
_READ_OUT = (m.Need.READING_HELP, m.Need.AUDIO)
_NEEDS = {
    m.Need.LARGE_PRINT: "large print",
    m.Need.EASY_READ: "easy read",
    m.Need.SYMBOLS: "symbols",
    m.Need.BSL: "BSL",
    m.Need.AUDIO: "something to listen to",
    m.Need.SENSORY: "a room that is easy on the senses",
    m.Need.QUIET: "quiet",
    m.Need.STEP_FREE: "a way in without steps",
    m.Need.READING_HELP: "help with reading",
    m.Need.OTHER: "something to take part",
}


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield each need with nothing set up, one that does not work, and one that the print profile does not meet."""
    people = {person.id: person for person in plan.people}
    interpreted = {one.person for one in plan.interpreters}
    for index, need in enumerate(plan.access_needs):
        person = people.get(need.person)
        if person is None or not person.in_plan or reading.has_died(person) or _is_met(need, person):
            continue
        if need.need is m.Need.BSL and need.met is None and need.person in interpreted:
            continue
        name, about = reading.called(person), (need, person.print_profile)
        yield at("access_needs", index, need, about=about, name=name, need=_NEEDS[need.need])


def _is_met(need: m.AccessNeed, person: m.Person) -> bool:
    if need.met is False:
        return False
    by_print = _met_by_print(need, person)
    if by_print is None or person.no_paper:
        read_out = need.need in _READ_OUT and person.print_profile.read_aloud
        return need.met is True or m.has_words(need.adjustment) or read_out
    return by_print


def _met_by_print(need: m.AccessNeed, person: m.Person) -> bool | None:
    """Whether this person's copies meet a need for print; None when it is no such need."""
    profile = person.print_profile
    if need.need is m.Need.LARGE_PRINT:
        large = profile.format is not m.PrintFormat.PLAN
        return large and profile.size >= (need.print_size or _LARGE_POINTS)
    if need.need is m.Need.EASY_READ:
        return profile.format is m.PrintFormat.EASY_READ
    return None


def _plan(profile: m.PrintProfile | None = None, **need: Any) -> Plan:
    ailsa = a_carer("Ailsa", **({"print_profile": profile} if profile else {}))
    return a_plan(
        people=[ailsa, a_child("Finn", 8)], access_needs=[a_record(m.AccessNeed, person="ailsa", **need)]
    )


_LARGE = m.PrintProfile(format=m.PrintFormat.LARGE_PRINT, size=22)
_HERE = ("/access_needs/0",)

_READ = m.PrintProfile(read_aloud=True)


def _signing(*, with_interpreter: bool = True) -> Plan:
    booked = a_record(m.Interpreter, person="ailsa", kind="BSL", booked=True)
    interpreters = [booked] if with_interpreter else []
    return replace(_plan(need=m.Need.BSL), interpreters=tuple(interpreters))


NOTICED = (
    Example("Ailsa signs BSL, and no interpreter is planned.", _signing(with_interpreter=False), _HERE),
    Example("Ailsa asked for quiet, and nothing is set up.", _plan(need=m.Need.QUIET), _HERE),
    Example(
        "What was set up does not work.",
        _plan(need=m.Need.QUIET, adjustment="Corner room.", met=False),
        _HERE,
    ),
    Example("She needs large print, and her copies are standard.", _plan(need=m.Need.LARGE_PRINT), _HERE),
    Example(
        "She asked for 28 points, and her copies have 22.",
        _plan(_LARGE, need=m.Need.LARGE_PRINT, print_size=28),
        _HERE,
    ),
)
QUIET = (
    Example("Nobody asked for anything.", a_plan()),
    Example("A quiet room is set up.", _plan(need=m.Need.QUIET, adjustment="The back room at the library.")),
    Example("She signs BSL, and an interpreter is planned.", _signing()),
    Example("Her copies are read out to her.", _plan(_READ, need=m.Need.READING_HELP)),
    Example("It works.", _plan(need=m.Need.STEP_FREE, met=True)),
    Example("Her copies are in large print.", _plan(_LARGE, need=m.Need.LARGE_PRINT, print_size=22)),
)
