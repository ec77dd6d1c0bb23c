"""What is shown and said of contact cards, wherever one comes in or goes out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from fsdesk.desk import cards, team_papers
from fsdesk.desk.cards import KnownPerson

NOBODY = (
    "Nobody’s card is here yet. Add your team lead’s card, and packages can go to them and to nobody else."
)
NOT_SAME = (
    "Nothing was changed. Files get mixed up: ask for the card once more, on a stick or by hand, "
    "and read the words again."
)
PRINT_TITLE = "Contact cards"
PRINTED = "Four cards went to the printer. Cut them out and hand them on."


class Own(NamedTuple):
    """This laptop's own card: whose it is, with its eight words, and the square that a camera reads."""

    person: KnownPerson
    square: Sequence[Sequence[bool]]
    """Its dark and light places, row by row from the top."""


def own(desk: Any) -> Own:
    """Return this laptop's own card as it is shown."""
    return Own(cards.own(desk)[0], team_papers.square(desk))


def role_of(person: KnownPerson) -> str:
    """Return what somebody does in the team."""
    return "Team lead" if person.is_lead else "Worker"
