"""Letters joined as their script asks, by HarfBuzz: the shapes of a stretch of one font, in the order they are seen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import uharfbuzz as hb

from fsdesk import resources
from fsdesk.printing.fonts import Face, known

_PRIVATE = 0xE000
"""Shapes without a sign of their own stand at private code points: this plus their number, the same in every print."""
_PRIVATE_END = 0xF8FF


class Glyph(NamedTuple):
    """One shape: the code point under which reportlab draws it, and where, in parts of the size of the letters."""

    code: int
    x: float
    y: float
    wide: float
    """How far it moves the pen when it is drawn among others of its font."""


class Shaped(NamedTuple):
    """A stretch as it is seen."""

    glyphs: tuple[Glyph, ...]
    wide: float


def shape(text: str, face: Face, lang: str, *, is_turned: bool) -> Shaped:
    """Return the shapes of a text from left to right; brackets of a turned text are turned with it."""
    font = _font(face)
    held = hb.Buffer()
    held.add_str(text)
    held.guess_segment_properties()
    held.direction = "rtl" if is_turned else "ltr"
    if lang:
        held.language = lang
    hb.shape(font, held)
    size = font.face.upem
    made, pen = [], 0.0
    for one, at in zip(held.glyph_infos, held.glyph_positions, strict=True):
        own = font.get_glyph_h_advance(one.codepoint) / size
        made.append(Glyph(_code(face, one.codepoint), pen + at.x_offset / size, at.y_offset / size, own))
        pen += at.x_advance / size
    return Shaped(tuple(made), pen)


@cache
def _font(face: Face) -> hb.Font:
    blob = hb.Blob.from_file_path(str(resources.path("fonts", face.file)))
    return hb.Font(hb.Face(blob))


@cache
def _signs(face: Face) -> Mapping[int, int]:
    """Return the code point of every shape that has one."""
    found: dict[int, int] = {}
    for code, glyph in known(face).face.charToGlyph.items():
        if not _PRIVATE <= code <= _PRIVATE_END and code not in (0x20, 0xA0):
            found[glyph] = min(code, found.get(glyph, code))
    return found


@cache
def _code(face: Face, glyph: int) -> int:
    """Return the code point under which a shape is drawn, which depends on the font alone."""
    sign = _signs(face).get(glyph)
    if sign is not None and sign <= 0xFFFF:
        return sign
    code, drawn = _PRIVATE + glyph, known(face).face
    drawn.charToGlyph[code] = glyph
    drawn.charWidths[code] = _font(face).get_glyph_h_advance(glyph) * 1000 / _font(face).face.upem
    return code
