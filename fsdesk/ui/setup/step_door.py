"""What every step of the set-up has in common: where one is, a title, the way back and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fsdesk.errors import Refused
from fsdesk.ui.door import Door
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.alt_letters import lettered
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.parts.tab_order import follow, stops_in
from fsdesk.ui.presenters.setup.steps import Step, said
from fsdesk.ui.setup.step_list import StepList

TITLE = "Setting up\nthis laptop"
WINDOW_TITLE = "fsdesk: first set-up"
BACK, LEAVE = "Back", "Leave it for now"
LEAVE_SAID = "Goes to your plans. This step comes again when you next unlock."


class StepDoor(Door):
    """``body`` takes what the step asks. Esc goes back wherever Back does."""

    back_asked = Signal()
    left = Signal()
    next_asked = Signal()

    def __init__(
        self,
        step: Step | None,
        title: str,
        lead: str,
        next_: QPushButton,
        *,
        wide: int = 620,
        has_back: bool = True,
        can_leave: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        sign = (_sign(step), words.line(said(step), "note-strong", "muted")) if step else None
        super().__init__(wide=wide, sign=sign, parent=parent)
        self.setWindowTitle(WINDOW_TITLE)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        self.notice = Notice()
        self.next = next_
        self.back = button(BACK)
        self.leave = button(LEAVE, kind="quiet")
        self.leave.setAccessibleDescription(LEAVE_SAID)
        self.leave.setToolTip(LEAVE_SAID)
        self.why = words.prose("", "note", "muted")
        self._has_back, self._can_leave = has_back, can_leave
        self.foot = QHBoxLayout()
        self.next.clicked.connect(self._on_next)
        self.back.clicked.connect(self.back_asked)
        self.leave.clicked.connect(self.left)
        self._lay_out_door(title, lead)

    def show_ready(self, ready: bool, why: str) -> None:
        """Whether one can go on now, and what is still wanted."""
        self.next.setEnabled(ready)
        self.why.setText(why)
        self.next.setAccessibleDescription(why)

    def show_refused(self, refused: Refused) -> None:
        """Says in the page what is so and what to do."""
        self.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def _on_next(self) -> None:
        self.next_asked.emit()

    def _lay_out_door(self, title: str, lead: str) -> None:
        px, column = worn().px, self.column
        column.addWidget(words.prose(title, "first"))
        column.addSpacing(px(4))
        column.addWidget(words.prose(lead, "lead", "muted"))
        column.addSpacing(px(18))
        column.addLayout(self.body)
        column.addSpacing(px(12))
        column.addWidget(self.notice)
        column.addSpacing(px(8))
        self._lay_out_foot()
        column.addLayout(self.foot)
        column.addSpacing(px(6))
        self.why.setAlignment(Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.why)
        column.addStretch(1)

    def _lay_out_foot(self) -> None:
        for one in (self.back, self.leave, self.next):
            one.setProperty("large", True)
        self.foot.setSpacing(worn().px(10))
        for one, is_wanted in ((self.back, self._has_back), (self.leave, self._can_leave)):
            if is_wanted:
                self.foot.addWidget(one)
            else:
                self.put_aside(one)
        self.foot.addStretch(1)
        self.foot.addWidget(self.next)
        self._letter()

    def _letter(self) -> None:
        """Back and Next stand on every step, so each has the same letter with Alt on all of them."""
        back, onward = lettered([self.back.text(), self.next.text()])
        self.back.setText(back)
        if isinstance(self.next, BusyButton):
            self.next.rename(onward)
        else:
            self.next.setText(onward)

    def _order(self) -> None:
        """Tab goes through what the step asks, and then to the foot, whichever was made first."""
        window = self.window()  # a list that opens is another
        here = [one for one in stops_in(self) if one.window() is window]
        foot = [one for one in self.stops_at_foot() if one in here]
        follow(*(one for one in here if one not in foot), *foot)

    def stops_at_foot(self) -> tuple[QWidget, ...]:
        """What stands at the foot of the page, in its order."""
        return (self.back, self.leave, self.next)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.back.isVisible() and self.back.isEnabled():
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)


def _sign(step: Step) -> QWidget:
    """What stands in the landscape: the title and the list of steps."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(worn().px(18))
    column.addWidget(words.line(TITLE, "page"))
    column.addWidget(StepList(step))
    return made
