"""The page that is shown while the lock of closed plans is changed: how far it is, and a way to stop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from fsdesk.ui.door import Door
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.presenters.relocking import RelockingPresenter
from fsdesk.ui.runner import Runner, Served
from fsdesk.ui.window import Window

TITLE = "Changing the lock"
LEAD = "Your plans are closed, and every page of them is written anew under a new key."
STOP_TEXT = "Stopping keeps the lock you had before. Nothing is half done."
STOPPING = "Stopping..."
NEARLY = "The lock is changed. The first backup under it is being made and read back."


def relock(window: Window, runner: Runner, ended: Callable[[str], None]) -> RelockingPresenter:
    """The window shows the page, and gives back what begins the work."""
    page = Relocking()
    served = Served(runner, page)
    presenter = RelockingPresenter(page, submit=served.submit, watched=served.watched, ended=ended)
    page.serve(presenter)
    window.show_door(page)
    return presenter


class Relocking(Door):
    """Esc stops, as the button does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._presenter: RelockingPresenter | None = None
        self._bar, self._count = QProgressBar(), words.line("", "strong")
        self._lead, self._foot = words.prose(LEAD, "lead", "muted"), QWidget()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(TITLE)
        self.stop = button("Stop")
        self.stop.clicked.connect(self._on_stop)
        self._lay_out()
        self.setFocusProxy(self.stop)

    def serve(self, presenter: RelockingPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter

    def show_step(self, done: int, total: int, words: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{words}: {done * 100 // total if total else 0} of 100 parts")
        self._bar.setAccessibleName(self._count.text())

    def show_changed(self) -> None:
        self._foot.hide()
        self._lead.setText(NEARLY)

    def show_stopping(self) -> None:
        self.stop.setEnabled(False)
        self.stop.setText(STOPPING)

    def _on_stop(self) -> None:
        if self._presenter:
            self._presenter.stop()

    def _lay_out(self) -> None:
        px, column = worn().px, self.column
        column.addWidget(words.prose(TITLE, "first"))
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
        row.addWidget(words.prose(STOP_TEXT, "note", "muted"), 1)
        column.addWidget(self._foot)
        column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._foot.isHidden():
            self._on_stop()
        else:
            super().keyPressEvent(event)
