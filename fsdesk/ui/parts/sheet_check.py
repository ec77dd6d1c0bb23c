"""Typing part of a recovery sheet back, so that the sheet is known to be real."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from fsdesk.errors import Refused
from fsdesk.ui.look.announce import announce
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.parts.pill import Pill

HEADING = "Check it works"
MATCHES = "That matches"
_MOST_SIGNS = 200


class SheetCheck(QWidget):
    """Hidden until part of a sheet is asked for; ``typed`` comes with Enter or the button."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks = words.prose("", "body")
        self._line = QLineEdit()
        self._line.setMaxLength(_MOST_SIGNS)
        hints = Qt.InputMethodHint
        self._line.setInputMethodHints(hints.ImhNoPredictiveText | hints.ImhSensitiveData)
        self._check = button("Check it", "check")
        self._matches = Pill(MATCHES, "moss", "circle-check")
        self._notice = Notice()
        self._line.returnPressed.connect(self._on_check)
        self._line.textChanged.connect(lambda _: self._notice.clear())
        self._check.clicked.connect(self._on_check)
        self._lay_out()
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What has the focus here, first things first."""
        return (self._line, self._check)

    def ask(self, what: str) -> None:
        """Asks for this part of the sheet; with no words there is nothing to ask for."""
        self._asks.setText(what)
        self._asks.show()
        self._line.setAccessibleName(what)
        self._line.clear()
        for one in (self._line, self._check):
            one.show()
        self._matches.hide()
        self._notice.clear()
        self.setVisible(bool(what))

    def show_matches(self) -> None:
        """What was typed stands on the sheet; nothing more is asked for."""
        self._line.clear()
        for one in (self._line, self._check, self._asks):
            one.hide()
        self._notice.clear()
        self._matches.show()
        self.show()
        announce(self, MATCHES)

    def show_not_there(self, refused: Refused) -> None:
        """Something else stands there; what was typed stays, selected."""
        self._notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)
        self._line.setFocus()
        self._line.selectAll()

    def _on_check(self) -> None:
        self.typed.emit(self._line.text())

    def _lay_out(self) -> None:
        px = worn().px
        self._line.setProperty("large", True)
        self._check.setProperty("roomy", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(words.line(HEADING, "strong"))
        column.addWidget(self._asks)
        column.addWidget(self._line)
        column.addWidget(self._check, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._matches, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._notice)
        self._matches.hide()
