"""A drawing or photo that somebody showed, as it stands on a page."""

from __future__ import annotations

from fsdesk.plans.sheet.parts import Part


class Shown(Part, frozen=True, kw_only=True):
    """One picture; it stands below the words that tell whose it is, and `words` are read in its place."""

    body: bytes
    """A JPEG or PNG, as pictures are kept."""
    words: str
