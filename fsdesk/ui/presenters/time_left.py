"""How long long work still takes, from how long it took so far, in words."""

from __future__ import annotations

from collections.abc import Callable

_MINUTE, _STEP, _FEW = 60, 5, 5  # seconds


class TimeLeft:
    """Begins anew whenever the work is counted otherwise; says nothing before the first part is done."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._total, self._began = 0, now()

    def step(self, done: int, total: int) -> str:
        """So many of so many parts are done: how long the rest takes, or nothing where nobody can tell."""
        if total != self._total:
            self._total, self._began = total, self._now()
        if not 0 < done < total:
            return ""
        return said_left((self._now() - self._began) / done * (total - done))


def said_left(seconds: float) -> str:
    """So many seconds as people say them."""
    if seconds < _FEW:
        return "A few seconds left"
    if seconds < _MINUTE:
        return f"About {round(seconds / _STEP) * _STEP} seconds left"
    minutes = round(seconds / _MINUTE)
    return f"About {minutes} {'minute' if minutes == 1 else 'minutes'} left"
