"""Blocks of the papers that a team keeps, not a family: steps, a grid of words, a fold, a square, cards to cut out."""

from __future__ import annotations

from fsdesk.plans.sheet.parts import Line, Part


class Steps(Part, frozen=True, kw_only=True):
    """What to do, one after the other."""

    items: tuple[Line, ...]


class Boxes(Part, frozen=True, kw_only=True):
    """A sentence or two in a box over the page."""

    lines: tuple[Line, ...]


class FoldHere(Part, frozen=True, kw_only=True):
    """The line at half the height of the page: what stands below it is folded inside."""

    word: str


class WordGrid(Part, frozen=True, kw_only=True):
    """Numbered words or groups of signs, read across."""

    parts: tuple[str, ...]
    across: int


class SquareBeside(Part, frozen=True, kw_only=True):
    """A square to photograph with lines beside it."""

    square: str
    told: str
    lines: tuple[Line, ...]


class CutCards(Part, frozen=True, kw_only=True):
    """The same card four times, to cut out and fold: the front for families, the lower half for other teams."""

    name: str
    role: str
    lines: tuple[Line, ...]
    heading: str
    words: tuple[str, ...]
    rule: tuple[Line, ...]
    square: str
    told: str
