from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans import principles, reflections


def test_there_are_thirteen_questions_with_their_principles():
    """In the order of their ids."""
    questions = reflections.load()

    assert [f"Q-{number:02}" for number in range(1, 14)] == [one.id for one in questions]
    assert all(principles.load().entry(one).id for question in questions for one in question.principles)


@given(st.dates())
def test_one_or_two_are_asked_and_every_slot_is_filled(today):
    """On any day."""
    asked = reflections.for_today(ex.a_plan(), today)

    assert 1 <= len(asked) <= 2
    assert all("{" not in one.ask for one in asked)


def test_in_thirteen_days_every_question_has_its_turn():
    """None is forgotten."""
    asked = {one.id for number in range(13) for one in reflections.for_today(ex.a_plan(), ex.day(number))}

    assert 13 == len(asked)


def test_a_question_that_was_answered_is_not_asked_again():
    """It stays with the worker."""
    answered = [ex.a_record(m.Reflection, id=one.id, question=one.id) for one in reflections.load()[:-1]]

    assert ["Q-13"] == [one.id for one in reflections.for_today(ex.a_plan(reflections=answered), ex.TODAY)]


def test_without_a_child_no_question_speaks_of_one():
    """A plan may be of grown-ups alone."""
    plan = ex.a_bare_plan(people=[ex.a_carer()])
    asked = {one.id for number in range(13) for one in reflections.for_today(plan, ex.day(number))}

    assert {"Q-01", "Q-09"}.isdisjoint(asked)
