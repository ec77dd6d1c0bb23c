"""What every kept drawing or photo is, wherever it came from: small, whole, and nothing in it but what one sees."""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Any, NamedTuple

from fsdesk.errors import Refused
from fsdesk.store import picture_parts as parts
from fsdesk.store.picture_parts import JPEG, PNG, NotWhole

MOST_BYTES = 1_000_000
MOST_ACROSS = 1600
"""Pixels, on either side."""

_BASELINE, _TABLES = 0xC0, frozenset({0xC4, 0xDB, 0xDD})
_JFIF, _JFIF_HEAD, _JFIF_BYTES = 0xE0, b"JFIF\0", 14
"""A JFIF segment of 14 bytes has no thumbnail behind it."""
_SEEN = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_INDEXED = 3
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples of a pixel by the colour type of a PNG (ISO/IEC 15948, table 11.1)."""


class UnfitPicture(Refused):
    """A picture that somebody else made ready is not as pictures are kept here."""

    what_next = "Nothing of it was kept. Add the picture itself to the plan: that makes it small and clean."


class NotThatKind(UnfitPicture):
    """Neither JPEG nor PNG."""

    what = "A picture in it is neither a JPEG nor a PNG."


class TooLarge(UnfitPicture):
    """More bytes or pixels than are kept."""

    what = f"A picture in it is larger than is kept here ({MOST_ACROSS} pixels a side, 1 MB)."


class NotAllThere(UnfitPicture):
    """Cut off, or damaged."""

    what = "A picture in it is cut off or damaged."


class CarriesMore(UnfitPicture):
    """It carries text, a place, a profile, a second picture."""

    what = "A picture in it carries more than one sees, as a camera writes a place and a time into a photo."


def check(data: bytes) -> str:
    """Return whether a picture is image/jpeg or image/png, once it is found to be as pictures are kept.

    It is never changed: the same bytes have the same hash on every laptop. At most about 30 MB are needed for it.
    Raises NotThatKind, TooLarge, NotAllThere, CarriesMore.
    """
    found = parts.kind(data)
    if not found:
        raise NotThatKind
    if len(data) > MOST_BYTES:
        raise TooLarge
    try:
        if max(parts.size(data)) > MOST_ACROSS:
            raise TooLarge
        (_check_jpeg if found == JPEG else _check_png)(data)
    except NotWhole:
        raise NotAllThere from None
    _decode(data, found)
    return found


class Sifted(NamedTuple):
    """Pictures that came from somebody else, by their hash."""

    fit: dict[str, bytes]
    unfit: dict[str, str]
    """Why those are not kept."""


def sift(pictures: Mapping[str, bytes]) -> Sifted:
    """Return which pictures may be kept, and for the others why not; one that is unfit holds up no other."""
    found = Sifted({}, {})
    for name, data in pictures.items():
        try:
            check(data)
            found.fit[name] = data
        except UnfitPicture as unfit:
            found.unfit[name] = unfit.what
    return found


def _check_jpeg(data: bytes) -> None:
    """See that there is one baseline picture and what it needs. Others would cost much to open, or carry more."""
    scans = 0
    for one in parts.segments(data):
        is_bare = one.marker == _JFIF and one.body.startswith(_JFIF_HEAD) and len(one.body) == _JFIF_BYTES
        if one.marker not in _TABLES | {_BASELINE, parts.SCAN} and not is_bare:
            raise CarriesMore
        scans += one.marker == parts.SCAN
    if scans != 1:
        raise CarriesMore if scans else NotAllThere


def _check_png(data: bytes) -> None:
    """See that there are only pixels, and exactly as many as the header says."""
    found = list(parts.chunks(data))
    names = [one.name for one in found]
    if not _SEEN.issuperset(names) or names.count(b"IHDR") != 1 or names.count(b"PLTE") > 1 or found[-1].body:
        raise CarriesMore
    if found[0].body[9] == _INDEXED and b"PLTE" not in names:
        raise NotWhole
    unpacker = zlib.decompressobj()
    wanted = _raw_bytes(found[0].body)
    try:
        held = unpacker.decompress(b"".join(one.body for one in found if one.name == b"IDAT"), wanted + 1)
    except zlib.error:
        raise NotWhole from None
    if len(held) < wanted:
        raise NotWhole
    if len(held) > wanted or unpacker.unused_data:
        raise CarriesMore


def _raw_bytes(header: bytes) -> int:
    """Return how many bytes the unpacked pixels of a PNG have, a filter byte at each row."""
    wide, high = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    depth, colour, interlaced = header[8], header[9], header[12]
    if colour not in _SAMPLES or depth not in (1, 2, 4, 8):
        raise NotWhole
    if interlaced:
        raise CarriesMore  # seven small pictures in one, which nothing of ours writes
    return high * (1 + (wide * depth * _SAMPLES[colour] + 7) // 8)


def _decode(data: bytes, found: str) -> None:
    try:
        opened(data, found).load()
    except Exception:  # whatever a decoder says to bytes that lie: it is not whole
        raise NotAllThere from None


def opened(data: bytes, found: str) -> Any:
    """Return a picture for Pillow to decode, by the one decoder that is asked for. Raises whatever that raises."""
    from PIL.JpegImagePlugin import JpegImageFile  # loaded only where there are pictures
    from PIL.PngImagePlugin import PngImageFile

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about what a camera wrote, which is dropped
        return (PngImageFile if found == PNG else JpegImageFile)(BytesIO(data))
