"""One idea of the coach: closed to a line, or open with its principle, its source, one way in, and two answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.coach.judgement_form import JudgementForm
from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button, icon_button
from fsdesk.ui.presenters.ideas import Idea

_OPEN_SOURCE, _CLOSE_SOURCE = "Open source", "Close source"


class IdeaCard(QFrame):
    """Told by a speech bubble as well as by colour; what it shows can change without losing the focus."""

    toggled = Signal(str)
    way_asked = Signal(str)
    judged = Signal(str, str, bool)  # key, words, ask again at the next review

    def __init__(self, idea: Idea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.idea = idea
        self.setProperty("surface", "idea")
        self._message = words.prose("", "body")
        self._chevron = icon_button("", "chevron-down", "text")
        self._body = QWidget()
        self._statement, self._source = words.prose("", "note"), words.prose("", "note", "muted")
        self._open_source = button(_OPEN_SOURCE, kind="link", dense=True)
        self._way = words.prose("", "body")
        self.take_me_there = button("Take me there", kind="coach", dense=True)
        self.note = button("Note my judgement", dense=True)
        self.form = JudgementForm()
        self._answers = QWidget()
        self._connect()
        self._lay_out()
        self.show_idea(idea, open_=False, may_come_back=False)

    def show_idea(self, idea: Idea, *, open_: bool, may_come_back: bool) -> None:
        """The card shows this idea, open or closed."""
        self.idea = idea
        finding = idea.finding
        self._message.setText(finding.message)
        self._statement.setText(idea.statement)
        self._source.setText(f"{finding.source.document}, {finding.source.locator}")
        self._way.say("One way in:", finding.next_step)
        self.take_me_there.setVisible(idea.way is not None)
        self.form.allow_coming_back(may_come_back)
        if self.property("open") != open_:
            self.setProperty("open", open_)
            self.style().polish(self)
            icons.put(self._chevron, "chevron-up" if open_ else "chevron-down", "text", 18)
        self._body.setVisible(open_)
        self._message.setProperty("words", "strong" if open_ else "body")
        self._message.style().polish(self._message)
        state = "open" if open_ else "closed"
        self._chevron.setAccessibleName(f"Coach idea: {finding.message}")
        self._chevron.setAccessibleDescription(state)
        self._chevron.setToolTip("Close" if open_ else "Open")

    def focus(self) -> None:
        """The idea has the focus, at what opens and closes it."""
        self._chevron.setFocus()

    def ask_for_judgement(self) -> None:
        """The worker's own words are asked for, in place."""
        self._answers.hide()
        self.form.ask()

    def _on_source(self) -> None:
        is_open = self._statement.isHidden()
        self._show_source(is_open)

    def _show_source(self, is_open: bool) -> None:
        self._statement.setVisible(is_open)
        self._open_source.setText(_CLOSE_SOURCE if is_open else _OPEN_SOURCE)
        self._open_source.setAccessibleDescription(self._source.text())

    def _on_form_closed(self) -> None:
        self._answers.show()
        self.note.setFocus()

    def _connect(self) -> None:
        self._chevron.clicked.connect(lambda: self.toggled.emit(self.idea.key))
        self._open_source.clicked.connect(self._on_source)
        self.take_me_there.clicked.connect(lambda: self.way_asked.emit(self.idea.key))
        self.note.clicked.connect(self.ask_for_judgement)
        self.form.closed.connect(self._on_form_closed)
        self.form.kept.connect(lambda said, again: self.judged.emit(self.idea.key, said, again))

    def _lay_out(self) -> None:
        px = worn().px
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(icons.label("message-circle", "heather", 17), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._message, 1)
        head.addWidget(self._chevron, 0, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(px(25), 0, px(6), 0)
        inside.setSpacing(px(8))
        inside.addWidget(self._quote())
        inside.addWidget(self._way)
        self._lay_out_answers()
        inside.addWidget(self._answers)
        inside.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(9), px(8), px(11))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self._body)

    def _quote(self) -> QFrame:
        px = worn().px
        quote = QFrame()
        quote.setProperty("surface", "source")
        column = QVBoxLayout(quote)
        column.setContentsMargins(px(9), 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(self._source)
        column.addWidget(self._statement)
        column.addWidget(self._open_source, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_source(False)
        return quote

    def _lay_out_answers(self) -> None:
        row = QHBoxLayout(self._answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(worn().px(6))
        row.addWidget(self.take_me_there)
        row.addWidget(self.note)
        row.addStretch(1)
        self.note.setToolTip("Ctrl+J")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().y() <= self._message.geometry().bottom():
            self.toggled.emit(self.idea.key)
        super().mousePressEvent(event)
