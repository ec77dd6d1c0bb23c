from __future__ import annotations

import msgspec
import pytest

from fsdesk.plans import samples
from tests.cli.running import assert_a_plain_sentence
from tests.store.pictures import a_photo, a_scene


@pytest.fixture
def photo(tmp_path):
    """A photo as a phone gives it."""
    path = tmp_path / "IMG_0001.jpg"
    path.write_bytes(a_photo(a_scene(2000, 1000)))
    return path


def test_add_picture_keeps_a_photo_with_a_record(known, families, photo, tmp_path):
    """The exported document then holds it."""
    families.close()
    store, plan = families.dan.folder, samples.load("F1")
    told = known.json(
        "plan",
        "add-picture",
        plan.id,
        photo,
        "--record",
        plan.voices[0].id,
        "--caption",
        "Us",
        "--store",
        store,
    )
    known("plan", "export", plan.id, "--to", tmp_path / "plan.json", "--store", store)
    held = msgspec.json.decode((tmp_path / "plan.json").read_bytes())

    assert {"picture", "hash", "mime", "bytes"} == set(told)
    assert [("Us", told["hash"])] == [
        (one["caption"], one["hash"]) for one in held["media"] if one["id"] == told["picture"]
    ]


def test_add_picture_says_what_was_left_behind(known, families, photo):
    """In words, with nothing on the error output."""
    families.close()
    plan = samples.load("F1")
    said = known(
        "plan", "add-picture", plan.id, photo, "--record", plan.voices[0].id, "--store", families.dan.folder
    )

    assert (0, "") == (said.code, said.err)
    assert "without what a camera writes into a photo" in said.out


@pytest.mark.parametrize("body", [b"", b"<svg/>", b"MZ" + bytes(2000), b"\xff\xd8\xff" + bytes(99)])
def test_add_picture_refuses_what_is_no_picture(known, families, photo, body):
    """Exit 2 and one plain sentence."""
    families.close()
    photo.write_bytes(body)
    plan = samples.load("F1")
    said = known.refuses(
        "plan", "add-picture", plan.id, photo, "--record", plan.voices[0].id, "--store", families.dan.folder
    )

    assert_a_plain_sentence(said)
