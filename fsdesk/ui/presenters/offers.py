"""What could be said in place of words that were met: the whole sentence first, then other words, then advice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

BLANK = "..."
_ADVICE = re.compile(r"(?:say|name|use|ask|write|what|for)\b|.*:", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:we|it|they|there|families|dad|mum)\b", re.IGNORECASE)
_CLOSES = re.compile(r"\byet$", re.IGNORECASE)
_ENDS = re.compile(r"(?<=[.?!…])\s+|\n")
_ANEW = re.compile(r"\s*(?:$|[.,;:?!…\n]|(?:and|but|because|so|since|when|while)\b)", re.IGNORECASE)
_TOKENS = re.compile(r"\s+|[^\s\w]+|[\w'’-]+")


class Whole(NamedTuple):
    """A sentence of a text, from ``start`` up to ``end`` in code points, and how all of it could be said."""

    start: int
    end: int
    words: str


class Offer(NamedTuple):
    """Other words; ``fits`` when they can stand in the text from ``start`` up to ``end`` as they are."""

    words: str
    fits: bool
    start: int = 0
    end: int = 0


class Run(NamedTuple):
    """A piece of a sentence, and whether it is new in it."""

    text: str
    is_new: bool = False


class Met(NamedTuple):
    """Words that were met in a text, where, what is known to say instead, and their sentence said otherwise."""

    start: int
    end: int
    instead: tuple[str, ...]
    whole: Whole | None = None


def known(instead: str) -> tuple[str, ...]:
    """What the catalogue says could be said instead, one by one."""
    return tuple(part for part in (one.strip() for one in instead.split(";")) if part)


def offers_for(text: str, met: Met) -> tuple[Offer, ...]:
    """What could be said instead here, what fits in place first.

    A new sentence does not fit after half an old one, nor words that end one before the other half of it.
    """
    found = [_in_place(text, met, words) for words in met.instead]
    whole = [Offer(met.whole.words, True, met.whole.start, met.whole.end)] if met.whole else []
    same = {_as_read(text, one) for one in whole}
    others = sorted(
        (one for one in found if _as_read(text, one) not in same), key=lambda offer: not offer.fits
    )
    return (*whole, *others)


def as_it_would_read(text: str, offer: Offer) -> tuple[Run, ...]:
    """The sentence with the offer in it, piece by piece; advice stands alone."""
    if not offer.fits:
        return (Run(offer.words, True),)
    begin, end = _sentence(text, offer.start, offer.end)
    before, old, after = text[begin : offer.start], text[offer.start : offer.end], text[offer.end : end]
    runs = [Run(before), *_compared(old, offer.words), Run(after)]
    return tuple(run for run in runs if run.text)


def _in_place(text: str, met: Met, words: str) -> Offer:
    begin, _ = _sentence(text, met.start, met.end)
    fits = not _ADVICE.match(words)
    fits = fits and (not text[begin : met.start].strip() or not _SUBJECT.match(words))
    fits = fits and (not _CLOSES.search(words) or bool(_ANEW.match(text, met.end)))
    return Offer(words, fits, met.start, met.end)


def _as_read(text: str, offer: Offer) -> str:
    """The sentence as it would read: the same one is not offered twice."""
    return "".join(run.text for run in as_it_would_read(text, offer)).strip() if offer.fits else offer.words


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    begin = max((match.end() for match in _ENDS.finditer(text, 0, start)), default=0)
    after = _ENDS.search(text, end)
    return begin, after.start() if after else max(end, len(text))


def _compared(old: str, new: str) -> Iterator[Run]:
    """The new words piece by piece; none of the old ones is marked that stayed."""
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    matched = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    pieces = (("".join(after[first:last]), kind != "equal") for kind, _, _, first, last in matched)
    yield from _joined(Run(text, is_new) for text, is_new in pieces if text)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Two new pieces with nothing but a space between them are one."""
    waiting: list[Run] = []
    for run in runs:
        if run.is_new and len(waiting) > 1 and waiting[-2].is_new and not waiting[-1].text.strip():
            space, first = waiting.pop(), waiting.pop()
            run = Run(first.text + space.text + run.text, True)
        waiting.append(run)
    return iter(waiting)
