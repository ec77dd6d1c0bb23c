from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from fsdesk.plans import model as m
from fsdesk.plans import samples
from fsdesk.plans.examples import a_plan
from fsdesk.plans.search import alike
from fsdesk.plans.search.alike import are_alike, by_name, is_like, names_in, profile

TODAY = date(2026, 11, 21)


def child(name: str, born: m.Born | None = None, **over) -> m.Person:
    return m.Person(id=f"c-{name.lower()}", name=name, role=m.Role.CHILD, born=born, **over)


def carer(name: str, **over) -> m.Person:
    return m.Person(id=f"a-{name.lower()}", name=name, role=m.Role.CARER, **over)


def family(name: str = "", *people: m.Person, private=()) -> alike.Profile:
    return profile(a_plan(family_name=name, people=people), private, TODAY)


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (True, {"kerr"}, {"kerr"}),
        (True, {"kerr"}, {"kirr"}),
        (True, {"shona", "kerr"}, {"shonah", "kerr"}),
        (False, {"shona", "kerr"}, {"shonah", "kirr"}),
        (False, {"ali"}, {"alo"}),
        (False, {"kerr"}, {"kerr", "shona"}),
        (False, set(), set()),
    ],
)
def test_names_are_alike_with_one_slip_in_all(expected, one, other):
    """A short word has to be the same."""
    assert expected is is_like(frozenset(one), frozenset(other))
    assert expected is is_like(frozenset(other), frozenset(one))


@pytest.mark.parametrize(
    ("expected", "ours", "theirs"),
    [
        (True, family("Kerr"), family("The Kerr family")),
        (True, family("Keer", child("Aila")), family("Kerr", child("Aila"), carer("Shona"))),
        (False, family("Kerr", child("Aila")), family("Kerr", child("Callum"))),
        (True, family("", child("Aila"), carer("Shona")), family("Kerr", child("Ayla"), carer("Shona Kerr"))),
        (False, family("", child("Aila")), family("", child("Aila"))),
        (False, family(""), family("")),
        (True, family("Żółć"), family("Zolc")),
    ],
)
def test_two_people_or_the_name_and_one_person_make_a_hint(expected, ours, theirs):
    """The family's name alone does only while nobody is known yet in one of them."""
    assert expected is are_alike(ours, theirs)
    assert expected is are_alike(theirs, ours)


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (True, m.Born(on=date(2018, 3, 1)), m.Born(month="2018-03")),
        (True, m.Born(on=date(2018, 3, 1)), m.Born(on=date(2019, 1, 1))),
        (False, m.Born(on=date(2018, 3, 1)), m.Born(on=date(2012, 3, 1))),
        (True, m.Born(on=date(2018, 3, 1)), m.Born(band=m.AgeBand.FROM_5_TO_11)),
        (False, m.Born(on=date(2018, 3, 1)), m.Born(band=m.AgeBand.FROM_12_TO_15)),
        (True, m.Born(band=m.AgeBand.FROM_1_TO_4), m.Born(band=m.AgeBand.FROM_5_TO_11)),
        (False, m.Born(unborn=True, band=m.AgeBand.UNBORN), m.Born(band=m.AgeBand.FROM_5_TO_11)),
        (True, None, m.Born(band=m.AgeBand.FROM_5_TO_11)),
    ],
)
def test_ages_have_to_go_together(expected, one, other):
    """A year's leeway, since bands were true when somebody wrote them down; who is of no known age may be anybody."""
    assert expected is are_alike(family("Kerr", child("Aila", one)), family("Kerr", child("Aila", other)))


def test_a_helper_and_somebody_private_are_in_no_profile():
    """Neither a worker in two plans nor a sealed record makes two families look like one."""
    helper = m.Person(id="h", name="Morag Bell", role=m.Role.HELPER)
    hidden = child("Aila", sealed=True)
    private = family("Kerr", child("Aila"), private={("people", "c-aila")})

    assert () == family("Kerr", helper, hidden).people == private.people


def test_every_sample_family_is_like_itself_and_like_no_other():
    """The hint is rare where families differ."""
    profiles = [profile(plan, (), TODAY) for plan in samples.load_all()]

    assert [[at] for at in range(6)] == [
        [other for other, theirs in enumerate(profiles) if are_alike(ours, theirs)] for ours in profiles
    ]


def test_a_family_is_looked_for_by_all_its_names():
    """Its own first; small words say nothing of whose name it is."""
    found = names_in(family("The Kerr family", child("Aila", goes_by="Bean"), carer("Shona Kerr")))

    assert frozenset({"kerr"}) == found[0]
    assert {frozenset({"kerr"}), frozenset({"shona", "kerr"})} < set(found)
    assert [frozenset({"gran", "betty", "boys"})] == names_in(by_name("Gran Betty and the boys"))


def test_a_person_who_left_the_plan_counts_no_more():
    """As no reader sees them there either."""
    plan = a_plan(family_name="Kerr", people=(replace(child("Aila"), in_plan=False),))

    assert () == profile(plan, (), TODAY).people
