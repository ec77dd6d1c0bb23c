from __future__ import annotations

from datetime import date

import pytest

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.model.people import AgeBand, Born, PrintProfile
from fsdesk.plans.sheet import Wishes
from fsdesk.plans.sheet.values import Profile
from fsdesk.plans.sheet.variants import Variant
from fsdesk.plans.sheet.wanted import Wanted

TODAY = date(2026, 11, 21)


def of(person: m.Person, asked: Wanted | None = None, **over: object) -> Wishes:
    """Return the wishes for one person."""
    return (asked or Wanted()).of(ex.a_bare_plan(people=[person], **over), person.id, TODAY)


def test_without_a_word_it_is_the_usual():
    """18 points, the standard profile, a child's page."""
    assert Wishes(18, Profile.STANDARD, Variant.CHILD) == of(ex.a_carer())


@pytest.mark.parametrize(("needed", "size"), [(14, 18), (18, 18), (20, 22), (24, 28), (40, 28)])
def test_the_size_is_no_smaller_than_the_reader_needs(needed, size):
    """The next of the three sizes, from their profile or from what they need to take part."""
    need = ex.a_record(m.AccessNeed, person="ailsa", need=m.Need.LARGE_PRINT, print_size=needed)

    assert size == of(ex.a_carer("Ailsa", print_profile=PrintProfile(size=needed))).size
    assert size == of(ex.a_carer("Ailsa"), access_needs=[need]).size


def test_the_dyslexia_profile_is_used_for_whom_it_was_noted():
    """Nobody has to ask for it again."""
    noted = ex.a_carer("Ailsa", print_profile=PrintProfile(dyslexia=True))

    assert Profile.DYSLEXIA is of(noted).profile
    assert Profile.STANDARD is of(noted, Wanted(profile=Profile.STANDARD)).profile


@pytest.mark.parametrize(
    ("born", "variant"),
    [
        (Born(on=date(2014, 11, 21)), Variant.TEEN),
        (Born(on=date(2014, 11, 22)), Variant.CHILD),
        (Born(month="2014-11"), Variant.TEEN),
        (Born(month="2014-12"), Variant.CHILD),
        (Born(band=AgeBand.FROM_12_TO_15), Variant.TEEN),
        (Born(band=AgeBand.FROM_5_TO_11), Variant.CHILD),
        (Born(), Variant.CHILD),
    ],
)
def test_from_twelve_on_the_page_is_a_young_person_s(born, variant):
    """Unless it is asked for otherwise."""
    child = ex.a_child("Finn", None, born=born)

    assert variant is of(child).variant
    assert Variant.CHILD is of(child, Wanted(variant=Variant.CHILD)).variant
