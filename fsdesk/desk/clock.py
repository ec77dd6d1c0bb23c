"""The day and the moment that the desk goes by, always handed in so that a rule or a print can be told another day."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime


def now() -> int:
    """Return this moment in milliseconds since 1970 UTC, as the computer's clock has it."""
    return time.time_ns() // 1_000_000


def as_time(moment: int) -> datetime:
    """Return a moment (milliseconds since 1970 UTC) as a time in UTC."""
    return datetime.fromtimestamp(moment / 1000, UTC)


def local_day() -> date:
    """Return the day it is here, as the computer's clock has it."""
    return datetime.now().astimezone().date()


Moment = Callable[[], int]
