from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans import synthetic
from fsdesk.plans.sheet import Sheet, texts
from fsdesk.plans.sheet.values import GoalCard, Section, Tasks, Ties, Wheel
from fsdesk.printing.canvas import TaggedCanvas
from fsdesk.printing.pdf import pdf
from fsdesk.printing.tags import Element
from fsdesk.printing.tree import finished
from tests.printing.pages import sheet_for
from tests.printing.structure import Node, Tagged
from tests.printing.test_pdf import NAMES, family, made

INSIDE = {
    "Document": {"H1", "H2", "H3", "P", "L", "Table", "Figure", "BlockQuote", "Note", "TOC"},
    "BlockQuote": {"P"},
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "LBody": {"P", "Span"},
    "Table": {"THead", "TBody"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "TH": {"P", "Span"},
    "TD": {"P", "Span"},
    "TOC": {"TOCI"},
}
"""What may stand in what (ISO 32000-1, 14.8.4); everything else holds words, or words in another language."""
OPEN = dict.fromkeys(("PG-2", "PG-3", "PG-5", "PG-6"), "Dan")
QUOTE_OF_TWO_SIDES = " ".join(f"word{at}" for at in range(1200))


@cache
def read(name: str) -> Tagged:
    """Return a family's page as a listener gets it."""
    return Tagged(made(name))


def roles(tagged: Tagged, *wanted: str) -> list[Node]:
    """Return every element of these roles, in the order in which they are read."""
    return [node for node in tagged.root.walk() if node.role in wanted]


def bare(text: str) -> str:
    """Return a text without its white space, letters and accents in one."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def heard(tagged: Tagged) -> str:
    """Return all that is heard, without white space."""
    return bare(tagged.text(tagged.root))


def faults(tagged: Tagged) -> list[str]:
    """Return what is wrong with a structure tree, a line each."""
    found = [f"outside: {one}" for one in tagged.outside]
    found += [f"mark {key} stands {times} times" for key, times in tagged.shown.items() if times != 1]
    found += ["a mark crosses q and Q"] * bool(tagged.crossing)
    if sorted(tagged.root.marks()) != sorted(tagged.shown):
        found.append("marks of the tree are not those of the sides")
    for node in tagged.root.walk():
        inside = {kid.role for kid in node.kids if isinstance(kid, Node)}
        found += [f"{one} in {node.role}" for one in inside - INSIDE.get(node.role, {"Span"})]
        found += [f"{node.role} is empty"] * (not node.kids)
        found += ["a figure has no words"] * (node.role == "Figure" and not node.alt)
        found += ["a heading cell has no scope"] * (node.role == "TH" and "/Scope" not in node.attributes)
    return [*found, *_skipped(tagged), *_ragged(tagged)]


def _skipped(tagged: Tagged) -> Iterator[str]:
    levels = [int(node.role[1]) for node in roles(tagged, "H1", "H2", "H3")]
    if levels.count(1) != 1:
        yield "not one title"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"H{before} is followed by H{after}"


def _ragged(tagged: Tagged) -> Iterator[str]:
    for table in roles(tagged, "Table"):
        rows = [node for node in table.walk() if node.role == "TR"]
        if len({len(row.kids) for row in rows}) != 1:
            yield "rows of a table differ in their cells"
        if not all(any(isinstance(kid, Node) and kid.role == "TH" for kid in row.kids) for row in rows):
            yield "a row has no heading cell"


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_reader_finds_a_sound_tree(name):
    """Elements stand in each other as the standard has it, every mark is there once, nothing is outside them."""
    assert [] == faults(read(name))


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 100_000))
def test_every_synthetic_family_gets_a_sound_tree(number):
    """Whatever a plan holds, its structure holds."""
    assert [] == faults(Tagged(pdf(sheet_for(synthetic.family(number, 3), confirmed=OPEN))))


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_leads_back_to_its_element(name):
    """The parent tree names for each mark the element that holds it."""
    tagged = read(name)
    owners = tagged.owners()

    assert set(tagged.shown) == set(owners)
    for (_, number), owner in owners.items():
        kids = list(owner.K) if hasattr(owner.K, "append") else [owner.K]
        assert number in [int(kid) if isinstance(kid, int) else int(kid.get("/MCID", -1)) for kid in kids]


def _read_aloud(sheet: Sheet) -> Iterator[str]:
    """Yield the sheet's texts in order, but for those that a picture stands for and headings heard already."""
    yield from texts((sheet.title, sheet.made, sheet.box, sheet.older))
    for section in (*sheet.sections, *sheet.last):
        yield from _of_section(section)


def _of_section(section: Section) -> Iterator[str]:
    yield section.heading
    for block in section.blocks:
        if isinstance(block, GoalCard):
            yield from texts(block.lines)
        elif isinstance(block, Tasks):
            yield from texts(block.rows if block.follows else block)
        elif isinstance(block, Ties):
            yield from texts(() if block.is_map else block.ties)
        elif not isinstance(block, Wheel):
            yield from texts(block)


def missing(wanted: Iterable[str], told: str) -> list[str]:
    """Return the texts that are not found each after the one before it."""
    found, at = [], 0
    for text in wanted:
        place = told.find(bare(text), at)
        if place < 0:
            found.append(text)
        else:
            at = place + len(bare(text))
    return found


@pytest.mark.parametrize("name", ["F1", "F2", "F3", "F6", "long", "empty"])
def test_it_is_read_in_the_order_of_the_sheet(name):
    """A listener hears everything that stands on the sheet, in its order."""
    assert [] == missing(_read_aloud(sheet_for(family(name))), heard(read(name)))


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 100_000))
def test_synthetic_families_are_read_in_the_order_of_the_sheet(number):
    """The order of reading is the sheet's, whatever the plan holds."""
    sheet = sheet_for(synthetic.family(number, 4), confirmed=OPEN)

    assert [] == missing(_read_aloud(sheet), heard(Tagged(pdf(sheet))))


