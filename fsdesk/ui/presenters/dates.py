"""Days and moments as people say them: "today", "Friday", "9 March"."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, timedelta

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NUMBERS = re.compile(r"(\d{1,2})\s*[./ -]\s*(\d{1,2})(?:\s*[./ -]\s*(\d{4}))?")
_WRITTEN = re.compile(r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?(?:\s+(\d{4}))?")
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_FIRST, _LAST = 1900, 2200  # years that a family's plan can speak of
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


def said_coming(day: date, today: date) -> str:
    """A day that comes: by its weekday within a week, else as any other."""
    if timedelta(days=1) < day - today <= _NAMED_BY_WEEKDAY:
        return _WEEKDAYS[day.weekday()]
    return said_day(day, today)


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


def said_within(moment: datetime, today: date) -> str:
    """The same inside a sentence: "today 10:42", "Friday", "9 March"."""
    said = said_moment(moment, today)
    is_near = said.startswith(("Today", "Yesterday", "Tomorrow"))
    return said[:1].lower() + said[1:] if is_near else said


def said_weekday(day: date) -> str:
    """A day with its weekday, as a clock on the wall says it: "Monday 9 March"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def read_day(text: str, today: date) -> date | None:
    """The day that somebody wrote: "9 March", "9/3/2026", "Friday", "tomorrow", "2026-03-09"; nothing if it is none.

    Without a year it is the day of that name nearest to ``today``; a weekday is the next one that comes.
    """
    said = " ".join(text.casefold().split())
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    weekdays = [name.casefold() for name in _WEEKDAYS]
    if said in weekdays:
        return today + timedelta(days=(weekdays.index(said) - today.weekday() - 1) % 7 + 1)
    with suppress(ValueError):
        return (
            _sensible(date.fromisoformat(said)) if len(said) == 10 and said[4] == "-" else _read(said, today)
        )
    return None


def _read(said: str, today: date) -> date | None:
    if found := _NUMBERS.fullmatch(said):
        return _named(int(found[1]), int(found[2]), found[3], today)
    if found := _WRITTEN.fullmatch(said):
        months = [at for at, name in enumerate(_MONTHS, 1) if name.casefold().startswith(found[2])]
        return _named(int(found[1]), months[0], found[3], today) if len(months) == 1 else None
    return None


def _named(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _sensible(date(int(year), month, day))
    near = [date(one, month, day) for one in range(today.year - 1, today.year + 2)]
    return min(near, key=lambda one: abs(one - today))


def _sensible(day: date) -> date | None:
    return day if _FIRST <= day.year <= _LAST else None
