"""What is said while the lock of closed plans is changed, and afterwards at the door."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from fsdesk.desk import backups, locks
from fsdesk.desk.locks import Changed
from fsdesk.jobs import Progress
from fsdesk.ui.presenters.closed_work import ClosedWork, ClosedWorkView
from fsdesk.ui.presenters.send import SubmitWatched
from fsdesk.ui.presenters.unlock import Submit

CHANGED = "The lock is changed. No recovery sheet opens these plans yet: make one under Settings."
NO_BACKUP = "There is no backup under the new lock yet: make one under Settings, with room on the disk."
STILL_OPEN = "The old lock still opens {count} from before."
STOPPED = "Stopped. The lock is as it was, and nothing else was changed."

ChangeLock = Callable[..., Changed]


class RelockingPresenter(ClosedWork):
    """``ended`` gets what is to be said at the door, whichever way it ended."""

    def __init__(
        self,
        view: ClosedWorkView,
        *,
        submit: Submit,
        watched: SubmitWatched,
        ended: Callable[[str], None],
        change: ChangeLock = locks.change,
    ) -> None:
        super().__init__(
            view, submit=submit, watched=watched, ended=ended, stopped=STOPPED, until=locks.CHANGING
        )
        self._change = change

    def begin(self, folder: Path, passphrase: str, drop_old: bool) -> None:
        """The lock of the closed store in this folder is changed."""
        self.run(lambda progress: self._changed(folder, passphrase, drop_old, progress))

    def _changed(self, folder: Path, passphrase: str, drop_old: bool, progress: Progress) -> str:
        changed = self._change(folder, passphrase, progress=progress)
        if drop_old and changed.backup is not None:
            backups.remove(changed.old_backups)
            return CHANGED
        return said_of(changed)


def said_of(changed: Changed) -> str:
    """What a new lock means for the backups there are."""
    said: list[Any] = [CHANGED]
    if changed.backup is None:
        said.append(NO_BACKUP)
    if changed.old_backups:
        count = len(changed.old_backups)
        said.append(STILL_OPEN.format(count="one backup" if count == 1 else f"{count} backups"))
    return " ".join(said)
