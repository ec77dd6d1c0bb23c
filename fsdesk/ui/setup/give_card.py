"""The other way round in the set-up: this laptop's own card, to be given to whoever is in the team."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.own_card import OwnCard
from fsdesk.ui.presenters.contact_cards import Own

HEADING = "Your own card"
TEXT = "Give it to your team lead. It holds your name and keys, and nothing of any family."
TEXT_LEAD = "Give it to everybody in your team. It holds your name and keys, and nothing of any family."


class GiveYourCard(QFrame):
    """Its words are folded away until somebody else opens the card and they are read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "raised")
        self._text = words.prose(TEXT, "note", "muted")
        self.card = OwnCard(folded=True)
        for act in self.card.acts:
            act.setProperty("roomy", True)
        px = worn().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(12), px(20), px(14))
        column.setSpacing(px(6))
        for part in (words.line(HEADING, "strong"), self._text, self.card):
            column.addWidget(part)

    def show_own(self, own: Own) -> None:
        """This is the card, and this is whom it goes to."""
        self._text.setText(TEXT_LEAD if own.person.is_lead else TEXT)
        self.card.show_own(own)
