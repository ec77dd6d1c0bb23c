"""A question only a person can answer: there to be thought about, never counted, answered or left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.plans.reflections import Question
from fsdesk.ui.coach.judgement_form import JudgementForm
from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.presenters.coach_words import Begun, of_question

STAYS = "A thought stays on this laptop and is on no paper."


class QuestionCard(QFrame):
    """Told by a leaf; what somebody begins to write in it stays while the card does."""

    kept = Signal(str, str, bool)  # question, words, for supervision
    began = Signal(object, object)  # Place, Begun

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.setProperty("surface", "idea")
        self.setAccessibleName(f"To think about: {question.ask}")
        self._write = button("Note a thought", kind="quiet", dense=True)
        self._write.setAccessibleName(f"Note a thought: {question.ask}")
        self.form = JudgementForm("My thought", "Bring it to supervision", STAYS)
        self._write.clicked.connect(self._on_write)
        self.form.closed.connect(self._on_closed)
        self.form.kept.connect(lambda said, again: self.kept.emit(question.id, said, again))
        self.form.began.connect(lambda begun: self.began.emit(of_question(question.id), begun))
        self._lay_out()

    @property
    def has_begun(self) -> bool:
        """Whether words of a thought wait in it."""
        return self.form.has_words

    def give_back(self, begun: Begun) -> None:
        """A thought that was begun here stands here again."""
        self._write.hide()
        self.form.give_back(begun)

    def focus_begun(self) -> None:
        """The thought that was begun has the focus."""
        self.form.setFocus()

    def _on_write(self) -> None:
        self._write.hide()
        self.form.ask()

    def _on_closed(self) -> None:
        self._write.show()
        self._write.setFocus()

    def _lay_out(self) -> None:
        px = worn().px
        column = QVBoxLayout()
        column.setSpacing(px(3))
        column.addWidget(words.prose(self.question.ask, "body"))
        column.addWidget(words.prose(self.question.why, "note", "muted"))
        column.addWidget(self._write, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(9), px(8), px(9))
        row.setSpacing(px(8))
        row.addWidget(icons.label("leaf", "muted", 17), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
