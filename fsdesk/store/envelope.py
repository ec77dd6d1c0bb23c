"""The age envelope around everything that leaves: closed to named people, opened by one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

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


class Source(Protocol):
    """What a large envelope is read from, from its beginning on."""

    def read(self, most: int, /) -> bytes:
        """Return the next bytes, at most so many; nothing at the end."""


def open_from(source: Source, most_bytes: int, identity: Any) -> bytearray:
    """Return what is in an envelope that is read piece by piece, so that it is in memory once; otherwise as `open_`.

    An envelope of `most_bytes` holds less than that. What `source` raises is raised as it is.
    """
    checked, opened = _Checked(source), _Opened(most_bytes)
    try:
        pyrage.decrypt_io(checked, opened, [identity])
    except (pyrage.DecryptError, OSError) as fault:
        if checked.fault is not None:
            raise checked.fault from None
        raise (NotAddressedToUs if "matching keys" in str(fault) else DamagedEnvelope) from None
    return opened.whole()


class _Checked:
    """A source whose header was looked at before it is given out, and which remembers what went wrong with it."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._begins = source.read(_MOST_HEADER_BYTES)
        self.fault: BaseException | None = None
        if not self._begins.startswith(MAGIC):
            raise NotAnEnvelope
        if not _has_a_short_header(self._begins):
            raise DamagedEnvelope

    def read(self, most: int) -> bytes:
        if self._begins:
            piece, self._begins = self._begins[:most], self._begins[most:]
            return piece
        try:
            return self._source.read(most)
        except BaseException as fault:
            self.fault = fault
            raise


class _Opened:
    """What has come out of an envelope; room for all of it is made once, with the first that comes."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._held = bytearray()
        self._at = 0

    def write(self, piece: bytes) -> int:
        if not self._held:
            self._held = bytearray(self._most)
        self._held[self._at : self._at + len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def flush(self) -> None:
        """Nothing waits."""

    def whole(self) -> bytearray:
        del self._held[self._at :]
        return self._held


def _has_a_short_header(data: bytes) -> bool:
    end = data.find(b"\n---", 0, _MOST_HEADER_BYTES)
    return end >= 0 and data.count(b"\n->", 0, end) <= _MOST_STANZAS
