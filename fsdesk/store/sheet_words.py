"""Thirty-two bytes as twenty-four words of the list without similar pairs (BIP 39); the last checks the rest."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from fsdesk.store import contact

WORDS = 24


class Misspelt(ValueError):
    """One word is not on the list; ``word`` counts from 1, and is 0 when they are words and do not fit together."""

    def __init__(self, word: int) -> None:
        super().__init__(f"word {word}")
        self.word = word


def written(secret: bytes | bytearray) -> tuple[str, ...]:
    """Return the words, in their order."""
    from mnemonic import Mnemonic  # loaded only for a sheet

    words: str = Mnemonic("english").to_mnemonic(bytes(secret))
    return tuple(words.split())


def read(words: Sequence[str]) -> bytearray:
    """Return the bytes that words, as `tidy` leaves them, stand for; to be overwritten after use.

    Raises Misspelt, naming the first word that is not on the list.
    """
    from mnemonic import Mnemonic  # as above

    listed = set(contact.word_list())
    for place, word in enumerate(words[:WORDS], start=1):
        if word not in listed:
            raise Misspelt(place)
    if len(words) != WORDS:
        raise Misspelt(min(len(words) + 1, WORDS))
    try:
        return bytearray(Mnemonic("english").to_entropy(list(words)))
    except ValueError:
        raise Misspelt(0) from None


def tidy(typed: str) -> str:
    """Return what was typed as the word it means: small letters, no accents that a keyboard added."""
    plain = unicodedata.normalize("NFKD", typed.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
