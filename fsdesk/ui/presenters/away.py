"""When the screen covers itself and the plans are locked, because nobody is there or the laptop slept."""

from __future__ import annotations

import enum
from math import ceil
from typing import NamedTuple

SLEPT = 30.0
"""Seconds that are missing between two looks at the clocks when a laptop slept; less is a busy laptop."""
_MINUTE = 60.0


class Act(enum.Enum):
    """What is to be done now."""

    NOTHING = enum.auto()
    COVER = enum.auto()
    LOCK = enum.auto()


class Moment(NamedTuple):
    """Now, in seconds: by a clock that only goes forward, and by the one on the wall, which goes on in sleep."""

    steady: float
    wall: float


class Limits(NamedTuple):
    """In seconds: until the cover (0 is never), until the lock, and how long any key lifts the cover."""

    cover_after: float
    lock_after: float
    back_until: float

    @classmethod
    def of_minutes(cls, cover_after: float, lock_after: float, back_until: float) -> Limits:
        """The limits as they are chosen in the settings."""
        return cls(cover_after * _MINUTE, lock_after * _MINUTE, back_until * _MINUTE)


class Away:
    """Knows when somebody was last there, and says at each step what is to be done."""

    def __init__(self, limits: Limits, now: Moment) -> None:
        self.limits = limits
        self._touched, self._seen = now.steady, now
        self._covered_at: float | None = None

    @property
    def is_covered(self) -> bool:
        """Whether the cover is up."""
        return self._covered_at is not None

    def touched(self, now: Moment) -> None:
        """Somebody pressed a key or moved the mouse over the plans."""
        if not self.is_covered:
            self._touched = now.steady

    def cover(self, now: Moment) -> None:
        """The cover went up, by itself or by its key."""
        if not self.is_covered:
            self._covered_at = now.steady

    def lift(self, now: Moment) -> None:
        """The cover was lifted by somebody who is there now."""
        self._covered_at = None
        self._touched = now.steady

    def step(self, now: Moment) -> Act:
        """What is to be done now. To be asked every few seconds: a long silence of the clocks is a sleep."""
        slept = self._slept(now)
        self._seen = now
        if slept or now.steady - self._touched >= self.limits.lock_after:
            return Act.LOCK
        if self._covered_at is not None:
            return Act.LOCK if now.steady - self._covered_at >= self.limits.back_until else Act.NOTHING
        is_due = 0 < self.limits.cover_after <= now.steady - self._touched
        return Act.COVER if is_due else Act.NOTHING

    def minutes_to_cover(self, now: Moment) -> int:
        """The minutes until the screen covers itself, begun ones counted; 0 where it never does."""
        if not self.limits.cover_after:
            return 0
        return max(1, ceil((self.limits.cover_after - (now.steady - self._touched)) / _MINUTE))

    def _slept(self, now: Moment) -> bool:
        """Whichever clock goes on in sleep on this system; a wall clock set back says nothing."""
        return max(now.steady - self._seen.steady, now.wall - self._seen.wall) >= SLEPT
