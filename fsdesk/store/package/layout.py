"""How a package is laid out in bytes; the format page of the handbook describes it to readers without fsdesk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
import zstandard

from fsdesk.plans.chain import Head, WithheldRange
from fsdesk.plans.edits import Box, Edit
from fsdesk.store.package.refusals import DamagedPackage, PackageTooNew

FORMAT = 1
LABEL = b"fsdesk-package-1\0"
"""The first bytes of a package inside its envelope, and what its signature is bound to."""
SIGNATURE_BYTES = 64
Buffer = bytes | bytearray | memoryview
_LENGTH_BYTES = 4
MOST_HEADER_BYTES = 16 * 2**20
MOST_FRAME_BYTES = 72 * 2**20
"""Largest frame, unpacked: one edit may hold a whole plan document. A frame that says more is refused unopened."""
MOST_TIMES_LARGER = 100
"""How much larger than itself a compartment may unpack to, beyond one largest frame; edits come to about ten times."""
MOST_ITEMS_A_FRAME = 400
_USUAL_FRAME_BYTES = 4 * 2**20
"""A frame is closed once it holds as much as this, so that neither side needs much memory at once."""
NOT_WELL_FORMED = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What reading bytes that others wrote may raise."""
_LEVEL = 1
"""zstd level: packages are sealed on slow laptops, and text packs well at any level."""


