"""The pages of one open family under its header: plan, principles, history, and its prints."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fsdesk.plans.model import Plan
from fsdesk.ui.history.page import HistoryPage
from fsdesk.ui.paper.opened import OpenPaper
from fsdesk.ui.paper.page import PaperPage
from fsdesk.ui.parts.shortcuts import on_keys
from fsdesk.ui.plan.header import HISTORY, PLAN, PRINCIPLES, PlanHeader
from fsdesk.ui.plan.opened import OpenPlan
from fsdesk.ui.plan.page import PlanPage
from fsdesk.ui.presenters.history import HistoryAtDesk, HistoryPresenter
from fsdesk.ui.presenters.ideas import Way
from fsdesk.ui.presenters.principles import PrinciplesPresenter, Seeing
from fsdesk.ui.presenters.spots import Place
from fsdesk.ui.principles.page import PrinciplesPage
from fsdesk.ui.runner import Runner, Served

PRINT = "print"


class FamilyPages(QObject):
    """Makes each page when it is first asked for, shows it once what was typed is an edit, and gives all of them up."""

    shown = Signal(QWidget)  # a page that is to be shown now
    left = Signal()  # the list of families is asked for

    def __init__(
        self,
        *,
        desk: Any,
        plan: str,
        runner: Runner,
        today: Callable[[], date],
        now: Callable[[], datetime],
        seeing: Seeing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._runner, self._today = desk, runner, today
        self._seeing = seeing
        self.header = PlanHeader()
        self.open_paper: OpenPaper | None = None
        self.history: HistoryPage | None = None
        self.principles: PrinciplesPage | None = None
        self.open_plan = OpenPlan(PlanPage(), desk=desk, plan_id=plan, runner=runner, today=today, now=now)
        self._here: QWidget = self.open_plan.page
        self._join_plan(self.open_plan.page)

    @property
    def paper(self) -> PaperPage | None:
        """The print page, once it was shown."""
        return self.open_paper.page if self.open_paper is not None else None

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """The pages that were made so far."""
        made = (self.open_plan.page, self.principles, self.history, self.paper)
        return tuple(page for page in made if page is not None)

    @property
    def in_sight(self) -> str:
        """Which of the pages is shown: that of one of the tabs, or of the prints."""
        return self._tab_of(self._here) or PRINT

    def go(self, page: str) -> None:
        """This page is shown, once what is being typed is an edit."""
        if page != self.in_sight:
            self.print() if page == PRINT else self._on_tab(page)

    def open(self) -> None:
        """The plan is shown, and read."""
        self.shown.emit(self.open_plan.page)
        self.open_plan.open()

    def note_shown(self, page: QWidget) -> None:
        """This page is in sight: its tab is the chosen one, and the header stands above the pages that have one."""
        self._here = page
        tab = self._tab_of(page)
        self.header.setVisible(bool(tab))
        if tab:
            self.header.tabs.show_tab(tab)

    def print(self) -> None:
        """The print page is shown, once what is being typed is an edit."""
        if self._here is not self.paper:
            self._settled(self._show_paper)

    def print_document(self, format: str) -> None:
        """The print page is shown with this document chosen, once what is being typed is an edit."""
        self._settled(lambda plan: self._show_paper(plan, format))

    def show_history(self, place: Place | None = None, about: str = "") -> None:
        """The history is shown, or how one record was worded, once what is being typed is an edit."""
        self._settled(lambda plan: self._show_history(place, about))

    def settle(self, then: Callable[[], None] | None) -> None:
        """What is being typed on any page becomes an edit, and then this is called."""
        if self.open_paper is not None:
            self.open_paper.settle()
        self.open_plan.settle(then)

    def show_principles(self) -> None:
        """Where the plan shows the principles, once what is being typed is an edit."""
        self._settled(lambda plan: self._show_principles())

    def let_go(self) -> None:
        """Every page is out of sight, and deleted once nothing is happening to it."""
        for page in (*self.pages, self.header):
            page.hide()
            page.deleteLater()
        self.deleteLater()

    def _settled(self, then: Callable[[Plan], None]) -> None:
        """Calls on with the plan as it stands then; nothing happens before it was read."""

        def go_on() -> None:
            plan = self.open_plan.presenter.plan
            if plan is not None:
                then(plan)

        self.settle(go_on)

    def _tab_of(self, page: QWidget) -> str:
        tabs = ((PLAN, self.open_plan.page), (PRINCIPLES, self.principles), (HISTORY, self.history))
        return next((tab for tab, made in tabs if made is page), "")

    def _on_tab(self, tab: str) -> None:
        ways = {PLAN: self._back_to_plan, PRINCIPLES: self.show_principles, HISTORY: self.show_history}
        ways[tab]()

    def _back_to_plan(self) -> None:
        self.shown.emit(self.open_plan.page)

    def _on_not_saved(self) -> None:
        """What could not be kept stays in sight, and so does the tab it stands under."""
        self.note_shown(self._here)

    def _join_plan(self, page: PlanPage) -> None:
        header = self.header
        header.back_asked.connect(self.left)
        header.print_asked.connect(self.print)
        header.tab_asked.connect(self._on_tab)
        page.family_shown.connect(header.show_family)
        page.print_asked.connect(self.print)
        page.earlier_asked.connect(self.show_history)
        page.not_saved.connect(self._on_not_saved)
        for keys, act in (
            ("Ctrl+P", self.print),
            ("Ctrl+H", self.show_history),
            ("Ctrl+PgUp", lambda: self._step(-1)),
            ("Ctrl+PgDown", lambda: self._step(1)),
        ):
            on_keys(keys, header, act)

    def _step(self, by: int) -> None:
        """The tab beside the one that is shown is asked for; none beyond the last."""
        keys = self.header.tabs.keys
        at = keys.index(self.header.tabs.shown) + by
        if 0 <= at < len(keys):
            self._on_tab(keys[at])

    def _show_paper(self, plan: Plan, format: str = "") -> None:
        if self.open_paper is None:
            wrote = self.open_plan.presenter.refresh
            self.open_paper = OpenPaper(PaperPage(), desk=self._desk, runner=self._runner, wrote=wrote)
            self.open_paper.page.cancelled.connect(self._back_to_plan)
        self.open_paper.open(plan, format)
        self.shown.emit(self.open_paper.page)

    def _show_history(self, place: Place | None, about: str) -> None:
        if self.history is None:
            self.history = self._joined_history(self.open_plan)
        self.history.begin()
        self.shown.emit(self.history)
        if place is None:
            self._history_presenter.open()
        else:
            self._history_presenter.open_record(place, about)

    def _joined_history(self, opened: OpenPlan) -> HistoryPage:
        page = HistoryPage()
        self._history_presenter = HistoryPresenter(
            page,
            desk=HistoryAtDesk(self._desk, opened.plan_id, self._today),
            submit=Served(self._runner, page).submit,
            wrote=opened.presenter.refresh,
        )
        page.serve(self._history_presenter)
        page.cancelled.connect(self._back_to_plan)
        page.whole_asked.connect(self._history_presenter.open)
        return page

    def _show_principles(self) -> None:
        if self.principles is None:
            self.principles = self._joined_principles(self.open_plan)
        self.shown.emit(self.principles)

    def _joined_principles(self, opened: OpenPlan) -> PrinciplesPage:
        page = PrinciplesPage()
        presenter = PrinciplesPresenter(page, today=self._today, seeing=self._seeing, go=self._go_into_plan)
        page.serve(presenter)
        page.cancelled.connect(self._back_to_plan)
        opened.looked.connect(presenter.take)
        opened.coach.tell_again()
        return page

    def _go_into_plan(self, way: Way) -> None:
        """The plan is shown where this leads."""
        self._back_to_plan()
        self.open_plan.go(way)
