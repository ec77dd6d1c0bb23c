"""Which constructions a text calls for, by its words alone: for most texts none, and then nothing more is done."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from fsdesk.plans.wording.entries import Candidate
from fsdesk.plans.wording.tokens import INVISIBLE, loose_words

_LETTERS = b"'&0123456789abcdefghijklmnopqrstuvwxyz"
_SMALL = bytes(ord(" ") if code not in _LETTERS else code for code in bytes(range(256)).lower())
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)?|&|'[a-z]+")
_LONG = 600
_HELD: dict[frozenset[str], frozenset[str]] = {}
"""Each set of words once: what many words and every kind of field share would otherwise be 20 MiB of copies."""


class _Callable(NamedTuple):
    """What one word calls for: by itself, or only beside a word of `others` and of every set that is needed."""

    alone: list[Candidate]
    others: frozenset[str]
    needing: list[Candidate]


class Calling:
    """The constructions that are read in one kind of field, by the words that call for them."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        by_word: dict[str, list[Candidate]] = {}
        for candidate in candidates:
            for word in candidate.triggers:
                by_word.setdefault(word, []).append(candidate)
        self._by_word = {word: _callable(found) for word, found in by_word.items()}
        self._callers = frozenset(by_word)

    def called_by(self, forms: frozenset[str]) -> list[Candidate]:
        """Return the constructions of which all the words they need are among these."""
        called: list[Candidate] = []
        lacks = forms.isdisjoint
        for form in forms & self._callers:
            alone, others, needing = self._by_word[form]
            called += alone
            if not lacks(others):
                for candidate in needing:
                    for needed in candidate.needs:
                        if lacks(needed):
                            break
                    else:
                        called.append(candidate)
        return called


def _callable(found: list[Candidate]) -> _Callable:
    needing = [one for one in found if one.needs]
    sets = {one.needs[0] for one in needing}
    others = next(iter(sets)) if len(sets) == 1 else frozenset().union(*sets)
    return _Callable([one for one in found if not one.needs], _HELD.setdefault(others, others), needing)


def is_short(text: str) -> bool:
    """Say whether a text is worth a look as a whole before it is read sentence by sentence."""
    return len(text) <= _LONG


def forms_of(text: str) -> frozenset[str]:
    """Return at least the forms of a text's words, quickly; parts that are no words may be among them."""
    if "’" in text:
        text = text.replace("’", "'")
    if text.isascii():
        words = text.encode().translate(_SMALL).decode().split()
    elif INVISIBLE.search(text):
        words = loose_words(text)
    else:
        words = _WORDS.findall(text.lower())
    if "'" not in text and "&" not in text:
        return frozenset(words)
    return frozenset(form for word in words for form in _parts_of(word))


def _parts_of(word: str) -> Iterable[str]:
    if "'" not in word and "&" not in word:
        return (word,)
    bare = word.strip("'")
    before, sign, ending = bare.rpartition("'")
    return (bare, before, sign + ending, *(("&", *word.split("&")) if "&" in word else ()))
