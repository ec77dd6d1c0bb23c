"""This laptop's own card to give away: its words, the square that a camera reads, a file, and four cards to print."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.asking_file import ask_where_to_save
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.eight_words import EightWords
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.square import Square
from fsdesk.ui.presenters.contact_cards import Own
from fsdesk.ui.presenters.send import CARD_NAME

SQUARE = "Square for a camera. It holds the same as the eight words"
SHOW, HIDE = "Show its words", "Hide its words"
CARDS_NAME = "my fsdesk cards.pdf"


class OwnCard(QWidget):
    """Nothing on it is secret. Asked for a file, it asks where."""

    save_asked = Signal(object)  # Path
    save_cards_asked = Signal(object)  # Path
    print_asked = Signal()

    def __init__(self, *, folded: bool = False) -> None:
        """``folded``: words and square are shown when somebody asks for them."""
        super().__init__()
        self._words, self._square = EightWords(), Square(SQUARE)
        self.save, self.print = button("Save my card...", "file-down"), button("Print cards", "printer")
        self.as_pdf = button("Save cards as PDF...", "file-text")
        self._show = button(SHOW, "eye")
        self.acts = (self.save, self.print, self.as_pdf, self._show)
        self._told = _side_by_side(28, self._words, self._square)
        below = _side_by_side(10, *self.acts)
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(worn().px(8))
        for part in (below, self._told) if folded else (self._told, below):
            column.addWidget(part)
        (self._told if folded else self._show).hide()

    def show_own(self, own: Own) -> None:
        """This is the card."""
        self._words.show_words(own.person.words)
        self._square.show_rows(own.square)

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save)
        self.print.clicked.connect(self.print_asked)
        self.as_pdf.clicked.connect(self._on_save_cards)
        self._show.setCheckable(True)
        self._show.toggled.connect(self._on_show)

    def _on_show(self, shown: bool) -> None:
        self._show.setText(HIDE if shown else SHOW)
        self._told.setVisible(shown)

    def _on_save(self) -> None:
        ask_where_to_save(self, "Save my card", CARD_NAME, "fsdesk card (*.fscard)", self.save_asked.emit)

    def _on_save_cards(self) -> None:
        ask_where_to_save(self, "Save cards to print", CARDS_NAME, "PDF (*.pdf)", self.save_cards_asked.emit)


def _side_by_side(gap: int, *parts: QWidget) -> QWidget:
    held = QWidget()
    flow = Flow(worn().px(gap), held)
    for part in parts:
        flow.addWidget(part)
    return held
