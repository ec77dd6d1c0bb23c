"""The age envelope around everything that leaves: closed to named people, opened by one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyrage

from fsdesk.errors import Refused

MAGIC = b"age-encryption.org/v1"


class NotAnEnvelope(ValueError):
    """The bytes are no age envelope."""


class NotAddressedToUs(ValueError):
    """The envelope is whole as far as can be seen, and closed to other people."""


class DamagedEnvelope(ValueError):
    """The envelope is ours and not whole."""


class NobodyToSealTo(Refused):
    """An envelope needs at least one reader."""

    what = "There is nobody to seal this to."
    what_next = "Choose at least one contact card."


def is_reader(key: str) -> bool:
    """Say whether this is a public age key that something can be sealed to."""
    try:
        pyrage.x25519.Recipient.from_str(key)
    except (pyrage.RecipientError, ValueError):
        return False
    return True


def close(data: bytes, readers: Sequence[str]) -> bytes:
    """Return the data in an envelope that each of the readers (public age keys) can open alone."""
    if not readers:
        raise NobodyToSealTo
    return bytes(pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(reader) for reader in readers]))


def open_(data: bytes, identity: Any) -> bytes:
    """Return what is in an envelope for `identity` (an age identity), all of it verified before any is given out.

    Raises NotAnEnvelope, NotAddressedToUs or DamagedEnvelope.
    """
    if not data.startswith(MAGIC):
        raise NotAnEnvelope
    try:
        return bytes(pyrage.decrypt(data, [identity]))
    except pyrage.DecryptError as fault:
        raise (NotAddressedToUs if "matching keys" in str(fault) else DamagedEnvelope) from None
