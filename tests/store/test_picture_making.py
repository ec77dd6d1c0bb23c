from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from fsdesk.store import picture_gate, picture_making
from fsdesk.store.picture_making import (
    CannotBeKept,
    Moves,
    NotAPhoto,
    NotWholePhoto,
    TooManyPixels,
    TooSmall,
)
from tests.memory import room_for
from tests.store import pictures
from tests.store.pictures import PLACE, a_drawing, a_photo, a_png, a_scene, noise, written


def shown(data: bytes) -> Image.Image:
    """A kept picture, looked at."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("given", [a_photo(), a_drawing()], ids=["photo", "drawing"])
def test_nothing_that_a_camera_or_program_wrote_into_a_picture_is_kept(given):
    """Neither the words of a place, nor a segment or chunk that could hold any."""
    assert PLACE.encode() in given or b"Hidden" in given

    kept = picture_making.made(given).body

    assert b"Hidden" not in kept
    assert not {b"EXIF", b"Exif", b"xmp", b"ICC", b"tEXt", b"iTXt", b"eXIf", b"iCCP"} & {
        name
        for name in (b"EXIF", b"Exif", b"xmp", b"ICC", b"tEXt", b"iTXt", b"eXIf", b"iCCP")
        if name in kept
    }
    assert {} == dict(shown(kept).getexif())
    assert set(shown(kept).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(
    ("orientation", "corner", "size"),
    [
        (1, "left top", (640, 480)),
        (2, "right top", (640, 480)),
        (3, "right bottom", (640, 480)),
        (4, "left bottom", (640, 480)),
        (5, "left top", (480, 640)),
        (6, "right top", (480, 640)),
        (7, "right bottom", (480, 640)),
        (8, "left bottom", (480, 640)),
    ],
)
def test_a_photo_stands_upright_as_its_camera_noted(orientation, corner, size):
    """The dark corner is where a person saw it."""
    kept = shown(picture_making.made(a_photo(orientation=orientation)).body).convert("L")
    wide, high = kept.size
    places = {
        f"{x} {y}": kept.getpixel((wide // 10 if x == "left" else wide * 9 // 10, at))
        for x in ("left", "right")
        for y, at in (("top", high // 10), ("bottom", high * 9 // 10))
    }

    assert size == kept.size
    assert [corner] == [name for name, grey in places.items() if grey < 90]


@pytest.mark.parametrize(
    ("wide", "high", "kept"),
    [(1600, 900, (1600, 900)), (4032, 3024, (1600, 1200)), (3024, 4032, (1200, 1600)), (9000, 30, (1600, 6))],
)
def test_a_picture_is_at_most_1600_pixels_a_side(wide, high, kept):
    """Its shape stays, and a smaller one is not blown up."""
    assert kept == shown(picture_making.made(written(a_scene(wide, high))).body).size


@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_even_noise_becomes_less_than_a_megabyte(format):
    """Quality gives way first, then size."""
    made = picture_making.made(written(noise(1700, 1700), format))

    assert picture_gate.MOST_BYTES >= len(made.body)
    assert ("image/jpeg", "image/jpeg") == (made.mime, picture_gate.check(made.body))


def test_a_drawing_stays_as_sharp_as_it_was():
    """Its pixels are the very same."""
    made = picture_making.made(a_drawing())

    assert "image/png" == made.mime
    assert a_scene().tobytes() == shown(made.body).convert("RGB").tobytes()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_taken(mode):
    """Grey of sixteen bits keeps its shades."""
    scene = a_scene(64, 64)
    image = (
        scene.convert("L").point(lambda grey: grey * 257, "I").convert(mode)
        if mode == "I;16"
        else scene.convert(mode)
    )
    kept = shown(picture_making.made(written(image, "PNG")).body).convert("L")

    assert kept.getpixel((5, 5)) < 90 < 150 < kept.getpixel((60, 60))


def test_what_shines_through_becomes_white():
    """Not black, which would hide a drawing in dark ink."""
    ink = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    ink.paste((0, 0, 0, 255), (0, 0, 20, 20))
    kept = shown(picture_making.made(written(ink, "PNG")).body).convert("L")

    assert (0, 255) == (kept.getpixel((5, 5)), kept.getpixel((60, 60)))


def test_a_photo_made_for_a_press_is_taken():
    """Four inks become red, green and blue."""
    kept = shown(picture_making.made(written(a_scene(64, 64).convert("CMYK"))).body)

    assert "RGB" == kept.mode
    assert kept.convert("L").getpixel((5, 5)) < 90 < 150 < kept.convert("L").getpixel((60, 60))


def test_what_a_phone_writes_behind_a_photo_stays_behind():
    """A second picture, a few seconds of film."""
    kept = picture_making.made(a_photo() + b"MotionPhoto_Data" + bytes(1000)).body

    assert b"Motion" not in kept


ANIMATED = written(a_scene(64, 64), "PNG", save_all=True, append_images=[noise(64, 64)])
REFUSED = {
    "nothing": (b"", NotAPhoto),
    "a program": (b"MZ\x90\x00" + bytes(4000), NotAPhoto),
    "an ELF program": (b"\x7fELF" + bytes(4000), NotAPhoto),
    "a page": (b"<html><img src=x onerror=y></html>", NotAPhoto),
    "lines": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', NotAPhoto),
    "a GIF": (written(a_scene(64, 64), "GIF"), NotAPhoto),
    "a WebP": (written(a_scene(64, 64), "WEBP"), NotAPhoto),
    "a PDF": (b"%PDF-1.7\n", NotAPhoto),
    "one that moves": (ANIMATED, Moves),
    "one dot": (written(a_scene(1, 1), "PNG"), TooSmall),
    "a bomb": (a_png(60_000, 60_000, b"\0" * 100), TooManyPixels),
    "a JPEG bomb": (pictures.a_jpeg_that_says(65_500, 65_500), TooManyPixels),
    "cut PNG": (a_drawing()[:-30], NotWholePhoto),
    "cut JPEG": (a_photo(noise(300, 300))[:-20_000], NotWholePhoto),
    "only a mark": (b"\xff\xd8\xff", NotWholePhoto),
    "only a PNG mark": (b"\x89PNG\r\n\x1a\n", NotWholePhoto),
    "no pixels": (a_png(64, 64, b""), NotWholePhoto),
    "many scans": (written(a_scene(64, 64), progressive=True) + b"\xff\xda" * 50, TooManyPixels),
    "a progressive bomb": (
        pictures.a_jpeg_that_says(9000, 9000).replace(b"\xff\xc0", b"\xff\xc2", 1),
        TooManyPixels,
    ),
}


@pytest.mark.parametrize(("given", "refused"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_photo_or_drawing_is_refused_in_plain_words(given, refused):
    """Whatever its name said; the words name no option and blame nobody."""
    with pytest.raises(refused) as told:
        picture_making.made(given)

    assert told.value.what.endswith(".")
    assert told.value.what_next.startswith("Nothing was changed.")
    assert "--" not in str(told.value)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(lambda: written(a_scene(12_000, 9_000, "L")), id="108 million pixels"),
        pytest.param(lambda: written(a_scene(6_000, 4_900, "RGBA"), "PNG"), id="a large drawing"),
        pytest.param(lambda: written(a_scene(6_000, 4_900), progressive=True), id="a progressive photo"),
    ],
)
def test_a_large_picture_needs_little_memory(given):
    """The decoder makes it smaller before it stands anywhere."""
    data = given()
    with room_for(300):
        made = picture_making.made(data)

    assert 1600 == max(shown(made.body).size)


@pytest.mark.parametrize(
    "data",
    [a_png(60_000, 60_000, b"\0" * 100), pictures.a_jpeg_that_says(16_000, 13_000)],
    ids=["a bomb", "one that lies"],
)
def test_a_picture_that_lies_about_its_size_needs_little_memory_too(data):
    """It is refused, or what is missing is grey."""
    with room_for(300):
        try:
            kept = shown(picture_making.made(data).body)
        except (TooManyPixels, NotWholePhoto):
            return

    assert (1600, 1300) == kept.size


@given(st.binary(max_size=300), st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b""]))
def test_whatever_bytes_come_a_picture_is_kept_or_refused(rest, mark):
    """Never anything else."""
    with pytest.raises(CannotBeKept):
        picture_making.made(mark + rest)


@given(st.data())
def test_a_photo_with_a_few_bytes_changed_is_kept_clean_or_refused(data):
    """What is made of it always passes the gate."""
    photo = bytearray(data.draw(st.sampled_from([a_photo(a_scene(64, 48)), a_drawing(a_scene(64, 48))])))
    for _ in range(data.draw(st.integers(1, 4))):
        photo[data.draw(st.integers(0, len(photo) - 1))] = data.draw(st.integers(0, 255))
    try:
        made = picture_making.made(bytes(photo))
    except CannotBeKept:
        return

    assert made.mime == picture_gate.check(made.body)
