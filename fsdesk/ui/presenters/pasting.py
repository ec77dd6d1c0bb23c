"""What is pasted into a field: plain, whole or not at all, and never cut without a word."""

from __future__ import annotations

from fsdesk.errors import Refused

MOST_SIGNS = 20_000
"""Code points that one field holds by pasting: about ten pages."""


class TooMuch(Refused):
    """More than one field holds was copied."""

    what = "That is more than one card holds, so nothing was put in."
    what_next = f"A card holds about ten pages ({MOST_SIGNS:,} letters). Copy a part, or use several cards."


class OnlyAPicture(Refused):
    """A picture was copied, and no words."""

    what = "That is a picture, and these are words."
    what_next = "“Picture” at the foot of What matters to us keeps one."


def plain(text: str) -> str:
    """Copied words as a field holds them: one kind of line end, no sign that stands for nothing, halves marked."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def check_room(held: str, replaced: int, pasted: str) -> None:
    """Raise TooMuch when the field would hold more than it can: what is ``held``, without what is ``replaced``."""
    if len(held) - replaced + len(pasted) > MOST_SIGNS:
        raise TooMuch
