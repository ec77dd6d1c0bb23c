"""Starting a plan asks one thing only: the name the family chooses for itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.presenters.starting import Alike

QUESTION = "What does the family call itself?"
HINT = "Any name they choose. It stands on no paper, and it can change."
ALIKE = "A family with a name like this is here already"
DIFFERENT = "It is a different family"
_MOST_OFFERED = 2
_MOST_TOLD = 4


class StartCard(QFrame):
    """Hidden until it is asked for; Enter starts, Esc closes.

    Where the family may be here already it says so, softly: open that plan, or say that it is a different family.
    """

    started = Signal(str)
    different = Signal(str)
    opened = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sheet")
        self._name = QLineEdit()
        self._name.setAccessibleName(QUESTION)
        self._name.setAccessibleDescription(HINT)
        self._name.setProperty("large", True)
        self._name.setMaxLength(200)
        self._start = button("Start", "plus", "main")
        self._start.setProperty("large", True)
        self._cancel = button("Not now", kind="quiet")
        self._alike = Notice()
        self._name.textEdited.connect(self._alike.clear)
        self._name.returnPressed.connect(self._on_start)
        self._start.clicked.connect(self._on_start)
        self._cancel.clicked.connect(self._on_close)
        self._lay_out()
        self.setFocusProxy(self._name)
        self.hide()

    def ask(self) -> None:
        """The question stands open."""
        self._alike.clear()
        self._name.clear()
        self.show()
        self._name.setFocus()

    def _on_start(self) -> None:
        name = self._name.text().strip()
        if name:
            self.hide()
            self.started.emit(name)
        else:
            self._name.setFocus()

    def ask_whether_alike(self, name: str, found: Sequence[Alike]) -> None:
        """Families with a name like this one are shown; the person says whether it is one of them."""
        self._name.setText(name)
        more = [f"and {len(found) - _MOST_TOLD} more"] if len(found) > _MOST_TOLD else []
        told = "\n".join([*map(_told, found[:_MOST_TOLD]), *more])
        self._alike.say(Tone.CALM, told, ALIKE, icon="users")
        self._alike.offer(
            *(self._opening(one) for one in found[:_MOST_OFFERED]), self._saying_different(name)
        )
        self.show()
        self._name.setFocus()

    def _opening(self, one: Alike) -> QPushButton:
        made = button(f"Open {one.family}")
        made.clicked.connect(partial(self._on_open, one.plan))
        return made

    def _saying_different(self, name: str) -> QPushButton:
        made = button(DIFFERENT, kind="main")
        made.clicked.connect(partial(self._on_different, name))
        return made

    def _on_open(self, plan: str) -> None:
        self.hide()
        self.opened.emit(plan)

    def _on_different(self, name: str) -> None:
        self.hide()
        self.different.emit(name)

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    def _lay_out(self) -> None:
        px = worn().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(14))
        column.setSpacing(px(8))
        column.addWidget(words.line(QUESTION, "card"))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._name, 1)
        row.addWidget(self._start)
        row.addWidget(self._cancel)
        column.addLayout(row)
        column.addWidget(words.prose(HINT, "note", "muted"))
        column.addWidget(self._alike)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _told(one: Alike) -> str:
    return f"{one.family}: {one.detail}" if one.detail else one.family
