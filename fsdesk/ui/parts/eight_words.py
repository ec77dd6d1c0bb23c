"""Words that two people read aloud to each other, in two columns: the eight of a card, the six of a request."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.clearing import clear


class EightWords(QWidget):
    """Numbered, in two columns; a screen reader hears them in one line, after ``name``."""

    def __init__(self, name: str = "Eight words", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._grid = QGridLayout(self)
        px = worn().px
        self._grid.setContentsMargins(0, px(2), 0, px(2))
        self._grid.setHorizontalSpacing(px(40))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(2, 1)

    def show_words(self, said: Sequence[str]) -> None:
        """These words, in the order they are read."""
        clear(self._grid)
        rows = (len(said) + 1) // 2
        for number, word in enumerate(said):
            label = words.line(f"{number + 1}  {word}", "code-large")
            self._grid.addWidget(label, number % rows, number // rows)
        self.setAccessibleName(f"{self._name}: " + ", ".join(said))
