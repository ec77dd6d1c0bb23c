from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from fsdesk.desk import pictures, plans, undoing
from fsdesk.plans.model import Role, SpanKind, VoiceKind
from fsdesk.ui.presenters.picturing import PicturesPresenter
from fsdesk.ui.presenters.spots import VOICES, Place
from tests.ui.presenters.fakes import Desk, Screen
from tests.ui.presenters.test_plan import Page


def a_photo(wide: int = 320, high: int = 200, kind: str = "JPEG") -> bytes:
    held = BytesIO()
    Image.new("RGB", (wide, high), "#b06030").save(held, kind)
    return held.getvalue()


def a_bomb() -> bytes:
    """A drawing that says it is fifty thousand pixels wide and high."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    drawn = b"IDAT" + zlib.compress(bytes(100))
    parts = [
        struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one))
        for one in (head, drawn, b"IEND")
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


class Pictures(Page):
    """A plan with Aila in it, and somebody who has a picture of hers."""

    def __init__(self, desk) -> None:
        super().__init__(desk)
        self.presenter.add_person("Aila", Role.CHILD)
        self.desk.run()
        self.aila = self.kept.people[0].id
        self.card, self.beside = Screen(), Desk()
        self.pictures = PicturesPresenter(
            self.card,
            desk=desk,
            submit=self.desk.submit,
            beside=self.beside.submit,
            add=self.presenter.add_picture,
        )

    def take(self, content: bytes, kind: VoiceKind = VoiceKind.DRAWING) -> None:
        self.pictures.take_bytes(self.aila, kind, lambda: content)
        self.beside.run()
        self.desk.run()


@pytest.fixture
def page(team) -> Pictures:
    return Pictures(team.dan.desk)


def test_a_picture_is_one_edit_with_whose_it_is_and_the_cursor_where_their_words_go(page):
    """Its bytes are in the store, and no more in the plan."""
    before = page.edits
    page.take(a_photo())
    [voice], [picture] = page.kept.voices, page.kept.media

    assert before + 1 == page.edits
    assert (page.aila, VoiceKind.DRAWING, {picture.id}) == (voice.person, voice.kind, voice.media)
    assert "" == picture.base64
    assert (Place(VOICES, voice.id), "words") == (
        page.screen.last("focus_on")[0].place,
        page.screen.last("focus_on")[0].field,
    )
    assert 1 == page.card.count("show_taken")


def test_what_they_said_about_it_is_asked_for_by_name_and_kept_as_theirs(page):
    page.take(a_photo())
    [entry] = page.screen.last("show_plan")[1]
    [field] = entry.fields
    page.type(field.spot, "Me and Gran")
    page.presenter.left(field.spot)
    page.desk.run()

    [span] = page.kept.voices[0].words

    assert "What Aila said about it" == field.label
    assert field.is_own_words
    assert ("Me and Gran", SpanKind.QUOTE, page.aila) == (span.text, span.kind, span.speaker)


def test_a_card_reads_its_picture_from_the_store(page):
    shown = []
    page.take(a_photo())
    [entry] = page.screen.last("show_plan")[1]
    page.pictures.wanted(entry.pictures[0].hash, shown.append)
    page.pictures.wanted("", shown.append)
    page.desk.run()

    assert [pictures.body(page.store, page.kept.media[0].hash)] == shown


def test_taken_out_it_goes_with_its_picture_and_comes_back_with_it(page):
    page.take(a_photo())
    place = Place(VOICES, page.kept.voices[0].id)
    before = page.kept
    page.presenter.take_out(place)
    page.desk.run()
    without = page.kept
    page.presenter.put_back()
    page.desk.run()

    assert ((), ()) == (without.voices, without.media)
    assert (before.voices[0].media, before.media[0].hash) == (
        page.kept.voices[0].media,
        page.kept.media[0].hash,
    )


def test_undo_takes_a_picture_away_and_brings_it_again(page):
    page.take(a_photo())
    done = undoing.undo(page.store, page.plan_id)
    without = page.kept
    undoing.undo(page.store, page.plan_id, done.edit)

    assert ((), 1) == (without.voices, len(page.kept.voices))
    assert page.kept.voices[0].media == {one.id for one in page.kept.media}


def test_a_picture_that_two_records_share_stays_with_the_other(page):
    page.take(a_photo())
    page.take(a_photo())
    first, second = page.kept.voices
    shared = next(iter(second.media))
    page.presenter.keeping.add(
        "voices",
        plans.current(page.store, page.plan_id)
        .plan.voices[0]
        .__class__(id="third", person=page.aila, kind=VoiceKind.PHOTO, media=frozenset({shared})),
    )
    page.desk.run()
    page.presenter.take_out(Place(VOICES, second.id))
    page.desk.run()

    assert shared in {one.id for one in page.kept.media}
    assert first.media | {shared} == {one.id for one in page.kept.media}


BAD = {
    "a renamed program": b"MZ\x90\x00" + bytes(4000),
    "a page of a book": b"%PDF-1.7\n" + bytes(4000),
    "half a photo": a_photo()[:600],
    "a bomb": a_bomb(),
    "nothing": b"",
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_what_is_no_picture_is_said_in_the_page_and_nothing_is_changed(page, content):
    before = page.kept
    page.take(content)
    [refused] = page.card.last("show_cannot")

    assert refused.what
    assert "Nothing was changed" in refused.what_next
    assert (before, 0) == (page.kept, page.card.count("show_taken"))
    assert (False,) == page.card.last("show_busy")


def test_a_photo_of_eighty_megabytes_is_not_read(page, tmp_path):
    large = tmp_path / "IMG_0001.JPG"
    with large.open("wb") as file:
        file.write(a_photo())
        file.truncate(80 * 2**20)
    page.pictures.take_file(page.aila, VoiceKind.PHOTO, large)
    page.beside.run()

    assert "64 MB" in page.card.last("show_cannot")[0].what
    assert () == page.kept.media


def test_a_picture_nobody_waits_for_any_more_is_not_kept(page):
    """The card was closed while it was being made small."""
    page.pictures.take_bytes(page.aila, VoiceKind.PHOTO, a_photo)
    page.pictures.stop()
    page.beside.run()
    page.desk.run()

    assert () == page.kept.media
