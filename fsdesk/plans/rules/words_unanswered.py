"""Somebody told us something, and nothing in the plan answers it."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_voice, an_observation
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-04"
PRINCIPLES = ("GP-VOICE", "NP-07", "SP-1.4", "GC-TRUST")
SEVERITY = Severity.LOOK
VERSION = 1
READS = ("people", "voices", "goals")

_WORDS_SHOWN = 8


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield every voice that no goal, step or reply answers and that is not marked as needing none.

    The first words are repeated only when everyone in the plan may read them.
    """
    names = {person.id: reading.called(person) for person in plan.people}
    used = frozenset(voice for goal in plan.goals for voice in goal.voices)
    for index, voice in enumerate(plan.voices):
        if voice.answered_by or voice.no_answer_needed or m.has_words(voice.reply) or voice.id in used:
            continue
        name, words = names.get(voice.person, "Somebody"), _first_words(voice)
        say = "words" if words else "default"
        yield at("voices", index, voice, say=say, about=(voice.words, voice.saw), name=name, words=words)


def _first_words(voice: m.Voice) -> str:
    """The first eight words of a quote that everybody may read, else nothing."""
    if voice.kind is not m.VoiceKind.QUOTE or not reading.is_plainly_shown(voice):
        return ""
    words = m.text_of(voice.words).split()
    return " ".join(words[:_WORDS_SHOWN]) + (" ..." if len(words) > _WORDS_SHOWN else "")


_MINE = m.Audience(to=m.Reach.MY_WORKER)
_AILSA = a_plan().voices[1]


def _with(**over: object) -> Plan:
    return a_plan(voices=[_AILSA, a_voice(answered_by=(), **over)])  # type: ignore[arg-type]


NOTICED = (
    Example("Nothing answers what Finn said.", _with(), ("/voices/1",)),
    Example("Nothing answers it, and only his worker may read it.", _with(audience=_MINE), ("/voices/1",)),
    Example(
        "Nothing answers what we saw.",
        a_plan(voices=[_AILSA, an_observation("finn", "Hides under the table.")]),
        ("/voices/1",),
    ),
)
QUIET = (
    Example("A goal answers it.", a_plan()),
    Example("We replied.", _with(reply="We asked her boss, and she will be there.")),
    Example("It is joyful and wants no answer.", _with(no_answer_needed=True)),
)
