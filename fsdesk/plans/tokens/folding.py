"""Text folded so that two ways of writing the same words look the same."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u2032`\u00b4]")
_BETWEEN = re.compile(r"[\W_]+")
_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    "twenty",
)
_DIGITS = {word: str(number) for number, word in enumerate(_NUMBERS)} | {"oh": "0", "nought": "0"}


class Folded(NamedTuple):
    """One text, ready to be looked through; made once however often it is looked at, and kept nowhere."""

    text: str
    readings: tuple[tuple[str, ...], ...]
    """Its words; and once more with number words as digits, where it has any."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words as they stand."""
        return self.readings[0]


def folded(text: str) -> Folded:
    """Return a text with its folded words."""
    words = folded_words(text)
    numbered = tuple(_DIGITS.get(word, word) for word in words)
    return Folded(text, (words,) if numbered == words else (words, numbered))


def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text without case, accents, apostrophes, unseen signs; digits of any script as 0-9."""
    bare = _APOSTROPHES.sub("", text)
    if not (bare.isascii() and bare.isprintable()):
        bare = "".join(_folded_sign(sign) for sign in unicodedata.normalize("NFKD", bare))
    words = _BETWEEN.split(bare.casefold())
    return tuple(word for word in words if word)


def _folded_sign(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind in ("Mn", "Me", "Cf", "Cc"):
        return " " if sign in "\n\r\t\v\f" else ""
    return str(unicodedata.decimal(sign)) if kind == "Nd" else sign


def singular(word: str) -> str:
    """Return a word without the s of a plural or a possessive."""
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word


def letters_in(text: str) -> int:
    """Return how many letters a text has, digits not counted."""
    return sum(sign.isalpha() for sign in text)


def is_latin(text: str) -> bool:
    """Say whether every letter of a folded text is a Latin one."""
    return all("LATIN" in unicodedata.name(sign, "") for sign in text if sign.isalpha())
