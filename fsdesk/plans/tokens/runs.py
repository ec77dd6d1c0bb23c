"""Private words that turn up again in another text: the same words in the same order."""

from __future__ import annotations

from collections.abc import Iterable

from fsdesk.plans.tokens.folding import Folded, folded, folded_words

LONG = 5
"""So many words in a row are no chance likeness; a shorter saying has to be there whole."""
SHORTEST = 3
"""A saying of fewer words ("Yes." "My gran.") is said by everybody and gives nothing away."""


class Runs:
    """The runs of words that somebody's private sayings are known by."""

    def __init__(self, runs: frozenset[tuple[str, ...]]) -> None:
        self._runs = runs
        self._lengths = sorted({len(run) for run in runs})

    def __bool__(self) -> bool:
        return bool(self._runs)

    def are_in(self, text: str | Folded) -> bool:
        """Say whether the text repeats a private saying, or five words of one in a row."""
        if not self._runs:
            return False
        words = (folded(text) if isinstance(text, str) else text).words
        return any(
            words[at : at + length] in self._runs
            for length in self._lengths
            for at in range(len(words) - length + 1)
        )


def runs_of(sayings: Iterable[str]) -> Runs:
    """Return the runs by which private sayings are known."""
    return Runs(frozenset(run for saying in sayings for run in _runs(folded_words(saying))))


def _runs(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    if len(words) < SHORTEST:
        return ()
    length = min(LONG, len(words))
    return (words[at : at + length] for at in range(len(words) - length + 1))
