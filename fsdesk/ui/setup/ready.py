"""Step five: what is set, and what to do first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.clearing import clear
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.presenters.setup.ready import First, ReadyPresenter, Set
from fsdesk.ui.presenters.setup.steps import Step
from fsdesk.ui.setup.step_door import StepDoor

TITLE = "Ready"
LEAD = "Everything stays on this laptop, and is saved as you write it."
START, LOOK, PRACTISE = "Start a plan", "Look around first", "See practice families"


class Ready(StepDoor):
    """Each way on says what somebody wants to do first."""

    chosen = Signal(object)  # First

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Step.READY, TITLE, LEAD, button(START, "plus", "main"), parent=parent)
        self._things = QVBoxLayout()
        self.look, self.practise = button(LOOK, "house"), button(PRACTISE, "users")
        self.next_asked.connect(lambda: self.chosen.emit(First.START))
        self.look.clicked.connect(lambda: self.chosen.emit(First.LOOK))
        self.practise.clicked.connect(lambda: self.chosen.emit(First.PRACTISE))
        self._lay_out()
        self.setFocusProxy(self.next)

    def serve(self, presenter: ReadyPresenter) -> None:
        """The presenter says how it stands."""
        presenter.begin()

    def show_set(self, things: Sequence[Set]) -> None:
        clear(self._things)
        for one in things:
            self._things.addWidget(_thing(one))

    def _lay_out(self) -> None:
        px = worn().px
        self._things.setSpacing(px(10))
        self.body.addLayout(self._things)
        self.body.addSpacing(px(16))
        others = QWidget()
        flow = Flow(px(10), others)
        for one in (self.look, self.practise):
            one.setProperty("roomy", True)
            flow.addWidget(one)
        self.body.addWidget(others)


def _thing(one: Set) -> QFrame:
    px = worn().px
    card = QFrame()
    card.setProperty("surface", "card")
    row = QHBoxLayout(card)
    row.setContentsMargins(px(16), px(10), px(16), px(10))
    row.setSpacing(px(12))
    said = QVBoxLayout()
    said.setSpacing(px(2))
    said.addWidget(words.line(one.name, "strong"))
    said.addWidget(words.prose(one.text, "body", "muted"))
    icon = icons.label(
        "circle-check" if one.is_set else "circle-dashed", "moss" if one.is_set else "muted", 22
    )
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(said, 1)
    return card
