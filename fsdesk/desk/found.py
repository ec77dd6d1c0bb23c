"""What a package or a receipt brought, or would bring."""

from __future__ import annotations

from typing import NamedTuple

IMPORTED, ALREADY = "imported", "already"
PACKAGE, RECEIPT = "package", "receipt"


class Missing(NamedTuple):
    """Edits of a laptop that should come before those that are here."""

    device: str
    first: int
    last: int


class Found(NamedTuple):
    """What came, or would come; counts are of plans unless they say otherwise."""

    status: str
    package: str
    """BLAKE2b-256 of the file, hexadecimal."""
    sender: str
    number: int
    edits: int = 0
    new: int = 0
    """Plans that were not here before."""
    changed: int = 0
    """Plans that were here and were folded again."""
    differing: int = 0
    """Fields that read two ways because of it."""
    withheld: int = 0
    """Parts of its edits that were not for us."""
    held: int = 0
    missing_before: tuple[Missing, ...] = ()
    kind: str = PACKAGE
