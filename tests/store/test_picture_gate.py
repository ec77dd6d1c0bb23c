from __future__ import annotations

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.desk import documents
from fsdesk.plans import samples
from fsdesk.plans.synthetic_drawing import scribble
from fsdesk.store import picture_gate, picture_making
from fsdesk.store.picture_gate import CarriesMore, NotAllThere, NotThatKind, TooLarge, UnfitPicture
from tests.store.pictures import a_chunk, a_drawing, a_photo, a_png, a_scene, noise, that_shows, written

CLEAN = picture_making.made(a_photo()).body
DRAWN = picture_making.made(a_drawing()).body


def test_what_was_made_here_passes_and_so_does_what_the_samples_hold():
    """The gate is the same for all."""
    held = [one for plan in samples.load_all() for one in documents.without_pictures(plan)[1].values()]
    drawn = [scribble(random.Random(1)), that_shows(b"a word in the very pixels")]

    assert ["image/jpeg", "image/png"] == [picture_gate.check(one) for one in (CLEAN, DRAWN)]
    assert {"image/png"} == {picture_gate.check(one) for one in (*held, *drawn)}


def _with_segment(marker: int, body: bytes) -> bytes:
    segment = bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body
    return CLEAN[:2] + segment + CLEAN[2:]


REFUSED = {
    "nothing": (b"", NotThatKind),
    "a program": (b"MZ\x90\0", NotThatKind),
    "lines": (b"<svg/>", NotThatKind),
    "too many bytes": (written(noise(1200, 1200), "PNG"), TooLarge),
    "too wide": (written(a_scene(1601, 20), "PNG"), TooLarge),
    "too high": (written(a_scene(20, 1601)), TooLarge),
    "a bomb": (a_png(60_000, 60_000, b"\0"), TooLarge),
    "with notes": (_with_segment(0xE1, b"Exif\0\0" + bytes(20)), CarriesMore),
    "with a profile": (_with_segment(0xE2, b"ICC_PROFILE\0"), CarriesMore),
    "with a comment": (_with_segment(0xFE, b"14 Hidden Street"), CarriesMore),
    "with a thumbnail": (_with_segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1\1\1abc"), CarriesMore),
    "progressive": (written(a_scene(), progressive=True), CarriesMore),
    "with texts": (a_png(1, 1, b"\0\0", more=a_chunk(b"tEXt", b"Comment\0here")), CarriesMore),
    "that moves": (a_png(1, 1, b"\0\0", more=a_chunk(b"acTL", bytes(8))), CarriesMore),
    "with more rows than it says": (a_png(1, 1, b"\0\0" + b"14 Hidden Street"), CarriesMore),
    "with something behind its pixels": (
        DRAWN.replace(b"", b"", 0)[:8]
        + a_chunk(b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
        + a_chunk(b"IDAT", zlib.compress(b"\0\0") + b"14 Hidden Street")
        + a_chunk(b"IEND", b""),
        CarriesMore,
    ),
    "with something behind a PNG": (DRAWN + b"x", NotAllThere),
    "with something behind a JPEG": (CLEAN + b"PK\3\4", NotAllThere),
    "cut PNG": (DRAWN[:-5], NotAllThere),
    "cut JPEG": (CLEAN[:-5], NotAllThere),
    "short of rows": (a_png(4, 4, b"\0" * 19), NotAllThere),
    "sixteen bits": (a_png(1, 1, b"\0\0\0", depth=16), NotAllThere),
    "a palette that is not there": (a_png(1, 1, b"\0\0", colour=3), NotAllThere),
}


@pytest.mark.parametrize(("given", "refused"), REFUSED.values(), ids=REFUSED)
def test_a_picture_that_is_not_as_pictures_are_kept_is_refused(given, refused):
    """One reason, and what to do."""
    with pytest.raises(refused) as told:
        picture_gate.check(given)

    assert type(told.value) is refused
    assert told.value.what.endswith(".")
    assert "Nothing of it was kept." in told.value.what_next


@given(st.data())
def test_no_byte_of_a_drawing_can_be_changed_unseen(data):
    """Every chunk says its check sum."""
    at = data.draw(st.integers(0, len(DRAWN) - 1))
    changed = DRAWN[:at] + bytes([DRAWN[at] ^ data.draw(st.integers(1, 255))]) + DRAWN[at + 1 :]

    with pytest.raises(UnfitPicture):
        picture_gate.check(changed)


@given(st.binary(max_size=300), st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b""]))
def test_whatever_bytes_come_they_are_refused_and_nothing_else_happens(rest, mark):
    """No file of that size is a picture by chance."""
    with pytest.raises(UnfitPicture):
        picture_gate.check(mark + rest)


def test_one_unfit_picture_holds_up_no_other():
    """Each is told by its hash, the unfit one with its reason."""
    found = picture_gate.sift({"a": CLEAN, "b": CLEAN + b"x", "c": DRAWN})

    assert {"a": CLEAN, "c": DRAWN} == found.fit
    assert {"b": NotAllThere.what} == found.unfit
