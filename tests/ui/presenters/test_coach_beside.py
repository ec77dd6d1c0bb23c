from __future__ import annotations

from collections import Counter

import pytest

from fsdesk.plans import checks, reflections, samples
from fsdesk.ui.presenters import ideas, sections
from fsdesk.ui.presenters.coach_beside import ABOUT_RISK, MOST_WELL, Elsewhere, beside, sections_of, thought

F2, F6 = samples.load("F2"), samples.load("F6")


def shown(plan, here: str = "matters"):
    today = plan.sample_today
    return ideas.shown(plan, checks.check(plan, today), today, everything=True, here=here)


def test_elsewhere_names_every_other_part_with_ideas_and_how_many():
    """In the order of the plan, the part that is open left out."""
    told = shown(F2)
    found = told.beside.elsewhere

    assert sum(one.ideas for one in found) + told.here == told.whole
    assert [one.key for one in sections.SECTIONS if told.counts[one.key] and one.key != "matters"] == [
        one.key for one in found
    ]


def test_nothing_is_told_of_safety_in_another_part():
    """Not that an idea waits there, and not how many."""
    counts = Counter({"safety": 2, "goals": 1})

    assert (Elsewhere("goals", "What we want to be different", 1),) == (
        beside(F2, F2.sample_today, "matters", counts).elsewhere
    )


@pytest.mark.parametrize("key", [one.key for one in sections.SECTIONS])
def test_the_coach_says_in_safety_alone_that_it_says_nothing_about_risk(key):
    assert (ABOUT_RISK if key == "safety" else "") == shown(F6, key).beside.note


def test_the_questions_of_the_day_are_those_that_a_check_ends_with():
    told = shown(F2).beside.questions

    assert reflections.for_today(F2, F2.sample_today) == told
    assert 0 < len(told) <= reflections.AT_A_TIME


def test_a_thought_answers_its_question_and_is_the_workers_own():
    said = thought("Q-02", "Lexi. She hummed.", for_supervision=True)
    nothing = thought("Q-02", "  ", for_supervision=False)

    assert ("Q-02", "Lexi. She hummed.", True) == (
        said.question,
        said.text[0].text,
        said.bring_to_supervision,
    )
    assert () == nothing.text


def test_a_strength_stands_before_the_ideas_of_the_part_that_shows_it():
    """A few of them; all others are one key away."""
    told = shown(samples.load("F1"), "strengths")

    assert 0 < len(told.well_here) <= MOST_WELL
    assert all("strengths" in one.sections for one in told.well_here)
    assert set(told.well_here) <= set(told.well)


def test_places_of_a_plan_lead_to_their_sections():
    assert {"strengths", "review"} == sections_of(["/strengths/0", "/next_review", "/nowhere/1"])


def test_before_sharing_is_what_was_told_what_is_shared_and_a_serious_worry():
    """Everything else can wait; none of it stops a print by itself."""
    told = shown(F2)
    settle = [idea for group in ideas.only_before_sharing(told.groups) for idea in group.ideas]

    assert told.sharing == len(settle) > 0
    assert {"R-27", "R-28"} == {idea.finding.rule for idea in settle}
    assert ["R-41"] == [
        idea.finding.rule
        for group in ideas.only_before_sharing(shown(F6).groups)
        for idea in group.ideas
        if idea.section == "safety"
    ]
