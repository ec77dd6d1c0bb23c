"""Keeping what was chosen, at once: every topic of the settings does it in this one way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fsdesk import settings
from fsdesk.errors import Refused
from fsdesk.settings import Choices

Heard = Callable[[Choices], None]
"""Hears of what is chosen from now on."""
Say = Callable[[Refused], None]

NOT_KEPT = Refused(
    "That could not be kept, so it is as it was.", "Make some room on the disk, then choose again."
)


def keep(heard: Heard, refused: Say, **chosen: Any) -> Choices:
    """Keep what was chosen and return all that is chosen now; what cannot be kept is said, and stays as it was."""
    try:
        now = settings.choose(**chosen)
    except OSError:
        refused(NOT_KEPT)
        now = settings.choices()
    heard(now)
    return now
