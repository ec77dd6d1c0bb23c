"""Sealed tokens made ready to be looked for, and the look itself (practice 2f, PG-2)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from fsdesk import resources
from fsdesk.plans.tokens.folding import Folded, folded, folded_words, is_latin, letters_in, singular
from fsdesk.plans.tokens.slips import is_inside, is_within

_PHONE = re.compile("[0-9]{7,}")
_NO_DIGIT = re.compile("[^0-9]+")
_PHONE_END = 6
"""Digits at the end of a number that are its own; those before it are shared by a whole exchange."""
_MOST_WORDS, _MOST_SLIPS = 8, 6
"""A longer token is looked for in parts, and no token forgives more slips than these."""
_LONG_WORD = 5
"""A word of so many letters is also looked for inside longer ones, as in an e-mail address."""


class Needle(NamedTuple):
    """One way in which a token can show itself: its signs run together, and how many slips it forgives."""

    joined: str
    slips: int
    digits: str
    """Its digits, which have to be the same: a slip is one of letters."""
    anywhere: bool
    """No word boundary is asked for: scripts that join words, and the ends of phone numbers."""
    pieces: tuple[str, ...]
    """Cuts of it, one more than its slips could break: a text without any of them is no hit, and soon seen."""
    whole: bool
    """The whole token: small words between its words are passed over ("the flat over the bakery")."""


class Needles:
    """Everything to look for; its own representation says nothing of it."""

    def __init__(self, needles: frozenset[Needle], signs: frozenset[str] = frozenset()) -> None:
        self._windowed = sorted(one for one in needles if not one.anywhere)
        self._anywhere = sorted(one for one in needles if one.anywhere)
        self._signs = sorted(signs)

    def __bool__(self) -> bool:
        return bool(self._windowed or self._anywhere or self._signs)

    def __or__(self, other: Needles) -> Needles:
        needles = frozenset((*self._windowed, *self._anywhere, *other._windowed, *other._anywhere))
        return Needles(needles, frozenset((*self._signs, *other._signs)))

    def are_in(self, text: str | Folded) -> bool:
        """Say whether the text gives any token away."""
        if not self:
            return False
        looked = folded(text) if isinstance(text, str) else text
        if any(sign in looked.text for sign in self._signs):
            return True
        return any(self._are_among(words) for words in looked.readings)

    def _are_among(self, words: tuple[str, ...]) -> bool:
        content, digits = _content(words), _digits("".join(words))
        for one in self._windowed:
            if one.digits not in digits:
                continue
            if _is_somewhere(one, words) or (one.whole and content != words and _is_somewhere(one, content)):
                return True
        return any(_is_anywhere(one, words) for one in self._anywhere if one.digits in digits)


def needles_of(tokens: Iterable[str], names: Iterable[str] = (), *, parts: bool = True) -> Needles:
    """Return what to look for so that none of these tokens gets out.

    One slip per five letters is forgiven; case, accents, spacing, plural and digit forms are folded. With
    `parts`, an uncommon word of a longer token counts alone, and two neighbouring words of it count together
    unless both are only kinds of places ("primary school"); one common word never does. `names` are people of
    the plan: a name counts as a common word, or "Mum's flat" would hide every "Mum".
    """
    given = [token for token in tokens if token.strip()]
    known = frozenset(word for name in names for word in folded_words(name))
    read = [_content(words) for token in given for words in folded(token).readings]
    needles = frozenset(one for words in read for one in _needles(words, known, parts))
    return Needles(needles, frozenset(token.strip() for token in given if not folded_words(token)))


def is_telling(token: str) -> bool:
    """Say whether a place is known by more than its kind: "Rowan Hall" or "3 Mill Lane", not "the library"."""
    words = _content(folded_words(token))
    pairs = pairwise(words)
    return any(_is_telling(word, frozenset()) for word in words) or any(_are_telling(*pair) for pair in pairs)


def _needles(words: tuple[str, ...], known: frozenset[str], parts: bool) -> Iterator[Needle]:
    if not words:
        return
    yield from _phones(words)
    yield from (_needle("".join(run), whole=True) for run in _runs(words))
    if parts and len(words) > 1:
        yield from (_needle(word) for word in words if _is_telling(word, known))
        pairs = pairwise(words)
        yield from (_needle(one + two) for one, two in pairs if _are_telling(one, two))


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a token whole; of a token as long as a sentence, every few words in a row."""
    if len(words) <= _MOST_WORDS:
        yield words
    else:
        yield from (words[at : at + _MOST_WORDS] for at in range(len(words) - _MOST_WORDS + 1))


