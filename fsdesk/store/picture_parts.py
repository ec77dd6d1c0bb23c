"""What a JPEG or PNG file is made of, found without decoding one pixel."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

JPEG_MARK = b"\xff\xd8\xff"
PNG_MARK = b"\x89PNG\r\n\x1a\n"
JPEG, PNG = "image/jpeg", "image/png"
SCAN = 0xDA
_END = 0xD9
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_AFTER_SCAN = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""The next marker: inside a scan 0xFF is followed by 0 or by a restart marker (ITU-T T.81, B.1.1.2)."""
_LENGTH = struct.Struct(">H")
_CHUNK = struct.Struct(">I4s")
_CRC = struct.Struct(">I")
_SIZE = struct.Struct(">II")


class NotWhole(ValueError):
    """The file does not hold together as its kind says it does."""


class Segment(NamedTuple):
    """One marker of a JPEG file and what it holds; of a scan, its head."""

    marker: int
    body: bytes


class Chunk(NamedTuple):
    """One chunk of a PNG file."""

    name: bytes
    body: bytes


def kind(data: bytes) -> str:
    """Return image/jpeg or image/png, or nothing for a file that begins otherwise; its name is never asked."""
    if data.startswith(JPEG_MARK):
        return JPEG
    return PNG if data.startswith(PNG_MARK) else ""


def segments(data: bytes) -> Iterator[Segment]:
    """Yield the segments of a JPEG file up to its end marker. Raises NotWhole, also for bytes behind that."""
    at = 2
    while True:
        at, marker = _marker(data, at)
        if marker == _END:
            if at != len(data):
                raise NotWhole
            return
        size = _number(_LENGTH, data, at)
        body = data[at + 2 : at + size]
        if size < _LENGTH.size or len(body) != size - 2:
            raise NotWhole
        yield Segment(marker, body)
        at += size
        if marker == SCAN:
            found = _AFTER_SCAN.search(data, at)
            if found is None:
                raise NotWhole
            at = found.start()


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """Return where the marker at a place ends, and which it is; any number of 0xFF may stand before it."""
    ends = at
    while data[ends : ends + 1] == b"\xff":
        ends += 1
    if ends == at or ends == len(data):
        raise NotWhole
    return ends + 1, data[ends]


def chunks(data: bytes) -> Iterator[Chunk]:
    """Yield the chunks of a PNG file, each with the check sum it says. Raises NotWhole, also for bytes behind IEND."""
    at, name = len(PNG_MARK), b""
    while name != b"IEND":
        size, name = _CHUNK.unpack_from(data, at) if at + _CHUNK.size <= len(data) else (0, b"")
        ends = at + _CHUNK.size + size
        body = data[at + _CHUNK.size : ends]
        if not name or _number(_CRC, data, ends) != zlib.crc32(name + body):
            raise NotWhole
        yield Chunk(name, body)
        at = ends + _CRC.size
    if at != len(data):
        raise NotWhole


def size(data: bytes) -> tuple[int, int]:
    """Return how wide and how high a picture says it is, in pixels. Raises NotWhole for one that does not say."""
    if kind(data) == PNG:
        first = next(chunks(data))
        if first.name != b"IHDR" or len(first.body) != 13:
            raise NotWhole
        wide, high = _SIZE.unpack_from(first.body)
    else:
        frame = next((one for one in segments(data) if one.marker in _FRAMES), None)
        if frame is None or len(frame.body) < 6:
            raise NotWhole
        high, wide = _LENGTH.unpack_from(frame.body, 1)[0], _LENGTH.unpack_from(frame.body, 3)[0]
    if not wide or not high:
        raise NotWhole
    return wide, high


def _number(form: struct.Struct, data: bytes, at: int) -> int:
    if at + form.size > len(data):
        raise NotWhole
    return int(form.unpack_from(data, at)[0])
