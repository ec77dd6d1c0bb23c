from __future__ import annotations

import pytest

from fsdesk.desk import comments, plans
from fsdesk.plans.examples import a_plan, a_serious_worry
from tests.desk.team import Team, rows

PLAN = "plan"


@pytest.fixture
def both(team: Team) -> Team:
    """Dan's plan, with a serious worry, is at Morag's."""
    team.dan.begin(a_plan(worries=[a_serious_worry()]))
    team.dan.sends(team.morag)
    return team


def test_the_leads_comment_travels_back_beside_the_plan_and_so_does_the_answer(both):
    """The plan itself reads as before, both are in the history, and answering counts as reading."""
    step = both.morag.plan(PLAN).steps[0]
    asked = comments.comment(both.morag.desk, PLAN, f"/steps/{step.id}", "Whose idea was this?")
    both.morag.sends(both.dan)

    (found,) = comments.listing(both.dan.desk, PLAN)
    assert ("Morag", "Whose idea was this?", None, []) == (
        found["by"],
        found["words"],
        found["read_on"],
        found["answers"],
    )
    comments.answer(both.dan.desk, PLAN, asked.id, "Ailsa's own.")
    both.dan.sends(both.morag)
    (found,) = comments.listing(both.morag.desk, PLAN)
    assert [("Dan", "Ailsa's own.")] == [(one["by"], one["words"]) for one in found["answers"]]
    assert both.dan.desk.today.isoformat() == found["read_on"]
    assert step == both.morag.plan(PLAN).steps[0]
    told = [one.sentence for one in plans.history_of(both.morag.desk, PLAN)]
    assert 2 == sum("comment" in sentence.lower() for sentence in told)


def test_a_comment_and_its_answer_on_a_sealed_worry_reach_no_other_worker(both):
    """They travel no further than what they speak of."""
    worry = both.morag.plan(PLAN).worries[0]
    asked = comments.comment(both.morag.desk, PLAN, f"/worries/{worry.id}", "Rang the duty worker.")
    comments.answer(both.morag.desk, PLAN, asked.id, "They come on Monday.")

    both.morag.sends(both.isla, both.dan)

    assert [] == comments.listing(both.isla.desk, PLAN)
    assert "duty worker" not in repr(rows(both.isla))
    assert "Monday" not in repr(rows(both.isla))


@pytest.mark.parametrize("where", ["/title", "/steps", "/next_review"])
def test_a_comment_may_speak_of_a_field_or_a_section(both, where):
    """By the same pointers as the history's."""
    assert where == comments.comment(both.morag.desk, PLAN, where, "Well said.").where


@pytest.mark.parametrize("more", ["", "/what", "/what/0/text"])
def test_a_comment_may_stand_where_a_check_found_something(both, more):
    """Its pointers count records; what is kept names the record, whose place may change."""
    made = comments.comment(both.morag.desk, PLAN, f"/steps/0{more}", "Well said.")

    assert f"/steps/{both.morag.plan(PLAN).steps[0].id}{'/what' if more else ''}" == made.where


@pytest.mark.parametrize(
    "where", ["", "title", "/songs", "/steps/nobody", "/steps/step-1/mood", "/steps/9", "/", "//"]
)
def test_a_comment_on_nothing_is_refused(both, where):
    """Nothing is written."""
    before = rows(both.morag)

    with pytest.raises(comments.NothingThere):
        comments.comment(both.morag.desk, PLAN, where, "Well said.")

    assert before == rows(both.morag)


def test_a_comment_has_words_and_an_answer_has_a_comment(both):
    """Nothing is written otherwise."""
    with pytest.raises(comments.NoWords):
        comments.comment(both.morag.desk, PLAN, "/title", "  ")
    with pytest.raises(comments.NoSuchComment):
        comments.answer(both.morag.desk, PLAN, "nobody", "Yes.")

    assert () == both.morag.plan(PLAN).comments
