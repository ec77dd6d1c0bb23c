from __future__ import annotations

import base64
import contextlib

import msgspec
import pytest
from sqlalchemy import insert

from fsdesk.desk import pictures, plans
from fsdesk.desk.files import NotReadable
from fsdesk.desk.pictures import NoSuchRecord
from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan
from fsdesk.store import media, picture_gate, schema
from fsdesk.store.picture_gate import UnfitPicture
from fsdesk.store.picture_making import NotAPhoto
from tests.store.pictures import PLACE, a_photo, a_scene, written

VOICE = m.Voice(id="voice", person="jo", kind=m.VoiceKind.DRAWING)
SHEET = m.PaperReturn(id="sheet")


@pytest.fixture
def photo(tmp_path):
    """A photo as a phone gives it."""
    path = tmp_path / "IMG_0001.jpg"
    path.write_bytes(a_photo(a_scene(3000, 2000)))
    return path


@pytest.fixture
def dan(team):
    """Dan, with a plan in which somebody drew something."""
    plan = a_plan()
    team.dan.begin(msgspec.structs.replace(plan, voices=(*plan.voices, VOICE)))
    return team.dan


def test_a_photo_is_kept_small_and_clean_with_the_record_it_belongs_to(dan, photo):
    """One edit, one picture, the caption as it was written; the file itself stays as it was."""
    before = photo.read_bytes()
    added = pictures.add(dan.desk, "plan", "voice", photo, caption=" The bus ")
    [picture] = [one for one in dan.plan("plan").media if one.id == added.picture]
    [voice] = [one for one in dan.plan("plan").voices if one.id == "voice"]
    held = pictures.held(dan.desk, dan.plan("plan"))[picture.hash]

    assert ("The bus", m.MediaKind.DRAWING, "image/jpeg", "") == (
        picture.caption,
        picture.kind,
        picture.mime,
        picture.base64,
    )
    assert {picture.id} == voice.media
    assert (media.hash_of(held), "image/jpeg", len(held)) == (
        picture.hash,
        picture_gate.check(held),
        added.size,
    )
    assert b"Hidden" not in held
    assert PLACE.encode() not in held
    assert before == photo.read_bytes()


def test_a_picture_stands_in_the_exported_document_and_travels_on(dan, photo, tmp_path, team):
    """Its bytes are the same on every laptop."""
    added = pictures.add(dan.desk, "plan", "voice", photo)
    dan.sends(team.morag)
    told = [msgspec.json.decode(plans.export(one.desk, "plan"))["media"] for one in (dan, team.morag)]

    assert told[0] == told[1]
    assert [added.hash] == [media.hash_of(base64.b64decode(one["base64"])) for one in told[1]]


def test_a_picture_of_private_words_stays_where_they_stay(dan, photo, team):
    """The worker's own laptop."""
    own = msgspec.structs.replace(VOICE, id="private", audience=m.Audience(to=m.Reach.MY_WORKER))
    plan = dan.plan("plan")
    dan.write("plan", voices=(*plan.voices, own))
    added = pictures.add(dan.desk, "plan", "private", photo)
    dan.sends(team.morag)
    with team.morag.desk.reading() as tx:
        there = media.has(tx, added.hash)

    assert not there
    assert added.hash not in {one.hash for one in team.morag.plan("plan").media}


@pytest.mark.parametrize("record", ["nobody", "plan", ""])
def test_a_picture_needs_a_record_it_belongs_to(dan, photo, record):
    """Nothing is written otherwise."""
    before = len(dan.current("plan").state.headers)
    with pytest.raises(NoSuchRecord):
        pictures.add(dan.desk, "plan", record, photo)

    assert before == len(dan.current("plan").state.headers)


def test_a_file_that_is_no_picture_changes_nothing(dan, tmp_path):
    """Nor does one of eighty megabytes, of which nothing is read."""
    renamed, large = tmp_path / "drawing.png", tmp_path / "large.jpg"
    renamed.write_bytes(b"MZ" + bytes(5000))
    with large.open("wb") as file:
        file.truncate(80 * 2**20)
    before = len(dan.current("plan").state.headers)
    with pytest.raises(NotAPhoto):
        pictures.add(dan.desk, "plan", "voice", renamed)
    with pytest.raises(NotReadable, match="larger than can be read"):
        pictures.add(dan.desk, "plan", "voice", large)

    assert before == len(dan.current("plan").state.headers)


def test_no_file_of_ours_holds_the_picture_in_the_clear(dan, tmp_path):
    """Not in the store's folder, and none is left beside the photo."""
    photo = tmp_path / "photos" / "photo.png"
    photo.parent.mkdir()
    photo.write_bytes(written(a_scene(), "PNG"))
    added = pictures.add(dan.desk, "plan", "voice", photo)
    kept = pictures.held(dan.desk, dan.plan("plan"))[added.hash]
    found = [path for path in dan.folder.rglob("*") if path.is_file() and kept[8:64] in path.read_bytes()]

    assert [] == found
    assert [photo] == list(photo.parent.iterdir())


def test_a_package_brings_no_picture_that_carries_more_than_one_sees(dan, photo, team):
    """Even from a colleague whose laptop let one in: whatever becomes of the package, the picture is not kept."""
    unfit = photo.read_bytes()
    name = media.hash_of(unfit)
    with dan.desk.transaction() as tx:
        tx.execute(insert(schema.media).values(hash=name, body=unfit))
    plan = dan.plan("plan")
    [voice] = [one for one in plan.voices if one.id == "voice"]
    shown = msgspec.structs.replace(voice, media=frozenset({"pic"}))
    dan.write("plan", media=(m.Media(id="pic", hash=name),), voices=(*plan.voices[:-1], shown))
    with contextlib.suppress(UnfitPicture):
        dan.sends(team.morag)
    with team.morag.desk.reading() as tx:
        there = media.has(tx, name)

    assert not there
