"""How easy a text is to read: long sentences, and an estimate of the school grade it takes.

The grade is Flesch and Kincaid's: 0.39 x words per sentence + 11.8 x syllables per word - 15.59, on syllables
counted by rule. It is for English only, and for an edition as a whole: few words say little.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from fsdesk.plans.wording.tokens import loose_words, pieces

KITCHEN_TABLE = 20
"""The most words of a sentence that reads well at a kitchen table."""
CHILD_OR_EASY_READ = 12
"""The most words of a sentence on a child's page or in easy read."""
FEWEST_WORDS = 60
"""With fewer words there is no grade."""
HIGHEST_GRADE = 7

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^aeiouy]e|[^aeioutdy]ed|[^aeiouysxzcgh]es|[^cs]hes)$")
_SPOKEN = re.compile(r"[^aeiouy]les?$")
_TWO_IN_ONE = re.compile(
    r"[aeiou]ing|ying|(?<![ct])ia|io(?![un])|(?<![cgtsx])iou|ua[lt]|uou|iet|(?<![ct])ien(?!d)|creat(?=[eio])|dea(?=s?$)|uin"
)
_BY_EAR = {
    "people": 2,
    "someone": 2,
    "something": 2,
    "every": 2,
    "everyone": 3,
    "everybody": 4,
    "everything": 3,
}
_BY_EAR |= {
    "evening": 2,
    "evenings": 2,
    "sometimes": 2,
    "nobody": 3,
    "area": 3,
    "areas": 3,
    "video": 3,
    "videos": 3,
}
_BY_EAR |= {
    "being": 2,
    "doing": 2,
    "home": 1,
    "homework": 2,
    "lovely": 2,
    "science": 2,
    "safely": 2,
    "wednesday": 2,
    "business": 2,
}


class Counted(NamedTuple):
    """Sentences, words and syllables of some text."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0


def long_sentences(text: str, most: int = KITCHEN_TABLE) -> Iterator[str]:
    """Yield the sentences of more than `most` words."""
    if len(text) > 2 * most:  # the shortest words and their spaces
        for _, piece in pieces(text):
            if len(piece) > 2 * most and len(_words(piece)) > most:
                yield piece.strip()


def counted(text: str, names: Container[str] = ()) -> Counted:
    """Return what is counted in an English text; names are left out of it."""
    sentences = [words for _, piece in pieces(text) if (words := _words(piece))]
    words = [word for sentence in sentences for word in sentence if word not in names]
    return Counted(len(sentences), len(words), sum(map(syllables, words)))


def together(counts: Iterable[Counted]) -> Counted:
    """Return what is counted in several texts."""
    return Counted(*map(sum, zip(Counted(), *counts, strict=True)))


def grade_of(found: Counted) -> float | None:
    """Return the school grade that text takes of which this was counted, or None for fewer than FEWEST_WORDS."""
    if found.words < FEWEST_WORDS:
        return None
    return 0.39 * found.words / found.sentences + 11.8 * found.syllables / found.words - 15.59


def grade(text: str) -> float | None:
    """Return the school grade a text takes, or None when it has fewer than FEWEST_WORDS words."""
    return grade_of(counted(text))


def syllables(word: str) -> int:
    """Return how many syllables an English word has, counted by rule; at least one."""
    small = word.lower().strip("'")
    if small in _BY_EAR:
        return _BY_EAR[small]
    count = len(_VOWELS.findall(small)) + len(_TWO_IN_ONE.findall(small))
    if _SILENT.search(small) and not _SPOKEN.search(small):
        count -= 1
    return max(1, count)


def _words(piece: str) -> list[str]:
    return [word for word in loose_words(piece) if word[0].isalnum()]
