"""What a sheet to write on says of itself, as a square to photograph and as signs to type: no name, no key."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import NamedTuple

from fsdesk.plans import codes

_KIND = "FSD1"
_DIGEST_SIGNS = 4
_SQUARE = re.compile(r"FSD1\*([0-9A-Z]{8})\*(\d{1,6})\*([0-9A-Z]{4})\*([A-Z])\*(\d{1,3})")
_GAP = r"(?:[\s.,;:*/-]|VERSION|SIDE)*"
_TYPED = re.compile(rf"([0-9A-Z]{{4}}[\s-]?[0-9A-Z]{{4}}){_GAP}(\d{{1,6}}){_GAP}([A-Z]){_GAP}(\d{{1,3}})")


class PaperCode(NamedTuple):
    """Which side of which edition of which version of which plan a sheet is."""

    code: str
    """The plan's code as it is shown."""
    version: int
    digest: str
    """Four signs of the version's edits; empty when a person typed the code."""
    letter: str
    side: int

    @property
    def square(self) -> str:
        """What the square holds: signs only that a QR code packs tightly."""
        code = self.code.replace("-", "")
        return f"{_KIND}*{code}*{self.version}*{self.digest}*{self.letter}*{self.side}"


def digest_of(frontier: Mapping[str, int]) -> str:
    """Return four signs that tell which edits a version holds: other edits, other signs (one in a million alike)."""
    told = "\n".join(f"{device}\0{last}" for device, last in sorted(frontier.items()))
    found = hashlib.blake2b(told.encode(), digest_size=8, person=b"fsdesk-paper").digest()
    number = int.from_bytes(found, "big")
    return "".join(codes.SIGNS[number >> 5 * place & 31] for place in range(_DIGEST_SIGNS))


def read(text: str) -> PaperCode | None:
    """Return what a photographed square or a typed code says; nothing when it is neither, or was misread.

    A code is typed as it stands on the sheet, "K7QM-3TXH, version 4, B, side 1", or as "K7QM3TXH 4 B 1".
    """
    said = text.strip().upper()
    square = _SQUARE.fullmatch(said)
    if square is not None:
        return _right(square[1], square[2], square[3], square[4], square[5])
    typed = _TYPED.fullmatch(said)
    return _right(typed[1], typed[2], "", typed[3], typed[4]) if typed is not None else None


def _right(code: str, version: str, digest: str, letter: str, side: str) -> PaperCode | None:
    tidied = codes.tidy(code)
    if not codes.is_right(tidied):
        return None
    return PaperCode(tidied, int(version), digest, letter, int(side))
