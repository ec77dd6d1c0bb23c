"""Parts of the week: where a meeting falls, and whether that is surely at or outside a time the family named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from fsdesk.plans import model as m

_WEEKDAYS = tuple(m.Weekday)
_SLOT_ENDS = (("09:00", m.Slot.EARLY_MORNING), ("15:00", m.Slot.DAY), ("17:30", m.Slot.AFTER_SCHOOL))


class When(NamedTuple):
    """When something is, as far as it is known."""

    weekday: m.Weekday | None
    at: str | None
    slots: frozenset[m.Slot]


def when_of(event: m.Meeting | m.Option | m.Step) -> When:
    """Return when a meeting, help or step is: its weekday, its time of day, the parts of the week it lies in."""
    slots = {event.slot} if event.slot else set()
    if not isinstance(event, m.Meeting):
        return When(None, None, frozenset(slots))
    weekday = _WEEKDAYS[event.on.weekday()] if event.on else None
    if weekday in (m.Weekday.SATURDAY, m.Weekday.SUNDAY):
        slots.add(m.Slot.WEEKEND)
    if weekday and event.at:
        slots.add(_slot_at(event.at))
    return When(weekday, event.at, frozenset(slots))


def _slot_at(clock: str) -> m.Slot:
    return next((slot for end, slot in _SLOT_ENDS if clock < end), m.Slot.EVENING)


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
    another_slot = time.slot is not None and bool(when.slots) and not _may_share(time.slot, when.slots)
    return another_day or another_slot


def _may_share(slot: m.Slot, slots: frozenset[m.Slot]) -> bool:
    """School holidays may fall on any day; nothing here knows which."""
    return slot in slots or m.Slot.SCHOOL_HOLIDAY in slots or slot in (m.Slot.SCHOOL_HOLIDAY, m.Slot.ANY_TIME)
