"""The team list that a package carries: its lead's seal is checked, and only what is newer is taken over."""

from __future__ import annotations

from fsdesk.desk import cards, rosters
from fsdesk.desk.desk import Desk
from fsdesk.store.package.layout import Header
from fsdesk.store.package.unseal import Roster
from fsdesk.store.rosters import Signed
from fsdesk.store.tx import Tx

NONE, NEW, SAME, OLDER, UNKNOWN_LEAD = "", "new", "same", "older", "unknown lead"


class Carried:
    """The list of one package, looked into while the package is opened and taken over once all of it is verified."""

    def __init__(self, desk: Desk, tx: Tx) -> None:
        self._desk = desk
        self._tx = tx
        self._signed: Signed | None = None
        self.state = NONE

    def widened(self, header: Header) -> Roster:
        """Return the cards that are known once the package's list counts too. Raises a PackageRefused."""
        known = cards.roster(self._desk, self._tx)
        if not header.roster:
            return known
        signed = rosters.check(self._desk, self._tx, header.roster)
        if signed is None:
            self.state = UNKNOWN_LEAD
            return known
        if rosters.is_older(self._tx, signed):
            self.state = OLDER
            return known
        self._signed = signed
        return rosters.widened(known, signed)

    def take_over(self) -> tuple[str, ...]:
        """Let the list count from now on, and return what it changed, a sentence each."""
        if self._signed is None:
            return ()
        brought = rosters.take_over(self._desk, self._tx, self._signed)
        self.state = NEW if brought.is_news else SAME
        return (
            *(
                f"{name} is on the team list now; not yet verified: read the eight words aloud."
                for name in brought.new
            ),
            *(f"{name} has a new key: read the eight words aloud again." for name in brought.changed),
            *(f"The laptop of {name} was withdrawn by the team lead." for name in brought.withdrawn),
        )
