"""Thirty-two bytes as eighteen groups of four signs, for people who do not write English words."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence

from fsdesk.plans import codes

SECRET_BYTES = 32
GROUPS = 18
GROUP_SIGNS = 4
_KEPT_SIGNS = GROUP_SIGNS - 1
_BITS = GROUPS * _KEPT_SIGNS * 5
_CHECK_BITS = _BITS - SECRET_BYTES * 8
"""Fourteen bits over the whole; each group has a check sign of its own besides, which also knows its place."""


class Misread(ValueError):
    """One group is not as it was written; ``group`` counts from 1, and is 0 when only the whole does not fit."""

    def __init__(self, group: int) -> None:
        super().__init__(f"group {group}")
        self.group = group


def written(secret: bytes | bytearray) -> tuple[str, ...]:
    """Return the groups, each three signs and a check sign over them and their place."""
    number = int.from_bytes(secret, "big") << _CHECK_BITS | _check(secret)
    signs = [codes.SIGNS[number >> shift & 31] for shift in range(_BITS - 5, -1, -5)]
    threes = ("".join(signs[at : at + _KEPT_SIGNS]) for at in range(0, len(signs), _KEPT_SIGNS))
    return tuple(three + _check_sign(place, three) for place, three in enumerate(threes))


def read(groups: Sequence[str]) -> bytearray:
    """Return the bytes that groups, as `tidy` leaves them, stand for; to be overwritten after use.

    Raises Misread, naming the first group that is not as it was written.
    """
    if len(groups) != GROUPS:
        raise Misread(min(len(groups), GROUPS) + 1 if len(groups) < GROUPS else 0)
    number = 0
    for place, group in enumerate(groups):
        if not is_right(place, group):
            raise Misread(place + 1)
        for sign in group[:_KEPT_SIGNS]:
            number = number << 5 | codes.SIGNS.index(sign)
    secret = bytearray((number >> _CHECK_BITS).to_bytes(SECRET_BYTES, "big"))
    if number & (1 << _CHECK_BITS) - 1 != _check(secret):
        raise Misread(0)
    return secret


def is_right(place: int, group: str) -> bool:
    """Say whether a group has four signs of which the last fits the others at this place, counted from 0."""
    if len(group) != GROUP_SIGNS or not set(group) <= set(codes.SIGNS):
        return False
    return _check_sign(place, group[:_KEPT_SIGNS]) == group[-1]


def tidy(typed: str) -> str:
    """Return what was typed as the signs it means: capitals, O as 0, I and L as 1, wide letters plain."""
    return unicodedata.normalize("NFKC", typed).upper().translate(str.maketrans("OIL", "011"))


def _check_sign(place: int, three: str) -> str:
    return codes.sign_for(codes.SIGNS[place] + three)


def _check(secret: bytes | bytearray) -> int:
    found = hashlib.blake2b(bytes(secret), digest_size=2, person=b"fsdesk-sheet").digest()
    return int.from_bytes(found, "big") >> (16 - _CHECK_BITS)
