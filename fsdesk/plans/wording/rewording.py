"""A whole sentence said more kindly: offered where the same fact can be told, never put in by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import msgspec

from fsdesk import resources
from fsdesk.plans.rules.pack import Broken, read
from fsdesk.plans.wording import catalogue, reader, sources
from fsdesk.plans.wording.constructions import Construction, construct
from fsdesk.plans.wording.patterns import BadPattern
from fsdesk.plans.wording.tokens import Sentence, pieces, words_of

_FILE = "wording/rewording/en.toml"
_OBJECT = {"he": "him", "she": "her", "they": "them"}
_SPACES = re.compile(r"(?<=\S)  +(?=\S)")
_MOST_SIGNS = 400
"""A longer sentence is left to its writer."""


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    say: str
    with_: str = msgspec.field(name="with")


class _Swaps(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    swap: tuple[_Written, ...]


class _Swap(NamedTuple):
    construction: Construction
    words: str


class Reworded(NamedTuple):
    """A sentence of a text, from `start` up to `end` in code points, and how it could be said."""

    start: int
    end: int
    sentence: str


class _Place(NamedTuple):
    start: int
    end: int
    words: str


def reworded(
    text: str,
    field: str = "worker",
    lang: str = "en",
    names: frozenset[str] = frozenset(),
) -> list[Reworded]:
    """Return a rewording of each sentence for which there is one, in order.

    There is one where every word met in the sentence has another for the same fact, and nothing is met in what
    comes out. Names, dates and all other words stay as they are.
    """
    found = [one for one in reader.read(text, field, lang, names) if one.rule != reader.SILENT]
    if not found:
        return []
    return [
        Reworded(begin, begin + len(piece), said)
        for begin, piece in pieces(text)
        if len(piece) <= _MOST_SIGNS
        and (met := [one for one in found if begin <= one.start < begin + len(piece)])
        and (said := _said(begin, piece, met))
        and not reader.read(said, field, lang, names)
    ]


def _said(begin: int, piece: str, met: list[reader.WordingFinding]) -> str | None:
    """The sentence with every word met swapped; None when one of them cannot be."""
    chosen: list[_Place] = []
    possible = list(_places(piece))
    for one in met:
        start, end = one.start - begin, one.end - begin
        fitting = [place for place in possible if place.start < end and start < place.end]
        if not fitting:
            return None
        longest = max(fitting, key=lambda place: place.end - place.start)
        if longest not in chosen:
            chosen.append(longest)
    chosen.sort()
    apart = all(one.end <= other.start for one, other in pairwise(chosen))
    return _put_in(piece, chosen) if apart else None


def _places(piece: str) -> Iterator[_Place]:
    """Every swap that could be made in a sentence, in the order they are written."""
    words = words_of(0, piece)
    known = catalogue.load().words.sets["not_a_name"]
    sentence = Sentence(words, [word.titled and word.form not in known for word in words])
    for swap in _swaps():
        if not swap.construction.is_called_for(sentence.forms):
            continue
        for match in swap.construction.expression.finditer(sentence.line):
            first, last = sentence.words_between(*match.span("said" if "said" in match.re.groupindex else 0))
            if first and sentence.spoken[first - 1] in swap.construction.not_after:
                continue
            while first < last and not sentence.spoken[last - 1][-1].isalnum():
                last -= 1
            start, end = words[first].start, words[last - 1].end
            yield _Place(start, end, _filled(swap.words, piece[words[first].start : words[first].end]))


def _filled(template: str, who: str) -> str:
    return template.replace("{him}", _OBJECT.get(who.lower(), who))


def _put_in(piece: str, places: list[_Place]) -> str:
    for place in reversed(places):
        said = place.words
        after = piece[place.end :]
        if not said:
            after = after.lstrip(" ,")
        piece = piece[: place.start] + said + after
    piece = _SPACES.sub(" ", piece.replace(" .", "."))
    begins = len(piece) - len(piece.lstrip())
    return piece[:begins] + piece[begins : begins + 1].upper() + piece[begins + 1 :]


@cache
def _swaps() -> tuple[_Swap, ...]:
    written = read(resources.read_text(*_FILE.split("/")), _Swaps, _FILE)
    words = sources.words("en")
    try:
        return tuple(_Swap(made, one.with_) for one in written.swap for made in construct(one.say, words))
    except BadPattern as fault:
        raise Broken(f"{_FILE} does not fit: {fault}.") from None
