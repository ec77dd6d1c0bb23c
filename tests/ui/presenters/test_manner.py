from __future__ import annotations

import pytest

from fsdesk.plans import checks, principles, rules, samples
from fsdesk.plans.checks import FIRST_MEETING
from fsdesk.plans.findings import Finding
from fsdesk.settings import FRAMEWORKS, Choices
from fsdesk.ui.presenters import ideas, manner

F2 = samples.load("F2")
TODAY = F2.sample_today
FOUND = checks.check(F2, TODAY)


def speaking(chosen: Choices, *, first: bool = False, everything: bool = False) -> tuple[Finding, ...]:
    return manner.speaking(FOUND.findings, chosen, is_first_meeting=first, everything=everything)


def a_finding(rule: str, *ids: str) -> Finding:
    [one, *_] = FOUND.findings
    from msgspec.structs import replace

    return replace(one, rule=rule, principles=ids, source=principles.load().entry(ids[0]).source)


@pytest.mark.parametrize(
    ("speaks", "first", "everything", "quiet"),
    [
        ("after-first-meeting", False, False, False),
        ("after-first-meeting", True, False, True),
        ("after-first-meeting", True, True, False),
        ("when-asked", False, False, True),
        ("when-asked", True, False, True),
        ("when-asked", False, True, False),
        ("always", True, False, False),
    ],
)
def test_when_every_idea_is_shown_is_as_somebody_chose(speaks, first, everything, quiet):
    """While it is quiet only the ideas of a first meeting speak."""
    chosen = Choices(coach_speaks=speaks)
    found = speaking(chosen, first=first, everything=everything)

    assert quiet == manner.is_quiet(chosen, is_first_meeting=first, everything=everything)
    assert quiet == all(one.rule in FIRST_MEETING for one in found)


def test_with_both_frameworks_everything_is_as_it_was_found():
    """The order too."""
    assert FOUND.findings == speaking(Choices())


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_each_idea_is_told_by_the_framework_that_was_chosen(framework):
    """With the very source of the principle that is named."""
    found = speaking(Choices(coach_frameworks=(framework,)))
    whole = [ideas.whole_principle(one.principles[0]) for one in found]

    assert found
    assert all(manner.speaks_by(one, (framework,)) for one in whole)
    assert all(principles.load().entry(one.principles[0]).source == one.source for one in found)


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_most_rules_speak_by_either_framework(framework):
    """Putting one away never silences the coach."""
    chosen = Choices(coach_frameworks=(framework,))
    made = [a_finding(rule.ID, *rule.PRINCIPLES) for rule in rules.ALL]
    found = manner.speaking(made, chosen, is_first_meeting=False, everything=True)

    assert len(made) * 0.85 < len(found) < len(made)


def test_an_idea_of_the_other_framework_alone_waits_with_it():
    """And its principles are not turned round where the first one is ours."""
    only_national = a_finding("R-90", "NP-02", "NP-08")
    glasgow_first = a_finding("R-91", "GP-VOICE", "NP-07")
    found = manner.speaking(
        [only_national, glasgow_first],
        Choices(coach_frameworks=("glasgow",)),
        is_first_meeting=False,
        everything=True,
    )

    assert (glasgow_first,) == found


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize("speaks", ["after-first-meeting", "when-asked", "always"])
def test_a_serious_worry_always_speaks(framework, speaks):
    """Whatever its principles, and whatever was chosen."""
    chosen = Choices(coach_frameworks=(framework,), coach_speaks=speaks)
    worries = [a_finding("R-41", one) for one in ("NP-10", "GP-COMPASSION")]

    assert 2 == len(manner.speaking(worries, chosen, is_first_meeting=True, everything=False))


def test_what_goes_well_is_told_by_the_chosen_framework():
    """In the coach's own list."""
    plan = samples.load("F3")
    checked = checks.check(plan, plan.sample_today)
    both = ideas.shown(plan, checked, plan.sample_today, everything=True)
    chosen = Choices(coach_frameworks=("national",))
    national = ideas.shown(plan, checked, plan.sample_today, everything=True, chosen=chosen)

    assert {"Glasgow", "National"} == {one.framework for one in both.well}
    assert {"National"} == {one.framework for one in national.well}
    assert {"National"} == {group.framework for group in national.groups}
