"""The chain of a laptop's edits: commitments, links, signed heads, withheld ranges, forks."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

import msgspec

LINK_BYTES = 32
"""Length of a link, a digest and a commitment, all BLAKE2b-256."""
START = bytes(LINK_BYTES)
"""The link before a laptop's first edit."""
SALT_BYTES = 32
_PART = hashlib.blake2b(digest_size=LINK_BYTES, person=b"fsdesk-part")
_EDIT = hashlib.blake2b(digest_size=LINK_BYTES, person=b"fsdesk-edit")
_LINK = hashlib.blake2b(digest_size=LINK_BYTES, person=b"fsdesk-link")
_bound = struct.Struct(">HH").pack
_long, _short = struct.Struct(">I").pack, struct.Struct(">H").pack
HEAD_LABEL = b"fsdesk-head-1\0"
RANGE_LABEL = b"fsdesk-withheld-1\0"


class Head(msgspec.Struct, frozen=True, array_like=True):
    """How far a laptop's chain reaches, signed by that laptop with Ed25519."""

    device: str
    seq: int
    link: bytes
    signature: bytes = b""

    def signed_bytes(self) -> bytes:
        """Return the bytes that the signature covers."""
        return HEAD_LABEL + msgspec.msgpack.encode((self.device, self.seq, self.link))


class WithheldRange(msgspec.Struct, frozen=True, array_like=True):
    """Edits of a laptop that were left out, from first to last, with the link after them, signed by that laptop."""

    device: str
    first: int
    last: int
    link_after: bytes
    signature: bytes = b""

    def signed_bytes(self) -> bytes:
        """Return the bytes that the signature covers."""
        return RANGE_LABEL + msgspec.msgpack.encode((self.device, self.first, self.last, self.link_after))


class ChainBroken(ValueError):
    """A laptop's edits do not follow on from each other."""

    def __init__(self, device: str, seq: int) -> None:
        super().__init__(f"edit {seq} of laptop {device} does not follow on from the one before")
        self.device = device
        self.seq = seq


class Fork(ValueError):
    """Two edits claim one place in a laptop's chain; both are held, the lead decides."""

    def __init__(self, device: str, seq: int) -> None:
        super().__init__(f"laptop {device} has two edits numbered {seq}")
        self.device = device
        self.seq = seq


def commitment(salt: bytes, body: bytes) -> bytes:
    """Return the BLAKE2b-256 commitment of one part of an edit."""
    made = _PART.copy()
    made.update(salt)
    made.update(body)
    return made.digest()


def digest(header: bytes, commitments: Sequence[tuple[int, bytes]]) -> bytes:
    """Return the BLAKE2b-256 digest of an edit's header and commitments; alone it tells nothing of the edit."""
    pieces = [_long(len(header)), header, _short(len(commitments))]
    for kind, bound in commitments:
        pieces += (_bound(kind, len(bound)), bound)
    made = _EDIT.copy()
    made.update(b"".join(pieces))
    return made.digest()


def link(previous: bytes, edit_digest: bytes) -> bytes:
    """Return the link after an edit, from the link before it and its digest.

    A relaying laptop can leave an edit out and send its digest instead: the chain still verifies.
    """
    made = _LINK.copy()
    made.update(previous + edit_digest)
    return made.digest()


class Bound(Protocol):
    """A part as the chain knows it: its kind and its commitment."""

    @property
    def kind(self) -> int:
        """Its kind."""

    @property
    def commitment(self) -> bytes:
        """What its maker committed to."""


def link_over(previous: bytes, header: bytes, parts: Sequence[Bound]) -> bytes:
    """Return the link after an edit as `link` of its `digest`; at once, for whoever checks a hundred thousand."""
    pieces = [_long(len(header)), header, _short(len(parts))]
    for part in parts:
        bound = part.commitment
        pieces += (_bound(part.kind, len(bound)), bound)
    made, after = _EDIT.copy(), _LINK.copy()
    made.update(b"".join(pieces))
    after.update(previous + made.digest())
    return after.digest()


class Ring(NamedTuple):
    """One place or range of places in a laptop's chain, with the links at both ends where they are known."""

    first: int
    last: int
    before: bytes | None
    after: bytes | None
    digest: bytes | None = None


def walk(
    device: str, rings: Iterable[Ring], after: tuple[int, bytes | None] = (0, START)
) -> tuple[int, bytes | None]:
    """Return the (sequence, link) that the rings of one laptop reach, when they follow on without a gap.

    `rings` come in order: edits (both links known), digests standing for left-out edits, and withheld ranges
    (link after known). `after` is the place before them; an unknown link there is taken from the first edit.
    Raises ChainBroken at the first ring that does not follow.
    """
    seq, reached = after
    for ring in rings:
        if ring.first != seq + 1 or ring.last < ring.first:
            raise ChainBroken(device, ring.first)
        if ring.before is not None and reached is not None and ring.before != reached:
            raise ChainBroken(device, ring.first)
        reached = _after(device, ring, reached)
        seq = ring.last
    return seq, reached


def _after(device: str, ring: Ring, reached: bytes | None) -> bytes:
    if ring.after is not None:
        return ring.after
    before = reached if reached is not None else ring.before
    if before is None or ring.digest is None:
        raise ChainBroken(device, ring.first)
    return link(before, ring.digest)


def opens(salt: bytes | None, body: bytes | None, bound: bytes) -> bool:
    """Say whether a part is withheld, or is the very one that was committed to, with a salt of 32 bytes."""
    if salt is None or body is None:
        return salt is body
    if len(salt) != SALT_BYTES:
        return False
    made = _PART.copy()  # as in `commitment`; a package has a hundred thousand parts
    made.update(salt)
    made.update(body)
    return made.digest() == bound
