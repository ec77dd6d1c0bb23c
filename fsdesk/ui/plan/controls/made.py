"""The control that belongs to a field, with its label and what stands below it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.growing_text import GrowingText
from fsdesk.ui.plan.controls.chosen import FEW, AnyOf, OneOf, OneOfMany, Yes
from fsdesk.ui.plan.controls.number import NumberRow
from fsdesk.ui.plan.controls.texts import DayText, Framed, LinesText, LineText
from fsdesk.ui.plan.note_text import NoteText
from fsdesk.ui.plan.quoted import Quoted
from fsdesk.ui.presenters.entries import TextField
from fsdesk.ui.presenters.sections.shapes import Shape

_LINES = {Shape.LINE: LineText, Shape.DAY: DayText, Shape.LINES: LinesText}
_CHOSEN = {Shape.ANY: AnyOf, Shape.YES: Yes, Shape.NUMBER: NumberRow}
_DAY_TIP = "A day, such as 9 March"


class Control(QWidget):
    """A field of a card: what it is, where it is written or chosen, and translations or versions below."""

    def __init__(self, field: TextField, name: str, *, framed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spot, self.is_main = field.spot, field.is_main
        self.inside: Any = _inside(field, name)
        self._options = field.options
        self.below = words.prose("", "note", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(worn().px(3))
        if field.label and field.shape is not Shape.YES and not field.hides_label:
            column.addWidget(
                words.prose(field.label, "note-strong", "moss" if field.tone == "well" else "muted")
            )
        self._place(column, field, framed)
        column.addWidget(self.below)
        self.show_field(field)

    def show_field(self, field: TextField) -> None:
        """The control shows this field; a text in which somebody writes keeps its cursor."""
        if isinstance(self.inside, GrowingText):
            self.inside.run(right_to_left=field.is_right_to_left)
        else:
            self.inside.show_options(field.options)
        if isinstance(self.inside, NumberRow):
            self.inside.show_was(field.was)
        self.inside.show_text(field.text)
        self.below.setText("\n".join(field.below))
        self.below.setVisible(bool(field.below))

    def _place(self, column: QVBoxLayout, field: TextField, framed: bool) -> None:
        inside = self.inside
        if isinstance(inside, GrowingText):
            shown = Quoted(inside) if field.is_own_words else inside
            column.addWidget(Framed(shown, inside, field.tone) if framed else shown)
        elif isinstance(inside, OneOfMany):
            column.addWidget(inside, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(inside)


def _inside(field: TextField, name: str) -> Any:
    if field.shape is Shape.ONE:
        return (OneOf if len(field.options) <= FEW else OneOfMany)(name)
    if field.shape in _CHOSEN:
        return _CHOSEN[field.shape](field.label if field.shape is Shape.YES else name)
    kind = _LINES.get(field.shape) or (NoteText if field.is_read else GrowingText)
    made = kind(name)
    made.setPlaceholderText(_tip(field))
    return made


def _tip(field: TextField) -> str:
    if field.tip or field.shape is Shape.DAY:
        return field.tip or _DAY_TIP
    return "Write it as they said it" if field.is_own_words and not field.label else ""
