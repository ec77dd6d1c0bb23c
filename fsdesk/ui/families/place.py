"""The place of families: the list, and the pages of one family, with a way back from each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from fsdesk.ui.families.family_pages import FamilyPages
from fsdesk.ui.families.page import FamiliesPage
from fsdesk.ui.history.page import HistoryPage
from fsdesk.ui.paper.page import PaperPage
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.status_line import StatusLine
from fsdesk.ui.plan.opened import OpenPlan
from fsdesk.ui.plan.page import PlanPage
from fsdesk.ui.presenters.families import FamiliesPresenter
from fsdesk.ui.presenters.principles import Seeing
from fsdesk.ui.principles.page import PrinciplesPage
from fsdesk.ui.runner import Runner, Served

Moved = Callable[[Callable[[], None]], None]


class FamiliesPlace(Begins, QWidget):
    """One of its pages at a time. A family's pages go when another plan is opened, and with them everything of it."""

    wrote = Signal(str)  # the plan in which something was saved
    not_kept = Signal()  # words of the open plan could not be written

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
        self._seeing = Seeing()
        self._is_arriving = False
        self.list = FamiliesPage()
        self.family: FamilyPages | None = None
        self._stack = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self._presenter = FamiliesPresenter(
            self.list, desk=desk, submit=Served(runner, self).submit, today=today, open_plan=self.go_to_plan
        )
        self.list.serve(self._presenter)
        self._show(self.list)
        self._presenter.begin()

    @property
    def open_plan(self) -> OpenPlan | None:
        """The plan that is open."""
        return self.family.open_plan if self.family is not None else None

    @property
    def paper(self) -> PaperPage | None:
        """The print page of the open plan, once it was shown."""
        return self.family.paper if self.family is not None else None

    @property
    def history(self) -> HistoryPage | None:
        """The history of the open plan, once it was shown."""
        return self.family.history if self.family is not None else None

    def panes(self) -> list[QWidget]:
        """The panes of the page that is shown, after its tabs."""
        page = self._stack.currentWidget()
        if not isinstance(page, PlanPage | PrinciplesPage | PaperPage | HistoryPage):
            return [self.list]
        header = self.family.header if self.family is not None else None
        tabs = [header] if header is not None and header.isVisible() else []
        return [*tabs, *page.panes()]

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

    def arrive_at_plan(self, plan: str, section: str = "") -> None:
        """As ``go_to_plan``, for somebody who comes from another place: going back leads there, not to the list."""
        self._is_arriving = True
        self.go_to_plan(plan, section)

    def go_to_plan(self, plan: str, section: str = "") -> None:
        """This plan is shown, once what was typed in another one is kept; if it cannot be, that one stays.

        It opens at this section, unless something was being typed in another one.
        """
        if self.open_plan is not None and self.open_plan.plan_id == plan:
            self._go(self.open_plan.page)
            self.open_plan.open_section(section)
        elif self.has_unsaved and self.open_plan is not None:
            self._go(self.open_plan.page)
            self.settle(lambda: self._open(plan, section))
        else:
            self.settle(lambda: self._open(plan, section))

    @property
    def plan_in_sight(self) -> str:
        """The plan of which a page is shown; empty where it is the list."""
        opened = self.open_plan
        return opened.plan_id if opened is not None and self._stack.currentWidget() is not self.list else ""

    def read_again(self, plan: str) -> None:
        """Something outside this place wrote to this plan."""
        if self.open_plan is not None and self.open_plan.plan_id == plan:
            self.open_plan.presenter.refresh()

    def print(self) -> None:
        """The print page of the open plan is shown, once what is being typed is an edit."""
        if self.family is not None:
            self.family.print()

    def print_document(self, plan: str, format: str) -> None:
        """This document of a plan that is open is ready to be printed; of another one nothing is shown."""
        if self.family is not None and self.family.open_plan.plan_id == plan:
            self.family.print_document(format)

    def coach_chosen(self) -> None:
        """The coach of the open plan speaks as was chosen in the settings."""
        if self.open_plan is not None:
            self.open_plan.coach.tell_again()

    def settle(self, then: Callable[[], None] | None) -> None:
        """What is being typed becomes an edit, and then this is called."""
        if self.family is not None:
            self.family.settle(then)
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

    def _open(self, plan: str, section: str) -> None:
        self._let_go_of_family()
        self.family = family = FamilyPages(
            desk=self._desk,
            plan=plan,
            runner=self._runner,
            today=self._today,
            now=self._now,
            seeing=self._seeing,
            parent=self,
        )
        self._column.insertWidget(0, family.header)
        family.shown.connect(self._go)
        family.left.connect(self.look_for)
        family.open_plan.page.saved.connect(self._status.show_saved)
        family.open_plan.page.saved.connect(lambda _: self.wrote.emit(plan))
        family.open_plan.page.not_saved.connect(self._status.show_not_saved)
        family.open_plan.page.not_saved.connect(lambda _: self.not_kept.emit())
        family.open_plan.open_section(section)
        family.open()

    def _let_go_of_family(self) -> None:
        if self.family is None:
            return
        for page in self.family.pages:
            self._stack.removeWidget(page)
        self.family.let_go()
        self.family = None

    def _go(self, page: QWidget) -> None:
        before, focus = self._stack.currentWidget(), self.focusWidget()
        if before is not page and not self._is_arriving:
            self._moved(lambda: self._return_to(before, focus))
        self._is_arriving = False
        self._show(page)
        if not self._is_at_tabs:
            page.setFocus()

    @property
    def _is_at_tabs(self) -> bool:
        """Whether somebody goes from tab to tab by keys, and the focus had better stay there."""
        return self.family is not None and self.family.header.tabs.hasFocus()

    def _return_to(self, page: QWidget | None, focus: QWidget | None) -> None:
        """Back to a page as it was left; a page that is gone is the list by now."""
        there = page if page is not None and isValid(page) and self._stack.indexOf(page) >= 0 else self.list
        if there is self.list:
            self.settle(None)
            self._presenter.refresh()
        self._show(there)
        (focus if focus is not None and isValid(focus) and self._is_in_sight(focus) else there).setFocus()

    def _is_in_sight(self, widget: QWidget) -> bool:
        return self.isAncestorOf(widget) and widget.isVisibleTo(self)

    def _show(self, page: QWidget) -> None:
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        if self.family is not None:
            self.family.note_shown(page)
