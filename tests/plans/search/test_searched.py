from __future__ import annotations

from itertools import count

import pytest
from msgspec.structs import replace

from fsdesk.plans import fields, samples
from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_strength
from fsdesk.plans.model.base import Audience, Reach, Span, Sync
from fsdesk.plans.search import searched
from fsdesk.plans.search.searched import Version
from tests.plans.any_plan import whole_plan

NEVER_SEARCHED = {
    *("worries", "safety_between", "safety_feel", "places_to_avoid", "safe_contacts", "shared_for_safety"),
    *(
        "reflections",
        "scratch",
        "answers",
        "comments",
        "brought",
        "change_events",
        "print_editions",
        "copies",
    ),
}
"""Safety, what stays on this laptop, and what stands on no paper."""
ALWAYS_SEARCHED = {
    *(
        ("", "family_name"),
        ("", "neighbourhood"),
        ("people", "name"),
        ("people", "goes_by"),
        ("people", "learns_at"),
    ),
    *(("steps", "what"), ("steps", "place"), ("goals", "text"), ("strengths", "text"), ("matters", "words")),
    *(("options", "name"), ("options", "place"), ("community_places", "organisation"), ("team", "name")),
}


def planted() -> tuple[m.Plan, dict[str, tuple[str, str]]]:
    """A plan that has everything, open to all, a word of its own in every text; and where each word stands."""
    numbers, where = count(1), {}

    def say(collection: str, field: str) -> str:
        word = f"zq{next(numbers):04d}x"
        where[word] = (collection, field)
        return word

    plan = whole_plan(say)
    lists = {
        name: tuple(replace(one, audience=Audience(), sealed=False) for one in getattr(plan, name))
        for name in fields.collections()
    }
    return replace(plan, **lists), where


def found_in(plan: m.Plan, where, private=()) -> set[tuple[str, str]]:
    return {where[word] for word in searched.words(plan, private) if word in where}


def test_what_a_worker_may_search_is_found_and_safety_and_own_notes_are_not():
    """Of a plan with a word of its own in every text."""
    found = found_in(*planted())

    assert ALWAYS_SEARCHED <= found
    assert set() == {collection for collection, _ in found} & NEVER_SEARCHED
    assert {("", "safety_plan"), ("households", "address"), ("people", "legal_status")}.isdisjoint(found)


def test_no_field_that_travels_sealed_or_stays_is_found():
    """Whatever list it stands in."""
    found = found_in(*planted())
    travels = {
        fields.of(collection)[field].sync for collection, field in found if field in fields.of(collection)
    }

    assert {Sync.TEAM} == travels


@pytest.mark.parametrize("collection", sorted(fields.collections()))
def test_of_a_private_record_no_word_is_found(collection):
    """Sealed, or private by any of its versions, or for one page alone."""
    plan, where = planted()
    records = getattr(plan, collection)
    private = {(collection, record.id) for record in records}
    sealed = replace(plan, **{collection: tuple(replace(one, sealed=True) for one in records)})
    own = tuple(replace(one, audience=Audience(to=Reach.MY_PAGE)) for one in records)

    for found in (
        found_in(plan, where, private),
        found_in(sealed, where),
        found_in(replace(plan, **{collection: own}), where),
    ):
        assert collection not in {one for one, _ in found}


def test_every_version_of_an_unsettled_field_is_found():
    """Neither is lost to a search; a value that is none of the model's is passed over."""
    plan = a_plan(id="p", strengths=(a_strength("Dan bakes", id="s"),))
    other = [{"text": "Dan repairs bicycles"}]
    versions = [Version("strengths", "s", "text", other), Version("strengths", "s", "text", 7)]

    assert {"bakes", "bicycles"} <= searched.words(plan, (), versions)
    assert "bicycles" not in searched.words(plan, {("strengths", "s")}, versions)
    assert "bicycles" not in searched.words(plan, (), [Version("strengths", "s", "noticed_on", "bicycles")])


def test_a_plan_is_found_by_its_code_and_by_translations():
    """And a text says where it stands."""
    said = Span(text="bakes", translations=(m.Translation(text="piecze", lang="pl"),))
    plan = a_plan(id="p", code="K7QM-3TXH", strengths=(m.Strength(id="s", text=(said,)),))

    assert {"k7qm", "3txh", "bakes", "piecze"} <= searched.words(plan, ())
    assert ["s"] == [told.record for told in searched.texts(plan, ()) if told.text == "piecze"]


@pytest.mark.parametrize("plan", samples.load_all(), ids=lambda plan: plan.family_name)
def test_the_sample_families_are_found_by_their_people(plan):
    """By every name they have."""
    words = searched.words(plan, ())

    assert {word for one in plan.people for word in one.name.casefold().split() if word.isalpha()} <= words
