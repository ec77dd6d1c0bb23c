"""A drawing for a synthetic family: lines that wander, as a small PNG."""

from __future__ import annotations

import random
import struct
import zlib

_WIDE, _HIGH = 320, 240


def scribble(dice: random.Random) -> bytes:
    """Return a black drawing on white as a PNG file of about 3 kB: a dozen lines that wander."""
    rows = [bytearray(b"\xff" * (_WIDE // 8)) for _ in range(_HIGH)]
    for _ in range(12):
        x, y = dice.randrange(_WIDE), dice.randrange(_HIGH)
        for _ in range(60):
            x, y = (x + int(dice.random() * 7) - 3) % _WIDE, (y + int(dice.random() * 7) - 3) % _HIGH
            rows[y][x >> 3] &= ~(128 >> (x & 7))
    return _png(rows)


def _png(rows: list[bytearray]) -> bytes:
    """Return rows of one bit a dot as a PNG file."""
    header = struct.pack(">IIBBBBB", _WIDE, len(rows), 1, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
