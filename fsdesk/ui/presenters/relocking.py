"""What is said while the lock of closed plans is changed, and afterwards at the door."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from fsdesk.desk import backups, locks
from fsdesk.desk.locks import Changed
from fsdesk.jobs import Progress
from fsdesk.ui.presenters.send import SubmitWatched
from fsdesk.ui.presenters.unlock import Submit

CHANGED = "The lock is changed. No recovery sheet opens these plans yet: make one under Settings."
NO_BACKUP = "There is no backup under the new lock yet: make one under Settings, with room on the disk."
STILL_OPEN = "The old lock still opens {count} from before."
STOPPED = "Stopped. The lock is as it was, and nothing else was changed."

ChangeLock = Callable[..., Changed]


class RelockingView(Protocol):
    """What the presenter may ask of the page."""

    def show_step(self, done: int, total: int, words: str) -> None:
        """Shows what is being done, and how far it is."""

    def show_changed(self) -> None:
        """Says that the new lock is there: stopping would not bring the old one back."""

    def show_stopping(self) -> None:
        """Says that it is being stopped."""


class RelockingPresenter:
    """``ended`` gets what is to be said at the door, whichever way it ended."""

    def __init__(
        self,
        view: RelockingView,
        *,
        submit: Submit,
        watched: SubmitWatched,
        ended: Callable[[str], None],
        change: ChangeLock = locks.change,
    ) -> None:
        self._view, self._submit, self._watched = view, submit, watched
        self._ended, self._change = ended, change
        self._work: Progress | None = None
        self._is_over = False

    def begin(self, folder: Path, passphrase: str, drop_old: bool) -> None:
        """The lock of the closed store in this folder is changed."""
        self._work = self._watched(
            lambda progress: self._changed(folder, passphrase, drop_old, progress),
            done=self._end,
            failed=lambda refused: self._end(str(refused)),
            told=self._on_step,
        )

    def _on_step(self, done: int, total: int, words: str) -> None:
        self._view.show_step(done, total, words)
        if words != locks.CHANGING:
            self._view.show_changed()

    def stop(self) -> None:
        """It ends as soon as it can, and everything is as it was; unless it was done already."""
        if self._work is None:
            return
        self._work.cancel()
        self._work = None
        self._view.show_stopping()
        self._submit(  # after the work itself: whoever is at the door can open the plans again
            lambda _: None, done=lambda _: self._end(STOPPED), failed=lambda _: self._end(STOPPED)
        )

    def _end(self, said: str) -> None:
        """Said once: a stop that came too late changes nothing of what was done."""
        if not self._is_over:
            self._is_over = True
            self._ended(said)

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
