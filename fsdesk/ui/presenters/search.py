"""Finding a family among hundreds on each key: without case or accents, one slip allowed where nothing fits exactly."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from fsdesk.plans.listed import folded

_SHORTEST_WITH_SLIP = 4
Marks = tuple[tuple[int, int], ...]


class Folded(NamedTuple):
    """Words as they are compared, and for each sign of them the place in the words it came from."""

    text: str
    places: tuple[int, ...]
    words: tuple[tuple[str, int], ...]
    """Each word with the place in ``text`` where it begins."""

    @classmethod
    def of(cls, words: str) -> Folded:
        """Fold words sign by sign, so that what was found can be marked in them."""
        signs = [(sign, place) for place, whole in enumerate(words) for sign in _folded_sign(whole)]
        text = "".join(sign for sign, _ in signs)
        return cls(text, tuple(place for _, place in signs), tuple(_words_with_places(text)))


class Found(NamedTuple):
    """A row that fits, by its number, with the marks of each of its fields."""

    row: int
    marks: tuple[Marks, ...]


Hits = Callable[[str, Folded], Iterable[tuple[int, int]]]
"""Where a word stands in a field: begin and end in its folded text."""


def find(query: str, rows: Sequence[Sequence[Folded]]) -> list[Found]:
    """The rows in which every word of the query stands in some field, in their order; all rows for no query.

    Where no row has them exactly, a word of four letters or more may be one slip away from the start of another.
    """
    wanted = folded(query).split()
    if not wanted:
        return [Found(number, ((),) * len(row)) for number, row in enumerate(rows)]
    return _fitting(wanted, rows, _exact) or _fitting(wanted, rows, _near)


def _fitting(wanted: Sequence[str], rows: Sequence[Sequence[Folded]], hits: Hits) -> list[Found]:
    found = []
    for number, row in enumerate(rows):
        by_word = [[list(hits(word, field)) for field in row] for word in wanted]
        if all(any(fields) for fields in by_word):
            marks = tuple(
                _marks(field, (hit for fields in by_word for hit in fields[at]))
                for at, field in enumerate(row)
            )
            found.append(Found(number, marks))
    return found


def _exact(word: str, field: Folded) -> Iterator[tuple[int, int]]:
    at = field.text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = field.text.find(word, at + len(word))


def _near(word: str, field: Folded) -> Iterator[tuple[int, int]]:
    yield from _exact(word, field)
    if len(word) < _SHORTEST_WITH_SLIP:
        return
    for one, start in field.words:
        length = next((n for n in _lengths(word) if n <= len(one) and is_one_slip(word, one[:n])), 0)
        if length:
            yield start, start + length


def _lengths(word: str) -> tuple[int, int, int]:
    return len(word), len(word) + 1, len(word) - 1


def is_one_slip(one: str, other: str) -> bool:
    """Whether at most one letter missing, added, changed, or two neighbours swapped lie between two words."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    mine, its = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(mine), len(its)) <= 1 or (len(mine) == 2 and mine == its[::-1])


def _marks(field: Folded, hits: Iterable[tuple[int, int]]) -> Marks:
    """The stretches of the words themselves that were hit, joined where they touch."""
    joined: list[tuple[int, int]] = []
    for begin, end in sorted((field.places[begin], field.places[end - 1] + 1) for begin, end in hits):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return tuple(joined)


def _folded_sign(sign: str) -> Iterable[str]:
    apart = unicodedata.normalize("NFKD", sign.casefold())
    return (" " if one.isspace() else one for one in apart if not unicodedata.combining(one))


def _words_with_places(text: str) -> Iterable[tuple[str, int]]:
    at = 0
    for word in text.split(" "):
        if word:
            yield word, at
        at += len(word) + 1
