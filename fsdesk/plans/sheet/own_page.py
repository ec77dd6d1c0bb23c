"""What only a child's own page has: a speech bubble, a card of what the child may do, things to colour and fill in."""

from __future__ import annotations

from fsdesk.plans.sheet.parts import Line, Part


class Bubble(Part, frozen=True, kw_only=True):
    """A child's own words, in a bubble beside somebody without an expression: a smile would speak for the child."""

    lines: tuple[Line, ...]
    plain: bool = False
    """In a frame alone, for a young person."""


class Card(Part, frozen=True, kw_only=True):
    """A few sentences in a box."""

    lines: tuple[Line, ...]


class ColourFaces(Part, frozen=True, kw_only=True):
    """Five faces, none filled in, for the child to colour."""

    told: str
    """What they are, for somebody who cannot see them."""


class MyPeople(Part, frozen=True, kw_only=True):
    """Empty rings around the child, to draw or write in."""

    middle: str
    told: str
