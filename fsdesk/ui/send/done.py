"""The last page of sending: what lies where, how large it is, what happens next, and what is still only here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.presenters.send import Sealed

READ_BACK = "It was read back and is whole."
NEXT = "Hand it over on a stick, or e-mail it: only they can open it."
ANSWER = "A receipt comes back the same way. Nothing is deleted here before that."
_WIDE = 820  # px at 100 %


class Done(QWidget):
    """Says only what is so: sealed and saved is not handed over, and not received."""

    back_asked, again_asked = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._went = words.prose("", "lead", "muted")
        self._name = words.prose("", "code-large")
        self._place = words.prose("", "body", "muted")
        self._stays = words.prose("", "body", "muted")
        self._still = words.line("Still only here", "heading")
        self.back = button("Back to families", kind="main")
        self.back.setProperty("large", True)
        self.again = button("Seal one for someone else", "user-plus")
        self.again.setProperty("large", True)
        self.back.clicked.connect(self.back_asked)
        self.again.clicked.connect(self.again_asked)
        self._lay_out()
        self.setFocusProxy(self.back)

    def show_sealed(self, sealed: Sealed) -> None:
        """This package was sealed."""
        self._went.setText(f"{sealed.went}. {READ_BACK}")
        self._name.setText(sealed.name)
        self._place.setText(f"{sealed.size} in {sealed.place}. The name holds no family’s name.")
        self._stays.setText("\n".join(sealed.stays))
        self._still.setVisible(bool(sealed.stays))

    def _lay_out(self) -> None:
        px = worn().px
        held = QWidget()
        held.setMaximumWidth(px(_WIDE))
        inside = QVBoxLayout(held)
        inside.setContentsMargins(px(24), px(46), px(24), px(24))
        inside.setSpacing(px(18))
        inside.addLayout(self._top())
        inside.addWidget(self._file())
        inside.addLayout(self._next())
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.back)
        row.addWidget(self.again)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addStretch(1)
        outside = QHBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addStretch(1)
        outside.addWidget(held, 8)
        outside.addStretch(1)

    def _top(self) -> QHBoxLayout:
        px = worn().px
        circle = QFrame()
        circle.setProperty("surface", "circle-well")
        circle.setFixedSize(px(64), px(64))
        inside = QHBoxLayout(circle)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(icons.label("check", "moss", 36), 0, Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(words.prose("Sealed and saved", "first"))
        column.addWidget(self._went)
        row = QHBoxLayout()
        row.setSpacing(px(18))
        row.addWidget(circle, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        return row

    def _file(self) -> QFrame:
        px = worn().px
        card = QFrame()
        card.setProperty("surface", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(px(22), px(16), px(22), px(16))
        row.setSpacing(px(16))
        row.addWidget(icons.label("file-lock", "loch", 32), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(self._name)
        column.addWidget(self._place)
        row.addLayout(column, 1)
        return card

    def _next(self) -> QHBoxLayout:
        px = worn().px
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addWidget(words.line("Next", "heading"))
        for icon, text in (("send", NEXT), ("mail-open", ANSWER)):
            row = QHBoxLayout()
            row.setSpacing(px(8))
            row.addWidget(icons.label(icon, "loch", 20), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words.prose(text, "body"), 1)
            left.addLayout(row)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(px(8))
        right.addWidget(self._still)
        right.addWidget(self._stays)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(px(30))
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        return both
