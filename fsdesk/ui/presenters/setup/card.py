"""Step four: this laptop's own card goes out, and the team lead's comes in once both read the same eight words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from fsdesk.desk import cards, files, printers, team_papers
from fsdesk.desk.cards import KnownPerson
from fsdesk.errors import Refused
from fsdesk.ui.presenters.contact_cards import PRINT_TITLE, PRINTED, Own, own
from fsdesk.ui.presenters.unlock import Submit

SAVED = "Your card lies in the file. It holds nothing of any family, so it may go by mail or on a stick."
CARDS_SAVED = "Four cards lie in the file, to be printed and cut out."


class CardView(Protocol):
    """What the presenter may ask of the page."""

    def show_own(self, own: Own) -> None:
        """Shows this laptop's own card."""

    def show_people(self, people: Sequence[KnownPerson], has_lead: bool) -> None:
        """Shows whose cards were accepted, and whether one can go on with them."""

    def show_card(self, person: KnownPerson, path: Path) -> None:
        """Asks whether the eight words of this card match."""

    def show_not_same(self) -> None:
        """Explains, without alarm, that nothing was kept."""

    def show_told(self, words: str) -> None:
        """Says what became of this laptop's own card."""

    def show_refused(self, refused: Refused) -> None:
        """Says what could not be done."""


class CardPresenter:
    """Nothing is accepted before somebody says that the words match; a lead may go on without any card."""

    def __init__(self, view: CardView, *, desk: Any, submit: Submit) -> None:
        self._view, self._desk, self._submit = view, desk, submit
        self._looked_at: Path | None = None

    def begin(self) -> None:
        """Shows the own card, and whose were accepted before."""
        self._do(lambda: own(self._desk), self._view.show_own)
        self._show_people()

    def look(self, path: Path) -> None:
        """Shows the eight words of the card in this file; nothing is accepted yet."""
        self._do(lambda: cards.look(self._desk, path), lambda person: self._on_looked(person, path))

    def they_match(self) -> None:
        """Both read the same words: the card is accepted as verified, and a worker without a team joins the lead's."""
        path, self._looked_at = self._looked_at, None
        if path is not None:
            self._do(lambda: cards.accept(self._desk, path, verified=True), lambda _: self._show_people())

    def they_do_not(self) -> None:
        """The card is let go of."""
        if self._looked_at is not None:
            self._looked_at = None
            self._view.show_not_same()

    def save_own(self, path: Path) -> None:
        """Writes this laptop's own card to a file that the person chose."""
        self._tell(lambda: files.write(path, cards.own(self._desk)[1], force=True), SAVED)

    def save_cards(self, path: Path) -> None:
        """Writes the page with four printed cards to a file that the person chose."""
        self._tell(lambda: files.write(path, team_papers.cards(self._desk), force=True), CARDS_SAVED)

    def print_cards(self, printer: str = "") -> None:
        """Hands the page with four cards to the printer."""
        self._tell(lambda: printers.hand_over(team_papers.cards(self._desk), PRINT_TITLE, printer), PRINTED)

    def _on_looked(self, person: KnownPerson, path: Path) -> None:
        self._looked_at = path
        self._view.show_card(person, path)

    def _show_people(self) -> None:
        self._do(lambda: (cards.accepted(self._desk), self._desk.is_lead), self._on_people)

    def _on_people(self, found: tuple[list[KnownPerson], bool]) -> None:
        people, is_lead = found
        here = [one for one in people if not one.withdrawn]
        self._view.show_people(here, is_lead or any(one.is_lead and one.verified for one in here))

    def _tell(self, work: Callable[[], Any], words: str) -> None:
        self._do(work, lambda _: self._view.show_told(words))

    def _do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._submit(lambda _: work(), done=done, failed=self._view.show_refused)
