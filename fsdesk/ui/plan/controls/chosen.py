"""One of several, any of several, and yes or no: real buttons that say what they are and whether they are chosen."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.buttons import chip
from fsdesk.ui.parts.clearing import let_go
from fsdesk.ui.parts.drop_list import DropList
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.tick_box import TickBox
from fsdesk.ui.presenters.sections.shapes import Words
from fsdesk.ui.presenters.values import NO, YES

FEW = 8
"""So many answers stand side by side; more are in a list that opens."""
_LETTERS = 30


class _Chips(Begins, QWidget):
    """Buttons side by side, in as many lines as they need."""

    typed = Signal(str)

    def __init__(self, name: str, *, one: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._name, self._one = name, one
        self._options: Words = ()
        self._group = QButtonGroup(self)
        self._group.setExclusive(one)
        self._chips: dict[str, QPushButton] = {}
        self._flow = Flow(worn().px(6), self)
        self._value = ""

    @property
    def text(self) -> str:
        """The values that are chosen, each on a line of its own."""
        return self._value

    @property
    def cursor_at(self) -> int:
        """There is no cursor among buttons."""
        return 0

    def put_cursor(self, _: int | None) -> None:
        """There is no cursor among buttons."""

    def show_options(self, options: Words) -> None:
        """These are the answers; a button that is there already stays the same one."""
        if options == self._options:
            return
        self._options = options
        for value in [value for value in self._chips if value not in dict(options)]:
            gone = self._chips.pop(value)
            self._group.removeButton(gone)
            self._flow.removeWidget(gone)
            let_go(gone)
        for value, word in options:
            self._chip(value).setText(word)
            self._chips[value].setAccessibleName(f"{self._name}: {word}" if self._name else word)
        if self._chips:
            self.setFocusProxy(next(iter(self._chips.values())))
        self.updateGeometry()

    def show_text(self, text: str) -> None:
        """These values are chosen, and nobody has chosen them just now."""
        self._value = text
        chosen = set(text.split("\n"))
        self._group.setExclusive(False)
        for value, made in self._chips.items():
            with QSignalBlocker(made):
                made.setChecked(value in chosen)
        self._group.setExclusive(self._one)

    def _chip(self, value: str) -> QPushButton:
        made = self._chips.get(value)
        if made is None:
            made = self._chips[value] = chip("", parent=self)
            self._group.addButton(made)
            self._flow.addWidget(made)
            made.clicked.connect(self._on_clicked)
            if self.isVisible():  # shown sooner, it would be dressed twice
                made.show()
        return made

    def _on_clicked(self) -> None:
        self._value = "\n".join(sorted(value for value, made in self._chips.items() if made.isChecked()))
        self.typed.emit(self._value)


class OneOf(_Chips):
    """One answer of a few; the arrow keys go from one to the next."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, one=True, parent=parent)


class AnyOf(_Chips):
    """Any of several answers, or none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, one=False, parent=parent)


class OneOfMany(DropList):
    """One answer of many, in a list that opens."""

    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(_LETTERS, parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # some readers are told what is chosen in place of the name
        self._options: Words = ()
        self.activated.connect(lambda _: self.typed.emit(self.text))

    @property
    def text(self) -> str:
        """The value that is chosen."""
        return str(self.currentData() or "")

    @property
    def cursor_at(self) -> int:
        """There is no cursor in a list."""
        return 0

    def put_cursor(self, _: int | None) -> None:
        """There is no cursor in a list."""

    def show_options(self, options: Words) -> None:
        """These are the answers."""
        if options == self._options:
            return
        self._options, before = options, self.text
        with QSignalBlocker(self):
            self.clear()
            for value, word in options:
                self.addItem(word, value)
        self.show_text(before)

    def show_text(self, text: str) -> None:
        """This value is chosen, and nobody has chosen it just now."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(text))


class Yes(Begins, QWidget):
    """A box that is ticked or not."""

    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = TickBox(name)
        self._box.clicked.connect(lambda: self.typed.emit(self.text))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box)
        row.addStretch(1)
        self.setFocusProxy(self._box)

    @property
    def text(self) -> str:
        """Whether it is ticked, as the plan says it."""
        return YES if self._box.isChecked() else NO

    @property
    def cursor_at(self) -> int:
        """There is no cursor in a box."""
        return 0

    def put_cursor(self, _: int | None) -> None:
        """There is no cursor in a box."""

    def show_options(self, _: Words) -> None:
        """There are two, always."""

    def show_text(self, text: str) -> None:
        """The box says this, and nobody has ticked it just now."""
        self._box.setChecked(text == YES)
