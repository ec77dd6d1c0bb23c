from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from fsdesk.plans import samples
from fsdesk.plans.examples import a_bare_plan
from fsdesk.plans.model import Household, Person, Role, SafetyBetween, Worry, WorryLevel
from fsdesk.ui.presenters import sections
from fsdesk.ui.presenters.section_entries import Looking, entries_in

TODAY = date(2026, 11, 20)
HOME = Household(id="home", label="Ours", address="12 Vale Street")
FINN = Person(id="finn", name="Finn", role=Role.CHILD, learns_at="Burnbank Primary", pronouns="he")
KEPT = SafetyBetween(id="kept", from_name="Ewan", tokens=frozenset({"the den"}))


def entries(plan, key):
    return entries_in(sections.section(key), plan, Looking(TODAY))


def read_at_a_glance(plan, key) -> str:
    """What a card says before anybody opens it or asks for more."""
    shown = [field for entry in entries(plan, key) if not entry.is_private for field in entry.fields]
    return " ".join(field.text if field.is_main else field.summary for field in shown)


def test_an_address_is_read_by_nobody_until_the_worker_asks_for_it():
    """It is on the card, under "More"; a family at the table sees the name of the home alone."""
    plan = a_bare_plan(households=[HOME], people=[FINN])
    home = next(one for one in entries(plan, "family") if one.place.collection == "households")

    assert "Ours" in read_at_a_glance(plan, "family")
    assert "Vale" not in read_at_a_glance(plan, "family")
    assert "12 Vale Street" in [field.text for field in home.fields]


def test_a_school_is_not_read_at_a_glance_where_something_is_kept_from_somebody():
    plan = a_bare_plan(people=[FINN])

    assert "Burnbank" in read_at_a_glance(plan, "family")
    assert "Burnbank" not in read_at_a_glance(replace(plan, safety_between=(KEPT,)), "family")


def test_what_is_kept_from_somebody_and_a_serious_worry_are_folded_away():
    worry = Worry(id="w", text=(), level=WorryLevel.SERIOUS)
    plan = a_bare_plan(safety_between=[KEPT], worries=[worry])
    found = {entry.place.record: entry for entry in entries(plan, "safety")}

    assert [True, True] == [found[one].is_private for one in ("kept", "w")]
    assert "Sealed: for you and the team lead alone" == found["kept"].seen_by == found["w"].seen_by
    assert "the den" not in read_at_a_glance(plan, "safety")


def test_no_hidden_word_of_any_sample_is_read_at_a_glance_under_safety():
    for plan in samples.load_all():
        hidden = {token for flag in plan.safety_between for token in flag.tokens}

        assert [] == [token for token in hidden if token in read_at_a_glance(plan, "safety")]


def test_options_and_steps_stand_under_their_goal():
    plan = samples.load("F1")
    found = [(entry.depth, entry.place) for entry in entries(plan, "goals")]
    first = plan.goals[0].id
    under = [place.record for depth, place in found if depth]

    assert (0, "goals", first) == (found[0][0], *found[0][1])
    assert {one.id for one in (*plan.options, *plan.steps) if one.goal} <= set(under)
    assert len(found) == len(set(found))


def test_two_cards_of_the_plans_own_fields_have_places_of_their_own():
    """When we look again, and how it ends for now."""
    own = [entry.place for entry in entries(a_bare_plan(), "review") if not entry.place.collection]

    assert 2 == len(own) == len(set(own))
