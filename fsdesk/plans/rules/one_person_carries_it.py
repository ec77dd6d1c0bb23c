"""In a home with two adults or more, one of them carries nearly all of the family's steps."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_carer, a_plan, a_record, a_step, a_strength, a_voice
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-14"
PRINCIPLES = ("NP-02", "GP-INCLUSIVE", "GP-COMPASSION")
SEVERITY = Severity.LOOK
VERSION = 1
READS = ("people", "steps", "safety_between")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the adult who owns at least the pack's share of the family's open steps, when there are enough.

    Quiet for a lone carer, and wherever anything is kept from anybody for safety.
    """
    if plan.safety_between:
        return
    family = reading.family_ids(plan)
    owned = [step.who & family for _, step in reading.open_steps(plan) if step.who & family]
    limits = pack.thresholds
    if len(owned) < limits.fewest_steps_to_share:
        return
    for index, adult in _sharing_a_home(plan, today):
        share = sum(adult.id in owners for owners in owned)
        if 100 * share >= limits.one_person_share_percent * len(owned):
            say = "carer" if adult.unpaid_carer else "default"
            about = (adult.id, sorted(map(sorted, owned)))
            yield at("people", index, adult, say=say, about=about, name=reading.called(adult))


def _sharing_a_home(plan: Plan, today: date) -> list[tuple[int, m.Person]]:
    """The adults who live with another adult; where no home is written down, two carers share one."""
    adults = [one for one in reading.the_family(plan) if _is_adult(one[1], today)]
    if any(person.lives_with for person in plan.people):
        return [one for one in adults if any(_share(one[1], other) for _, other in adults)]
    carers = [one for one in adults if one[1].role is m.Role.CARER]
    return carers if len(carers) > 1 else []


def _is_adult(person: m.Person, today: date) -> bool:
    return person.role is not m.Role.CHILD and not reading.is_under(person, reading.ADULT_FROM, today)


def _share(one: m.Person, other: m.Person) -> bool:
    return one.id != other.id and bool(one.lives_with & other.lives_with)


def _plan(*owners: Any, **over: Any) -> Plan:
    steps = [a_step(f"Something to do, number {number}.", owner) for number, owner in enumerate(owners)]
    dans = [a_step(f"Something for Dan, number {number}.") for number in range(3)]
    fields: dict[str, Any] = {
        "people": [*a_plan().people, a_carer("Rob")],
        "voices": [*a_plan().voices, a_voice("rob", "Quiet evenings.")],
        "strengths": [*a_plan().strengths, a_strength("Makes good soup.", "rob", id="soup")],
        "steps": [*steps, *dans],
    }
    return a_plan(**{**fields, **over})


_HOME = "home"


def _at_home(*names: str, **over: Any) -> list[m.Person]:
    return [a_plan().people[1], *(a_carer(name, lives_with=_HOME, **over) for name in names)]


_HOMES = {"households": [a_record(m.Household, id=_HOME, label="Our house")]}
_THREE_OF_FOUR = ("ailsa", "ailsa", {"ailsa", "rob"}, "rob")

NOTICED = (
    Example("Ailsa has three of their four steps.", _plan(*_THREE_OF_FOUR), ("/people/0",)),
    Example(
        "They share a home, and Ailsa, who cares for her mother too, has all four.",
        _plan(
            "ailsa", "ailsa", "ailsa", "ailsa", people=_at_home("Ailsa", "Rob", unpaid_carer=True), **_HOMES
        ),
        ("/people/1",),
    ),
)
QUIET = (
    Example("There are three family steps, too few to share out.", _plan("ailsa", "ailsa", "ailsa")),
    Example("They share them evenly.", _plan("ailsa", "ailsa", "rob", "rob")),
    Example(
        "Ailsa is on her own.",
        a_plan(steps=[*_plan("ailsa", "ailsa", "ailsa", "ailsa").steps]),
    ),
    Example(
        "Something is kept from somebody for safety.",
        _plan(*_THREE_OF_FOUR, safety_between=[a_record(m.SafetyBetween, from_name="Rob", about="ailsa")]),
    ),
)
