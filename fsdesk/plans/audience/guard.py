"""The last look at a finished page: words that must not get out stop it, whatever let them through."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from fsdesk.errors import Held
from fsdesk.plans.tokens import Needles, Runs, folded


class WouldGiveAway(Held):
    """A finished page still held something that must stay hidden; it was not made."""

    what = "PG-2 stopped this page at the last look, and nothing was printed."
    what_next = "Read the plan with the team lead before you try again."


class Guard(NamedTuple):
    """What may stand on no line of an edition; its representation says nothing of it."""

    needles: tuple[Needles, ...] = ()
    sayings: tuple[Runs, ...] = ()

    def __repr__(self) -> str:
        return "Guard(...)"

    def finds(self, text: str) -> bool:
        """Say whether a text gives something away."""
        looked = folded(text)
        given_away = any(one.are_in(looked) for one in self.needles)
        return given_away or any(one.are_in(looked) for one in self.sayings)

    def check(self, texts: Iterable[str]) -> None:
        """Raise WouldGiveAway when any of the texts gives something away."""
        if any(self.finds(text) for text in texts):
            raise WouldGiveAway
