"""Finding a family among thousands on each key, by what its row shows: one slip allowed where nothing fits exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from fsdesk.plans.search.slips import SHORTEST, begins_like
from fsdesk.plans.search.words import bare

Marks = tuple[tuple[int, int], ...]
"""Stretches of some words, each from its first sign to the one after its last."""


class Rows:
    """The rows of a list, to be found by their words; each is given as its folded text, as `bare` folds it."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    def exact(self, query: str) -> list[int]:
        """The rows in which every word of the query stands somewhere, in their order; all rows for no query."""
        wanted = bare(query).split()
        return [row for row, text in enumerate(self._texts) if all(word in text for word in wanted)]

    def near(self, query: str) -> list[int]:
        """The rows that have every word of the query with at most one slip in each, in their order."""
        fitting = [self._rows_near(word) for word in bare(query).split()]
        return sorted(set.intersection(*fitting)) if fitting else []

    def _rows_near(self, typed: str) -> set[int]:
        like = _like(typed)
        return {row for word, rows in self._by_word.items() if like(word) for row in rows}

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """Every word with the rows that have it; made when a slip is first looked for."""
        found: dict[str, list[int]] = {}
        for row, text in enumerate(self._texts):
            for word in set(text.split()):
                found.setdefault(word, []).append(row)
        return found


def _like(typed: str) -> Callable[[str], bool]:
    if len(typed) < SHORTEST:
        return lambda word: typed in word
    return lambda word: typed in word or begins_like(typed, word)


class Folded(NamedTuple):
    """Words as they are compared, and for each sign of them the place in the words it came from."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, words: str) -> Folded:
        """Fold words sign by sign, so that what was found can be marked in them."""
        signs = [(sign, place) for place, whole in enumerate(words) for sign in _folded_sign(whole)]
        return cls("".join(sign for sign, _ in signs), tuple(place for _, place in signs))


def _folded_sign(sign: str) -> str:
    return bare(f"x{sign}x")[1:-1]  # between letters, so that a space stays one


def marks(query: str, words: str, *, near: bool = False) -> Marks:
    """Where the words of a query stand in some words; with `near`, where a word with one slip in it stands too."""
    field = Folded.of(words)
    hits = [hit for typed in bare(query).split() for hit in _hits(typed, field.text, near)]
    return _joined(field, hits)


def _hits(typed: str, text: str, near: bool) -> Iterator[tuple[int, int]]:
    yield from _exact(typed, text)
    if near:
        yield from _near(typed, text)


def _exact(typed: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(typed)
    while at >= 0:
        yield at, at + len(typed)
        at = text.find(typed, at + len(typed))


def _near(typed: str, text: str) -> Iterator[tuple[int, int]]:
    if len(typed) < SHORTEST:
        return
    at = 0
    for word in text.split(" "):
        if begins_like(typed, word):
            yield at, at + min(len(typed), len(word))
        at += len(word) + 1


def _joined(field: Folded, hits: Iterable[tuple[int, int]]) -> Marks:
    """The stretches of the words themselves that were hit, joined where they touch."""
    joined: list[tuple[int, int]] = []
    for begin, end in sorted((field.places[begin], field.places[end - 1] + 1) for begin, end in hits):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return tuple(joined)
