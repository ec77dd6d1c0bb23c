from __future__ import annotations

from datetime import date

import pytest

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.rules import week

FRIDAY, SATURDAY = date(2026, 3, 6), date(2026, 3, 7)


def meeting(**over):
    return ex.a_record(m.Meeting, **over)


def time(**over):
    return ex.a_record(m.TimeOfWeek, **over)


@pytest.mark.parametrize(
    ("event", "slots"),
    [
        (meeting(on=FRIDAY, at="08:30"), {m.Slot.EARLY_MORNING}),
        (meeting(on=FRIDAY, at="09:00"), {m.Slot.DAY}),
        (meeting(on=FRIDAY, at="16:00"), {m.Slot.AFTER_SCHOOL}),
        (meeting(on=FRIDAY, at="19:00"), {m.Slot.EVENING}),
        (meeting(on=SATURDAY, at="19:00"), {m.Slot.EVENING, m.Slot.WEEKEND}),
        (meeting(on=SATURDAY), {m.Slot.WEEKEND}),
        (meeting(on=FRIDAY), set()),
        (meeting(at="19:00"), set()),
        (ex.a_support(slot=m.Slot.EVENING), {m.Slot.EVENING}),
        (ex.a_support(slot=m.Slot.ANY_TIME), set()),
        (meeting(on=SATURDAY, at="13:00"), {m.Slot.WEEKEND}),
    ],
)
def test_an_event_lies_in_the_parts_of_the_week_that_are_known(event, slots):
    """What is not known is left out."""
    assert slots == week.when_of(event).slots


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (time(weekday=m.Weekday.FRIDAY), True),
        (time(weekday=m.Weekday.MONDAY), False),
        (time(weekday=m.Weekday.FRIDAY, from_time="12:00", to_time="15:00"), True),
        (time(weekday=m.Weekday.FRIDAY, from_time="13:30"), False),
        (time(to_time="13:00"), False),
        (time(slot=m.Slot.DAY), True),
        (time(slot=m.Slot.EVENING), False),
        (time(words="never before ten"), False),
    ],
)
def test_a_time_holds_an_event_only_when_that_is_sure(named, expected):
    """Friday at one; a time in words alone is never sure."""
    assert expected == week.is_at(week.when_of(meeting(on=FRIDAY, at="13:00")), named)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([time(slot=m.Slot.EVENING)], True),
        ([time(slot=m.Slot.EVENING), time(slot=m.Slot.DAY)], False),
        ([time(weekday=m.Weekday.MONDAY)], True),
        ([time(slot=m.Slot.ANY_TIME)], False),
        ([time(slot=m.Slot.SCHOOL_HOLIDAY)], False),
        ([time(words="whenever")], False),
        ([], False),
    ],
)
def test_an_event_is_outside_only_when_every_time_is_surely_another(times, expected):
    """Any time, school holidays and words leave it open."""
    assert expected == week.is_outside(week.when_of(meeting(on=FRIDAY, at="13:00")), times)


@pytest.mark.parametrize(
    ("clock", "slot", "expected"),
    [
        ("15:29", m.Slot.DAY, False),
        ("15:30", m.Slot.DAY, True),
        ("14:30", m.Slot.AFTER_SCHOOL, False),
        ("14:29", m.Slot.AFTER_SCHOOL, True),
        ("17:00", m.Slot.EVENING, False),
        ("16:59", m.Slot.EVENING, True),
        ("09:29", m.Slot.EARLY_MORNING, False),
    ],
)
def test_where_one_part_of_the_week_goes_over_into_the_next_it_may_be_either(clock, slot, expected):
    """Half an hour on each side of nine, three and half past five is left in peace."""
    assert expected == week.is_outside(week.when_of(meeting(on=FRIDAY, at=clock)), [time(slot=slot)])


@pytest.mark.parametrize(("clock", "expected"), [("11:59", False), ("12:00", True), ("09:29", True)])
def test_an_event_before_or_after_the_hours_that_work_is_outside(clock, expected):
    """From half past nine until noon."""
    mornings = time(slot=m.Slot.DAY, from_time="09:30", to_time="12:00")

    assert expected == week.is_outside(week.when_of(meeting(on=FRIDAY, at=clock)), [mornings])


def test_a_weekend_is_no_school_day():
    """One o'clock on a Saturday is not at the hard hours of working days, and may be by day."""
    saturday = week.when_of(meeting(on=SATURDAY, at="13:00"))

    assert not week.is_at(saturday, time(slot=m.Slot.DAY))
    assert not week.is_outside(saturday, [time(slot=m.Slot.DAY)])
