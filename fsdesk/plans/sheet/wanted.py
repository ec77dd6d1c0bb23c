"""How somebody wants a document, and what their plan says they need where nothing was asked (PR-15)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from fsdesk.plans.model.people import AgeBand, Need, Person
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.sheet.heads import LARGE, Wishes
from fsdesk.plans.sheet.large import SIZES
from fsdesk.plans.sheet.phrases import packs
from fsdesk.plans.sheet.values import Profile
from fsdesk.plans.sheet.variants import Variant

_TEEN_FROM = 12
_TEEN_BANDS = (AgeBand.FROM_12_TO_15, AgeBand.FROM_16_TO_17)


class Wanted(NamedTuple):
    """What was asked for; what was not is left to what the reader needs."""

    size: int | None = None
    variant: Variant | None = None
    profile: Profile | None = None
    letters: str = ""
    """Of those that the language can be set in; empty for the usual ones."""
    digits: str = ""
    """"own" or "western"; empty for the usual ones."""

    def of(self, plan: Plan, reader: str, today: date) -> Wishes:
        """Return the wishes for one reader: what was asked first, then what is written down of them, then the usual."""
        person = next(one for one in plan.people if one.id == reader)
        dyslexia = Profile.DYSLEXIA if person.print_profile.dyslexia else Profile.STANDARD
        variant = Variant.TEEN if _is_teen(person, today) else Variant.CHILD
        size, letters = self.size or _size(plan, person), self.letters or _letters(person)
        return Wishes(size, self.profile or dyslexia, self.variant or variant, letters, self.digits)


def language_of(plan: Plan, reader: str) -> str:
    """Return the language that somebody reads best, as far as there are printed words in it; else English."""
    person = next((one for one in plan.people if one.id == reader), None)
    if person is None:
        return "en"
    wished = [person.print_profile.language] if person.print_profile.language != "en" else []
    wished += [one.lang for one in person.languages if one.preferred and one.read]
    known = (lang.split("-")[0] for lang in wished)
    return next((lang for lang in known if lang in packs()), "en")


def _letters(person: Person) -> str:
    """Return the script that is noted with a language this person reads: a language may be set in several."""
    return next((one.script.lower() for one in person.languages if one.read and one.script), "")


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
