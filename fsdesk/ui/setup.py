"""The first set-up of a laptop: who you are, and a passphrase. Everything is made here, and nothing leaves."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fsdesk.desk.stores import LONGEST_LABEL, PRACTICE_NAME
from fsdesk.errors import Refused
from fsdesk.ui.door import Door
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.buttons import button, chip
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.parts.passphrase_field import PassphraseField
from fsdesk.ui.presenters.setup import LEAD, STRONG, WORKER, SetUpPresenter, Strength

TITLE = "Setting up this laptop"
MORE_TITLE, PRACTICE_TITLE = "More plans on this laptop", "Practice families"
PRACTICE_TEXT = "Six made-up families to try things with. Nothing of them can be sent anywhere."
LABEL_NOTE = "Such as your team’s name. It is seen before unlocking, so never a family’s."
LEAD_TEXT = "Your plans will be locked on this laptop. Only your passphrase opens them."
NEVER = "Never a family’s name, a birthday or your car."
NO_WAY_IN = (
    "Write it down and keep it away from the laptop: nobody, including us, can open your plans without it."
)
_ROLES = ((WORKER, "I work with families"), (LEAD, "I lead a team"))


class SetUp(Door):
    """One page with four things on it; Esc goes back.

    With ``asks_label`` it also asks what these plans are called, since there are others; for practice, it asks
    for nobody's name and says that the families are made up.
    """

    cancelled = Signal()
    suggestion_asked = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, asks_label: bool = False, is_practice: bool = False
    ) -> None:
        super().__init__(wide=620, parent=parent)
        self._asks_label, self._is_practice = asks_label, is_practice
        self._label = QLineEdit()
        self._presenter: SetUpPresenter | None = None
        self._name = QLineEdit()
        self._roles = QButtonGroup(self)
        self._suggestion = words.prose("", "code-large")
        self._another = button("Another", "rotate-ccw", "quiet", dense=True)
        self._use = button("Use this one", dense=True)
        self._passphrase, self._again = PassphraseField(), PassphraseField()
        self._blocks = Blocks()
        self._strength = words.line("", "strong")
        self._next_words = words.prose("", "body", "muted")
        self._why = words.prose("", "note", "muted")
        self._notice = Notice()
        self._back = button("Back")
        self._make = BusyButton("Finish setting up", "Setting up...", "lock-keyhole")
        self._lay_out()
        if is_practice:
            self._name.setText(PRACTICE_NAME)
        self.setFocusProxy(self._passphrase if is_practice else self._label if asks_label else self._name)

    def serve(self, presenter: SetUpPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        self._passphrase.changed.connect(self._on_changed)
        self._again.changed.connect(self._on_changed)
        self._again.entered.connect(self._on_make)
        self._name.textChanged.connect(self._on_changed)
        self._label.textChanged.connect(self._on_changed)
        self._make.asked.connect(self._on_make)
        self._back.clicked.connect(self.cancelled)
        self._another.clicked.connect(self.suggestion_asked)
        self._use.clicked.connect(self._on_use)
        self._on_changed()

    def show_suggestion(self, passphrase: str) -> None:
        """Words drawn on this laptop, to be used or not."""
        self._suggestion.setText(passphrase)

    def show_strength(self, found: Strength) -> None:
        self._blocks.show_blocks(found.blocks)
        self._blocks.setAccessibleName(f"{found.heading} {found.text}".strip())
        self._strength.setText(found.heading)
        self._strength.setVisible(bool(found.heading))
        self._next_words.setText(found.text)

    def show_ready(self, ready: bool, why: str) -> None:
        self._make.setEnabled(ready)
        self._why.setText(why)

    def show_making(self, making: bool) -> None:
        self._make.set_busy(making)
        for field in (self._passphrase, self._again):
            field.set_waiting(making)
        for line in (self._name, self._label):
            line.setReadOnly(making)
        self._back.setEnabled(not making)

    def show_refused(self, refused: Refused) -> None:
        self._notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def forget_passphrase(self) -> None:
        """Both fields are empty."""
        self._passphrase.forget()
        self._again.forget()

    def _on_changed(self) -> None:
        if self._presenter:
            typed = (self._passphrase.text, self._again.text)
            self._presenter.changed(self._name.text(), *typed, self._label.text())

    def _on_use(self) -> None:
        """The suggestion stands in the field, shown, so that it can be written down before it is typed once more."""
        self._passphrase.put(self._suggestion.text())
        self._again.setFocus()

    def _on_make(self) -> None:
        if self._presenter and not self._make.is_busy:
            role = _ROLES[max(0, self._roles.checkedId())][0]
            typed = (self._passphrase.text, self._again.text)
            self._presenter.make(self._name.text(), role, *typed, self._label.text())

    def _lay_out(self) -> None:
        px, column = worn().px, self.column
        column.addWidget(words.line(self._title(), "first"))
        column.addSpacing(px(4))
        column.addWidget(words.prose(PRACTICE_TEXT if self._is_practice else LEAD_TEXT, "lead", "muted"))
        column.addSpacing(px(18))
        if self._asks_label:
            self._lay_out_label(column)
            column.addSpacing(px(14))
        if not self._is_practice:
            self._lay_out_name(column)
            column.addSpacing(px(14))
        column.addWidget(self._suggested())
        column.addSpacing(px(14))
        self._lay_out_passphrase(column)
        column.addSpacing(px(12))
        column.addWidget(self._notice)
        column.addSpacing(px(8))
        column.addLayout(self._foot())
        column.addWidget(self._why, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)

    def _title(self) -> str:
        if self._is_practice:
            return PRACTICE_TITLE
        return MORE_TITLE if self._asks_label else TITLE

    def _lay_out_label(self, column: QVBoxLayout) -> None:
        px = worn().px
        column.addWidget(words.line("What these plans are called", "strong"))
        column.addSpacing(px(6))
        self._label.setAccessibleName("What these plans are called")
        self._label.setMaxLength(LONGEST_LABEL)
        column.addWidget(self._label)
        column.addSpacing(px(4))
        column.addWidget(words.prose(LABEL_NOTE, "note", "muted"))

    def _lay_out_name(self, column: QVBoxLayout) -> None:
        px = worn().px
        column.addWidget(words.line("Your name, as your team knows it", "strong"))
        column.addSpacing(px(6))
        self._name.setAccessibleName("Your name")
        self._name.setMaxLength(200)
        column.addWidget(self._name)
        column.addSpacing(px(10))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for number, (_, label) in enumerate(_ROLES):
            made = chip(label, checked=number == 0)
            self._roles.addButton(made, number)
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)

    def _suggested(self) -> QFrame:
        px = worn().px
        card = QFrame()
        card.setProperty("surface", "raised")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(px(14), px(8), px(10), px(10))
        inside.setSpacing(px(4))
        top = QHBoxLayout()
        top.addWidget(words.line("A passphrase, made on this laptop", "strong"), 1)
        top.addWidget(self._another)
        inside.addLayout(top)
        inside.addWidget(self._suggestion)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._use)
        row.addWidget(words.prose(NEVER, "note", "muted"), 1)
        inside.addLayout(row)
        return card

    def _lay_out_passphrase(self, column: QVBoxLayout) -> None:
        px = worn().px
        self._passphrase.call("Your passphrase")
        self._again.call("Your passphrase once more")
        column.addWidget(words.line("Your passphrase", "strong"))
        column.addSpacing(px(6))
        column.addWidget(self._passphrase)
        column.addSpacing(px(6))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self._blocks)
        row.addWidget(self._strength)
        row.addWidget(self._next_words, 1)
        column.addLayout(row)
        column.addSpacing(px(10))
        column.addWidget(words.line("Type it once more", "strong"))
        column.addSpacing(px(6))
        column.addWidget(self._again)
        column.addSpacing(px(6))
        column.addWidget(words.prose(NO_WAY_IN, "note", "muted"))

    def _foot(self) -> QHBoxLayout:
        self._make.setProperty("large", True)
        self._back.setProperty("large", True)
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._make)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._make.is_busy:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class Blocks(QWidget):
    """Three blocks, filled from the left as a passphrase grows stronger; words beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = 0

    def show_blocks(self, filled: int) -> None:
        """So many of the three are filled."""
        self._filled = filled
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(worn().px(204), worn().px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = worn().look, worn().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(STRONG):
            block = QRectF(number * px(68) + 1, (self.height() - px(11)) / 2, px(62), px(11))
            filled = number < self._filled
            painter.setPen(QPen(QColor(look.moss if filled else look.control), 1))
            painter.setBrush(QColor(look.moss if filled else look.panel))
            painter.drawRoundedRect(block, 2, 2)
