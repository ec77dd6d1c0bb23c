"""This laptop's own contact card among the settings: whose it is, and what can be done with it."""

from __future__ import annotations

from fsdesk.ui.parts.own_card import OwnCard
from fsdesk.ui.presenters.contact_cards import Own, role_of
from fsdesk.ui.presenters.settings.people import PeoplePresenter
from fsdesk.ui.settings.rows import Card, Inset, Row

NOTE = "Public keys and your role, and nothing of any family. Give it to your team, and read the words to each other."


class ThisLaptop(Card):
    """Says the name and the role that colleagues read on the card."""

    def __init__(self) -> None:
        super().__init__("This laptop")
        self._who = Row("", NOTE)
        self.card = OwnCard()
        self.add(self._who, Inset(self.card))
        self.setFocusProxy(self.card.save)

    def serve(self, presenter: PeoplePresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self.card.save_asked.connect(presenter.save_card)
        self.card.save_cards_asked.connect(presenter.save_cards)
        self.card.print_asked.connect(presenter.print_cards)

    def show_own(self, own: Own) -> None:
        """This is the card."""
        self._who.rename(f"{own.person.name}, {role_of(own.person).lower()}")
        self.card.show_own(own)
