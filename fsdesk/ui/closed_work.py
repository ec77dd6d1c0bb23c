"""The page that is shown while something is done to closed plans: what it is, how far it is, and a way to stop."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from fsdesk.ui.door import Door
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.presenters.closed_work import ClosedWork

STOPPING = "Stopping..."


class Said(NamedTuple):
    """What the page says: what is done, what that means, what stopping means, and what is so once it is done."""

    title: str
    lead: str
    stop: str
    nearly: str


class ClosedWorkPage(Door):
    """Esc stops, as the button does."""

    def __init__(self, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._said = said
        self._presenter: ClosedWork | None = None
        self._bar, self._count = QProgressBar(), words.line("", "strong")
        self._lead, self._foot = words.prose(said.lead, "lead", "muted"), QWidget()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(said.title)
        self.stop = button("Stop")
        self.stop.clicked.connect(self._on_stop)
        self._lay_out()
        self.setFocusProxy(self.stop)

    def serve(self, presenter: ClosedWork) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter

    def show_step(self, done: int, total: int, words: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{words}: {done * 100 // total if total else 0} of 100 parts")
        self._bar.setAccessibleName(self._count.text())

    def show_changed(self) -> None:
        self._foot.hide()
        self._lead.setText(self._said.nearly)

    def show_stopping(self) -> None:
        self.stop.setEnabled(False)
        self.stop.setText(STOPPING)

    def _on_stop(self) -> None:
        if self._presenter:
            self._presenter.stop()

    def _lay_out(self) -> None:
        px, column = worn().px, self.column
        column.addWidget(words.prose(self._said.title, "first"))
        column.addSpacing(px(4))
        column.addWidget(self._lead)
        column.addSpacing(px(20))
        column.addWidget(self._bar)
        column.addSpacing(px(8))
        column.addWidget(self._count)
        column.addSpacing(px(20))
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.stop)
        row.addWidget(words.key("Esc"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words.prose(self._said.stop, "note", "muted"), 1)
        column.addWidget(self._foot)
        column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._foot.isHidden():
            self._on_stop()
        else:
            super().keyPressEvent(event)
