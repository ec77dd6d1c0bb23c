from __future__ import annotations

import pytest

from fsdesk.desk.pictures import of_document
from fsdesk.plans import examples as ex
from fsdesk.plans import samples
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet import Wishes, sheet_of
from fsdesk.plans.sheet.variants import Variant
from fsdesk.printing.pdf import pdf
from tests.plans.documents.making import document, edition
from tests.printing.pages import flat, opened, sides

CHILD = PrintFormat.CHILD


@pytest.mark.parametrize(
    ("name", "reader", "variant"),
    [("F1", "ify", "child"), ("F1", "jude", "child"), ("F3", "tyler", "child"), ("F6", "rory", "teen")],
)
def test_a_child_s_page_is_one_sheet(name, reader, variant):
    """Two sides, for each child of the families that can have one."""
    page = document(samples.load(name), CHILD, reader, variant=Variant(variant))

    assert 2 >= len(opened(pdf(page)).pages)


@pytest.mark.parametrize(("name", "reader", "variant"), [("F1", "ify", "child"), ("F6", "rory", "teen")])
def test_a_child_s_page_with_a_drawing_is_one_sheet_too(name, reader, variant):
    """Room to draw and write in gives way to it; nothing that was said does, and faces and lines stay."""
    plan = samples.load(name)
    shown = edition(plan, CHILD, reader)
    wishes = Wishes(variant=Variant(variant))
    page = sheet_of(shown, letter="B", version=1, wishes=wishes, pictures=of_document(plan))
    told = flat(" ".join(sides(pdf(page))))
    kept = [one.heading for one in page.sections if not one.is_spare]

    assert 2 == len(opened(pdf(page)).pages)
    assert [] == [heading for heading in kept if heading not in told]


@pytest.mark.parametrize("strengths", range(8))
def test_faces_to_colour_stand_with_the_words_that_ask_for_them(strengths):
    """Wherever a side ends, the heading, the line below it and the faces move on together."""
    sings = [ex.a_strength("Sings.", "finn", id=f"sings-{at}") for at in range(strengths)]
    pages = opened(pdf(document(ex.a_plan(strengths=sings), CHILD, "finn"))).pages
    (asking,) = (page for page in pages if "Colour in a face" in page.extract_text())

    assert b"/Figure" in asking.get_contents().get_data()
