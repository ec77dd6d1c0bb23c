"""Text taken apart into the words that a search compares: without case, accents or apostrophes, in any script."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 40
"""Signs of a word that count; what is longer is no word that anybody types."""

_APOSTROPHES = "'\u2018\u2019\u02bc\u2032`\u00b4"
_TYPESET = (
    ("\u2019", "'"),
    ("\u2018", "'"),
    ("\u201c", '"'),
    ("\u201d", '"'),
    ("\u2013", "-"),
    ("\u2026", "."),
)
"""Signs of careful typing: without them most English text is plain, and plain text is folded far quicker."""
_SOUTH_EAST_ASIA = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_EAST_ASIA = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_ONE_BY_ONE = _SOUTH_EAST_ASIA + _EAST_ASIA
"""Scripts that set no spaces between words: each sign counts as a word."""
_LETTER = rf"[^\W_{_ONE_BY_ONE}]"
_WORD = re.compile(rf"[{_ONE_BY_ONE}]|{_LETTER}+(?:[{_APOSTROPHES}]{_LETTER}+)*")
_PLAIN = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_LIKE = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ə": "e",
    "ґ": "г",
    "є": "е",
    "і": "и",
    "ی": "ي",
    "ى": "ي",
    "ک": "ك",
    "ہ": "ه",
    "ھ": "ه",
    "ة": "ه",
}
"""Letters that Unicode does not take apart, and letters of one sound that keyboards of two languages write apart."""


class _Bare(dict[int, str]):
    """What each sign becomes; learned sign by sign, so it holds letters and never words."""

    def __missing__(self, sign: int) -> str:
        self[sign] = bare = _bare(chr(sign))
        return bare


def _bare(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind[0] == "M" or kind == "Cf":
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    return _LIKE.get(sign, sign)


_BARE = _Bare()


def folded(text: str) -> str:
    """Return text without case and accents, digits of any script as 0-9. Signs that are no letters stay."""
    for curly, straight in _TYPESET:
        text = text.replace(curly, straight)
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_BARE)


def bare(text: str) -> str:
    """Return text without case, accents and apostrophes, one space between its words."""
    return " ".join(_APOSTROPHE.sub("", folded(text)).split())


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded, in its order. A word with an apostrophe counts as one: O'Neil is oneil."""
    return [_APOSTROPHE.sub("", found)[:LONGEST] for found in _found(text)]


def with_pieces(text: str) -> set[str]:
    """Return the words that a text is found by: its words, and those on each side of an apostrophe."""
    found = set(_found(text))
    apart = {word for word in found if _APOSTROPHE.search(word)}
    pieces = {piece for word in apart for piece in _APOSTROPHE.split(word)}
    joined = {_APOSTROPHE.sub("", word) for word in apart}
    whole = (found - apart) | joined | pieces
    return {word[:LONGEST] for word in whole} if max(map(len, whole), default=0) > LONGEST else whole


def _found(text: str) -> list[str]:
    bare = folded(text)
    return (_PLAIN if bare.isascii() else _WORD).findall(bare)
