"""The line at the top of a plan: the way back, the family's own name, and what can be done with the plan."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.elided import Elided


class PlanHeader(QFrame):
    """Says which family's plan this is."""

    back_asked, print_asked, history_asked = Signal(), Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "header")
        self._name = Elided("heading")
        self._about = Elided("note", "muted")
        self._back = button("Families", "arrow-left", "quiet")
        self.history = button("History", "history")
        self.print = button("Print", "printer")
        self._back.clicked.connect(self.back_asked)
        self.history.clicked.connect(self.history_asked)
        self.print.clicked.connect(self.print_asked)
        self.history.setToolTip("Ctrl+H")
        self.print.setToolTip("Ctrl+P")
        self._lay_out()

    def show_family(self, name: str, about: str) -> None:
        """The family goes by this name; ``about`` is where, and since when there is a plan."""
        self._name.setText(name)
        self._about.setText(about)

    def _lay_out(self) -> None:
        px = worn().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), px(9), px(16), px(9))
        row.setSpacing(px(10))
        row.addWidget(self._back)
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._about, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.history)
        row.addWidget(self.print)
