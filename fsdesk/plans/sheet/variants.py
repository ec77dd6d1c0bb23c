"""The two ways in which a child's own page is made."""

from __future__ import annotations

import enum


class Variant(enum.StrEnum):
    """For a younger child, or for a young person: the same page without faces and pictures to colour."""

    CHILD = "child"
    TEEN = "teen"
