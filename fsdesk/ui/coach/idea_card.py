"""One idea of the coach: closed to a line, or open with all that belongs to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.coach.idea_body import IdeaBody
from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import icon_button
from fsdesk.ui.presenters.coach_words import Begun, of_idea
from fsdesk.ui.presenters.ideas import Idea

COACH_IDEA, BEFORE_SHARING = "Coach idea", "To settle before sharing"


class IdeaCard(QFrame):
    """Told by a speech bubble, or a shield, as well as by colour; what it shows can change without losing the focus."""

    toggled = Signal(str)
    way_asked = Signal(str)
    judged = Signal(str, str, bool)  # key, words, ask again at the next review
    began = Signal(object, object)  # Place, Begun

    def __init__(self, idea: Idea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.idea = idea
        self.body: IdeaBody | None = None
        self.setProperty("surface", "idea")
        self._message = words.prose("", "body")
        self._chevron = icon_button("", "chevron-down", "text")
        self._chevron.clicked.connect(lambda: self.toggled.emit(self.idea.key))
        self._column = QVBoxLayout(self)
        self._lay_out()

    def show_idea(self, idea: Idea, *, open_: bool, may_come_back: bool) -> None:
        """The card shows this idea, open or closed."""
        self.idea = idea
        self._message.setText(idea.finding.message)
        kind = BEFORE_SHARING if idea.settles else COACH_IDEA
        self._chevron.setAccessibleName(f"{kind}, {idea.principle}: {idea.finding.message}")
        if open_ and self.body is None:
            self.body = self._made_body()
        if self.body is not None:
            self.body.show_idea(idea, may_come_back=may_come_back)
            self.body.setVisible(open_)
        if self.property("open") != open_:
            self._show_open(open_)

    @property
    def has_begun(self) -> bool:
        """Whether words of a judgement wait in it."""
        return self.body is not None and self.body.form.has_words

    def give_back(self, begun: Begun) -> None:
        """A judgement that was begun here stands here again, whether the idea is open or closed."""
        if self.body is None:
            self.body = self._made_body()
            self.body.setVisible(bool(self.property("open")))
        self.body.give_back(begun)

    def focus_begun(self) -> None:
        """The judgement that was begun has the focus."""
        if self.body is not None:
            self.body.form.setFocus()

    def focus(self) -> None:
        """The idea has the focus, at what opens and closes it."""
        self._chevron.setFocus()

    def ask_for_judgement(self) -> None:
        """The worker's own words are asked for, in an idea that stands open."""
        if self.body is not None:
            self.body.ask_for_judgement()

    def _show_open(self, open_: bool) -> None:
        self.setProperty("open", open_)
        self.style().polish(self)
        icons.put(self._chevron, "chevron-up" if open_ else "chevron-down", "text", 18)
        self._chevron.setAccessibleDescription("open" if open_ else "closed")
        self._chevron.setToolTip("Close" if open_ else "Open")
        self._message.setProperty("words", "strong" if open_ else "body")
        self._message.style().polish(self._message)

    def _made_body(self) -> IdeaBody:
        body = IdeaBody()
        body.way_asked.connect(lambda: self.way_asked.emit(self.idea.key))
        body.judged.connect(lambda said, again: self.judged.emit(self.idea.key, said, again))
        body.form.began.connect(lambda begun: self.began.emit(of_idea(self.idea.key), begun))
        self._column.addWidget(body)
        return body

    def _lay_out(self) -> None:
        px = worn().px
        head = QHBoxLayout()
        head.setSpacing(px(8))
        shape, ink = ("shield", "amber") if self.idea.settles else ("message-circle", "heather")
        head.addWidget(icons.label(shape, ink, 17), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._message, 1)
        head.addWidget(self._chevron, 0, Qt.AlignmentFlag.AlignTop)
        self._column.setContentsMargins(px(12), px(9), px(8), px(11))
        self._column.setSpacing(px(8))
        self._column.addLayout(head)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().y() <= self._message.geometry().bottom():
            self.toggled.emit(self.idea.key)
        super().mousePressEvent(event)
