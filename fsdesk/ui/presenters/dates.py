"""Days and moments as people say them: "today", "Friday", "9 March"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NAMED_BY_WEEKDAY = timedelta(days=6)


def said_day(day: date, today: date) -> str:
    """A day near to ``today`` by its name, any other by day and month, and by year where that is another one."""
    if day == today:
        return "today"
    if day == today - timedelta(days=1):
        return "yesterday"
    if day == today + timedelta(days=1):
        return "tomorrow"
    if timedelta(0) < today - day <= _NAMED_BY_WEEKDAY:
        return _WEEKDAYS[day.weekday()]
    return plain_day(day, today)


def plain_day(day: date, today: date) -> str:
    """A day by its number and month, and by its year where that is another one."""
    named = f"{day.day} {_MONTHS[day.month - 1]}"
    return named if day.year == today.year else f"{named} {day.year}"


def said_moment(moment: datetime, today: date) -> str:
    """A moment by the laptop's clock: with its time where it was today, by its day where it was not."""
    here = moment.astimezone()
    day = said_day(here.date(), today)
    said = f"{day} {here:%H:%M}" if here.date() == today else day
    return said[:1].upper() + said[1:]
