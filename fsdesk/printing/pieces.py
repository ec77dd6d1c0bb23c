"""What a laid line is made of: pieces of one face and one language, and rows of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from fsdesk.plans.sheet.parts import Run
from fsdesk.printing.fonts import Face
from fsdesk.printing.shaping import Glyph
from fsdesk.printing.tags import Element


def written(text: str, *, strong: bool = False) -> Run:
    """Return words in the page's own language: a heading, a label, a name."""
    return Run(text=text, strong=strong, lang="")


class Fine(NamedTuple):
    """How a piece is drawn where it is not simply one letter after the other."""

    level: int
    """Which way it runs (UAX #9): even to the right, odd to the left."""
    gap: int = 0
    """The same for the space before it."""
    glyphs: tuple[Glyph, ...] = ()
    """Its shapes, where letters join or turn."""


class Piece(NamedTuple):
    """Some signs in one face and one language."""

    face: Face
    text: str
    wide: float
    """How wide they are at one point."""
    lang: str = ""
    is_tight: bool = False
    """A line may break before it, but no space stands there, as between Chinese signs."""
    fine: Fine | None = None


Word = tuple[Piece, ...]


class Row(tuple[Piece, ...]):
    """One laid line: pieces that follow each other, spaces included, and the paragraph that they are part of."""

    tag: Element
    is_inside: bool
    """It ends inside a word, which goes on in the next row."""

    def __new__(cls, pieces: Iterable[Piece], tag: Element, *, is_inside: bool = False) -> Row:
        """Return a row of a paragraph."""
        made = super().__new__(cls, pieces)
        made.tag, made.is_inside = tag, is_inside
        return made
