from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from fsdesk.plans import checks, samples
from fsdesk.plans.examples import a_child, a_goal, a_plan
from fsdesk.plans.model import Span
from fsdesk.ui.presenters import ideas
from fsdesk.ui.presenters.ideas import Way

F2 = samples.load("F2")
TODAY = F2.sample_today


def shown(plan, **over):
    today = over.pop("today", plan.sample_today)
    return ideas.shown(
        plan, checks.check(plan, today), today, everything=over.pop("everything", True), **over
    )


def rules(groups) -> list[str]:
    return [idea.finding.rule for group in groups for idea in group.ideas]


@pytest.mark.parametrize("name", list(samples.CODES))
def test_every_idea_is_shown_once_under_its_principle(name):
    """Nothing the check found is left out, and each group says which principle and whose it is."""
    plan = samples.load(name)
    found = checks.check(plan, plan.sample_today).findings
    groups = shown(plan).groups

    assert sorted(one.rule for one in found) == sorted(rules(groups))
    assert len(groups) == len({group.principle for group in groups})
    assert all(group.title and group.framework in ("Glasgow", "National") for group in groups)


def test_an_idea_carries_its_source_in_our_words_with_the_exact_place():
    [idea] = [one for group in shown(F2).groups for one in group.ideas if one.finding.rule == "R-07"]

    assert idea.statement.strip()
    assert "Glasgow Family Support Strategy 2024–2030" == idea.finding.source.document
    assert idea.finding.source.locator


def test_here_are_the_ideas_that_can_be_answered_here():
    """Voices and what matters; goals and steps have a part of their own."""
    told = shown(F2)
    here = ideas.only_here(told.groups)

    assert {"R-01", "R-02", "R-07"} >= set(rules(here)) >= {"R-01", "R-07"}
    assert told.here == len(rules(here)) < told.whole == len(rules(told.groups))


def test_take_me_there_leads_to_whose_words_are_wanted():
    by_rule = {idea.finding.rule: idea for group in shown(F2).groups for idea in group.ideas}
    kyle = next(
        idea
        for group in shown(F2).groups
        for idea in group.ideas
        if idea.key.startswith("R-01") and "Kyle" in idea.finding.message
    )

    assert Way("voice", person="kyle") == kyle.way
    assert Way("matters") == by_rule["R-07"].way
    assert (Way("words", where="/goals"), "goals") == (by_rule["R-08"].way, by_rule["R-08"].section)


def test_in_a_first_meeting_only_a_few_ideas_speak():
    """The others wait until the worker asks for them, or until another day."""
    first = replace(F2, first_meeting=True, started_on=TODAY)

    assert {"R-01", "R-07"} == set(rules(shown(first, everything=False).groups))
    assert shown(first, everything=False).is_quiet
    assert not shown(first, everything=True).is_quiet
    assert not shown(first, everything=False, today=TODAY + timedelta(days=1)).is_quiet


def test_what_was_there_stays_in_its_place():
    """New ideas join after those that were there, whatever order the check gives."""
    order = [ideas.key_of(idea.finding) for group in shown(F2).groups for idea in group.ideas]
    again = shown(F2, order=list(reversed(order)))
    known = [idea.key for group in again.groups for idea in group.ideas]
    late = shown(F2, order=order[1:])
    voices = [idea.key for group in late.groups for idea in group.ideas]

    assert set(order) == set(known)
    assert known[0] == order[-1]
    assert order[0] in voices


def test_a_note_of_judgement_puts_an_idea_to_rest():
    plan = a_plan(people=[*a_plan().people, a_child("Isla", 3)])
    today = date(2026, 11, 21)
    [finding] = [one for one in checks.check(plan, today).findings if one.rule == "R-01"]
    answer = checks.answer_to(
        finding, answer_id="a", words=(Span(text="Isla was asleep."),), by="Dan", on=today
    )
    answered = shown(replace(plan, answers=(answer,)), today=today)

    assert "R-01" not in rules(answered.groups)
    assert [(answer.id, finding.message, "Isla was asleep.")] == [tuple(one) for one in answered.judgements]


def test_what_goes_well_comes_with_the_principle_in_our_words():
    well = shown(samples.load("F1")).well

    assert 10 < len(well)
    assert all(one.title and one.statement and one.framework for one in well)
    assert len({(one.title, one.framework) for one in well}) == len(well)


def test_no_idea_speaks_of_numbers_against_a_family():
    """No mark, no sum, no ranking."""
    told = shown(a_plan(goals=[a_goal(), a_goal()]), today=date(2026, 11, 21))

    assert not any(hasattr(told, name) for name in ("score", "percent", "rank"))
