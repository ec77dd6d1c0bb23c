"""How far the first set-up of a store is: kept with what was chosen on this laptop, so that it goes on after a restart.

Only the step is kept, never what was typed in one. A store that was made by the command line has no set-up to finish.
"""

from __future__ import annotations

import enum
from pathlib import Path

from fsdesk import settings


class Step(enum.StrEnum):
    """What comes next once a store is there."""

    SHEET = "sheet"
    CARD = "card"
    READY = "ready"


def at(folder: Path, step: Step) -> None:
    """Note that this step comes next for the store in a folder. Raises OSError, and nothing is noted then."""
    others = _others(folder)
    settings.choose(setting_up=(*others, (_place(folder), step.value)))


def finished(folder: Path) -> None:
    """Note that nothing of the set-up is left, or that it came to nothing. Raises OSError."""
    if next_step(folder) is not None:
        settings.choose(setting_up=_others(folder))


def next_step(folder: Path) -> Step | None:
    """Return what comes next for the store in a folder; nothing where its set-up is finished, or never was begun."""
    found = dict(settings.choices().setting_up).get(_place(folder), "")
    return Step(found) if found in set(Step) else None


def _others(folder: Path) -> tuple[tuple[str, str], ...]:
    return tuple(one for one in settings.choices().setting_up if one[0] != _place(folder))


def _place(folder: Path) -> str:
    return str(folder.expanduser().absolute())
