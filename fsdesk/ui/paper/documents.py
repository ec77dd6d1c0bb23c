"""Which document is printed: a card for each, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from fsdesk.ui.look.tokens import RADIUS_CARD, Look
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.begins import Begins
from fsdesk.ui.parts.choice_card import ChoiceCard
from fsdesk.ui.presenters.paper_choices import Document

_HIGH = 53  # px at 100 %


class Documents(Begins, QWidget):
    """Arrow keys move between documents; choosing one says so."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._documents: tuple[Document, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(worn().px(7))
        self._group.idToggled.connect(self._on_toggled)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents in the order they stand."""
        return self._documents

    @property
    def cards(self) -> tuple[QAbstractButton, ...]:
        """The cards in the order they stand."""
        return tuple(self._group.buttons())

    def show_documents(self, documents: Sequence[Document], chosen: str) -> None:
        """These documents, with one of them chosen; showing them chooses nothing anew."""
        self._group.blockSignals(True)
        if self._documents != tuple(documents):
            self._documents = tuple(documents)
            self._fill()
        for number, document in enumerate(documents):
            self._group.button(number).setChecked(document.format == chosen)
        self._group.blockSignals(False)
        self._point_at_chosen()

    def _fill(self) -> None:
        for number, document in enumerate(self._documents):
            card = _Card(document.name, document.note, document.icon)
            self._group.addButton(card, number)
            self._column.addWidget(card)

    def _on_toggled(self, number: int, checked: bool) -> None:
        if checked:
            self._point_at_chosen()
            self.chosen.emit(self._documents[number].format)

    def _point_at_chosen(self) -> None:
        if (card := self._group.checkedButton()) is not None:
            self.setFocusProxy(card)


class _Card(ChoiceCard):
    """A little lower than other cards, so that six of them stand above each other; the chosen one is tinted."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), worn().px(_HIGH))

    def _paint_card(self, painter: QPainter, look: Look) -> None:
        super()._paint_card(painter, look)
        if self.isChecked():
            painter.setPen(QPen(QColor(look.loch), 2))
            painter.setBrush(QColor(look.loch_tint))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CARD - 1, RADIUS_CARD - 1
            )
