"""A photo or drawing as it comes from a phone or scanner, made small and clean before it is kept."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Any, NamedTuple

from fsdesk.errors import Refused
from fsdesk.store import picture_gate, picture_parts
from fsdesk.store.picture_gate import MOST_ACROSS, MOST_BYTES
from fsdesk.store.picture_parts import JPEG, PNG, NotWhole

MOST_FILE_BYTES = 64 * 2**20
"""Larger files are not read: the largest photos that phones take come to about half of it."""
_MOST_PIXELS, _MOST_WHOLE = 220_000_000, 30_000_000
"""Pixels: of a JPEG that can be decoded at an eighth of its size, and of anything that is decoded whole first."""
_LEAST_ACROSS = 16
_MOST_SCANS = 40
"""A progressive photo has about ten; each is a walk over the whole picture."""
_MOST_DRAWN_BYTES = 400_000
"""A drawing stays a PNG up to this size; beyond it, it is as a photo is."""
_TRIES = ((MOST_ACROSS, 88), (MOST_ACROSS, 78), (MOST_ACROSS, 62), (1200, 62), (800, 50))
"""Pixels across and JPEG quality, until it is small enough. Even noise is, at the last."""
_PROGRESSIVE = 0xC2
_ORIENTATION = 0x0112  # the tag of TIFF 6.0 that EXIF uses


class Made(NamedTuple):
    """A picture as it is kept."""

    body: bytes
    mime: str


class CannotBeKept(Refused):
    """A file that was given as a photo or drawing cannot be one."""

    what_next = "Nothing was changed. Choose a photo or drawing saved as JPEG or PNG."


class NotAPhoto(CannotBeKept):
    """Another kind of file, whatever its name says."""

    what = "That file is not a photo or drawing saved as JPEG or PNG."


class TooManyPixels(CannotBeKept):
    """It would take too much memory to open."""

    what = "That picture is larger than can be opened here."
    what_next = "Nothing was changed. Save it smaller first, or take the photo again."


class TooSmall(CannotBeKept):
    """There is nothing to see on it."""

    what = f"That picture is smaller than {_LEAST_ACROSS} pixels, so nothing can be seen on it."


class Moves(CannotBeKept):
    """An animation."""

    what = "That picture moves, and paper cannot show that."
    what_next = "Nothing was changed. Choose one that stands still."


class NotWholePhoto(CannotBeKept):
    """Cut off, or damaged."""

    what = "That picture is cut off or damaged."
    what_next = "Nothing was changed. Copy it from the phone or camera once more."


def made(data: bytes) -> Made:
    """Return a photo or drawing as it is kept: upright, at most 1600 pixels a side and 1 MB, nothing in it but pixels.

    Place, time, camera, texts, profiles and thumbnails stay behind. Whatever shone through becomes white. Memory
    stays under 300 MB whatever the file says. Raises a CannotBeKept with the reason.
    """
    found = picture_parts.kind(data)
    if not found:
        raise NotAPhoto
    try:
        _look(data, found)
        image = _small(data, found)
    except CannotBeKept:
        raise
    except MemoryError:
        raise TooManyPixels from None
    except Exception:  # whatever a decoder says to bytes that lie: it is not whole
        raise NotWholePhoto from None
    return _encoded(image, found)


def _look(data: bytes, found: str) -> None:
    """See what the picture would cost, before a pixel of it is decoded."""
    wide, high = picture_parts.size(data)
    if min(wide, high) < _LEAST_ACROSS:
        raise TooSmall
    if found == PNG:
        is_whole_first = True
        if any(one.name == b"acTL" for one in picture_parts.chunks(data)):
            raise Moves
    else:
        is_whole_first = _is_progressive(data)
        if data.count(b"\xff\xda") > _MOST_SCANS:
            raise TooManyPixels
    if wide * high > (_MOST_WHOLE if is_whole_first else _MOST_PIXELS):
        raise TooManyPixels


def _is_progressive(data: bytes) -> bool:
    # A photo may have more behind its end, as phones write it, so only its head is read.
    for one in picture_parts.segments(data):
        if one.marker == _PROGRESSIVE:
            return True
        if one.marker == picture_parts.SCAN:
            return False
    raise NotWhole


def _small(data: bytes, found: str) -> Any:
    image = picture_gate.opened(data, found)
    long = max(image.size)
    if found == JPEG and long > MOST_ACROSS:
        # The decoder itself gives a half, a quarter or an eighth, so that a large photo never stands in memory.
        image.draft(None, tuple(max(1, side * MOST_ACROSS // long) for side in image.size))
    turned = _turn(image)
    small = _in_eight_bits(image)
    small.thumbnail((MOST_ACROSS, MOST_ACROSS), _lanczos())
    on_white = _on_white(small)
    return on_white if turned is None else on_white.transpose(turned)


def _turn(image: Any) -> Any:
    """Return how the picture has to be turned to stand upright, as its camera noted it; nothing when it does."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return turns.get(image.getexif().get(_ORIENTATION))
    except Exception:  # notes that cannot be read turn nothing
        return None


def _in_eight_bits(image: Any) -> Any:
    """Return the picture in grey or in red, green and blue, eight bits each, with what shines through it."""
    image.load()
    if image.mode.startswith("I"):  # sixteen bits of grey
        return image.point(lambda value: value / 256).convert("L")
    if image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def _on_white(image: Any) -> Any:
    from PIL import Image

    if image.mode != "RGBA":
        return image
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


def _lanczos() -> Any:
    from PIL.Image import Resampling

    return Resampling.LANCZOS


def _encoded(image: Any, found: str) -> Made:
    """Return the picture written anew from its pixels alone."""
    from PIL import Image

    bare = Image.frombytes(image.mode, image.size, image.tobytes())
    if found == PNG:
        drawn = _written(bare, "PNG", optimize=True)
        if len(drawn) <= _MOST_DRAWN_BYTES:
            return Made(drawn, picture_gate.check(drawn))
    for across, quality in _TRIES:
        bare.thumbnail((across, across), _lanczos())
        taken = _written(bare, "JPEG", quality=quality, optimize=True)
        if len(taken) <= MOST_BYTES:
            return Made(taken, picture_gate.check(taken))
    raise TooManyPixels


def _written(image: Any, format: str, **how: Any) -> bytes:
    out = BytesIO()
    image.save(out, format, **how)
    return out.getvalue()
