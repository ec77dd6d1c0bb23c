"""Questions on a sheet that people write on: a number, a face, ticks or words, and any of them is enough."""

from __future__ import annotations

import enum

from fsdesk.plans.sheet.parts import Line, Part


class Face(enum.StrEnum):
    """Three faces, each with its word; none is wrong."""

    HARD = "hard"
    SO_SO = "so_so"
    GOOD = "good"


class Faced(Part, frozen=True, kw_only=True):
    """One face and its word."""

    face: Face
    word: str


class Dots(Part, frozen=True, kw_only=True):
    """The numbers 0 to 10 to put a ring round, with words at both ends."""

    low: str
    high: str


class Ask(Part, frozen=True, kw_only=True):
    """One numbered question; its number stands on the edition and is kept with it."""

    number: str
    lines: tuple[Line, ...]
    dots: Dots | None = None
    faces: tuple[Faced, ...] = ()
    before: str = ""
    """What is said before the boxes to tick, on their line."""
    ticks: tuple[str, ...] = ()
    beside: bool = False
    """The boxes stand beside the words, as in a table."""
    write: int = 0
    """Lines to write on."""
    draw: bool = False
    """Room to draw in, as much as the side has left."""


class Asks(Part, frozen=True, kw_only=True):
    """Questions that stand under each other."""

    rows: tuple[Ask, ...]
