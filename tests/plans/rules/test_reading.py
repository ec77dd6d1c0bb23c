from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.rules import reading

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (m.Born(on=date(2018, 3, 2)), 8),
        (m.Born(on=date(2018, 3, 3)), 7),
        (m.Born(on=date(2020, 2, 29)), 6),
        (m.Born(month="2018-03"), 8),
        (m.Born(month="2018-04"), 7),
        (m.Born(on=date(2026, 3, 3)), -1),
        (m.Born(unborn=True), -1),
        (m.Born(band=m.AgeBand.UNBORN), -1),
        (m.Born(band=m.AgeBand.FROM_5_TO_11), None),
        (m.Born(), None),
        (None, None),
    ],
)
def test_age_is_whole_years_where_it_is_known(born, expected):
    """A birthday counts from its own day on."""
    assert expected == reading.age(ex.a_child(age=None, born=born), TODAY)


@pytest.mark.parametrize(
    ("band", "under_twelve", "five_or_more"),
    [
        (m.AgeBand.UNDER_1, True, False),
        (m.AgeBand.FROM_1_TO_4, True, False),
        (m.AgeBand.FROM_5_TO_11, True, True),
        (m.AgeBand.FROM_12_TO_15, False, True),
        (None, False, False),
    ],
)
def test_a_rough_age_is_enough_only_where_it_is_sure(band, under_twelve, five_or_more):
    """What is not known counts neither way."""
    child = ex.a_child(age=None, born=m.Born(band=band))

    assert under_twelve == reading.is_under(child, 12, TODAY)
    assert five_or_more == reading.is_at_least(child, 5, TODAY)


def test_an_adult_without_an_age_is_an_adult():
    """A carer's role says enough."""
    assert reading.is_at_least(ex.a_carer(), 18, TODAY)
    assert not reading.is_child(ex.a_carer(), TODAY)


def test_a_parent_under_eighteen_is_a_child_too():
    """The rights of children are theirs."""
    assert reading.is_child(ex.a_carer(born=m.Born(on=date(2010, 1, 1))), TODAY)


@given(st.dates(), st.dates())
def test_any_two_days_give_an_age_or_none(born, today):
    """Nonsense dates stop nothing."""
    assert isinstance(reading.age(ex.a_child(age=None, born=m.Born(on=born)), today), int)


@pytest.mark.parametrize(
    ("voice", "expected"),
    [
        (ex.a_voice(), True),
        (ex.a_voice(said=()), False),
        (ex.a_voice(said=ex.quote("  ", "finn")), False),
        (ex.a_voice(said=(), media="drawing"), True),
        (ex.a_voice(said=(), kind=m.VoiceKind.DRAWING), True),
        (ex.a_voice(said=ex.quote("He likes it.", "ailsa")), False),
        (ex.a_voice(said=ex.quote("I like it.", "jo"), method=m.Method.ADVOCATE), True),
        (ex.a_voice(said=ex.summary("He likes it.", "finn")), False),
        (ex.a_voice(kind=m.VoiceKind.SUMMARY), False),
        (ex.an_observation(), True),
        (ex.an_observation(saw=""), False),
    ],
)
def test_somebody_was_heard_when_their_own_voice_is_there(voice, expected):
    """A summary is the worker's, and a parent's view of a baby is the parent's."""
    assert expected == reading.heard(voice)


def test_the_family_leaves_out_helpers_the_dead_and_who_is_not_in_the_plan():
    """Everybody else belongs."""
    plan = ex.a_bare_plan(
        people=[
            ex.a_carer("Ailsa"),
            ex.a_person("Dan", "helper"),
            ex.another_adult("Rob", in_plan=False),
            ex.another_adult("Morag", whereabouts=m.Whereabouts.DECEASED),
            ex.a_child("Finn"),
        ]
    )

    assert [(0, "ailsa"), (4, "finn")] == [(index, one.id) for index, one in reading.the_family(plan)]


def test_a_record_for_few_eyes_is_not_named_in_a_sentence():
    """Sealed, or for one reader."""
    mine = m.Audience(to=m.Reach.MY_WORKER)

    assert reading.is_plainly_shown(ex.a_voice())
    assert not reading.is_plainly_shown(ex.a_voice(sealed=True))
    assert not reading.is_plainly_shown(ex.a_voice(audience=mine))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the library", "Library on Mill Street", True),
        ("Brae Primary", "brae  primary.", True),
        ("Brae Primary", "Brae Nursery", False),
        ("", "Brae Nursery", False),
        ("the", "our", False),
    ],
)
def test_a_name_may_be_written_longer_or_shorter(one, other, expected):
    """Which of the two is the longer does not matter."""
    assert expected == reading.same_name(one, other) == reading.same_name(other, one)


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        (ex.an_option("Nothing for now", form=None), False),
        (ex.an_option("None of these", form=None), False),
        (ex.an_option("Wait until spring", form=None), False),
        (ex.an_option("Something of our own", form=None), False),
        (ex.an_option("We do it ourselves", form=None), False),
        (ex.an_option("Northside group", form=None), True),
        (ex.an_option("Parenting group", form=None), True),
        (ex.an_option("Nothing fancy: the Saturday drop-in"), True),
        (ex.an_option("Nothing fancy, with Dan", form=None, helper="dan"), True),
    ],
)
def test_nothing_for_now_and_something_of_our_own_are_no_help_from_anybody(option, expected):
    """What a helper gives, or what has a form of support, is help whatever it is called."""
    assert expected == reading.is_help(option)
