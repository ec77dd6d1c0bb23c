"""What a check of a store found: where, and what is not as it should be."""

from __future__ import annotations

import msgspec


class Harm(msgspec.Struct, frozen=True):
    """One thing that is not as it should be: a file or part of the store, and a plain sentence without any name."""

    where: str
    what: str
