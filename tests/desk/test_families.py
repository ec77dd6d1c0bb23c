from __future__ import annotations

from datetime import date

import pytest

from fsdesk.desk import families, plans
from fsdesk.desk.families import NoSuchPlan, OnePlan, Said
from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan
from tests.desk.team import rows


def person(id_: str, name: str, role: m.Role = m.Role.CHILD, year: int = 2018) -> m.Person:
    return m.Person(
        id=id_, name=name, role=role, born=m.Born(on=date(year, 3, 1)) if role is m.Role.CHILD else None
    )


def kerr() -> m.Plan:
    """Made when it is asked for: other tests look for what is left of a family of this name."""
    people = (person("a", "Aila"), person("s", "Shona", m.Role.CARER))
    return a_plan(id="kerr", family_name="The Kerr family", people=people)


AGAIN = a_plan(
    id="again", family_name="Aila's house", people=(person("b", "Ayla"), person("t", "Shona", m.Role.CARER))
)
OTHER = a_plan(
    id="other",
    family_name="Reid",
    people=(person("c", "Aila", year=2009), person("u", "Shona", m.Role.CARER)),
)


@pytest.fixture
def desk(team):
    for plan in (kerr(), OTHER):
        team.dan.begin(plan)
    return team.dan.desk


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        (["kerr"], "Kerr"),
        (["kerr"], "kirr"),
        (["kerr"], "The KÉRR Family"),
        ([], "Kerrs of Reid"),
        ([], ""),
        ([], "…"),
    ],
)
def test_a_name_within_one_slip_gives_a_hint(desk, expected, name):
    """While only the name of the new family is known."""
    assert expected == [line.id for line in families.like_name(desk, name)]


def test_people_of_like_name_and_age_give_a_hint(desk, team):
    """Whatever the family calls itself; a child of another age is another child."""
    team.dan.begin(AGAIN)

    assert ["kerr"] == [line.id for line in families.like_plan(desk, "again")]
    assert ["again"] == [line.id for line in families.like_plan(desk, "kerr")]


@pytest.mark.parametrize("said", list(Said))
def test_what_a_person_said_is_never_asked_again(desk, team, said):
    """For this pair, from either side; it can be said anew."""
    team.dan.begin(AGAIN)
    families.say(desk, "again", ["kerr"])
    families.say(desk, "kerr", ["again"], said)

    assert ([], []) == (families.like_plan(desk, "again"), families.like_plan(desk, "kerr"))
    assert {"kerr": said} == families.said_of(desk, "again")
    assert {"again": said} == families.said_of(desk, "kerr")


def test_other_families_are_still_hinted_at(desk, team):
    """A different family is remembered for the pair, not for the name."""
    team.dan.begin(AGAIN)
    families.say(desk, "kerr", ["again"])
    third = plans.begin(desk, family_name="Kerr").plan.id

    assert [third] == [line.id for line in families.like_plan(desk, "kerr")]


def test_nothing_is_ever_put_together(desk, team):
    """Looking for families that are here twice changes no row."""
    team.dan.begin(AGAIN)
    families.like_plan(desk, "again")
    before = rows(team.dan)
    families.like_plan(desk, "again")
    families.like_name(desk, "Kerr")

    assert before == rows(team.dan)


def test_one_plan_and_a_plan_that_is_not_here_are_refused(desk):
    """And nothing is remembered of the others named with it."""
    with pytest.raises(OnePlan):
        families.say(desk, "kerr", ["other", "kerr"])
    with pytest.raises(NoSuchPlan):
        families.say(desk, "kerr", ["other", "nobody"])
    with pytest.raises(NoSuchPlan):
        families.like_plan(desk, "nobody")

    assert {} == families.said_of(desk, "kerr")


def test_a_person_who_is_private_gives_nobody_away(desk, team):
    """A sealed record is no ground for a hint."""
    hidden = tuple(
        m.Person(id=f"h{at}", name=name, role=m.Role.CHILD, sealed=True)
        for at, name in enumerate(("Aila", "Shona"))
    )
    team.dan.begin(a_plan(id="again", family_name="Else", people=hidden))

    assert [] == families.like_plan(desk, "again")
