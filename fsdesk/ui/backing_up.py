"""The backup of the day, made beside the work while the plans are open; nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from fsdesk import settings
from fsdesk.errors import Refused
from fsdesk.jobs import Progress
from fsdesk.ui.after import AfterFor
from fsdesk.ui.runner import Runner

_FIRST, _AGAIN = 10_000, 60 * 60_000  # milliseconds


class BackingUp(QObject):
    """Some seconds after it was made, and every hour, looks whether today's backup is there, and makes it if not.

    The desk's thread only looks; reading and writing is done on another, so that typing never waits. ``told`` hears
    why there is none. Where a folder on another disk was chosen, it is copied there as soon as that is there. What is
    being made when the plans are locked is stopped, and nothing of it stays.
    """

    def __init__(self, desk: Any, runner: Runner, told: Callable[[Refused], None], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._runner, self._told = desk, runner, told
        self._making: Progress | None = None
        self._after = AfterFor(self)
        self._after(_FIRST, self.look)

    def look(self) -> None:
        """Looks, and makes the backup if there is none of today."""
        self._after(_AGAIN, self.look)
        self._runner.submit(self._work, owner=self, done=self._make, failed=self._told)

    def stop(self) -> None:
        """What is being made is given up."""
        if self._making is not None:
            self._making.cancel()

    def _work(self, _: Progress) -> Any:
        from fsdesk.desk import backups  # loaded when there is time for it

        return backups.when_due(self._desk)

    def _make(self, work: Callable[[Progress], Any] | None) -> None:
        if work is None:
            self._copy()
        else:
            self._beside(work, self._made)

    def _made(self, _: Any) -> None:
        self._making = None
        self._copy()

    def _copy(self) -> None:
        """The folder on another disk, where one was chosen and is there, has the newest backup too."""
        place = settings.choices().backup_place
        if place:
            self._runner.submit(
                lambda _: self._catching_up(Path(place)),
                owner=self,
                done=lambda work: self._beside(work, self._copied),
                failed=self._told,
            )

    def _catching_up(self, place: Path) -> Any:
        from fsdesk.desk import backups  # as above

        return backups.catching_up(self._desk, place)

    def _copied(self, _: Any) -> None:
        self._making = None

    def _beside(self, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        self._making = self._runner.submit_beside(work, owner=self, done=done, failed=self._on_failed)

    def _on_failed(self, refused: Refused) -> None:
        self._making = None
        self._told(refused)
