"""Which letters and which colour stand for a person."""

from __future__ import annotations

from enum import Enum

from fsdesk.ui.look.tokens import VOICES


class Heard(Enum):
    """Whose sign it is: told by shape, and only then by colour."""

    HEARD = "heard"
    NOT_YET = "not heard yet"
    WORKER = "you"
    ALL = "all of us"


# What a family calls an elder goes before the name, and would give two grandmothers the same letters.
_KIN = frozenset(
    (
        *("gran", "granny", "grandma", "grandpa", "granda", "grandad", "nan", "nana", "papa"),
        *("auntie", "aunt", "uncle", "mum", "mam", "dad"),
    )
)


def initials(name: str) -> str:
    """Two letters (one where there is only one) that stand for a person in a coloured circle.

    A word of kin before a name is passed over: "Gran Margaret" gives "Ma", "Gran" alone gives "Gr".
    """
    words = name.split()
    if len(words) > 1 and words[0].casefold() in _KIN:
        words = words[1:]
    letters = [sign for sign in "".join(words[:1]) if sign.isalnum()]
    return "".join(letters[:2]).capitalize() or "?"


def voice_colour(place: int) -> str:
    """The ground for the person at this place in the family's list, ``#RRGGBB``; after six they begin again."""
    return VOICES[place % len(VOICES)]
