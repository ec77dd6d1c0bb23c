from __future__ import annotations

from datetime import date

import pytest

from fsdesk.plans import samples
from fsdesk.ui.presenters import sections
from fsdesk.ui.presenters.doubtful_days import doubt
from fsdesk.ui.presenters.pending import Pending
from fsdesk.ui.presenters.shown_section import ShownSection

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("day", "field"),
    [
        (date(2062, 3, 9), "by_when"),
        (date(2033, 3, 9), "on"),
        (date(2006, 3, 9), "on"),
        (date(1906, 3, 9), "born/on"),
        (date(2028, 3, 9), "born/on"),
        (date(1926, 1, 1), "since"),
    ],
)
def test_a_year_that_is_hardly_meant_is_asked_about(day, field):
    """The question names the year, and says that the day is kept."""
    said = doubt(day, TODAY, field)

    assert str(day.year) in said
    assert "kept as you wrote it" in said


@pytest.mark.parametrize(
    ("day", "field"),
    [
        (TODAY, "on"),
        (date(2029, 11, 20), "by_when"),
        (date(2021, 11, 20), "on"),
        (date(1950, 3, 9), "born/on"),
        (date(2027, 2, 1), "born/on"),
        (date(2001, 1, 1), "since"),
    ],
)
def test_a_day_of_a_plan_or_a_life_is_not(day, field):
    assert "" == doubt(day, TODAY, field)


@pytest.mark.parametrize("name", list(samples.CODES))
def test_no_day_of_a_sample_family_is_asked_about(name):
    plan = samples.load(name)
    shown = ShownSection()
    asked = []
    for section in sections.SECTIONS:
        shown.open(section.key)
        for entry in shown.entries(plan, plan.sample_today, {}, Pending()):
            asked += [line for field in entry.fields for line in field.below if "Is that the year" in line]

    assert [] == asked
