"""The code of a plan: seven random Crockford signs and a check sign, shown as K7QM-3TXH.

The signs are the numbers 0 to 31 of the field GF(32). The check sign is the sum of the seven others, each
times its own power of x^4: seven factors that all differ, are not zero and, as 31 is prime, are not one. So
one wrong sign anywhere, and two signs swapped anywhere, always show.
"""

from __future__ import annotations

import unicodedata
from functools import cache

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32 signs: I, L, O and U are left out, they are misread or spell words."""

RANDOM_BYTES = 5
"""How many random bytes a new code takes, at least; 35 of their bits are used."""

_VALUES = {sign: value for value, sign in enumerate(SIGNS)}
_MISREAD = str.maketrans("OIL", "011")
_LENGTH = 8
_FIELD = 0b101111  # x^5 + x^3 + x^2 + x + 1, which no smaller polynomial divides


def mint(random_bytes: bytes) -> str:
    """Return a new code as it is shown, made of the last 35 bits of `random_bytes`.

    Raises ValueError for fewer than five bytes.
    """
    if len(random_bytes) < RANDOM_BYTES:
        raise ValueError(f"a plan code needs {RANDOM_BYTES} random bytes")
    bits = int.from_bytes(random_bytes, "big")
    seven = "".join(SIGNS[bits >> shift & 31] for shift in range(30, -1, -5))
    return _shown(seven + check_sign(seven))


def check_sign(seven: str) -> str:
    """Return the sign that completes seven others. Raises ValueError when they are not seven of SIGNS."""
    if len(seven) != _LENGTH - 1 or not set(seven) <= set(SIGNS):
        raise ValueError("a plan code has seven signs before its check sign")
    return sign_for(seven)


def sign_for(signs: str) -> str:
    """Return the check sign of up to thirty of SIGNS: one wrong among them, or two swapped, gives another."""
    return SIGNS[_sum(signs)]


def tidy(typed: str) -> str:
    """Return what somebody typed or read aloud in the form that codes are shown in.

    Lower case, wide letters, any numerals, spaces and dashes (or none) are taken; O reads as 0, I and L as 1.
    What has not eight signs comes back without its spaces and dashes; `is_right` is false for it.
    """
    kept = (_plain_sign(sign) for sign in unicodedata.normalize("NFKC", typed))
    return _shown("".join(kept).translate(_MISREAD))


def is_right(code: str) -> bool:
    """Say whether a code, as `tidy` leaves it, has eight signs of which the last fits the others."""
    signs = code.replace("-", "")
    if code != _shown(signs) or len(signs) != _LENGTH or not set(signs) <= set(SIGNS):
        return False
    return check_sign(signs[:-1]) == signs[-1]


def _shown(signs: str) -> str:
    return f"{signs[:4]}-{signs[4:]}" if len(signs) == _LENGTH else signs


def _plain_sign(sign: str) -> str:
    if sign.isspace() or unicodedata.category(sign) in ("Pd", "Cf", "Mn"):
        return ""  # spaces, dashes, accents, and the marks that turn the direction of writing
    return str(unicodedata.decimal(sign, sign.upper() if sign.isascii() else sign))


def _sum(signs: str) -> int:
    total = 0
    for sign in signs:
        total = _times(total ^ _VALUES[sign])
    return total


@cache
def _times(value: int) -> int:
    """Return x^4 times a value of the field: four shifts, each folding back what outgrows five bits."""
    for _ in range(4):
        value <<= 1
        value = value ^ _FIELD if value > 31 else value
    return value
