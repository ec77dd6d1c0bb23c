"""A card whose rows open one at a time, each with the page to itself until it is closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from fsdesk.ui.settings.rows import Card, Row


class Fold(NamedTuple):
    """A row, the button that opens it, what opens, and what is done as somebody comes and goes."""

    row: Row
    by: QPushButton
    held: QWidget
    came: Callable[[], None]
    left: Callable[[], None]


class FoldingCard(Card):
    """``opened`` says whether one of its rows is open. Esc closes it, unless something is under way there."""

    opened = Signal(bool)

    def __init__(self, title: str, *beside: QWidget) -> None:
        super().__init__(title, *beside)
        self._folds: list[Fold] = []
        self.is_busy: Callable[[], bool] = lambda: False

    def add_fold(
        self,
        row: Row,
        by: QPushButton,
        held: QWidget,
        *,
        came: Callable[[], None] = lambda: None,
        left: Callable[[], None] = lambda: None,
    ) -> None:
        """This row opens by its button; what is held below it is hidden until then."""
        fold, said = Fold(row, by, held, came, left), (by.text(), by.accessibleName())
        self._folds.append(fold)
        self.add(row, held)
        held.hide()
        by.setCheckable(True)
        by.toggled.connect(lambda opened: self._on_toggled(fold, said, opened))

    def close_fold(self, by: QPushButton, *, focus: bool = True) -> None:
        """What this button opened is closed, and the focus is back on the button."""
        by.setChecked(False)
        if focus:
            by.setFocus()

    def close_all(self) -> None:
        """Nothing that was typed or shown stays: somebody leaves this page."""
        for fold in self._folds:
            self.close_fold(fold.by, focus=False)
        self.notice.clear()

    def _on_toggled(self, fold: Fold, said: tuple[str, str], opened: bool) -> None:
        text, name = said
        fold.by.setText("Close" if opened else text)
        fold.by.setAccessibleName(f"Close: {name}" if opened else name)
        fold.held.setVisible(opened)
        for other in self._folds:
            other.row.setVisible(not opened or other is fold)
        self.opened.emit(opened)
        if opened:
            self.notice.clear()
            fold.came()
            fold.held.setFocus()
        else:
            fold.left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        open_now = next((fold for fold in self._folds if fold.by.isChecked()), None)
        if event.key() == Qt.Key.Key_Escape and open_now is not None and not self.is_busy():
            self.close_fold(open_now.by)
        else:
            super().keyPressEvent(event)
