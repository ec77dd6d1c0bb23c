"""The age envelope around everything that leaves: closed to named people, opened by one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyrage

from fsdesk.errors import Refused

MAGIC = b"age-encryption.org/v1"
MOST_READERS = 100
"""People one envelope is closed to at most."""
_MOST_STANZAS = 128
_MOST_HEADER_BYTES = 32 * 1024
"""Well over a hundred readers. Reading a header takes time that grows with the square of its length: a small file
with a long one would keep a laptop busy for hours."""


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


class TooManyReaders(Refused):
    """An envelope is for so many people that reading it would take long."""

    what = f"One package can be sealed to {MOST_READERS} people at most."
    what_next = "Nothing was written. Seal it in two parts, to half of them each."


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
    if len(readers) > MOST_READERS:
        raise TooManyReaders
    return bytes(pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(reader) for reader in readers]))


def open_(data: bytes, identity: Any) -> bytes:
    """Return what is in an envelope for `identity` (an age identity), all of it verified before any is given out.

    Raises NotAnEnvelope, NotAddressedToUs or DamagedEnvelope.
    """
    if not data.startswith(MAGIC):
        raise NotAnEnvelope
    if not _has_a_short_header(data):
        raise DamagedEnvelope
    try:
        return bytes(pyrage.decrypt(data, [identity]))
    except pyrage.DecryptError as fault:
        raise (NotAddressedToUs if "matching keys" in str(fault) else DamagedEnvelope) from None


def _has_a_short_header(data: bytes) -> bool:
    end = data.find(b"\n---", 0, _MOST_HEADER_BYTES)
    return end >= 0 and data.count(b"\n->", 0, end) <= _MOST_STANZAS
