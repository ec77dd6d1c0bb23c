"""The bundled fonts on paper: which face can draw which letters, and how wide words are."""

from __future__ import annotations

import re
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
    is_joined: bool = False
    """Its letters are set by HarfBuzz: what they look like depends on their neighbours."""
    is_swelled: bool = False
    """It has one weight; what is strong is drawn with a fuller line."""


REGULAR = Face("fsdesk-text", "AtkinsonHyperlegibleNext-Regular.ttf")
BOLD = Face("fsdesk-strong", "AtkinsonHyperlegibleNext-Bold.ttf")
CHILD_REGULAR = Face("fsdesk-child", "Andika-Regular.ttf")
CHILD_BOLD = Face("fsdesk-child-strong", "Andika-Bold.ttf")
_OTHER_REGULAR = Face("fsdesk-other", "NotoSans-Regular.ttf")
_OTHER_BOLD = Face("fsdesk-other-strong", "NotoSans-Bold.ttf")
_ONLY_WHERE_ASKED = frozenset({"Andika", "Noto Nastaliq Urdu"})
"""Families that no page falls back to: other faces have their letters."""
_HAN = "DroidSansFallbackFull.ttf"
TEXT_FAMILY, CHILD_FAMILY = "Atkinson Hyperlegible Next", "Andika"
_FAMILIES = {
    TEXT_FAMILY: (REGULAR, BOLD),
    "Noto Sans": (_OTHER_REGULAR, _OTHER_BOLD),
    "Noto Naskh Arabic": (
        Face("fsdesk-naskh", "NotoNaskhArabic-Regular.ttf", True),
        Face("fsdesk-naskh-strong", "NotoNaskhArabic-Bold.ttf", True),
    ),
    "Noto Sans Gurmukhi": (
        Face("fsdesk-gurmukhi", "NotoSansGurmukhi-Regular.ttf", True),
        Face("fsdesk-gurmukhi-strong", "NotoSansGurmukhi-Bold.ttf", True),
    ),
    "Droid Sans Fallback": (Face("fsdesk-han", _HAN), Face("fsdesk-han-strong", _HAN, False, True)),
    "Noto Nastaliq Urdu": (
        Face("fsdesk-nastaliq", "NotoNastaliqUrdu-Regular.ttf", True),
        Face("fsdesk-nastaliq-strong", "NotoNastaliqUrdu-Bold.ttf", True),
    ),
    CHILD_FAMILY: (CHILD_REGULAR, CHILD_BOLD),
}
"""By family: the two weights of each, in the order in which they are asked for letters that others have not."""

SWELLED = frozenset(face.name for pair in _FAMILIES.values() for face in pair if face.is_swelled)
"""The names of faces that are drawn with a fuller line."""
_WESTERN_DIGIT = re.compile("[0-9]")
"""Numbers look the same all over a page: a font of joined letters does not bring its own."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
JOINERS = "\u200c\u200d"
"""Signs that part or join the letters beside them, as Urdu and Persian are written: nothing to see, much to read."""
BREAKS = "\n\r\t\v\f\u0085\u2028\u2029"
"""Signs that end a line or stand for a space; they are laid out, not drawn."""


@cache
def known(face: Face) -> TTFont:
    """Return the font of a face, made known to reportlab the first time."""
    font = TTFont(face.name, str(resources.path("fonts", face.file)))
    if face.is_swelled:
        font.face.subfontNameX = (
            b"Strong"  # a name of its own in the file, beside the same font drawn thinner
        )
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


@cache
def faces(strong: bool, childs: bool = False, fonts: tuple[str, ...] = ()) -> tuple[Face, ...]:
    """Return the faces of a page in their order: those that its language asks for, then all others.

    On a child's own page letters as they are taught at school come first.
    """
    usual = [name for name in _FAMILIES if name not in _ONLY_WHERE_ASKED]
    names = dict.fromkeys([*([CHILD_FAMILY] if childs else []), *fonts, *usual])
    return tuple(_FAMILIES[name][strong] for name in names)


def faces_of(
    word: str, strong: bool, childs: bool = False, fonts: tuple[str, ...] = ()
) -> tuple[tuple[Face, str], ...]:
    """Return the word in pieces that one face each can draw; a whole word in one face where there is one.

    Every sign is drawable by the last face at least where `can_set` said yes.
    """
    able = faces(strong, childs, fonts)
    for face in able:
        if _has_all(face, word) and not (face.is_joined and _WESTERN_DIGIT.search(word)):
            return ((face, word),)
    pieces: list[tuple[Face, str]] = []
    for sign in word:
        face = next((one for one in able if _has_all(one, sign)), able[-1])
        if pieces and _stays(sign, pieces[-1][0]):
            face = pieces[-1][0]
        if pieces and pieces[-1][0] is face:
            pieces[-1] = (face, pieces[-1][1] + sign)
        else:
            pieces.append((face, sign))
    return tuple(pieces)


def measured(
    word: str, strong: bool, childs: bool = False, fonts: tuple[str, ...] = ()
) -> tuple[tuple[Face, str, float], ...]:
    """Return the word in pieces as `faces_of`, each with its width at one point."""
    first = faces(strong, childs, fonts)[0]
    try:
        return ((first, word, width(word, first)),)
    except KeyError:  # it has a letter that the first face has not
        return tuple((face, text, width(text, face)) for face, text in faces_of(word, strong, childs, fonts))


def _stays(sign: str, face: Face) -> bool:
    """Say whether a sign stays in the face of the letter before it: marks, and what joins or parts letters."""
    return face.is_joined and (sign in JOINERS or unicodedata.combining(sign) > 0) and _has_all(face, sign)


def _has_all(face: Face, text: str) -> bool:
    return _widths(face).keys() >= set(text)


@lru_cache(maxsize=4096)
def can_set(sign: str) -> bool:
    """Say whether one sign can be printed as it should be: seen, and in a bundled font in both weights."""
    if sign in BREAKS:
        return sign in "\n\r\t\u2028\u2029"
    if is_unseen(sign):
        return False
    return all(any(_has_all(face, sign) for face in faces(strong)) for strong in (False, True))


def is_unseen(sign: str) -> bool:
    """Say whether a sign is one that cannot be seen at all: a control, a mark of direction."""
    return sign not in f"\n\r\t\u2028\u2029{JOINERS}" and unicodedata.category(sign) in _UNSEEN
