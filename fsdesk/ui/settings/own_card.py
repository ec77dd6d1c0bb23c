"""This laptop's own contact card: its words and its square, saved as a file or printed to cut out."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts.asking_file import ask_where_to_save
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.eight_words import EightWords
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.square import Square
from fsdesk.ui.presenters.send import CARD_NAME
from fsdesk.ui.presenters.settings.people import Own, PeoplePresenter
from fsdesk.ui.settings.rows import Card, Inset, Row

NOTE = "Public keys and your role, and nothing of any family. Give it to your team, and read the words to each other."
SQUARE = "Square for a camera. It holds the same as the eight words"
CARDS_NAME = "my fsdesk cards.pdf"


class OwnCard(Card):
    """Nothing on it is secret."""

    def __init__(self) -> None:
        super().__init__("This laptop")
        self._who = Row("", NOTE)
        self._words, self._square = EightWords(), Square(SQUARE)
        self.save, self.print = button("Save my card...", "file-down"), button("Print cards", "printer")
        self.as_pdf = button("Save cards as PDF...", "file-text")
        self.add(self._who, self._shown())
        self.setFocusProxy(self.save)

    def serve(self, presenter: PeoplePresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self.print.clicked.connect(presenter.print_cards)
        self.save.clicked.connect(
            lambda: ask_where_to_save(
                self, "Save my card", CARD_NAME, "Contact card (*.fscard)", presenter.save_card
            )
        )
        self.as_pdf.clicked.connect(
            lambda: ask_where_to_save(
                self, "Cards to cut out", CARDS_NAME, "PDF (*.pdf)", presenter.save_cards
            )
        )

    def show_own(self, own: Own) -> None:
        """This is the card."""
        self._who.rename(f"{own.person.name}, {'team lead' if own.person.is_lead else 'worker'}")
        self._words.show_words(own.person.words)
        self._square.show_rows(own.square)

    def _shown(self) -> QWidget:
        px = worn().px
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(20))
        row.addWidget(self._words, 1)
        row.addWidget(self._square)
        below = QWidget()
        flow = Flow(px(8), below)
        for one in (self.save, self.print, self.as_pdf):
            flow.addWidget(one)
        return Inset(side, below)
