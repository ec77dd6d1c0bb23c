from __future__ import annotations

import pytest

from fsdesk.plans import document
from fsdesk.plans import examples as ex
from fsdesk.plans.checks import check
from fsdesk.plans.model import SpanKind


def test_the_small_good_plan_is_a_plan_that_can_be_read_back():
    """What the builders make goes through a document and back."""
    plan = ex.a_plan()

    assert plan == document.read(document.write(plan))


def test_no_rule_speaks_on_the_small_good_plan():
    """Every example starts from a plan that lacks nothing."""
    assert () == check(ex.a_plan(), ex.TODAY).findings


def test_a_kind_that_occurs_twice_is_numbered():
    """References to the first keep pointing at the first."""
    plan = ex.a_plan(steps=[ex.a_step("One."), ex.a_step("Two."), ex.a_step("Three.", id="own")])

    assert ["step", "step-2", "own"] == [step.id for step in plan.steps]


def test_naming_ones_own_people_starts_from_a_bare_plan():
    """Only what is given stands in it, so that nothing refers to somebody who is not there."""
    plan = ex.a_plan(people=[ex.a_child("Ify", 9)], voices=[ex.a_voice("ify", answered_by=())])

    assert (1, 1, 0) == (len(plan.people), len(plan.voices), len(plan.goals))
    assert plan == document.read(document.write(plan))


def test_adding_to_the_usual_people_keeps_the_usual_plan():
    """Ailsa and Finn stay, and so does what is about them."""
    plan = ex.a_plan(people=[*ex.a_plan().people, ex.a_carer("Rob")])

    assert ["ailsa", "finn", "rob"] == [person.id for person in plan.people]
    assert ex.a_plan().goals == plan.goals


@pytest.mark.parametrize(
    ("spans", "kind", "speaker"),
    [
        (ex.words("Late most days."), SpanKind.WORKER, None),
        (ex.quote("I was on nights."), SpanKind.QUOTE, "ailsa"),
        (ex.summary("She was on nights.", "finn"), SpanKind.SUMMARY, "finn"),
    ],
)
def test_a_span_says_whose_words_it_holds(spans, kind, speaker):
    """The worker's words, somebody's own, or what they said as retold."""
    (span,) = spans

    assert (kind, speaker) == (span.kind, span.speaker)


def test_a_field_that_is_no_field_is_refused():
    """A slip in a test does not pass in silence."""
    with pytest.raises(TypeError):
        ex.a_step(by_whn=None)


def test_other_ready_made_plans_can_be_read_back():
    """Two organisations; a serious worry."""
    for plan in (ex.a_plan_of_two_organisations(), ex.a_plan_with_a_serious_worry(ex.a_serious_worry())):
        assert plan == document.read(document.write(plan))
