"""Backups: when the last one was made and read back, one made now, and a folder on another disk for copies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from fsdesk import settings
from fsdesk.desk import backups
from fsdesk.desk.backups import Kept
from fsdesk.errors import Refused
from fsdesk.jobs import Progress
from fsdesk.ui.presenters.dates import said_moment, said_within
from fsdesk.ui.presenters.settings.keeping import keep
from fsdesk.ui.presenters.unlock import Submit

NO_BACKUP = "None yet"
MAKING = "Being made and read back"
NO_PLACE = "Not chosen yet. Another disk keeps your plans when this laptop is lost."
NOT_THERE = "Not there just now. Backups go there when it is."
NO_COPY = "Nothing is copied there yet."


class ElsewhereNotThere(Refused):
    """The folder for copies is on a disk that is not joined to the laptop now."""

    what = "The backup is made, and its copy is not: that folder is not there just now."
    what_next = "Join the disk to the laptop, then back up once more."


class Told(NamedTuple):
    """What the card says of backups."""

    last: str
    """When the last one was made and read back, or that there is none."""
    is_safe: bool
    """Whether there is one that was read back."""
    here: str
    """The folder of the backups on this laptop."""
    place: str
    """The folder on another disk; nothing where none was chosen."""
    copied: str
    """What is known of copies there."""


class BackingUpView(Protocol):
    """What the presenter may ask of the card."""

    def show_backups(self, told: Told) -> None:
        """Says when the last backup was made, and where copies go."""

    def show_making(self, making: bool) -> None:
        """The button says what it is doing, or what it can do."""

    def show_refused(self, refused: Refused) -> None:
        """Says what is so and what to do."""


class BackingUpPresenter:
    """Makes a backup beside the work; the desk's thread only looks, so that typing never waits."""

    def __init__(
        self, view: BackingUpView, *, desk: Any, submit: Submit, beside: Submit, today: Callable[[], date]
    ) -> None:
        self._view, self._desk = view, desk
        self._submit, self._beside, self._today = submit, beside, today
        self._is_making = False

    def begin(self) -> None:
        """Looks when the last backup was made, and what lies in the other place."""
        place = settings.choices().backup_place
        today = self._today()
        self._beside(  # a drive elsewhere may take its time
            lambda _: told(self._desk, place, today),
            done=self._view.show_backups,
            failed=self._view.show_refused,
        )

    def choose_place(self, folder: Path | None) -> None:
        """Copies go to this folder from now on; nothing stops them, and leaves what lies there."""
        keep(lambda _: None, self._view.show_refused, backup_place=str(folder) if folder else "")
        self.begin()

    def back_up(self) -> None:
        """A backup is made and read back now, and copied where copies go; nothing while one is being made."""
        if self._is_making:
            return
        self._is_making = True
        self._view.show_making(True)
        place = settings.choices().backup_place
        self._submit(lambda _: _work(self._desk, place), done=self._make, failed=self._on_failed)

    def _make(self, work: Callable[[Progress], None]) -> None:
        self._beside(work, done=self._on_made, failed=self._on_failed)

    def _on_made(self, _: object) -> None:
        self._is_making = False
        self._view.show_making(False)
        self.begin()

    def _on_failed(self, refused: Refused) -> None:
        self._on_made(None)
        self._view.show_refused(refused)


def _work(desk: Any, place: str) -> Callable[[Progress], None]:
    """The work of a backup and its copy; what it needs of the desk is asked for now, on the desk's thread."""
    make = backups.making(desk)
    copy = backups.copying(desk, Path(place)) if place else None

    def work(progress: Progress) -> None:
        made = None
        try:
            made = make(progress)
        finally:
            is_there = copy is None or Path(place).is_dir()
            if copy is not None:
                copy(made if is_there else None)
        if not is_there:
            raise ElsewhereNotThere

    return work


def told(desk: Any, place: str, today: date) -> Told:
    """What there is to say of a desk's backups."""
    found = backups.listed(desk.store.folder)
    last = f"{said_moment(found[0].made_at, today)}, read back" if found else NO_BACKUP
    return Told(last, bool(found), str(desk.store.folder / "backups"), place, _copied(desk, place, today))


def _copied(desk: Any, place: str, today: date) -> str:
    if not place:
        return NO_PLACE
    there: list[Kept] = backups.copies(desk, Path(place))
    if there:
        return f"Last copied {said_within(there[0].made_at, today)}, read back there too."
    return NO_COPY if Path(place).is_dir() else NOT_THERE
