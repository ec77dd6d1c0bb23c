"""One slip of the pen while a word is begun: a letter missing, added or changed, or two neighbours changed round."""

from __future__ import annotations

SHORTEST = 4
"""Letters that a word must have before a slip is forgiven in it."""
_BEGINNINGS = (4, 5)
"""How many first letters of a word the keys are made of: four for words typed with four letters, else five."""


def begins_like(typed: str, word: str) -> bool:
    """Say whether what was typed is the beginning of a word, or one slip away from a beginning of it."""
    at = _same(typed, word)
    after, rest = typed[at + 1 :], word[at:]
    return (
        at == len(typed)
        or rest[1:].startswith(after)  # another letter
        or rest.startswith(after)  # a letter too many
        or rest[1:].startswith(typed[at:])  # a letter missing
        or (rest[:2] == typed[at : at + 2][::-1] and rest[2:].startswith(typed[at + 2 :]) and len(rest) > 1)
    )


def _same(typed: str, word: str) -> int:
    """Return how many first letters two words share."""
    at, end = 0, min(len(typed), len(word))
    while at < end and typed[at] == word[at]:
        at += 1
    return at


def keys_of(word: str) -> frozenset[str]:
    """Return what a word is kept under: its beginnings with one letter left out.

    A word that was typed (four letters or more) and begins like it shares at least one of its own `keys_for`.
    """
    if len(word) < SHORTEST - 1 or not is_forgiven(word):
        return frozenset()
    keys = {key for length in _BEGINNINGS for key in _left_out(word[:length])}
    return frozenset(key for key in keys if len(key) >= SHORTEST - 1) | (
        {word} if len(word) < max(_BEGINNINGS) else frozenset()
    )


def keys_for(typed: str) -> frozenset[str]:
    """Return what to look under for words that what was typed may have been meant for; none for a short word."""
    if len(typed) < SHORTEST or not is_forgiven(typed):
        return frozenset()
    begun = typed[: min(len(typed), max(_BEGINNINGS))]
    return frozenset(_left_out(begun)) | {begun}


def is_forgiven(word: str) -> bool:
    """Say whether a slip is forgiven in a word at all: a number with another digit is another number."""
    return not any(sign.isdigit() for sign in word)


def _left_out(begun: str) -> list[str]:
    return [begun[:at] + begun[at + 1 :] for at in range(len(begun))]
