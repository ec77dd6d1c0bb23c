"""How somebody wants a document, and what their plan says they need where nothing was asked (PR-15)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from fsdesk.plans.model.people import AgeBand, Need, Person
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.sheet.heads import LARGE, Wishes
from fsdesk.plans.sheet.large import SIZES
from fsdesk.plans.sheet.values import Profile
from fsdesk.plans.sheet.variants import Variant

_TEEN_FROM = 12
_TEEN_BANDS = (AgeBand.FROM_12_TO_15, AgeBand.FROM_16_TO_17)


class Wanted(NamedTuple):
    """What was asked for; what was not is left to what the reader needs."""

    size: int | None = None
    variant: Variant | None = None
    profile: Profile | None = None

    def of(self, plan: Plan, reader: str, today: date) -> Wishes:
        """Return the wishes for one reader: what was asked first, then what is written down of them, then the usual."""
        person = next(one for one in plan.people if one.id == reader)
        dyslexia = Profile.DYSLEXIA if person.print_profile.dyslexia else Profile.STANDARD
        variant = Variant.TEEN if _is_teen(person, today) else Variant.CHILD
        return Wishes(self.size or _size(plan, person), self.profile or dyslexia, self.variant or variant)


def _size(plan: Plan, person: Person) -> int:
    """Return the smallest size of large print that is no smaller than this person needs."""
    needs = [one for one in plan.access_needs if one.person == person.id and one.need is Need.LARGE_PRINT]
    needed = max([person.print_profile.size, *(one.print_size or LARGE for one in needs)])
    return next((size for size in SIZES if size >= needed), SIZES[-1])


def _is_teen(person: Person, today: date) -> bool:
    born = person.born
    if born is None:
        return False
    if born.band is not None:
        return born.band in _TEEN_BANDS
    year = born.on.year if born.on else int(born.month[:4]) if born.month else today.year
    day = (born.on.month, born.on.day) if born.on else (int(born.month[5:]), 1) if born.month else (1, 1)
    return today.year - year - ((today.month, today.day) < day) >= _TEEN_FROM
