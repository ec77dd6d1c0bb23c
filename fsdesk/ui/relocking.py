"""The page that is shown while the lock of closed plans is changed: how far it is, and a way to stop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from fsdesk.ui.closed_work import ClosedWorkPage, Said
from fsdesk.ui.presenters.relocking import RelockingPresenter
from fsdesk.ui.runner import Runner, Served
from fsdesk.ui.window import Window

TITLE = "Changing the lock"
LEAD = "Your plans are closed, and every page of them is written anew under a new key."
STOP_TEXT = "Stopping keeps the lock you had before. Nothing is half done."
NEARLY = "The lock is changed. The first backup under it is being made and read back."


def relock(window: Window, runner: Runner, ended: Callable[[str], None]) -> RelockingPresenter:
    """The window shows the page, and gives back what begins the work."""
    page = Relocking()
    served = Served(runner, page)
    presenter = RelockingPresenter(page, submit=served.submit, watched=served.watched, ended=ended)
    page.serve(presenter)
    window.show_door(page)
    return presenter


class Relocking(ClosedWorkPage):
    """Says what a new lock is, and that the old one stays for whoever stops."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Said(TITLE, LEAD, STOP_TEXT, NEARLY), parent)
