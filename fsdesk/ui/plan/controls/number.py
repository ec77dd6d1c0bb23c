"""A number from 0 to 10, invited and never demanded: eleven radio buttons that also hear the keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from fsdesk.ui.look import fonts
from fsdesk.ui.look.tokens import BODY
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.presenters.sections.shapes import Words

KEYS = "Type 0 to 9, or T for ten. Backspace clears it. Nobody has to give a number."
_SIDE, _GAP = 32, 2  # px at 100 %


class _Number(QRadioButton):
    """One number as a square: filled when it was given, dashed where it was given the time before."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.was = number, False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(worn().px(_SIDE), worn().px(_SIDE + 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(worn().px(16), worn().px(_SIDE + 2))

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        look = worn().look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QPen(QColor(look.loch if self.isChecked() else look.control), look.line)
        if self.was and not self.isChecked():
            line = QPen(QColor(look.heather), 2, Qt.PenStyle.DashLine)
        painter.setPen(line)
        painter.setBrush(QColor(look.loch if self.isChecked() else look.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(QColor(look.on_loch if self.isChecked() else look.text))
        painter.setFont(fonts.text(worn().px(BODY), fonts.BOLD if self.isChecked() else fonts.MEDIUM))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self.number))


class NumberRow(Begins, QWidget):
    """Type 0 to 9, or T for ten; Backspace clears. Arrow keys go from one number to the next."""

    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._value = name, ""
        self._group = QButtonGroup(self)
        self._numbers = [_Number(number, self) for number in range(11)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(worn().px(_GAP))
        for number in self._numbers:
            self._group.addButton(number, number.number)
            row.addWidget(number)
            number.clicked.connect(lambda _=False, said=number.number: self._say(str(said)))
        row.addStretch(1)
        self.setAccessibleName(name)
        self.setFocusProxy(self._numbers[0])
        self.show_was("")

    @property
    def text(self) -> str:
        """The number that was given, or nothing."""
        return self._value

    @property
    def cursor_at(self) -> int:
        """There is no cursor among numbers."""
        return 0

    def put_cursor(self, _: int | None) -> None:
        """There is no cursor among numbers."""

    def show_options(self, _: Words) -> None:
        """There are eleven, always."""

    def show_was(self, was: str) -> None:
        """This number was given the time before."""
        for number in self._numbers:
            number.was = str(number.number) == was
            before = ", the time before" if number.was else ""
            number.setAccessibleName(f"{self._name}, {number.number} of 10{before}")
            number.setAccessibleDescription(KEYS)
            number.update()

    def show_text(self, text: str) -> None:
        """This number was given, and nobody has given it just now."""
        self._value = text
        self._group.setExclusive(False)
        for number in self._numbers:
            with QSignalBlocker(number):
                number.setChecked(str(number.number) == text)
        self._group.setExclusive(True)
        chosen = self._group.checkedButton()
        self.setFocusProxy(chosen if chosen is not None else self._numbers[0])

    def _say(self, text: str) -> None:
        had_focus = any(number.hasFocus() for number in self._numbers)
        self.show_text(text)
        if had_focus:
            self.setFocus()
        self.typed.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        said = event.text()
        if said.isascii() and said.isdecimal():
            self._say(said)
        elif said.casefold() == "t":
            self._say("10")
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._say("")
        else:
            super().keyPressEvent(event)