@pytest.mark.parametrize("name", ["F1", "F2", "F3", "F6"])
def test_every_picture_is_said_in_the_words_it_shows(name):
    """Wheel, line and map have a text in their place that holds each of their words."""
    alts = [bare(node.alt) for node in roles(read(name), "Figure")]
    for section in sheet_for(family(name)).sections:
        for block in section.blocks:
            shown = block.scale if isinstance(block, GoalCard) else block
            if isinstance(shown, Wheel) or (isinstance(shown, Ties) and shown.is_map):
                assert any(all(bare(text).rstrip(".") in alt for text in texts(shown)) for alt in alts)
            if isinstance(block, GoalCard) and block.scale:
                assert any(bare(block.scale.low) in alt and bare(block.scale.high) in alt for alt in alts)


@pytest.mark.parametrize("name", NAMES)
def test_feet_are_not_read_aloud(name):
    """What stands on every side is an artifact, and so are rules, boxes and fold marks."""
    tagged = read(name)

    assert "version" not in heard(tagged)
    assert len(tagged.file.pages) == sum(bool(re.match(r"Side \d+ of", one)) for one in tagged.artifacts)


def test_the_talking_copy_is_said_once():
    """The strip of every side is heard on the first alone."""
    tagged = read("F6")
    strip = "Talking copy. We have not agreed this yet."

    assert 1 == tagged.paragraphs().count(strip)
    assert len(tagged.file.pages) - 1 == sum(one.strip() == strip for one in tagged.artifacts)


def test_a_paragraph_over_two_sides_is_one_paragraph():
    """Words that run over a side stay in one element, and the name that stands there again is not heard again."""
    tagged = Tagged(pdf(sheet_for(ex.a_plan(voices=[ex.a_voice("finn", QUOTE_OF_TWO_SIDES)]))))
    (quote,) = (node for node in roles(tagged, "BlockQuote") if "word0 " in tagged.text(node))

    assert len({side for side, _ in quote.marks()}) > 1
    assert bare(f"Finn“{QUOTE_OF_TWO_SIDES}”") == bare(tagged.text(quote))
    assert any("Finn (more)" in one for one in tagged.artifacts)


