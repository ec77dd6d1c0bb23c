"""The page that is shown while an earlier day of closed plans is brought back: how far it is, and a way to stop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from fsdesk.ui.closed_work import ClosedWorkPage, Said
from fsdesk.ui.presenters.restoring import RestoringPresenter
from fsdesk.ui.runner import Runner, Served
from fsdesk.ui.window import Window

TITLE = "Bringing back an earlier day"
LEAD = "Your plans are closed. The backup is looked through to its last page before anything is changed."
STOP_TEXT = "Stopping keeps the plans as they are. Nothing is half done."
NEARLY = "The backup is whole. What was here is put among the backups, and the earlier day in its place."


def restore(window: Window, runner: Runner, ended: Callable[[str], None]) -> RestoringPresenter:
    """The window shows the page, and gives back what begins the work."""
    page = Restoring()
    served = Served(runner, page)
    presenter = RestoringPresenter(page, submit=served.submit, watched=served.watched, ended=ended)
    page.serve(presenter)
    window.show_door(page)
    return presenter


class Restoring(ClosedWorkPage):
    """Says that nothing is changed until the backup was found whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Said(TITLE, LEAD, STOP_TEXT, NEARLY), parent)
