"""What stands beside a page: what to know of it, and, only when somebody asks, what was left out and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.clearing import clear
from fsdesk.ui.presenters.paper_left_out import LeftOut

LEFT_OUT = "Left out, and why"
CHANGE = "Who may see a part is chosen on its card, in the plan. Safety is on no page."


class Beside(QWidget):
    """The family sees this screen too: the list of what is left out is folded away for every new page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes, self._rows = QWidget(), QWidget()
        self._notes_column, self._rows_column = QVBoxLayout(self._notes), QVBoxLayout(self._rows)
        self.ask = button(LEFT_OUT, kind="link")
        self.ask.setCheckable(True)
        self.ask.toggled.connect(self._rows.setVisible)
        px = worn().px
        for column in (self._notes_column, self._rows_column):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._notes)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._rows)
        self.forget()

    def forget(self) -> None:
        """Nothing is said of any page."""
        self.ask.setChecked(False)
        for part in (self._notes, self.ask, self._rows):
            part.hide()

    def tell(self, notes: Sequence[str], left_out: Sequence[LeftOut]) -> None:
        """These notes stand there, and this list is ready to be asked for."""
        clear(self._notes_column)
        for note in notes:
            self._notes_column.addWidget(_row("info", "loch", words.prose(note, "note")))
        self._notes.setVisible(bool(notes))
        clear(self._rows_column)
        for one in left_out:
            said = words.prose("", "note")
            said.say(one.what, one.why)
            self._rows_column.addWidget(_rule())
            self._rows_column.addWidget(_row(one.icon, "muted", said))
        self._rows_column.addWidget(_rule())
        self._rows_column.addWidget(words.prose(CHANGE, "note", "muted"))
        self.ask.setVisible(bool(left_out))


def _row(icon: str, ink: str, said: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(worn().px(8))
    row.addWidget(icons.label(icon, ink, 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(said, 1)
    return made


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("surface", "rule")
    return rule
