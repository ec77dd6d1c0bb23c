"""Photos and drawings as phones, scanners and somebody with bad intent make them."""

from __future__ import annotations

import random
import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

PLACE = "55.8642N 4.2518W, 14 Hidden Street"


def a_scene(wide: int = 640, high: int = 480, mode: str = "RGB") -> Image.Image:
    """A picture with a dark left upper corner on a lighter ground, so that turning it shows."""
    scene = Image.new("L", (wide, high), 200)
    scene.paste(20, (0, 0, wide // 2, high // 4))
    return scene.convert(mode)


def noise(wide: int, high: int) -> Image.Image:
    """A picture that packs as badly as any."""
    return Image.frombytes("RGB", (wide, high), random.Random(5).randbytes(wide * high * 3))


def written(image: Image.Image, format: str = "JPEG", **how: Any) -> bytes:
    """The file of a picture."""
    out = BytesIO()
    image.save(out, format, **how)
    return out.getvalue()


def a_photo(image: Image.Image | None = None, orientation: int = 1) -> bytes:
    """A photo with everything that a phone writes into it, the place among it."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = PLACE
    exif[0x0132] = "2026:03:09 10:42:00"
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{PLACE}</x:xmpmeta>".encode()
    return written(
        image or a_scene(),
        exif=exif,
        xmp=xmp,
        comment=PLACE.encode(),
        icc_profile=b"profile of " + PLACE.encode(),
        quality=90,
    )


def a_drawing(image: Image.Image | None = None) -> bytes:
    """A drawing as a PNG with texts, a profile and notes in it."""
    texts = PngInfo()
    texts.add_text("Comment", PLACE)
    texts.add_itxt("XML:com.adobe.xmp", PLACE, zip=True)
    exif = Image.Exif()
    exif[0x010E] = PLACE
    return written(
        image or a_scene(), "PNG", pnginfo=texts, exif=exif, icc_profile=b"profile of " + PLACE.encode()
    )


def a_png(wide: int, high: int, rows: bytes, *, depth: int = 8, colour: int = 0, more: bytes = b"") -> bytes:
    """A PNG file made by hand, so that it can say what is not so; `more` stands between head and pixels."""
    head = struct.pack(">IIBBBBB", wide, high, depth, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + a_chunk(b"IHDR", head)
        + more
        + a_chunk(b"IDAT", zlib.compress(rows, 0))
        + a_chunk(b"IEND", b"")
    )


def a_chunk(name: bytes, body: bytes) -> bytes:
    """One chunk of a PNG file."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def that_shows(words: bytes) -> bytes:
    """A picture as it is kept, in whose very pixels these bytes stand, in rows of at most a thousand."""
    wide = min(len(words), 1000)
    rows = [words[at : at + wide].ljust(wide, b"\0") for at in range(0, len(words), wide)]
    return a_png(wide, len(rows), b"".join(b"\0" + row for row in rows))


def a_jpeg_that_says(wide: int, high: int) -> bytes:
    """A small JPEG whose head claims another size."""
    data = bytearray(written(a_scene(64, 64)))
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", high, wide)
    return bytes(data)
