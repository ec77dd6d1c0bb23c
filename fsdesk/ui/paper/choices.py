"""Lists to choose from, two beside each other: for whom, in which language, how it is set, where it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.clearing import let_go
from fsdesk.ui.parts.drop_list import DropList
from fsdesk.ui.presenters.paper_choices import READER, Choice

_LETTERS = 10


class Choices(QWidget):
    """Shows what can be chosen now; what was there before keeps its list, and the focus."""

    chosen = Signal(str, str)  # key, value

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: dict[str, _Held] = {}
        self._order: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(worn().px(10))
        self._grid.setVerticalSpacing(worn().px(6))
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """These lists in this order; names, and what has a note, are as wide as there is room."""
        for key in [key for key in self._held if key not in {one.key for one in choices}]:
            let_go(self._held.pop(key))
        for one in choices:
            if one.key not in self._held:
                self._held[one.key] = _Held(one)
                self._held[one.key].list.currentIndexChanged.connect(partial(self._on_changed, one.key))
            self._held[one.key].show_choice(one)
        self._order = tuple(one.key for one in choices)
        self._place(choices)

    @property
    def lists(self) -> tuple[DropList, ...]:
        """The lists in the order they stand."""
        return tuple(self._held[key].list for key in self._order)

    def value(self, key: str) -> str:
        """What is chosen in a list; nothing where there is no such list."""
        return str(self._held[key].list.currentData() or "") if key in self._held else ""

    def list(self, key: str) -> DropList:
        """The list of this key. Raises KeyError for one that is not shown."""
        return self._held[key].list

    def _place(self, choices: Sequence[Choice]) -> None:
        for held in self._held.values():
            self._grid.removeWidget(held)
        row, column = 0, 0
        for one in choices:
            held = self._held[one.key]
            wide = bool(one.note) or one.key == READER
            if wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(held, row, column, 1, 2 if wide else 1)
            held.show()  # at once: what is not shown cannot take the focus
            row, column = (row + 1, 0) if wide or column else (row, 1)

    def _on_changed(self, key: str, _index: int) -> None:
        self.chosen.emit(key, self.value(key))


class _Held(QWidget):
    """What is asked, the list, and a note below it."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.list = DropList(_LETTERS)
        self.list.setAccessibleName(choice.asks)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._note = words.prose("", "note", "amber")
        self._options: tuple[tuple[str, str], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(worn().px(4))
        asks = words.line(choice.asks, "note-strong")
        asks.setBuddy(self.list)  # by which a screen reader on Linux tells what a list is for
        column.addWidget(asks)
        column.addWidget(self.list)
        column.addWidget(self._note)
        column.addStretch(1)

    def show_choice(self, choice: Choice) -> None:
        """These values, one of them chosen; showing them chooses nothing anew."""
        self.list.blockSignals(True)
        if self._options != choice.options:
            self._options = choice.options
            self.list.clear()
            for value, said in choice.options:
                self.list.addItem(said, value)
        self.list.setCurrentIndex(max(0, self.list.findData(choice.chosen)))
        self.list.blockSignals(False)
        self.list.setAccessibleDescription(choice.note)
        self._note.setText(choice.note)
        self._note.setVisible(bool(choice.note))
