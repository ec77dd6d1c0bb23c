"""What can be done when a passphrase does not come to mind, beginning with what helps most often."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fsdesk.desk.ways_in import WaysIn
from fsdesk.errors import Refused
from fsdesk.ui.door import Door
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.presenters.recovering import WaysPresenter

TITLE = "When it doesn’t come to mind"
LEAD = "It often comes back when you write it slowly, with Show on and a space between the words."
NO_WAY = (
    "No recovery sheet was made for these plans, and no team lead keeps a way in. "
    "Nobody else can open them: try it again whenever you like, as often as you need."
)
NOBODY_ELSE = "Nobody else, including us, can open your plans for you."
BY_SHEET, BY_LEAD, BY_ANSWER = (
    "With my recovery sheet",
    "Ask my team lead",
    "I have my team lead’s answer",
)


class Ways(Door):
    """Esc goes back to the passphrase."""

    back_asked = Signal()
    sheet_asked = Signal()
    lead_asked = Signal()
    answer_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._back = button("Back to the passphrase", "arrow-left", "main")
        self._offers = QVBoxLayout()
        self._told = words.prose(NOBODY_ELSE, "note", "muted")
        self._notice = Notice()
        self._back.clicked.connect(self.back_asked)
        self._lay_out()
        self.setFocusProxy(self._back)

    def serve(self, presenter: WaysPresenter) -> None:
        """The presenter says which ways lead in."""
        presenter.begin()

    def show_ways(self, ways: WaysIn) -> None:
        self._told.setText(NOBODY_ELSE if ways.are_any else NO_WAY)
        if ways.sheets:
            self._offer(f"{BY_SHEET} {ways.sheets[-1]}", "file-text", self.sheet_asked)
        if ways.lead:
            self._offer(BY_LEAD, "users", self.lead_asked)
        if ways.lead and ways.asked:
            self._offer(BY_ANSWER, "mail-open", self.answer_asked)

    def show_refused(self, refused: Refused) -> None:
        self._told.hide()
        self._notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def _offer(self, label: str, icon: str, asked: SignalInstance) -> None:
        made: QPushButton = button(label, icon)
        made.setProperty("large", True)
        made.clicked.connect(asked)
        self._offers.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        px, column = worn().px, self.column
        self._back.setProperty("large", True)
        self._offers.setSpacing(px(10))
        column.addWidget(words.prose(TITLE, "first"))
        column.addSpacing(px(6))
        column.addWidget(words.prose(LEAD, "lead", "muted"))
        column.addSpacing(px(22))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(px(10))
        column.addLayout(self._offers)
        column.addSpacing(px(22))
        column.addWidget(self._notice)
        column.addWidget(self._told)
        column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)
