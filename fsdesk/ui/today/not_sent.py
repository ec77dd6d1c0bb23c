"""What is only on this laptop, where the last package went, and the way to prepare another."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.presenters.today_rows import SentRow

HEADING, ALL_SENT, PREPARE = "Not yet sent", "Sent", "Prepare a package"


class NotSentCard(QFrame):
    """Hidden where nothing was written and nothing was sent."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        px = worn().px
        self.setProperty("surface", "card")
        self._heading, self._text = words.line(HEADING, "card"), words.prose("", "body")
        self.prepare = button(PREPARE, "send")
        self.prepare.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(13), px(16), px(14))
        column.setSpacing(px(4))
        column.addWidget(self._heading)
        column.addWidget(self._text)
        column.addSpacing(px(4))
        column.addWidget(self.prepare, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_sent(self, row: SentRow | None) -> None:
        """This is so."""
        self.setVisible(row is not None)
        if row is not None:
            self._heading.setText(HEADING if row.can_prepare else ALL_SENT)
            self._text.setText(row.text)
            self.prepare.setVisible(row.can_prepare)
