"""What is said while an earlier day of closed plans is brought back, and afterwards at the door."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from fsdesk.desk import bringing_back
from fsdesk.desk.backups import Kept
from fsdesk.jobs import Progress
from fsdesk.ui.presenters.closed_work import ClosedWork, ClosedWorkView
from fsdesk.ui.presenters.dates import said_weekday
from fsdesk.ui.presenters.send import SubmitWatched
from fsdesk.ui.presenters.unlock import Submit

BROUGHT = (
    "The plans are as they were on {day}; what was here before is kept among the backups, and this laptop has a new "
    "contact card to give to your team."
)
STOPPED = "Stopped. The plans are as they were, and nothing was changed."

BringBack = Callable[[Path, str, Kept, Progress], object]


class RestoringPresenter(ClosedWork):
    """``ended`` gets what is to be said at the door, whichever way it ended."""

    def __init__(
        self,
        view: ClosedWorkView,
        *,
        submit: Submit,
        watched: SubmitWatched,
        ended: Callable[[str], None],
        bring_back: BringBack = bringing_back.bring_back,
    ) -> None:
        super().__init__(
            view, submit=submit, watched=watched, ended=ended, stopped=STOPPED, until=bringing_back.BRINGING
        )
        self._bring_back = bring_back

    def begin(self, folder: Path, passphrase: str, one: Kept) -> None:
        """This backup is put in the place of the closed store in this folder."""
        self.run(lambda progress: self._brought(folder, passphrase, one, progress))

    def _brought(self, folder: Path, passphrase: str, one: Kept, progress: Progress) -> str:
        self._bring_back(folder, passphrase, one, progress)
        return BROUGHT.format(day=day_of(one))


def day_of(one: Kept, today: date | None = None) -> str:
    """The moment of a backup by the laptop's clock, its year only where that is another one than ``today``'s."""
    at = one.made_at.astimezone()
    year = "" if today is not None and at.year == today.year else f" {at.year}"
    return f"{said_weekday(at.date())}{year}, {at:%H:%M}"
