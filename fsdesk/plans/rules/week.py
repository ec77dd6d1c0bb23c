"""Parts of the week: where a meeting falls, and whether that is surely at or outside a time the family named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from fsdesk.plans import model as m

_WEEKDAYS = tuple(m.Weekday)
_SLOT_ENDS = (("09:00", m.Slot.EARLY_MORNING), ("15:00", m.Slot.DAY), ("17:30", m.Slot.AFTER_SCHOOL))
_NOT_SURE_BETWEEN = (
    ("08:30", "09:30", {m.Slot.EARLY_MORNING, m.Slot.DAY}),
    ("14:30", "15:30", {m.Slot.DAY, m.Slot.AFTER_SCHOOL}),
    ("17:00", "18:00", {m.Slot.AFTER_SCHOOL, m.Slot.EVENING}),
)
_SCHOOL_DAYS_ONLY = frozenset({m.Slot.DAY, m.Slot.AFTER_SCHOOL})


class When(NamedTuple):
    """When something is, as far as it is known; `perhaps` holds every part of the week it may lie in."""

    weekday: m.Weekday | None
    at: str | None
    slots: frozenset[m.Slot]
    perhaps: frozenset[m.Slot]


def when_of(event: m.Meeting | m.Option | m.Step) -> When:
    """Return when a meeting, help or step is: its weekday, its time of day, the parts of the week it lies in."""
    slots = frozenset({event.slot} if event.slot else set()) - {m.Slot.ANY_TIME}
    if not isinstance(event, m.Meeting):
        return When(None, None, slots, slots)
    weekday = _WEEKDAYS[event.on.weekday()] if event.on else None
    at_weekend = weekday in (m.Weekday.SATURDAY, m.Weekday.SUNDAY)
    if at_weekend:
        slots |= {m.Slot.WEEKEND}
    clock = _slots_at(event.at) if weekday and event.at else frozenset()
    surely = {_slot_at(event.at)} if weekday and event.at else set()
    return When(
        weekday, event.at, slots | (surely - _SCHOOL_DAYS_ONLY if at_weekend else surely), slots | clock
    )


def _slot_at(clock: str) -> m.Slot:
    return next((slot for end, slot in _SLOT_ENDS if clock < end), m.Slot.EVENING)


def _slots_at(clock: str) -> frozenset[m.Slot]:
    """Where one part of the week goes over into the next, families draw the line at different minutes."""
    near = (slots for start, end, slots in _NOT_SURE_BETWEEN if start <= clock < end)
    return frozenset(next(near, {_slot_at(clock)}))


def is_at(when: When, time: m.TimeOfWeek) -> bool:
    """Say whether something surely falls at this time; what is not known makes it unsure."""
    known = [
        time.weekday is not None,
        time.slot is not None,
        time.from_time is not None or time.to_time is not None,
    ]
    if not any(known):
        return False
    if time.weekday is not None and when.weekday is not time.weekday:
        return False
    if time.slot is not None and time.slot not in when.slots:
        return False
    return not known[2] or _is_between(when.at, time)


def _is_between(at: str | None, time: m.TimeOfWeek) -> bool:
    return at is not None and (time.from_time or "00:00") <= at < (time.to_time or "24:00")


def is_outside(when: When, times: Iterable[m.TimeOfWeek]) -> bool:
    """Say whether something surely falls at none of these times; any time, or a time in words only, is unsure."""
    named = list(times)
    return bool(named) and all(_is_surely_not(when, time) for time in named)


def _is_surely_not(when: When, time: m.TimeOfWeek) -> bool:
    if time.slot is m.Slot.ANY_TIME:
        return False
    another_day = None not in (time.weekday, when.weekday) and when.weekday is not time.weekday
    another_slot = time.slot is not None and bool(when.perhaps) and not _may_share(time.slot, when.perhaps)
    has_clock = time.from_time is not None or time.to_time is not None
    another_hour = has_clock and when.at is not None and not _is_between(when.at, time)
    return another_day or another_slot or another_hour


def _may_share(slot: m.Slot, slots: frozenset[m.Slot]) -> bool:
    """School holidays may fall on any day; nothing here knows which."""
    return slot in slots or m.Slot.SCHOOL_HOLIDAY in slots or slot in (m.Slot.SCHOOL_HOLIDAY, m.Slot.ANY_TIME)
