"""Where somebody was in a plan when the plans were locked, so that they come back to the same place and cursor.

Only names of places are held, no word of a plan, and only while the program runs: what was being typed when it stops
for another reason is a draft, which knows its place itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary, ref

from fsdesk.ui.presenters.spots import Spot
from fsdesk.ui.presenters.wellbeing import View


class Rest(NamedTuple):
    """A place in a plan: its section, who is looked at there, and the text with the cursor, if it was in one."""

    section: str
    view: View
    spot: Spot | None = None
    cursor: int = 0


class Rests:
    """The last place of each plan, until its plans are opened anew."""

    def __init__(self) -> None:
        self._left: dict[str, tuple[Callable[[], Any], Rest]] = {}

    def leave(self, desk: Any, plan: str, rest: Rest) -> None:
        """This is the place now; a later one takes its stead."""
        self._left = {plan: (ref(desk), rest)}

    def stay(self) -> None:
        """The pages are built anew while the plans stay open: the place can be come back to all the same."""
        self._left = {plan: (_nowhere, rest) for plan, (_, rest) in self._left.items()}

    def back(self, desk: Any, plan: str) -> Rest | None:
        """The place to come back to, once: only where the plans were locked in between, and are open anew."""
        left = self._left.get(plan)
        if left is None or left[0]() is desk:
            return None
        del self._left[plan]
        return left[1]


def _nowhere() -> None:
    """No desk: whichever is open, the place can be come back to."""


_OF_RUNS: WeakKeyDictionary[Any, Rests] = WeakKeyDictionary()


def rests_of(run: Any) -> Rests:
    """The places of one run of the program, named by something that lasts as long as it: all else is built anew."""
    return _OF_RUNS.setdefault(run, Rests())
