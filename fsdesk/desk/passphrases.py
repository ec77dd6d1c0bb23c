"""How hard a passphrase is to guess, said in words; worked out on this laptop, and kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from fsdesk.desk import suggesting
from fsdesk.store.passphrase import prepared
from fsdesk.store.refusals import UnfitPassphrase
from fsdesk.store.secret import overwrite

STRONG = 3
_LONGEST_READ = 72
"""Signs that are looked at: no more are needed to be strong, and zxcvbn takes no more."""
_NEARLY, _ENOUGH = 12.0, 18.0
"""Powers of ten on zxcvbn's scale. A word drawn from 2,048 reads as about five there and is worth 3.3, so 18 stands
for four drawn words, 10 to the power of 13: at the second that each guess takes, thirty years of 10,000 machines."""

suggestion = suggesting.passphrase


class Strength(NamedTuple):
    """0 to 3 blocks, and what they mean in words; never a percentage."""

    blocks: int
    heading: str
    text: str

    @property
    def is_strong(self) -> bool:
        """Whether a store may be locked with it."""
        return self.blocks >= STRONG


_UNTYPED = Strength(0, "", "Four or more ordinary words are easy to remember and hard to guess.")
_GUESSED = Strength(1, "A start.", "Add words that don’t belong together, with spaces between.")
_NEAR = Strength(2, "Nearly there.", "One more word makes it strong.")
_DONE = Strength(3, "Strong.", "Keep it to yourself.")
_KNOWN = Strength(1, "A start.", "That is one of the first that would be tried. Choose words of your own.")
_NAMED = Strength(1, "A start.", "Names and dates that belong to you are tried first. Choose other words.")
_WELL_KNOWN = 4.0


def strength(passphrase: str, own: Sequence[str] = ()) -> Strength:
    """Return how soon somebody who has the laptop would guess a passphrase.

    `own` are words that such a person would try first: the worker's name, the team's. Nothing of either is kept.
    """
    if not passphrase.strip():
        return _UNTYPED
    try:
        overwrite(prepared(passphrase))
    except UnfitPassphrase as unfit:
        return Strength(0, unfit.what, unfit.what_next)
    guesses, patterns = _estimate(passphrase[:_LONGEST_READ], own)
    if guesses >= _ENOUGH:
        return _DONE
    if guesses >= _NEARLY:
        return _NEAR
    if "user_inputs" in patterns:
        return _NAMED
    return _KNOWN if guesses < _WELL_KNOWN else _GUESSED


def _estimate(passphrase: str, own: Sequence[str]) -> tuple[float, set[str]]:
    from zxcvbn import zxcvbn  # its word lists are not needed to draw a window

    parts = [part for word in own for part in word.split()]
    found = zxcvbn(passphrase, user_inputs=parts)
    patterns = {str(one.get("dictionary_name", "")) for one in found["sequence"]}
    return float(found["guesses_log10"]), patterns
