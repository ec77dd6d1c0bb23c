"""Somebody's own words and names inside a worker's text: what stands there is left as it is."""

from __future__ import annotations

import re
from bisect import bisect_right

from fsdesk.plans.wording.patterns import Words

_PAIRS = re.compile(
    r"“(?P<a>[^“”]{1,600})”|\"(?P<b>[^\"\n]{1,600})\"|«(?P<c>[^«»]{1,600})»"
    r"|(?<![^\W_])[‘'](?P<d>[^‘'’\n]{1,300}(?:['’][^\W_]+[^‘'’\n]{0,300}){0,8})['’](?![^\W_])"
)
_NEAR_WORD = re.compile(r"[^\W_]+")
_AROUND = 90
_A_PHRASE = 60


class Quotes:
    """Where somebody's words stand between quotation marks in a worker's text, with their speaker named nearby."""

    def __init__(self, text: str, words: Words) -> None:
        spans = [match.span() for match in _PAIRS.finditer(text) if _has_speaker(text, *match.span(), words)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def hold(self, start: int, end: int) -> bool:
        """Say whether this place lies inside somebody's words, or reaches into them."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and start < self._ends[index]


def _has_speaker(text: str, start: int, end: int, words: Words) -> bool:
    """Somebody is heard here, or the words themselves are spoken of: we write this, not that."""
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    if end - start <= _A_PHRASE and _speaks_of_words(before.lower(), after.lower(), words):
        return True
    if before.rstrip().endswith(":") and _names_somebody(before, words):
        return True
    return any(_names_somebody(near, words) and _speaks(near, words) for near in (before, after))


def _speaks_of_words(before: str, after: str, words: Words) -> bool:
    earlier, later = _NEAR_WORD.findall(before), _NEAR_WORD.findall(after)
    if any(word in words.sets["of_words"] for word in earlier[-2:]):
        return True
    return any(word in words.sets["a_word"] for word in (*earlier[-7:], *later[:5]))


def _speaks(near: str, words: Words) -> bool:
    return any(word.lower() in words.sets["speech"] for word in _NEAR_WORD.findall(near))


def _names_somebody(near: str, words: Words) -> bool:
    return any(
        word.istitle() or word.lower() in words.sets["somebody"] or word.lower() in words.sets["speaker"]
        for word in _NEAR_WORD.findall(near)
    )


class Names:
    """The names and places that a plan leaves alone."""

    def __init__(self, names: frozenset[str]) -> None:
        stripped = {name.strip() for name in names if name.strip()}
        self._long = tuple(name.casefold() for name in stripped if len(name.split()) > 1)
        self._short = frozenset(word for name in stripped for word in name.split() if len(name.split()) == 1)
        self._parts = frozenset(word for name in stripped for word in name.split() if word[:1].isupper())

    def are_in(self, text: str, start: int, end: int) -> bool:
        """Say whether a name that is left alone stands in, or over, this place."""
        if not self._short and not self._long:
            return False
        said = text[start:end]
        if any(word.strip(".,;:") in self._short for word in said.split()):
            return True
        near_start = max(0, start - 80)
        near = text[near_start : end + 80].casefold()
        return any(_overlaps(near, name, start - near_start, end - near_start) for name in self._long)

    def hold(self, word: str) -> bool:
        """Say whether one word is a name of this plan, or part of one."""
        return word in self._short or word in self._parts


def _overlaps(near: str, name: str, start: int, end: int) -> bool:
    at = near.find(name)
    while at >= 0:
        if at < end and at + len(name) > start:
            return True
        at = near.find(name, at + 1)
    return False
