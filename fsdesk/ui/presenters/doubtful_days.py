"""Days that may be in the wrong year: asked about gently, beside the day as it was written, and kept as written."""

from __future__ import annotations

from datetime import date

_AHEAD, _BACK, _LONG_BACK, _LIFE = 3, 5, 30, 110  # years in which nobody wonders
_LONG_SINCE = frozenset({"since", "safety_plan/since", "started_on"})
_BIRTHS = frozenset({"born/on"})


def doubt(day: date, today: date, field: str) -> str:
    """What is asked about a day in this field; empty where its year is no surprise.

    A plan speaks of the next few years and the last few, a birthday of a life.
    """
    ahead = _years(today, day)
    back = _years(day, today)
    if ahead > (0 if field in _BIRTHS else _AHEAD):
        return f"{day.year} is {_counted(ahead)} from now. Is that the year? It is kept as you wrote it."
    if back > _most_back(field):
        return f"{day.year} is {_counted(back)} ago. Is that the year? It is kept as you wrote it."
    return ""


def _most_back(field: str) -> int:
    if field in _BIRTHS:
        return _LIFE
    return _LONG_BACK if field in _LONG_SINCE else _BACK


def _years(first: date, last: date) -> int:
    """Whole years from one day to another; less than nothing when it is the other way round."""
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def _counted(years: int) -> str:
    return "a year" if years == 1 else f"{years} years"
