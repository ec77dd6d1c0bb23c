"""Text as sentences of words: where each word stands, its small-letter form, and whether it looks like a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_JOINERS = "\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(rf"[^\W_]+(?:[{_JOINERS}'’ʼ]+[^\W_]+)*|[^\w\s{_JOINERS}]|_")
INVISIBLE = re.compile(rf"[{_JOINERS}]")
_SENTENCE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029.!?…]+[.!?…]*|[.!?…]+")
_INNER_END = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029.!?…]")
_SHORT = re.compile(r"(?:\b(?:dr|mr|mrs|ms|st|no|e\.g|i\.e|approx|tel)|\b\w)\.$", re.IGNORECASE)
_PARTED = "\x1f"
_LOOSE = re.compile(rf"[^\W_]+(?:'+[^\W_]+)*|{_PARTED}'[a-z]+|[^\w\s]|_")
_ENDING = re.compile(r"(?<=[^\W_])'(?=(?:s|re|ve|ll|d|m)(?![^\W_]))")
_INNER_HYPHEN = re.compile(r"(?<=[^\W_])[-\u2010\u2011/](?=[^\W_])")
_ENDINGS = ("'s", "'re", "'ve", "'ll", "'d", "'m")
_HYPHENS = "-\u2010\u2011/"
_MOST_WORDS = 240
"""A longer run without a full stop is read in pieces, so that the work stays in proportion to the text."""


class Word(NamedTuple):
    """One word or sign: its form in small letters and its place in the text, in code points."""

    form: str
    start: int
    end: int
    titled: bool


class Sentence:
    """The words of one sentence, and the line that patterns are matched against.

    In `line` every word stands in small letters between single spaces; a word that looks like somebody's name
    has NAME_MARK before it. `spoken` are the words in small letters, in order; `forms` the same as a set.
    """

    def __init__(self, words: list[Word], named: list[bool]) -> None:
        self.words = words
        self.named = named
        forms = [
            NAME_MARK + word.form if is_name else word.form
            for word, is_name in zip(words, named, strict=True)
        ]
        self.line = " " + " ".join(forms) + " "
        self.spoken = [word.form for word in words]
        self.forms = frozenset(self.spoken)
        self._offsets = _offsets_of(forms)

    def words_between(self, start: int, end: int) -> tuple[int, int]:
        """Return the first word and the one after the last between two places, the first before a space."""
        first = bisect_right(self._offsets, start + 1) - 1
        return max(first, 0), bisect_right(self._offsets, end - 1)


NAME_MARK = "§"


def _offsets_of(forms: list[str]) -> list[int]:
    offsets, at = [], 1
    for form in forms:
        offsets.append(at)
        at += len(form) + 1
    return offsets


def loose_words(piece: str) -> list[str]:
    """Return the forms of the words and signs of a sentence, quickly and without their places."""
    small = piece.lower()
    if not small.isascii():
        small = INVISIBLE.sub("", small).replace("’", "'").replace("ʼ", "'")
    if "-" in small or "/" in small or not small.isascii():
        small = _INNER_HYPHEN.sub(" ", small)
    if "'" not in small:
        return _LOOSE.findall(small)
    parted = _ENDING.sub(_PARTED + "'", small.replace(_PARTED, " "))
    return [word.lstrip(_PARTED) for word in _LOOSE.findall(parted)]


def loose_line(words: list[str]) -> str:
    """Return a line in which every word may be a name: what is not found here is not in the sentence."""
    return f" {NAME_MARK}" + f" {NAME_MARK}".join(words) + " "


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a text and where each begins."""
    if _INNER_END.search(text, 0, len(text) - 1) is None:
        yield 0, text
        return
    held: tuple[int, str] | None = None
    for match in _SENTENCE.finditer(text):
        begin, piece = match.start(), match[0]
        if held is not None and held[0] + len(held[1]) == begin:
            begin, piece = held[0], held[1] + piece
        held = (begin, piece) if _goes_on(text, match.end(), piece) else None
        if held is None:
            yield begin, piece
    if held is not None:
        yield held


def _goes_on(text: str, end: int, piece: str) -> bool:
    """A full stop inside 3.5 or www.example or after Dr. ends no sentence."""
    if not piece.endswith(".") or end >= len(text) or len(piece) > 4_000:
        return False
    return (not text[end].isspace() and text[end] not in "\"'”’)]") or bool(_SHORT.search(piece[-8:]))


def words_of(begin: int, piece: str) -> list[Word]:
    """Return the words of one sentence; a hyphen inside a word parts it, endings such as 's stand alone."""
    words: list[Word] = []
    for match in _WORD.finditer(piece):
        raw, (start, end) = match[0], match.span()
        if raw.isalnum():
            titled = raw[0].isupper() and not raw.isupper()
            words.append(Word(raw.lower(), begin + start, begin + end, titled))
        elif not (raw in _HYPHENS and _inside_word(piece, start, end)):
            words.extend(_split(raw, begin + start))
    return words


def _inside_word(piece: str, start: int, end: int) -> bool:
    return start > 0 and end < len(piece) and piece[start - 1].isalnum() and piece[end].isalnum()


def _split(raw: str, start: int) -> Iterator[Word]:
    form = INVISIBLE.sub("", raw.lower()).replace("’", "'").replace("ʼ", "'")
    titled = raw[0].isupper() and not raw.isupper()
    end = start + len(raw)
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) > len(ending) and len(raw) == len(form):
            cut = end - len(ending)
            yield Word(form[: -len(ending)], start, cut, titled)
            yield Word(ending, cut, end, False)
            return
    yield Word(form, start, end, titled)


def in_parts(words: list[Word]) -> Iterator[list[Word]]:
    """Yield a sentence whole, or in parts when it runs on for more words than anybody reads at a go."""
    for begin in range(0, len(words), _MOST_WORDS):
        yield words[begin : begin + _MOST_WORDS]
