"""What an open idea shows: its principle with the exact place, one way in, and two full answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.coach.judgement_form import JudgementForm
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.presenters.coach_words import Begun
from fsdesk.ui.presenters.ideas import Idea

_OPEN_SOURCE, _CLOSE_SOURCE = "Open &source", "Close &source"


class IdeaBody(QWidget):
    """Made when an idea is opened for the first time, and kept with the words somebody began in it."""

    way_asked = Signal()
    judged = Signal(str, bool)  # words, ask again at the next review

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._statement, self._source = words.prose("", "note"), words.prose("", "note", "muted")
        self._open_source = button(_OPEN_SOURCE, kind="link", dense=True)
        self._way = words.prose("", "body")
        self.take_me_there = button("&Take me there", kind="coach", dense=True)
        self.note = button("Note my &judgement", dense=True)
        self.form = JudgementForm()
        self._answers = QWidget()
        self._connect()
        self._lay_out()

    def show_idea(self, idea: Idea, *, may_come_back: bool) -> None:
        """This idea is told; ``may_come_back`` when there is a next review to bring it back at."""
        finding = idea.finding
        self._statement.setText(idea.statement)
        self._source.setText(f"{finding.source.document}, {finding.source.locator}")
        self._way.say("One way in:", finding.next_step)
        self.take_me_there.setVisible(idea.way is not None)
        self.form.allow_coming_back(may_come_back)

    def ask_for_judgement(self) -> None:
        """The worker's own words are asked for, in place."""
        self._answers.hide()
        self.form.ask()

    def give_back(self, begun: Begun) -> None:
        """A judgement that was begun here stands here again."""
        self._answers.hide()
        self.form.give_back(begun)

    def _show_source(self, is_open: bool) -> None:
        self._statement.setVisible(is_open)
        self._open_source.setText(_CLOSE_SOURCE if is_open else _OPEN_SOURCE)
        self._open_source.setAccessibleDescription(self._source.text())

    def _on_form_closed(self) -> None:
        self._answers.show()
        self.note.setFocus()

    def _connect(self) -> None:
        self._open_source.clicked.connect(lambda: self._show_source(self._statement.isHidden()))
        self.take_me_there.clicked.connect(self.way_asked)
        self.note.clicked.connect(self.ask_for_judgement)
        self.form.closed.connect(self._on_form_closed)
        self.form.kept.connect(self.judged)

    def _lay_out(self) -> None:
        px = worn().px
        inside = QVBoxLayout(self)
        inside.setContentsMargins(px(25), 0, px(6), 0)
        inside.setSpacing(px(8))
        inside.addWidget(self._quote())
        inside.addWidget(self._way)
        row = QHBoxLayout(self._answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(self.take_me_there)
        row.addWidget(self.note)
        row.addStretch(1)
        self.note.setToolTip("Ctrl+J")
        inside.addWidget(self._answers)
        inside.addWidget(self.form)

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
