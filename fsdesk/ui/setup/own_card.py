"""This laptop's own card: a file, four cards to print, and on request its words with the square that a camera reads."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.asking_file import ask_where_to_save
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.eight_words import EightWords
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.square import Square
from fsdesk.ui.presenters.send import CARD_NAME
from fsdesk.ui.presenters.setup.card import Own

HEADING = "Your own card"
TEXT = "Give it to your team lead. It holds your name and keys, and nothing of any family."
TEXT_LEAD = "Give it to everybody in your team. It holds your name and keys, and nothing of any family."
SHOW, HIDE = "Show its words", "Hide its words"
PAGE_NAME = "fsdesk cards.pdf"


class OwnCard(QFrame):
    """Asked for a file, it asks where; its words are for reading aloud when somebody else opens it."""

    save_asked = Signal(object)  # Path
    save_cards_asked = Signal(object)  # Path
    print_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "raised")
        self._text = words.prose(TEXT, "note", "muted")
        self._words, self._square = EightWords(), Square("The square of your card, for a camera")
        self._shown = QWidget()
        self._show = button(SHOW, "eye")
        self._show.setCheckable(True)
        self._show.toggled.connect(self._on_show)
        self._lay_out()

    def show_own(self, own: Own) -> None:
        """This card, with its words and its square."""
        self._text.setText(TEXT_LEAD if own.person.is_lead else TEXT)
        self._words.show_words(own.person.words)
        self._square.show_rows(own.square)

    def _on_show(self, shown: bool) -> None:
        self._show.setText(HIDE if shown else SHOW)
        self._shown.setVisible(shown)

    def _on_save(self) -> None:
        ask_where_to_save(self, "Save my card", CARD_NAME, "fsdesk card (*.fscard)", self.save_asked.emit)

    def _on_save_cards(self) -> None:
        ask_where_to_save(self, "Save cards to print", PAGE_NAME, "PDF (*.pdf)", self.save_cards_asked.emit)

    def _lay_out(self) -> None:
        px = worn().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(12), px(20), px(14))
        column.setSpacing(px(6))
        column.addWidget(words.line(HEADING, "strong"))
        column.addWidget(self._text)
        below = QWidget()
        flow = Flow(px(10), below)
        for label, icon, act in (
            ("Save my card...", "file-down", self._on_save),
            ("Print cards", "printer", self.print_asked.emit),
            ("Save cards as PDF...", "file-text", self._on_save_cards),
        ):
            made = button(label, icon)
            made.clicked.connect(lambda _=False, act=act: act())
            flow.addWidget(made)
            made.setProperty("roomy", True)
        self._show.setProperty("roomy", True)
        flow.addWidget(self._show)
        column.addWidget(below)
        inside = Flow(px(28), self._shown)
        inside.addWidget(self._words)
        inside.addWidget(self._square)
        column.addWidget(self._shown, 0, Qt.AlignmentFlag.AlignTop)
        self._shown.hide()
