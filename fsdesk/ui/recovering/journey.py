"""The way from "it doesn't come to mind" back to the plans, or back to the passphrase."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from fsdesk.ui.presenters.recovering import (
    AnswerPresenter,
    AskLeadPresenter,
    Opened,
    SheetInPresenter,
    WaysPresenter,
)
from fsdesk.ui.presenters.unlock import OpenStore, StoreChoice
from fsdesk.ui.recovering.ask_lead import AskLead
from fsdesk.ui.recovering.open_answer import OpenAnswer
from fsdesk.ui.recovering.way_door import WayDoor
from fsdesk.ui.recovering.ways import Ways
from fsdesk.ui.recovering.with_sheet import WithSheet
from fsdesk.ui.runner import Runner, Served
from fsdesk.ui.window import Window


class Recovering(QObject):
    """The window shows its pages until the store is open, or ``cancelled``."""

    def __init__(
        self,
        window: Window,
        runner: Runner,
        choice: StoreChoice,
        *,
        open_store: OpenStore,
        opened: Opened,
        cancelled: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._runner, self._choice = window, runner, choice
        self._open_store, self._opened, self._cancelled = open_store, opened, cancelled

    def begin(self) -> None:
        """The ways in are shown."""
        page = Ways()
        page.back_asked.connect(self._cancel)
        page.sheet_asked.connect(self._show_sheet)
        page.lead_asked.connect(self._show_lead)
        page.answer_asked.connect(self._show_answer)
        self._window.show_door(page)
        page.serve(WaysPresenter(page, folder=self._choice.folder, submit=Served(self._runner, page).submit))

    def _show_sheet(self) -> None:
        page = WithSheet()
        page.serve(
            SheetInPresenter(
                page, self._choice, Served(self._runner, self).submit, self._open_store, self._done
            )
        )
        self._put(page)

    def _show_lead(self) -> None:
        page = AskLead()
        page.serve(
            AskLeadPresenter(
                page, self._choice, Served(self._runner, page).submit, self._open_store, self._done
            )
        )
        self._put(page)

    def _show_answer(self) -> None:
        page = OpenAnswer()
        page.serve(
            AnswerPresenter(
                page, self._choice, Served(self._runner, self).submit, self._open_store, self._done
            )
        )
        self._put(page)

    def _put(self, page: WayDoor) -> None:
        page.back_asked.connect(self.begin)
        self._window.show_door(page)

    def _done(self, choice: StoreChoice, desk: object) -> None:
        self._opened(choice, desk)
        self.deleteLater()

    def _cancel(self) -> None:
        self._cancelled()
        self.deleteLater()
