from __future__ import annotations

import pytest

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_bare_plan, a_carer, a_child, a_plan, another_adult, day
from fsdesk.plans.listed import Listed, listed, search_text


def test_a_row_shows_the_family_its_people_and_the_next_review():
    """By the name each goes by, and nothing of safety or notes."""
    plan = a_plan(
        neighbourhood="Garnethill", people=[a_carer("Ailsa", goes_by="Ally"), a_child("Finn")], **_review()
    )

    assert Listed(
        family="Sorley", people=("Ally", "Finn"), neighbourhood="Garnethill", next_review=day(42)
    ) == listed(a_plan(**{**_as_dict(plan), "family_name": "Sorley"}))


def _review() -> dict[str, object]:
    return {"next_review": m.NextReview(on=day(42))}


def _as_dict(plan: m.Plan) -> dict[str, object]:
    return {"people": plan.people, "neighbourhood": plan.neighbourhood, "next_review": plan.next_review}


@pytest.mark.parametrize(
    ("people", "family"),
    [
        ([], "Our plan"),
        ([a_carer("Ailsa")], "Ailsa"),
        ([a_carer("Ailsa"), a_child("Finn")], "Ailsa and Finn"),
        ([a_carer("Ailsa"), a_child("Finn"), a_child("Una")], "Ailsa, Finn and Una"),
        ([a_carer("Ailsa"), another_adult("Rab", in_plan=False)], "Ailsa"),
    ],
)
def test_a_family_without_a_name_goes_by_its_people(people, family):
    """Those whom the plan is with; without any, by the plan's title."""
    assert family == listed(a_bare_plan(people=people, family_name="  ")).family


def test_a_row_is_found_by_any_of_its_words_without_case_or_accents():
    """Family, people, neighbourhood and code."""
    row = Listed(family="Ó Súilleabháin", people=("Zoë", "ZAC"), neighbourhood="Straße  13")
    lines = search_text(row, "K7QM-3TXH").split("\n")

    assert ["o suilleabhain", "zoe", "zac", "strasse 13", "k7qm-3txh"] == lines


def test_nothing_of_safety_is_searched():
    """A hidden place finds no family."""
    between = m.SafetyBetween(id="b", tokens=frozenset({"Thistle Row"}))
    plan = a_plan(safety_between=[between])

    assert "thistle" not in search_text(listed(plan), plan.code)
