"""What every part of a sheet is made of: runs of words, and lines of them."""

from __future__ import annotations

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen part of a sheet."""


class Run(Part, frozen=True, kw_only=True):
    """Words of one kind in one language, printed as they stand."""

    text: str
    strong: bool = False
    lang: str = "en"


Line = tuple[Run, ...]
"""One paragraph."""
