from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.ui.presenters.dates import plain_day, read_day, said_day, said_moment

TODAY = date(2026, 3, 9)  # a Monday


@pytest.mark.parametrize(
    ("expected", "day"),
    [
        ("today", TODAY),
        ("yesterday", date(2026, 3, 8)),
        ("tomorrow", date(2026, 3, 10)),
        ("Friday", date(2026, 3, 6)),
        ("Tuesday", date(2026, 3, 3)),
        ("2 March", date(2026, 3, 2)),
        ("24 March", date(2026, 3, 24)),
        ("9 March 2025", date(2025, 3, 9)),
    ],
)
def test_days_are_said_as_people_say_them(expected, day):
    assert expected == said_day(day, TODAY)


def test_a_moment_of_today_has_its_time_and_another_has_its_day():
    here = datetime(2026, 3, 9, 10, 42).astimezone()

    assert "Today 10:42" == said_moment(here, TODAY)
    assert "Friday" == said_moment(here - timedelta(days=3), TODAY)


def test_a_moment_is_told_by_the_laptops_clock_whatever_its_zone():
    here = datetime(2026, 3, 9, 10, 42).astimezone()

    assert said_moment(here, TODAY) == said_moment(here.astimezone(UTC), TODAY)


@given(st.dates())
def test_every_day_can_be_said(day):
    """The number of the day is always in the plain form."""
    assert plain_day(day, TODAY).startswith(str(day.day))
    assert said_day(day, TODAY)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("9 March", date(2026, 3, 9)),
        ("9 mar 2027", date(2027, 3, 9)),
        ("Monday 9th March", date(2026, 3, 9)),
        ("9/3/2026", date(2026, 3, 9)),
        ("9.3.", None),
        ("9.3", date(2026, 3, 9)),
        ("2026-03-09", date(2026, 3, 9)),
        ("20 December", date(2025, 12, 20)),
        ("tomorrow", date(2026, 3, 10)),
        ("Friday", date(2026, 3, 13)),
        ("Monday", date(2026, 3, 16)),
        ("31 February", None),
        ("9 March 9999", None),
        ("9 ma", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(written, day):
    """Without a year it is the nearest of that name; what is no day is none, and is never guessed."""
    assert day == read_day(written, date(2026, 3, 9))
