"""The place of families: the list, one plan, and its prints, with a way back from each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from fsdesk.plans.listed import listed
from fsdesk.ui.families.page import FamiliesPage
from fsdesk.ui.history.page import HistoryPage
from fsdesk.ui.paper.page import PaperPage
from fsdesk.ui.parts.status_line import StatusLine
from fsdesk.ui.plan.opened import OpenPlan
from fsdesk.ui.plan.page import PlanPage
from fsdesk.ui.presenters.families import FamiliesPresenter
from fsdesk.ui.presenters.history import HistoryAtDesk, HistoryPresenter
from fsdesk.ui.presenters.paper import PaperPresenter
from fsdesk.ui.presenters.spots import Place
from fsdesk.ui.runner import Runner, Served

Moved = Callable[[Callable[[], None]], None]


class FamiliesPlace(QWidget):
    """One of its pages at a time. A plan's page goes when another plan is opened, and with it everything of it."""

    def __init__(
        self,
        *,
        desk: Any,
        runner: Runner,
        status: StatusLine,
        moved: Moved,
        today: Callable[[], date],
        now: Callable[[], datetime] = datetime.now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._runner, self._status, self._moved = desk, runner, status, moved
        self._today, self._now = today, now
        self.list = FamiliesPage()
        self.open_plan: OpenPlan | None = None
        self.paper: PaperPage | None = None
        self.history: HistoryPage | None = None
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._presenter = FamiliesPresenter(
            self.list, desk=desk, submit=Served(runner, self).submit, today=today, open_plan=self.go_to_plan
        )
        self.list.serve(self._presenter)
        self._show(self.list)
        self._presenter.begin()

    def panes(self) -> list[QWidget]:
        """The panes of the page that is shown."""
        page = self._stack.currentWidget()
        return page.panes() if isinstance(page, PlanPage | PaperPage | HistoryPage) else [self.list]

    def look_for(self) -> None:
        """The list is shown, ready to search."""
        self.settle(None)
        self._presenter.refresh()
        self._go(self.list)
        self.list.search.setFocus()
        self.list.search.selectAll()

    def start(self) -> None:
        """The list is shown, and asks for the name of a family."""
        self.look_for()
        self.list.ask_for_name()

    def go_to_plan(self, plan: str) -> None:
        """This plan is shown, once what was typed in another one is kept; if it cannot be, that one stays."""
        if self.open_plan is not None and self.open_plan.plan_id == plan:
            self._go(self.open_plan.page)
        elif self.has_unsaved and self.open_plan is not None:
            self._go(self.open_plan.page)
            self.settle(lambda: self._open(plan))
        else:
            self.settle(lambda: self._open(plan))

    def _open(self, plan: str) -> None:
        self._let_go_of_plan()
        self.open_plan = self._joined(plan)
        self._go(self.open_plan.page)
        self.open_plan.open()

    def print(self) -> None:
        """The print page of the open plan is shown, once what is being typed is an edit."""
        if self.open_plan is not None and self._stack.currentWidget() is self.open_plan.page:
            self.open_plan.settle(self._show_paper)

    def show_history(self, place: Place | None = None, about: str = "") -> None:
        """The history of the open plan is shown, or how one record was worded, once what is being typed is an edit."""
        if self.open_plan is not None:
            self.open_plan.settle(lambda: self._show_history(place, about))

    def settle(self, then: Callable[[], None] | None) -> None:
        """What is being typed becomes an edit, and then this is called."""
        if self.open_plan is not None:
            self.open_plan.settle(then)
        elif then is not None:
            then()

    @property
    def has_unsaved(self) -> bool:
        """Whether something that was typed could not be kept."""
        return self.open_plan is not None and self.open_plan.presenter.unsaved is not None

    def say_saved(self) -> None:
        """Somebody asks whether everything is saved: it is, or is at once."""
        at = self.open_plan.presenter.saved_at if self.open_plan is not None else None
        self.settle(lambda: self._status.show_already_saved(at))

    def _joined(self, plan: str) -> OpenPlan:
        page = PlanPage()
        self._stack.addWidget(page)
        opened = OpenPlan(
            page, desk=self._desk, plan_id=plan, runner=self._runner, today=self._today, now=self._now
        )
        page.header.back_asked.connect(self.look_for)
        page.header.print_asked.connect(self.print)
        page.saved.connect(self._status.show_saved)
        page.not_saved.connect(self._status.show_not_saved)
        page.header.history_asked.connect(self.show_history)
        page.earlier_asked.connect(self.show_history)
        page.add_key("Ctrl+P", self.print)
        page.add_key("Ctrl+H", self.show_history)
        return opened

    def _let_go_of_plan(self) -> None:
        if self.open_plan is None:
            return
        for page in (self.open_plan.page, self.paper, self.history):
            if page is not None:
                self._stack.removeWidget(page)
                page.hide()
                page.deleteLater()
        self.open_plan = self.paper = self.history = None

    def _show_paper(self) -> None:
        opened = self.open_plan
        plan = opened.presenter.plan if opened is not None else None
        if opened is None or plan is None:
            return
        if self.paper is None:
            self.paper = self._joined_paper(opened)
        self.paper.show_family(listed(plan).family)
        self._paper_presenter.open(plan)
        self._go(self.paper)

    def _joined_paper(self, opened: OpenPlan) -> PaperPage:
        paper = PaperPage()
        served = Served(self._runner, paper)
        self._paper_presenter = PaperPresenter(
            paper, desk=self._desk, submit=served.submit, beside=served.beside, wrote=opened.presenter.refresh
        )
        paper.serve(self._paper_presenter)
        paper.cancelled.connect(lambda: self._go(opened.page))
        self._stack.addWidget(paper)
        return paper

    def _show_history(self, place: Place | None, about: str) -> None:
        opened = self.open_plan
        plan = opened.presenter.plan if opened is not None else None
        if opened is None or plan is None:
            return
        if self.history is None:
            self.history = self._joined_history(opened)
        self.history.show_family(listed(plan).family)
        self._go(self.history)
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
        page.cancelled.connect(lambda: self._go(opened.page))
        page.whole_asked.connect(self._history_presenter.open)
        self._stack.addWidget(page)
        return page

    def _go(self, page: QWidget) -> None:
        before, focus = self._stack.currentWidget(), self.focusWidget()
        if before is page:
            page.setFocus()
            return
        self._moved(lambda: self._return_to(before, focus))
        self._show(page)
        page.setFocus()

    def _return_to(self, page: QWidget | None, focus: QWidget | None) -> None:
        """Back to a page as it was left; a page that is gone is the list by now."""
        there = page if page is not None and isValid(page) and self._stack.indexOf(page) >= 0 else self.list
        if there is self.list:
            self.settle(None)
            self._presenter.refresh()
        self._show(there)
        (focus if focus is not None and isValid(focus) and there.isAncestorOf(focus) else there).setFocus()

    def _show(self, page: QWidget) -> None:
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
