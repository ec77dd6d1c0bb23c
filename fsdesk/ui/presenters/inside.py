"""Names and days as they stand inside a sentence."""

from __future__ import annotations


def in_a_sentence(words: str) -> str:
    """Words as they stand inside a sentence: "the Kerr family", "date was 2 March"."""
    first = words.split(" ", 1)[0]
    return words[:1].lower() + words[1:] if first in ("The", "Our", "Date") else words
