"""Whether two plans may be of one family: names within one slip, ages that go together. A hint, never a verdict."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from fsdesk.plans.model.people import AgeBand, Born, Person, Role
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.search.searched import Places
from fsdesk.plans.search.words import words_of
from fsdesk.plans.tokens.slips import is_within

Name = frozenset[str]
"""The words of a name, folded, without those that say nothing of whose name it is."""

_SHORTEST_WITH_SLIP = 4
_OLDEST = 120
_BETWEEN = frozenset({"the", "family", "families", "and", "of", "our", "my", "a", "mr", "mrs", "ms", "miss"})
_AGES = {
    AgeBand.UNBORN: (0, 0),
    AgeBand.UNDER_1: (0, 0),
    AgeBand.FROM_1_TO_4: (1, 4),
    AgeBand.FROM_5_TO_11: (5, 11),
    AgeBand.FROM_12_TO_15: (12, 15),
    AgeBand.FROM_16_TO_17: (16, 17),
    AgeBand.ADULT: (18, _OLDEST),
}
_BY_ROLE = {Role.CHILD: (0, 25), Role.CARER: (12, _OLDEST), Role.OTHER_ADULT: (16, _OLDEST)}
"""Ages, in years, that somebody may have of whom no more is known; wide, since roles are not ages."""
_LEEWAY = 1
"""Years that two ages may lie apart: bands were true when somebody wrote them down."""


class Somebody(NamedTuple):
    """A person as far as two plans can be compared: what they are called, and the years they may be born in."""

    names: tuple[Name, ...]
    born: tuple[int, int]


class Profile(NamedTuple):
    """What is compared of a family: the name it chose, and its people."""

    family: Name
    people: tuple[Somebody, ...] = ()


def by_name(family_name: str) -> Profile:
    """Return the profile of a family of which only the name is known yet."""
    return Profile(_name(family_name))


def profile(plan: Plan, private: Places, today: date) -> Profile:
    """Return the profile of a plan. Helpers are no part of the family; who is private in a plan is in no profile."""
    people = [one for one in plan.people if one.in_plan and one.role is not Role.HELPER]
    open_ones = (one for one in people if not one.sealed and ("people", one.id) not in private)
    return Profile(_name(plan.family_name), tuple(_somebody(one, today) for one in open_ones))


def are_alike(one: Profile, other: Profile) -> bool:
    """Say whether two families may be one.

    Two people of the one are like two of the other; or the names the families chose are alike, and a person too, or
    nobody is known yet in one of them.
    """
    people = _pairs(one.people, other.people)
    if people >= 2:
        return True
    named = bool(one.family) and is_like(one.family, other.family)
    return named and (people > 0 or not one.people or not other.people)


def is_like(one: Name, other: Name) -> bool:
    """Say whether two names are the same but for one slip in one word; short words have to be the same."""
    mine, its = sorted(one - other), sorted(other - one)
    if not mine and not its:
        return bool(one)
    if len(mine) != 1 or len(its) != 1 or min(len(mine[0]), len(its[0])) < _SHORTEST_WITH_SLIP:
        return False
    return is_within(mine[0], its[0], 1)


def names_in(found: Profile) -> list[Name]:
    """Return every name by which a family may be known elsewhere: its own first, then one for each person."""
    named = [found.family, *(min(one.names, key=len) for one in found.people if one.names)]
    return [name for name in named if name]


def _pairs(ours: Iterable[Somebody], theirs: Iterable[Somebody]) -> int:
    """Return how many people of the one family are like somebody of the other, each counted once."""
    left = list(theirs)
    count = 0
    for one in ours:
        like = next((other for other in left if _may_be(one, other)), None)
        if like is not None:
            left.remove(like)
            count += 1
    return count


def _may_be(one: Somebody, other: Somebody) -> bool:
    if one.born[0] > other.born[1] + _LEEWAY or other.born[0] > one.born[1] + _LEEWAY:
        return False
    return any(_is_called(a, b) for a in one.names for b in other.names)


def _is_called(one: Name, other: Name) -> bool:
    """Say whether one name is the other, or the part of it that somebody goes by."""
    return is_like(one, other) or one < other or other < one


def _somebody(person: Person, today: date) -> Somebody:
    names = {_name(called) for called in (person.name, person.goes_by) if called}
    return Somebody(tuple(sorted((name for name in names if name), key=sorted)), _born(person, today))


def _born(person: Person, today: date) -> tuple[int, int]:
    """Return the first and last year in which a person may be born."""
    year = _year(person.born) if person.born else None
    if year is not None:
        return year, year
    youngest, oldest = _age(person)
    return today.year - oldest - 1, today.year - youngest + (1 if youngest == 0 else 0)


def _age(person: Person) -> tuple[int, int]:
    band = person.born.band if person.born else None
    return _AGES[band] if band else _BY_ROLE.get(person.role, (0, _OLDEST))


def _year(born: Born) -> int | None:
    if born.on:
        return born.on.year
    return int(born.month[:4]) if born.month else None


def _name(called: str) -> Name:
    return frozenset(words_of(called)) - _BETWEEN
