"""For whom a page is made: a card for each person, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.choice_card import ChoiceCard
from fsdesk.ui.parts.clearing import let_go
from fsdesk.ui.presenters.paper import Reader


class Readers(QWidget):
    """Arrow keys move between people; choosing one says so."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._readers: tuple[Reader, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(worn().px(8))
        self._group.idToggled.connect(self._on_toggled)

    def show_readers(self, readers: Sequence[Reader], chosen: str) -> None:
        """These people, with one of them chosen; showing them chooses nobody anew."""
        self._group.blockSignals(True)
        for before in self._group.buttons():
            self._group.removeButton(before)
            self._column.removeWidget(before)
            let_go(before)
        self._readers = tuple(readers)
        for number, reader in enumerate(readers):
            card = ChoiceCard(reader.name, reader.note, "user")
            card.setChecked(reader.person == chosen)
            self._group.addButton(card, number)
            self._column.addWidget(card)
        self._group.blockSignals(False)
        if (first := self._group.checkedButton()) is not None:
            self.setFocusProxy(first)

    def _on_toggled(self, number: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(self._readers[number].person)
