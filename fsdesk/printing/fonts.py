"""The bundled fonts on paper: which face can draw which letters, and how wide words are."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from fsdesk import resources


class Face(NamedTuple):
    """One font in one weight, by the name under which reportlab knows it."""

    name: str
    file: str


REGULAR = Face("fsdesk-text", "AtkinsonHyperlegibleNext-Regular.ttf")
BOLD = Face("fsdesk-strong", "AtkinsonHyperlegibleNext-Bold.ttf")
CHILD_REGULAR = Face("fsdesk-child", "Andika-Regular.ttf")
CHILD_BOLD = Face("fsdesk-child-strong", "Andika-Bold.ttf")
_OTHER_REGULAR = Face("fsdesk-other", "NotoSans-Regular.ttf")
_OTHER_BOLD = Face("fsdesk-other-strong", "NotoSans-Bold.ttf")
_FACES = {False: (REGULAR, _OTHER_REGULAR), True: (BOLD, _OTHER_BOLD)}
"""By weight: the text face, then the one for letters that it has not."""
_CHILDS_FACES = {False: (CHILD_REGULAR, *_FACES[False]), True: (CHILD_BOLD, *_FACES[True])}
"""The same for a child's own page: letters as they are taught at school come first."""

_WRITTEN_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
BREAKS = "\n\r\t\v\f\u0085\u2028\u2029"
"""Signs that end a line or stand for a space; they are laid out, not drawn."""


@cache
def known(face: Face) -> TTFont:
    """Return the font of a face, made known to reportlab the first time."""
    font = TTFont(face.name, str(resources.path("fonts", face.file)))
    pdfmetrics.registerFont(font)
    return font


@cache
def _widths(face: Face) -> Mapping[str, float]:
    """Return how wide each sign of a face is at one point."""
    drawn = known(face).face
    return {chr(code): drawn.charWidths.get(code, drawn.defaultWidth) / 1000 for code in drawn.charToGlyph}


def width(word: str, face: Face) -> float:
    """Return how wide a word is at one point. Nothing is kept of it: words of a family stay in no cache."""
    return sum(map(_widths(face).__getitem__, word))


def faces_of(word: str, strong: bool, childs: bool = False) -> tuple[tuple[Face, str], ...]:
    """Return the word in pieces that one face each can draw; a whole word in one face where there is one.

    Every sign is drawable by the last face at least where `can_set` said yes.
    """
    faces = _CHILDS_FACES[strong] if childs else _FACES[strong]
    for face in faces:
        if _has_all(face, word):
            return ((face, word),)
    pieces: list[tuple[Face, str]] = []
    for sign in word:
        face = next((one for one in faces if _has_all(one, sign)), faces[-1])
        if pieces and pieces[-1][0] is face:
            pieces[-1] = (face, pieces[-1][1] + sign)
        else:
            pieces.append((face, sign))
    return tuple(pieces)


def measured(word: str, strong: bool, childs: bool = False) -> tuple[tuple[Face, str, float], ...]:
    """Return the word in pieces as `faces_of`, each with its width at one point."""
    first = (_CHILDS_FACES if childs else _FACES)[strong][0]
    try:
        return ((first, word, width(word, first)),)
    except KeyError:  # it has a letter that the first face has not
        return tuple((face, text, width(text, face)) for face, text in faces_of(word, strong, childs))


def _has_all(face: Face, text: str) -> bool:
    return _widths(face).keys() >= set(text)


@lru_cache(maxsize=4096)
def can_set(sign: str) -> bool:
    """Say whether one sign can be printed as it should be: seen, left to right, and in a bundled font."""
    if sign in BREAKS:
        return sign in "\n\r\t\u2028\u2029"
    if unicodedata.category(sign) in _UNSEEN or unicodedata.bidirectional(sign) in _WRITTEN_RIGHT_TO_LEFT:
        return False
    return all(any(_has_all(face, sign) for face in faces) for faces in _FACES.values())


def is_unseen(sign: str) -> bool:
    """Say whether a sign is one that cannot be seen at all: a control, a mark of direction."""
    return sign not in "\n\r\t\u2028\u2029" and unicodedata.category(sign) in _UNSEEN
