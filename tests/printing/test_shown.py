from __future__ import annotations

import base64
import hashlib
import io

import pytest
from PIL import Image

from fsdesk.desk import documents, pictures
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.audience import Edition, hold_or_edition
from fsdesk.plans.sheet import Sheet, sheet_of
from fsdesk.plans.sheet.shown import Shown
from fsdesk.printing.html import html
from fsdesk.printing.pdf import pdf
from fsdesk.store.picture_making import made
from tests.printing.pages import edition_of, opened, sample
from tests.store.pictures import a_drawing, a_photo, a_scene

DRAWN = made(a_drawing()).body
TAKEN = made(a_photo(a_scene(2000, 1500))).body
RAB = ex.a_record(m.Person, id="rab", name="Rab", role=m.Role.OTHER_ADULT)
PEOPLE = [ex.a_carer("Ailsa"), ex.a_child("Finn", 8), RAB]


def a_plan(body: bytes = DRAWN, *, caption: str = "The bus", **over: object) -> m.Plan:
    """Finn drew something; the picture stands in the document."""
    picture = m.Media(
        id="pic",
        hash=hashlib.blake2b(body, digest_size=32).hexdigest(),
        caption=caption,
        base64=base64.b64encode(body).decode(),
    )
    drew = m.Voice(
        id="drew", person="finn", kind=m.VoiceKind.DRAWING, media=frozenset({"pic"}), **over.pop("voice", {})
    )
    return ex.a_plan(people=PEOPLE, voices=[drew], media=[picture], **over)


def sheet(plan: m.Plan, reader: str = "ailsa", held: dict[str, bytes] | None = None) -> Sheet:
    """The reader's sheet, with the pictures of the document unless others are here."""
    edition = hold_or_edition(plan, reader, today=ex.TODAY)
    assert isinstance(edition, Edition), edition
    found = pictures.of_document(plan) if held is None else held
    return sheet_of(edition, letter="B", version=1, pictures=found)


def shown(one: Sheet) -> list[Shown]:
    """The pictures on a sheet, in order."""
    return [block for part in one.sections for block in part.blocks if isinstance(block, Shown)]


def images(made_: bytes) -> list[Image.Image]:
    """The pictures in a PDF."""
    return [one.image for page in opened(made_).pages for one in page.images]


def test_a_drawing_stands_on_paper_below_the_words_that_tell_whose_it_is():
    """Its very pixels, once."""
    one = sheet(a_plan())
    [picture] = images(pdf(one))

    assert ["The bus"] == [block.words for block in shown(one)]
    assert Image.open(io.BytesIO(DRAWN)).convert("RGB").tobytes() == picture.convert("RGB").tobytes()


def test_a_photo_is_printed_as_it_was_kept():
    """Not written anew: the very bytes stand in the PDF."""
    assert TAKEN in pdf(sheet(a_plan(TAKEN)))


def test_a_picture_without_words_of_its_own_is_read_as_whose_it_is():
    """Nobody who listens misses that there is one."""
    one = sheet(a_plan(caption=""))

    assert ["Finn"] == [block.words for block in shown(one)]


def test_the_copy_to_listen_to_holds_the_picture_and_its_words():
    """Inside the file, so that nothing is fetched; what is in the words is no markup."""
    said = html(sheet(a_plan(caption='<b>"bus"'))).decode()

    assert f'src="data:image/png;base64,{base64.b64encode(DRAWN).decode()}"' in said
    assert 'alt="&lt;b&gt;&quot;bus&quot;"' in said
    assert "<b>" not in said


def test_where_the_picture_is_not_here_its_words_are():
    """As in a plan that came without it."""
    one = sheet(a_plan(), held={})

    assert [] == shown(one)
    assert [] == images(pdf(one))
    assert b"The bus" in html(one)


def test_a_reader_from_whom_places_are_hidden_gets_no_picture():
    """A photo may show what no look at words can find (PG-2)."""
    safety = ex.a_record(m.SafetyBetween, from_whom={"rab"}, about={"ailsa", "finn"}, tokens={"Rossmuir"})
    named = m.Audience(to=m.Reach.NAMED, readers=frozenset({"rab", "finn"}))
    plan = a_plan(voice={"audience": named}, safety_between=[safety])

    assert [] == shown(sheet(plan, "rab"))
    assert DRAWN not in pdf(sheet(plan, "rab"))


@pytest.mark.parametrize("reach", [m.Reach.MY_PAGE, m.Reach.MY_WORKER])
def test_a_picture_of_private_words_is_on_no_page_but_theirs(reach):
    """Whoever may not see the record does not see the picture."""
    assert [] == shown(sheet(a_plan(voice={"audience": m.Audience(to=reach)})))


def test_a_picture_that_is_not_as_pictures_are_kept_is_not_printed():
    """A document that somebody made elsewhere may hold what a camera wrote."""
    assert [] == shown(sheet(a_plan(a_drawing())))


def test_the_families_that_drew_something_have_it_on_paper():
    """The samples that hold a picture, each in its own pixels."""
    for name in ("F1", "F6"):
        plan = sample(name)
        bare, held = documents.without_pictures(plan)
        made_ = pdf(sheet_of(edition_of(bare), letter="B", version=1, pictures=held))

        assert len(images(made_)) == len(held)


def test_a_page_with_a_picture_is_the_same_when_made_twice():
    """To the byte."""
    assert pdf(sheet(a_plan())) == pdf(sheet(a_plan()))


def test_a_picture_keeps_its_shape_and_its_side():
    """Wide, high or tiny, it stays in the column of the words."""
    for wide, high in ((1600, 20), (20, 1600), (16, 16), (1600, 1600)):
        body = made(a_drawing(a_scene(wide, high))).body
        reader = opened(pdf(sheet(a_plan(body))))

        assert 1 == sum(len(page.images) for page in reader.pages)


def test_every_picture_has_words_in_the_tree():
    """A screen reader says them in its place."""
    one = sheet(a_plan(caption="The bus to school"))
    root = opened(pdf(one)).trailer["/Root"]["/StructTreeRoot"]

    assert "The bus to school" in list(_figures(root))


def _figures(node, seen=0):
    """Every figure in a structure tree."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if seen > 12 or not isinstance(node, dict):
        return
    if node.get("/S") == "/Figure":
        yield node.get("/Alt", "")
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        yield from _figures(kid, seen + 1)
