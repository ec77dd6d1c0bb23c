"""Which backups stay: all of the last day, then one a day for a week, then one a week, and none beyond 35 days."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta

REACH = timedelta(days=35)
"""What was erased is out of every backup by then."""
_DAILY = timedelta(days=7)
_CLOSE = timedelta(days=1)
_MOST_CLOSE = 10

Span = Callable[[datetime], tuple[int, ...]]


def staying(
    moments: Iterable[datetime],
    now: datetime,
    alone: Collection[datetime] = (),
    erased_from: Collection[datetime] = (),
) -> set[datetime]:
    """Return which of these moments (in UTC) a backup is kept of.

    The newest within the reach always stays. Days and weeks are those of the calendar, so that what is kept once is
    not lost by the hour at which somebody looks. A moment that lies ahead, because a clock was wrong, counts by its
    distance. Those in `alone` hold what no later one does, so all of them stay within the reach.
    Beyond the reach all go, but only once two days within it have a backup: a clock that leapt takes nothing away.
    Those in `erased_from` hold what was erased since: beyond the reach they go as soon as one without it stays.
    """
    newest_first = sorted(moments, reverse=True)
    near = [one for one in newest_first if abs(now - one) <= REACH]
    kept = {*(near or newest_first)[:1], *[one for one in near if abs(now - one) <= _CLOSE][:_MOST_CLOSE]}
    kept |= _newest_of_each((one for one in near if abs(now - one) <= _DAILY), _day)
    kept |= _newest_of_each(near, _week) | {one for one in near if one in alone}
    if len({_day(one) for one in near}) < 2:
        kept |= {one for one in newest_first if one not in near}
    if any(one not in erased_from for one in kept):
        kept -= {one for one in erased_from if abs(now - one) > REACH}
    return kept


def _newest_of_each(newest_first: Iterable[datetime], span: Span) -> set[datetime]:
    found: dict[tuple[int, ...], datetime] = {}
    for one in newest_first:
        found.setdefault(span(one), one)
    return set(found.values())


def _day(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month, moment.day


def _week(moment: datetime) -> tuple[int, ...]:
    return tuple(moment.isocalendar()[:2])
