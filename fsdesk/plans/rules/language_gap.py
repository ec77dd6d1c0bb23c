"""Somebody's language is not English, and the plan has no way for them to follow and to speak fully."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from fsdesk.plans import model as m
from fsdesk.plans.examples import (
    a_carer,
    a_child,
    a_plan,
    a_record,
    a_strength,
    an_observation,
    another_adult,
)
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-32"
PRINCIPLES = ("SP-1", "GP-INCLUSIVE", "GP-RIGHTS", "NP-07")
SEVERITY = Severity.GAP
VERSION = 2
READS = ("people", "interpreters")

_SPOKEN_HERE = ("en", "sco")
_RELATIVE = m.InterpreterIs.ADULT_RELATIVE
_SPEAKS_FROM_YEARS = 2


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield who lacks an interpreter or copies in their language, then each interpreter who is a child or relative.

    For signers an interpreter alone is enough, for who does not read the language copies are not asked for.
    A relative may interpret where the person insists and that is written down; a child never.
    """
    for index, person in reading.the_family(plan):
        language = _preferred(person)
        if language is None or reading.is_under(person, _SPEAKS_FROM_YEARS, today):
            continue  # nobody interprets for the unborn or for a baby; we watch together
        has_interpreter = any(one.person == person.id for one in plan.interpreters)
        if not (has_interpreter and _can_read_it(person, language)):
            say = "interpreter" if not has_interpreter else "print"
            about = (language, has_interpreter, person.print_profile.language)
            yield at("people", index, person, say=say, about=about, name=reading.called(person))
    yield from _who_should_not(plan, today)


def _preferred(person: m.Person) -> m.Language | None:
    """The language this person prefers when it is not spoken here: a marked one, or the first of none in English."""
    marked = [one for one in person.languages if one.preferred]
    if not marked and any(_is_ours(one) for one in person.languages):
        return None
    chosen = next(iter(marked or person.languages), None)
    return None if chosen is None or _is_ours(chosen) else chosen


def _is_ours(language: m.Language) -> bool:
    return language.lang.partition("-")[0] in _SPOKEN_HERE


def _can_read_it(person: m.Person, language: m.Language) -> bool:
    if language.signed or (language.spoken and not language.read):
        return True
    return person.print_profile.language.partition("-")[0] == language.lang.partition("-")[0]


def _who_should_not(plan: Plan, today: date) -> Iterator[Seen]:
    people = {person.id: person for person in plan.people}
    children = {reading.called(one).casefold() for one in plan.people if reading.is_child(one, today)}
    family = {reading.called(one).casefold() for _, one in reading.the_family(plan)} - children
    for index, one in enumerate(plan.interpreters):
        is_child = one.interpreter_is is m.InterpreterIs.CHILD or one.who.strip().casefold() in children
        unsaid = one.interpreter_is is None and one.who.strip().casefold() in family
        if is_child or ((unsaid or one.interpreter_is is _RELATIVE) and not one.insisted):
            say = "child" if is_child else "relative"
            name = reading.called(people[one.person]) if one.person in people else "Somebody"
            yield at("interpreters", index, one, say=say, about=(one.interpreter_is, one.who), name=name)


def _speaks(lang: str, **over: Any) -> m.Language:
    return m.Language(**{"lang": lang, "spoken": True, "read": True, "preferred": True, **over})


def _plan(language: m.Language, *interpreters: m.Interpreter, printed: str = "en") -> Plan:
    ailsa = a_carer("Ailsa", languages=[language], print_profile=m.PrintProfile(language=printed))
    return a_plan(people=[ailsa, a_child("Finn", 8)], interpreters=interpreters)


def _interpreter(**over: Any) -> m.Interpreter:
    booked = {"person": "ailsa", "booked": True, "interpreter_is": m.InterpreterIs.PROFESSIONAL}
    return a_record(m.Interpreter, **{**booked, **over})


_BOOKED = _interpreter()
_POLISH = _speaks("pl")

NOTICED = (
    Example(
        "Ailsa prefers Polish, and no interpreter is planned.", _plan(_POLISH, printed="pl"), ("/people/0",)
    ),
    Example(
        "An interpreter is booked, and her copies are in English.", _plan(_POLISH, _BOOKED), ("/people/0",)
    ),
    Example(
        "Finn interprets for his mum.",
        _plan(_POLISH, _interpreter(interpreter_is=m.InterpreterIs.CHILD, insisted=True), printed="pl"),
        ("/interpreters/0",),
    ),
    Example(
        "Finn stands as the one who interprets.",
        _plan(_POLISH, _interpreter(interpreter_is=None, who="Finn"), printed="pl"),
        ("/interpreters/0",),
    ),
    Example(
        "Rob, who lives with her, stands as the one who interprets.",
        replace(
            _plan(_POLISH, _interpreter(interpreter_is=None, who="Rob"), printed="pl"),
            people=(*_plan(_POLISH, printed="pl").people, another_adult("Rob")),
            strengths=(*a_plan().strengths, a_strength("Makes good soup.", "rob", id="soup")),
        ),
        ("/interpreters/0",),
    ),
    Example(
        "A relative interprets, and nobody wrote that she insists.",
        _plan(_POLISH, _interpreter(interpreter_is=_RELATIVE), printed="pl"),
        ("/interpreters/0",),
    ),
)
QUIET = (
    Example(
        "Isla is a baby; at home they speak Polish to her.",
        a_plan(
            people=[*a_plan().people, a_child("Isla", 0, languages=[_POLISH])],
            voices=[*a_plan().voices, an_observation("isla", no_answer_needed=True)],
            strengths=[*a_plan().strengths, a_strength("Smiles at everybody.", "isla")],
        ),
    ),
    Example("Nothing says which languages they use.", a_plan()),
    Example("An interpreter is booked, and her copies are in Polish.", _plan(_POLISH, _BOOKED, printed="pl")),
    Example("She signs BSL, and an interpreter is booked.", _plan(_speaks("bfi", signed=True), _BOOKED)),
    Example("She speaks Polish and does not read it.", _plan(_speaks("pl", read=False), _BOOKED)),
    Example("She has Polish too and prefers English.", _plan(_speaks("en"))),
    Example(
        "She insists on her sister, and that is written down.",
        _plan(_POLISH, _interpreter(interpreter_is=_RELATIVE, insisted=True), printed="pl"),
    ),
)