def _needle(joined: str, *, whole: bool = False) -> Needle:
    slips = min(letters_in(joined) // 5, _MOST_SLIPS)
    return Needle(joined, slips, _digits(joined), not is_latin(joined), _pieces(joined, slips), whole)


def _pieces(joined: str, slips: int) -> tuple[str, ...]:
    """Return a word cut into pieces: a slip breaks two at most, and a plural's s the last."""
    many = 2 * slips + 2
    cuts = [len(joined) * at // many for at in range(many + 1)]
    return tuple(joined[a:b] for a, b in pairwise(cuts))


def _phones(words: tuple[str, ...]) -> Iterator[Needle]:
    for number in _numbers(words):
        if _PHONE.fullmatch(number):
            end = number[-_PHONE_END:]
            yield Needle(end, 0, end, True, (), True)


def _numbers(words: tuple[str, ...]) -> list[str]:
    """Return the digits of words that follow each other, run together: "0141", "496" are one number."""
    together = " ".join(words)
    return [run.replace(" ", "") for run in re.findall(r"\d+(?: \d+)*", together)]


def _is_telling(word: str, known: frozenset[str]) -> bool:
    common = _common()
    ordinary = any(
        one in common.places or one in common.others or one in known for one in (word, singular(word))
    )
    return not ordinary and letters_in(word) >= 3


def _are_telling(one: str, two: str) -> bool:
    common = _common()
    if two in common.streets and not one.isdigit():
        return True
    return not all(
        singular(word) in common.places or word in common.places or word.isdigit() for word in (one, two)
    )


def _content(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words without the small ones, unless there are no others."""
    small = _common().small
    return tuple(word for word in words if word not in small) or words


def _is_somewhere(needle: Needle, words: tuple[str, ...]) -> bool:
    longest = len(needle.joined) + needle.slips + 1
    shortest = len(needle.joined) - needle.slips - 1
    for at, first in enumerate(words):
        if len(needle.joined) >= _LONG_WORD and needle.joined in first:
            return True
        joined = ""
        for word in words[at:]:
            joined += word
            if len(joined) > longest:
                break
            if len(joined) >= shortest and _is_it(needle, joined):
                return True
    return False


def _is_it(needle: Needle, joined: str) -> bool:
    """Say whether this is the needle but for its slips, or but for slips and the s of a plural."""
    if not any(piece in joined for piece in needle.pieces) or needle.digits != _digits(joined):
        return False
    own = needle.joined
    return is_within(own, joined, needle.slips) or is_within(singular(own), singular(joined), needle.slips)


def _digits(joined: str) -> str:
    return _NO_DIGIT.sub("", joined)


def _is_anywhere(needle: Needle, words: tuple[str, ...]) -> bool:
    if needle.joined.isdigit():
        return any(needle.joined in number for number in _numbers(words))
    return is_inside(needle.joined, "".join(words), needle.slips)


class _Common(NamedTuple):
    small: frozenset[str]
    streets: frozenset[str]
    places: frozenset[str]
    others: frozenset[str]


@cache
def _common() -> _Common:
    held = tomllib.loads(resources.read_text("print", "common_words.toml"))
    folded = {name: frozenset(w for line in held[name]["words"] for w in folded_words(line)) for name in held}
    return _Common(folded["small"], folded["streets"], folded["places"], folded["others"])
