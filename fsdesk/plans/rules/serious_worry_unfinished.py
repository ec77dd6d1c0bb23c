"""A serious worry is not yet said in all six plain lines."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_plan_with_a_serious_worry, a_serious_worry, a_worry
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-41"
PRINCIPLES = ("GP-COMPASSION", "NP-10", "GC-BRAVE", "GP-NONSTIGMA")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("worries", "people", "team")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield every serious worry that lacks one of its lines.

    They are: what was seen, said or heard, by whom and when; what we fear may happen; what is already safe; what
    happens next and who does it; whether the family was told, or why not yet.
    """
    known = {person.id for person in plan.people} | {helper.id for helper in plan.team}
    for index, worry in enumerate(plan.worries):
        if worry.level is m.WorryLevel.SERIOUS and not _is_whole(worry, known):
            yield at("worries", index, worry)


def _is_whole(worry: m.Worry, known: set[str]) -> bool:
    owned = bool(worry.next_owner & known) or bool(worry.next_owner_name.strip())
    return all(
        (
            m.has_words(worry.text) and worry.noticed is not None,
            worry.noticed_by.strip() and worry.noticed_on is not None,
            m.has_words(worry.fear),
            m.has_words(worry.already_safe),
            m.has_words(worry.next_action) and owned,
            worry.family_told_on is not None or m.has_words(worry.not_told_because),
        )
    )


def _with(**over: Any) -> Plan:
    return a_plan_with_a_serious_worry(a_serious_worry(**over))


_HERE = ("/worries/0",)

NOTICED = (
    Example("Nothing says whether it was seen, said or heard.", _with(noticed=None), _HERE),
    Example("Nothing says by whom.", _with(noticed_by=" "), _HERE),
    Example("Nothing says when.", _with(noticed_on=None), _HERE),
    Example("What we fear is not said.", _with(fear=()), _HERE),
    Example("What is already safe is not said.", _with(already_safe=()), _HERE),
    Example("What happens next is not said.", _with(next_action=()), _HERE),
    Example("Nobody has the next step.", _with(next_owner=()), _HERE),
    Example("Who had the next step is no longer here.", _with(next_owner="somebody-gone"), _HERE),
    Example("Nothing says whether the family was told.", _with(family_told_on=None), _HERE),
    Example("The worry itself has no words.", _with(text=""), _HERE),
)
QUIET = (
    Example("All six lines are there.", _with()),
    Example(
        "The family was not told yet, and the plan says why.",
        _with(family_told_on=None, not_told_because="It may not be safe."),
    ),
    Example("The team lead has the next step.", _with(next_owner=(), next_owner_name="Team lead")),
    Example("It is an everyday worry.", a_plan(worries=[a_worry()])),
)
