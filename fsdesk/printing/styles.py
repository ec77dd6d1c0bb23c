"""The measures of clear print: body 14 points, nothing under 12, one column, white around (PR-01 to PR-07)."""

from __future__ import annotations

from typing import NamedTuple

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm

PAGE = (210 * mm, 297 * mm)
LEFT, RIGHT = 20 * mm, 17 * mm
TOP, BOTTOM = 13 * mm, 19 * mm
STRIP = 11 * mm
"""Room at the head of every side for the words "Talking copy"."""
WIDTH = PAGE[0] - LEFT - RIGHT
SIDE = 100.0
"""The column for names, articles and pictograms; the text stands beside it."""
GAP = 8.0
TEXT = WIDTH - SIDE

INK = HexColor(0x16242B)
DEEP = HexColor(0x0B4A57)
LINE = HexColor(0x7C8B91)
WHITE = HexColor(0xFFFFFF)
BLACK = HexColor(0x000000)
"""Ink 15.9 : 1 and headings 9.9 : 1 on white; the line colour (3.5 : 1) never carries text."""


class Style(NamedTuple):
    """How large words are and how much room is round them, in points."""

    size: float
    leading: float
    after: float = 0.0
    colour: Color = INK
    strong: bool = False
    childs: bool = False
    """In the letters of a child's own page."""
    fonts: tuple[str, ...] = ()
    """Families that the page's language asks for first."""
    is_turned: bool = False
    """Its paragraphs run from right to left."""
    drop: float = 0.0
    """How much lower than usual words stand in their line, in points, for letters that reach high."""


BODY = Style(14, 18.4, 4.5)
QUOTE = Style(15, 19.6, 4.5)
SMALL = Style(13, 17)
"""Inside figures, where a word has to fit its place."""
NAME = Style(14, 18.4, strong=True)
SUB = Style(14, 18.4, 4, strong=True)
HEADING = Style(19, 24, 3, DEEP, True)
TITLE = Style(30, 36, 2, DEEP, True)
MADE = Style(15, 19.5, 7)
FOOTER = Style(14, 17)
LABEL = Style(14, 19, strong=True)
