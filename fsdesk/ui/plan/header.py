"""The head of one family's pages: the way back, the name the family chose, the tabs, and Print."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.elided import Elided
from fsdesk.ui.parts.width import Width, width_of
from fsdesk.ui.plan.tabs import Tabs

PLAN, PRINCIPLES, HISTORY = "plan", "principles", "history"
_TABS = {PLAN: "Plan", PRINCIPLES: "Principles", HISTORY: "History"}


class PlanHeader(Begins, QFrame):
    """Stands above every page of a family, so that each is one key or one click from the others."""

    back_asked, print_asked = Signal(), Signal()
    tab_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "header")
        self._name = Elided("heading")
        self._about = Elided("note", "muted")
        self._back = button("Families", "arrow-left", "quiet")
        self.tabs = Tabs(_TABS)
        self.print = button("Print", "printer")
        self._back.clicked.connect(self.back_asked)
        self.tabs.asked.connect(self.tab_asked)
        self.print.clicked.connect(self.print_asked)
        self.print.setToolTip("Ctrl+P")
        self.tabs.show_tip(HISTORY, "Ctrl+H")
        self._column = QVBoxLayout(self)
        self._row, self._below = QHBoxLayout(), QHBoxLayout()
        self._lay_out()
        self.setFocusProxy(self.tabs)

    @property
    def family(self) -> str:
        """The name that stands here."""
        return self._name.text()

    def show_family(self, name: str, about: str) -> None:
        """The family goes by this name; ``about`` is where, and since when there is a plan."""
        self._name.setText(name)
        self._about.setText(about)

    def _fit(self) -> None:
        """In one pane every line counts: the tabs stand beside the name."""
        is_one = width_of(self.window()) is Width.ONE
        self._about.setVisible(not is_one)
        px = worn().px
        self._column.setContentsMargins(px(10), px(8), px(16), px(5) if is_one else 0)
        if is_one and self._below.indexOf(self.tabs) >= 0:
            self._below.removeWidget(self.tabs)
            self._row.insertWidget(self._row.indexOf(self._about) + 1, self.tabs)
        elif not is_one and self._row.indexOf(self.tabs) >= 0:
            self._row.removeWidget(self.tabs)
            self._below.insertWidget(0, self.tabs)

    def _lay_out(self) -> None:
        px = worn().px
        self._column.setSpacing(px(2))
        self._row.setSpacing(px(10))
        self._row.addWidget(self._back)
        for part in (self._name, self._about):
            self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self._row.addWidget(self.print)
        self._below.addWidget(self.tabs)
        self._below.addStretch(1)
        self._column.addLayout(self._row)
        self._column.addLayout(self._below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
