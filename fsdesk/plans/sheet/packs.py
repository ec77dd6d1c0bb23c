"""What a language pack says of itself: who read it, which way it runs, its digits, its letters, its quotation marks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

WESTERN, OWN = "western", "own"
"""The two kinds of digits a reader can ask for; a language without digits of its own has only the first."""
_USUAL_QUOTES = ("“", "”")


class Letters(NamedTuple):
    """One way to set a language: families of fonts by name, in order, and how much room their letters need."""

    fonts: tuple[str, ...] = ()
    larger: float = 0.0
    """Points added to every size (PR-13)."""
    leading: float = 0.0
    """The least distance of lines, as a multiple of the size; 0 leaves it as in English."""
    drop: float = 0.0
    """How much lower in its line the words stand, as a multiple of the size."""


class Pack(NamedTuple):
    """The head of a language pack."""

    lang: str
    own_name: str
    checked_by: str
    """Who read the fixed words as a native speaker; empty while nobody has."""
    checked_on: str
    is_turned: bool
    """It is written from right to left."""
    is_line_turned: bool
    """Its 0 to 10 line begins at the right."""
    own_digits: str
    usual_digits: str
    letters: Mapping[str, Letters]
    """By name; the first is the usual one."""
    hours: int
    """12 or 24: how its people say the time."""
    minutes: str
    """What stands between hours and minutes."""
    quotes: tuple[str, str]

    @property
    def is_checked(self) -> bool:
        """Whether a native speaker has read the fixed words."""
        return bool(self.checked_by)

    def digits(self, kind: str = "") -> str:
        """Return the ten digits, from 0, of the kind that is asked for or else of the usual one."""
        return self.own_digits if (kind or self.usual_digits) == OWN else "0123456789"

    def setting(self, name: str = "") -> Letters:
        """Return the letters of this name, or else the usual ones."""
        return self.letters.get(name) or next(iter(self.letters.values()))


def pack_of(head: Mapping[str, Any]) -> Pack:
    """Return the head of a pack from its table; what an English pack need not say has the value of English."""
    letters = {name: _letters(one) for name, one in head.get("letters", {}).items()}
    opening, closing = head.get("quotes", _USUAL_QUOTES)
    return Pack(
        lang=head["lang"],
        own_name=head.get("own_name", ""),
        checked_by=head["checked_by"],
        checked_on=head.get("checked_on", ""),
        is_turned=head.get("direction") == "rtl",
        is_line_turned=bool(head.get("mirrored_line")),
        own_digits=head.get("own_digits", "0123456789"),
        usual_digits=head.get("digits", WESTERN),
        letters=letters or {"usual": Letters()},
        hours=head.get("hours", 12),
        minutes=head.get("minutes", "."),
        quotes=(opening, closing),
    )


def _letters(one: Mapping[str, Any]) -> Letters:
    return Letters(
        tuple(one["fonts"]),
        float(one.get("larger", 0)),
        float(one.get("leading", 0)),
        float(one.get("drop", 0)),
    )