class Compartment(msgspec.Struct, frozen=True):
    """How long a compartment is, in bytes as it stands in the file, and its BLAKE2b-256."""

    size: int
    digest: bytes


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What a package says of itself; signed, and bound to both compartments by their digests."""

    format: int = FORMAT
    package: str
    """Random id, 32 hexadecimal signs."""
    number: int
    """Of this sender, from 1."""
    previous: bytes = b""
    """BLAKE2b-256 of this sender's previous package file."""
    team: str
    sender: str
    """The sending laptop."""
    made_at: int
    """Claimed wall time, milliseconds since 1970 UTC."""
    recipients: tuple[str, ...]
    """Every recipient's public age key."""
    coverage: dict[str, tuple[int, int]]
    """First and last edit of each laptop that the package covers, left-out ones included."""
    heads: tuple[Head, ...]
    withheld: tuple[WithheldRange, ...] = ()
    general: Compartment
    sealed: Compartment | None = None
    roster: bytes = b""
    """Room for the team's numbered roster, signed by its lead."""


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What a compartment holds: edits, stand-ins for left-out ones, and parts that only the sealed right opens."""

    edits: tuple[Edit, ...] = ()
    left_out: tuple[tuple[str, int, bytes], ...] = ()
    """Laptop, number and digest of edits that were left out."""
    sealed: tuple[tuple[str, int, tuple[Box, ...]], ...] = ()
    """Laptop, number and the boxes that the general compartment does not hold."""
    media: tuple[tuple[str, bytes], ...] = ()
    """Pictures, each with its hash; one a frame."""


class _Frame(msgspec.Struct, frozen=True, array_like=True):
    kind: str
    items: msgspec.Raw


_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_header_decoder = msgspec.msgpack.Decoder(Header)
_frame_decoder = msgspec.msgpack.Decoder(_Frame)
_edits_decoder = msgspec.msgpack.Decoder(tuple[Edit, ...])
_left_out_decoder = msgspec.msgpack.Decoder(tuple[tuple[str, int, bytes], ...])
_sealed_decoder = msgspec.msgpack.Decoder(tuple[tuple[str, int, tuple[Box, ...]], ...])
_media_decoder = msgspec.msgpack.Decoder(tuple[tuple[str, bytes], ...])
_package_decoder = msgspec.msgpack.Decoder(str)


def digest(data: Buffer) -> bytes:
    """Return the BLAKE2b-256 of some bytes."""
    return hashlib.blake2b(data, digest_size=32).digest()


def compartment_of(data: bytes) -> Compartment:
    """Return what the header says of a compartment."""
    return Compartment(len(data), digest(data))


def header_bytes(header: Header) -> bytes:
    """Return the header in its canonical bytes, which are what is signed."""
    return _encode(header)


def assemble(header: bytes, signature: bytes, compartments: Iterable[bytes]) -> bytes:
    """Return a package as it lies inside its envelope."""
    return b"".join([LABEL, len(header).to_bytes(_LENGTH_BYTES, "big"), header, signature, *compartments])


def take_apart(data: bytes | bytearray) -> tuple[Header, bytes, bytes, list[memoryview]]:
    """Return header, header bytes, signature and compartments, every length and digest checked.

    The compartments are views of the data, so that large ones are in memory once.

    Raises PackageTooNew for a later format and DamagedPackage for anything that does not add up.
    """
    body = len(LABEL) + _LENGTH_BYTES
    if not data.startswith(LABEL):
        raise PackageTooNew if data.startswith(b"fsdesk-package-") else DamagedPackage
    size = int.from_bytes(data[len(LABEL) : body], "big")
    if size > MOST_HEADER_BYTES or body + size + SIGNATURE_BYTES > len(data):
        raise DamagedPackage
    raw = bytes(data[body : body + size])
    header = _read_header(raw)
    at = body + size + SIGNATURE_BYTES
    return header, raw, bytes(data[body + size : at]), _compartments(header, data, at)


def _read_header(raw: bytes) -> Header:
    try:
        header = _header_decoder.decode(raw)
    except NOT_WELL_FORMED as fault:
        raise DamagedPackage from fault
    if header.format > FORMAT:
        raise PackageTooNew
    if header_bytes(header) != raw:
        raise DamagedPackage
    return header


def _compartments(header: Header, data: bytes | bytearray, at: int) -> list[memoryview]:
    said = [header.general, *([header.sealed] if header.sealed else [])]
    found: list[memoryview] = []
    for one in said:
        piece = memoryview(data)[at : at + max(one.size, 0)]
        if one.size < 0 or len(piece) != one.size or digest(piece) != one.digest:
            raise DamagedPackage
        found.append(piece)
        at += one.size
    if at != len(data):
        raise DamagedPackage
    return found


class Packing:
    """A compartment while it is packed: things go in one by one, and only the newest frame is not small yet.

    `package` is repeated in the sealed compartment, so that it cannot be moved into another package.
    """

    def __init__(self, package: str = "") -> None:
        self._packer = zstandard.ZstdCompressor(level=_LEVEL)
        self._frames: list[bytes] = []
        self._kind = ""
        self._batch: list[bytes] = []
        self._size = 0
        self._in_frames = self._packed = 0
        if package:
            self._close(_encode(("package", package)))

    @property
    def count(self) -> int:
        """How many things went in."""
        return self._in_frames + len(self._batch)

    @property
    def size(self) -> int:
        """How many bytes the frames come to that are packed already."""
        return self._packed

    def add(self, kind: str, item: Any) -> None:
        """Put one thing in: an edit, a stand-in for a left-out one, sealed parts, a picture with its hash."""
        raw = _encode(item)
        batch, size = self._batch, self._size + len(raw)
        if kind != self._kind or size > _USUAL_FRAME_BYTES or len(batch) == MOST_ITEMS_A_FRAME:
            if batch:
                self._close_batch()
            self._kind, batch, size = kind, self._batch, len(raw)
        self._size = size
        batch.append(raw)

    def packed(self) -> bytes:
        """Return the compartment: frames, each packed by itself."""
        if self._batch:
            self._close_batch()
        return b"".join(self._frames)

    def _close_batch(self) -> None:
        self._close(_encode((self._kind, [*map(msgspec.Raw, self._batch)])))
        self._in_frames += len(self._batch)
        self._batch, self._size = [], 0

    def _close(self, raw: bytes) -> None:
        packed = self._packer.compress(raw)
        lengths = len(packed).to_bytes(_LENGTH_BYTES, "big"), len(raw).to_bytes(_LENGTH_BYTES, "big")
        self._frames.append(b"".join((*lengths, packed)))
        self._packed += len(self._frames[-1])


def pack(contents: Contents, package: str = "") -> bytes:
    """Return a compartment that holds all this, in the order of its kinds."""
    packing = Packing(package)
    for kind in ("edits", "left_out", "sealed", "media"):
        for item in getattr(contents, kind):
            packing.add(kind, item)
    return packing.packed()


class Packed(NamedTuple):
    """A frame as it stands in a compartment, and how many bytes it says to unpack to."""

    body: memoryview
    size: int


def unpack(data: Buffer, package: str = "") -> Contents:
    """Return what a compartment holds. Raises DamagedPackage for frames that lie or name another package."""
    found: dict[str, list[Any]] = {"edits": [], "left_out": [], "sealed": [], "media": [], "package": []}
    for frame in frames(data):
        kind, items = items_of(frame)
        found[kind].extend(items)
    if package and found["package"] != [package]:
        raise DamagedPackage
    del found["package"]
    return Contents(**{kind: tuple(items) for kind, items in found.items()})


def frames(data: Buffer) -> Iterator[Packed]:
    """Yield the frames of a compartment, not unpacked yet. Raises DamagedPackage when they say what cannot be."""
    view = memoryview(data)
    at = unpacked = 0
    while at < len(data):
        ends = at + 2 * _LENGTH_BYTES
        packed_size = int.from_bytes(view[at : at + _LENGTH_BYTES], "big")
        raw_size = int.from_bytes(view[at + _LENGTH_BYTES : ends], "big")
        if ends + packed_size > len(data) or not 0 < raw_size <= MOST_FRAME_BYTES:
            raise DamagedPackage
        unpacked += raw_size
        if unpacked > MOST_FRAME_BYTES + MOST_TIMES_LARGER * len(data):
            raise DamagedPackage
        yield Packed(view[ends : ends + packed_size], raw_size)
        at = ends + packed_size


def items_of(frame: Packed) -> tuple[str, Sequence[Any]]:
    """Return what kind of things a frame holds, and them. Raises DamagedPackage, or PackageTooNew for a new kind."""
    return _read_frame(_unpacked(frame.body, frame.size))


def _unpacked(packed: memoryview, size: int) -> bytes:
    try:
        # The frame's own header may claim any size: what it claims is checked before anything is unpacked.
        if zstandard.frame_content_size(packed) != size:
            raise DamagedPackage
        raw = zstandard.ZstdDecompressor().decompress(packed, max_output_size=size)
    except zstandard.ZstdError as fault:
        raise DamagedPackage from fault
    if len(raw) != size:
        raise DamagedPackage
    return raw


_DECODERS: dict[str, msgspec.msgpack.Decoder[Any]] = {
    "edits": _edits_decoder,
    "left_out": _left_out_decoder,
    "sealed": _sealed_decoder,
    "media": _media_decoder,
    "package": _package_decoder,
}


def _read_frame(raw: bytes) -> tuple[str, Sequence[Any]]:
    try:
        frame = _frame_decoder.decode(raw)
        if frame.kind not in _DECODERS:
            raise PackageTooNew
        if _count(frame.items) > MOST_ITEMS_A_FRAME:
            raise DamagedPackage
        items = _DECODERS[frame.kind].decode(frame.items)
    except NOT_WELL_FORMED as fault:
        raise DamagedPackage from fault
    return frame.kind, [items] if frame.kind == "package" else items


def _count(items: msgspec.Raw) -> int:
    """Return how many items a list says it has, before any of them is made; nothing that is no list has any."""
    head = bytes(items)[:5]
    if head[:1] == b"\xdd":
        return int.from_bytes(head[1:5], "big")
    return int.from_bytes(head[1:3], "big") if head[:1] == b"\xdc" else 0
