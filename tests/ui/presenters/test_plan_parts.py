from __future__ import annotations

import pytest

from fsdesk.plans import checks, fields, samples
from fsdesk.plans.examples import a_bare_plan, a_matter
from fsdesk.ui.presenters import ideas, numbers, sections, ways
from fsdesk.ui.presenters.ideas import Way
from fsdesk.ui.presenters.plan_parts import parts_of, spoken_in
from fsdesk.ui.presenters.spots import Spot

TITLES = [
    "Family & network",
    "What matters to us",
    "Strengths",
    "How things are now",
    "What we want to be different",
    "Support we chose",
    "Who does what",
    "Community",
    "Rights & consent",
    "Safety",
    "Review",
]


def test_there_are_eleven_sections_in_the_order_of_the_design():
    assert TITLES == [part.title for part in parts_of((), {})]


def test_a_section_has_words_once_something_stands_in_it():
    plan = a_bare_plan(matters=[a_matter("Tea together")], people=[])

    assert {"matters"} == spoken_in(plan)


def test_no_list_knows_whether_anything_is_written_under_safety():
    for plan in samples.load_all():
        assert "safety" not in spoken_in(plan)

    [safety] = [part for part in parts_of({"safety"}, {"safety": 2}) if part.key == "safety"]
    assert ("Safety", False, 0, "shield") == (safety.said, safety.has_words, safety.ideas, safety.icon)


@pytest.mark.parametrize("name", list(samples.CODES))
def test_every_idea_leads_into_the_section_it_is_counted_for(name):
    """And to a field that the section shows, where there is a record already."""
    plan = samples.load(name)
    told = ideas.shown(plan, checks.check(plan, plan.sample_today), plan.sample_today, everything=True)
    found = [idea for group in told.groups for idea in group.ideas]

    assert sum(told.counts.values()) == len(found) == told.whole
    for idea in found:
        assert idea.section in {one.key for one in sections.SECTIONS}, idea.finding.where
        assert idea.way is not None
        spot = ways.spot_of(plan, idea.way) if idea.way.kind == "words" else None
        kind = sections.section(idea.section).kind(spot.collection) if spot else None
        assert kind is None or spot.field.partition("/")[0] in {
            one.field.partition("/")[0] for one in kind.shown
        } | set(fields.of(spot.collection)), spot


def test_a_pointer_leads_to_the_run_with_the_words():
    plan = samples.load("F1")
    words = plan.goals[0].text[0].text

    assert Spot("goals", plan.goals[0].id, "text") == ways.spot_of(
        plan, Way("words", where="/goals/0/text", words=words)
    )
    assert None is ways.spot_of(plan, Way("words", where="/shares/99"))
    assert "next_review/on" == ways.spot_of(plan, Way("words", where="/next_review")).field


def test_numbers_for_danger_come_with_those_who_help():
    plan = samples.load("F1")
    told = numbers.numbers_of(plan)

    assert "999" in numbers.right_now()
    assert [one.reach for one in plan.team if one.reach] == [number.reach for number in told]