def test_headings_of_a_table_are_heard_once():
    """On the next side they stand again for the eye alone."""
    tagged = read("long")

    assert 1 == tagged.paragraphs().count("By when")
    assert any(one.strip() == "By when" for one in tagged.artifacts)


def test_words_in_another_language_say_which():
    """A family's own words keep their language, so that a voice can change; everything else is the document's."""
    words = ex.quote("Kocham cię, babciu", lang="pl")
    tagged = Tagged(pdf(sheet_for(ex.a_plan(voices=[ex.a_voice("finn", words)]))))
    (span,) = (node for node in tagged.root.walk() if node.lang)

    assert ("Span", "pl", "„Kocham cię, babciu” ") == (span.role, span.lang, tagged.text(span))
    assert "en" == str(tagged.file.Root.Lang)


def test_a_word_broken_over_lines_is_heard_as_one():
    """A word wider than the page has no space inside for a listener."""
    word = "W" * 90
    tagged = Tagged(pdf(sheet_for(ex.a_plan(goals=[ex.a_goal(word)]))))

    assert any(word in text for text in tagged.paragraphs())


def test_lines_of_a_paragraph_are_words_apart():
    """The last word of a line and the first of the next are two words."""
    said = " ".join(f"word{at}" for at in range(60))
    tagged = Tagged(pdf(sheet_for(ex.a_plan(goals=[ex.a_goal(said)]))))

    assert any(said in text for text in tagged.paragraphs())


def test_the_file_says_that_it_is_tagged_and_in_which_language():
    """Title, language, order of reading and the mark of a tagged file stand in the catalogue; PDF/UA is not claimed."""
    file = read("F1").file
    metadata = file.Root.Metadata.read_bytes().decode()

    assert True is bool(file.Root.MarkInfo.Marked)
    assert True is bool(file.Root.ViewerPreferences.DisplayDocTitle)
    assert {"/S"} == {str(page.obj.Tabs) for page in file.pages}
    assert f"{file.docinfo.Title}" in metadata
    assert "pdfuaid" not in metadata


def test_the_file_says_nothing_of_when_and_where_it_was_made():
    """Title and producer stand in it, no day, no writer, no machine."""
    assert {"/Title", "/Producer"} == set(read("F1").file.docinfo)


@pytest.mark.parametrize("letter", ["K7QM-3TXH", "0141 496 0117"])
def test_codes_and_numbers_are_read_with_plain_spaces(letter):
    """What is held together on paper is read and copied as it was written."""
    tagged = Tagged(pdf(sheet_for(ex.a_plan(goals=[ex.a_goal(f"Say {letter} to them.")]))))

    assert any(f"Say {letter} to them." in text for text in tagged.paragraphs())


def drawn(draw) -> Tagged:
    """Return one side on which something was drawn by hand."""
    target = BytesIO()
    canvas = TaggedCanvas(target, lang="en", invariant=1)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return Tagged(finished(target.getvalue(), canvas.root, lang="en", title="Our plan"))


def test_glyphs_that_do_not_spell_their_words_have_a_text_of_their_own():
    """Shaped letters are read as the words they show."""

    def draw(canvas):
        start, around = canvas.drawn(), Element("P")
        canvas.rect(10, 10, 20, 20)
        canvas.belongs(start, around, "ar", "نص & <words>")

    tagged = drawn(draw)
    (paragraph,) = tagged.root.kids

    assert "نص & <words>" == tagged.text(paragraph)
    assert [("Span", "ar")] == [(kid.role, kid.lang) for kid in paragraph.kids]


def test_a_shape_of_no_element_is_an_artifact():
    """Whatever is drawn without saying whose it is, a listener does not meet it."""
    tagged = drawn(lambda canvas: (canvas.rect(0, 0, 9, 9), canvas.circle(5, 5, 2)))

    assert ([], [], {}) == (tagged.outside, tagged.root.kids, tagged.shown)


def test_a_plan_without_people_to_name_is_still_sound():
    """A plan of nothing but a carer is read from end to end."""
    bare_plan = ex.a_bare_plan(people=[ex.a_carer("Ailsa")], state=m.PlanState.DRAFT)

    assert [] == faults(Tagged(pdf(sheet_for(bare_plan))))
