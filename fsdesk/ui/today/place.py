"""The place of Today: its page over this desk, and what the other places tell it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fsdesk.ui.presenters.today import Elsewhere, TodayPresenter
from fsdesk.ui.runner import Runner, Served
from fsdesk.ui.today.page import TodayPage


class TodayPlace(QWidget):
    """Read anew whenever somebody comes here."""

    def __init__(
        self,
        *,
        desk: Any,
        runner: Runner,
        now: Callable[[], datetime],
        elsewhere: Elsewhere,
        send: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.page = TodayPage()
        self._presenter = TodayPresenter(
            self.page, desk=desk, submit=Served(runner, self).submit, now=now, elsewhere=elsewhere
        )
        self.page.serve(self._presenter)
        self.page.send_asked.connect(send)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page says where it begins."""
        self.page.setFocus(event.reason())

    def refresh(self) -> None:
        """The day is read anew."""
        self._presenter.refresh()

    def saved(self, plan: str) -> None:
        """Something was written to this plan."""
        self._presenter.saved(plan)

    def start(self) -> None:
        """The one question of a plan is asked."""
        self.page.ask_for_name()

    def panes(self) -> list[QWidget]:
        """The panes in the order in which F6 goes through them."""
        return self.page.panes()
