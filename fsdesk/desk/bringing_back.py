"""An earlier day brought back: what each backup of an open desk holds, and one of them put in its store's place."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from fsdesk.desk import backups, clock
from fsdesk.desk.backups import Glance, Kept
from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from fsdesk.jobs import Progress
from fsdesk.store import restoring, side_by_side

BRINGING = restoring.BRINGING
"""What progress says while stopping still keeps everything as it is."""
PUTTING = "Putting it in its place"


class NotWhole(Refused):
    """The one backup that was chosen cannot be read to its end."""

    what = "That backup is not whole, so it was not brought back."
    what_next = "Nothing was changed. Choose another day."


class Day(NamedTuple):
    """A backup, and what it holds; nothing where that cannot be counted without its own key, or it is damaged."""

    backup: Kept
    held: Glance | None


class Days(NamedTuple):
    """What is here now, and the backups there are, the newest first."""

    here: Glance
    days: tuple[Day, ...]


def looking(desk: Desk) -> Callable[[Progress], Days]:
    """Return the work of counting what a desk and its backups hold, to be called once, on any thread."""
    original = desk.store.original()

    def work(progress: Progress) -> Days:
        with original.key:
            days: list[Day] = []
            for one in backups.listed(original.folder):
                progress.step(len(days), 0, "Looking at the backups")
                held = None
                with contextlib.suppress(Refused, OSError):
                    held = side_by_side.then(original, one)
                days.append(Day(one, held))
            return Days(side_by_side.here(original), tuple(days))

    return work


def bring_back(
    folder: Path, passphrase: str, one: Kept, progress: Progress, now: clock.Moment = clock.now
) -> Path:
    """Put this backup in the place of a closed store, and return the backup that keeps what was there.

    The store goes on under a new laptop id, so its contact card is a new one. Raises NotWhole, Stopped, and what
    `backups.beside` and a swap raise: nothing was changed then.
    """
    try:
        with backups.beside(folder, passphrase, one.folder, now, progress=progress) as ready:
            progress.step(restoring.STEPS, restoring.STEPS, PUTTING)
            return ready.swap()
    except backups.NoneWhole:
        raise NotWhole from None
