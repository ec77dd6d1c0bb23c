"""What holds for every document of every family: sound to a screen reader, whole, the same twice, telling nothing."""

from __future__ import annotations

import contextlib
import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import msgspec
import pikepdf
import pytest

from fsdesk.desk import prints
from fsdesk.errors import Refused
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.model.base import Print
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet import Sheet, team_papers, texts
from fsdesk.plans.sheet.values import Tasks, Wheel
from fsdesk.printing.html import html
from fsdesk.printing.pdf import pdf
from tests.plans.any_plan import whole_plan
from tests.plans.planted import NOWHERE, PLANTED, planted_plan, printable
from tests.plans.test_audience_leaks import private_plants
from tests.printing.documents import DOCUMENTS, Document, copy, paper, sheet
from tests.printing.listening import Heard
from tests.printing.pages import sample, sheet_for
from tests.printing.structure import Tagged
from tests.printing.test_structure import OPEN, bare, faults, heard

SPOILT = re.compile("Zaq|violet", re.IGNORECASE)
every = pytest.mark.parametrize("one", DOCUMENTS, ids=str)


def shown(one: Document) -> Iterator[str]:
    """Yield every text of a document that somebody is told: not the key of a picture, nor heads that stand nowhere."""
    found = sheet(one)
    yield from texts((found.strip, found.title, found.made, found.box, found.older))
    for section in (*found.sections, *found.last):
        yield section.heading
        for block in section.blocks:
            yield from texts(_told(block))


def _told(block: Any) -> Any:
    if isinstance(block, Wheel):
        return block.slices
    return block.rows if isinstance(block, Tasks) else block


@every
def test_a_screen_reader_finds_a_sound_tree(one):
    """Nesting, marks, headings, tables and pictures are as they should be in every document."""
    assert [] == faults(Tagged(paper(one)))


@every
def test_everything_on_it_is_heard(one):
    """From the paper's tree and from the copy: no text of the sheet is lost."""
    tree, words = heard(Tagged(paper(one))), bare(Heard(copy(one)).words)

    assert [] == [text for text in shown(one) if bare(text) not in tree]
    assert [] == [text for text in shown(one) if bare(text) not in words]


@every
def test_its_copy_is_sound(one):
    """Elements close in turn, one title stands over all, no level is left out, and nothing comes from elsewhere."""
    found = Heard(copy(one))
    levels = [int(tag.name[1]) for tag in found.named("h1", "h2", "h3")]

    assert [] == found.faults
    assert (1, 1) == (levels[0], levels.count(1))
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [] == found.named("script", "link", "iframe", "form", "input", "svg")
    assert all(one.given["src"].startswith("data:image/") and one.given["alt"] for one in found.named("img"))


@every
def test_made_twice_it_is_the_same_to_the_byte(one):
    """Paper and copy, whatever was printed in between."""
    assert paper(one) == pdf(sheet(one))
    assert copy(one) == html(sheet(one))


@pytest.mark.needs_tool("qpdf")
@every
def test_a_stranger_finds_no_fault_in_it(one, tmp_path):
    """Another program reads the paper from end to end without a complaint."""
    path = tmp_path / "page.pdf"
    path.write_bytes(paper(one))
    told = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)

    assert 0 == told.returncode, told.stdout + told.stderr


@every
def test_a_checker_of_pdf_ua_finds_only_that_nothing_is_claimed(one, tmp_path):
    """Of the rules it knows (16 of 106) each is kept; PDF/UA itself is not claimed, and that is all it says."""
    pdfua = pytest.importorskip("pdfua")
    path = tmp_path / "page.pdf"
    path.write_bytes(paper(one))

    assert ["UA-28-004"] == [found.rule_id for found in pdfua.validate(str(path)).findings]


@every
def test_it_names_nobody_outside_its_words(one):
    """Title, metadata and the copy's title say kind and code; nothing else stands there."""
    tagged = Tagged(paper(one))
    plan = sample(one.family)
    said = [str(tagged.file.docinfo.Title), Heard(copy(one)).named("title")[0].words]
    names = [name for person in plan.people for name in (person.name, person.goes_by) if name]

    assert said[0] == said[1]
    assert plan.code in said[0]
    assert not [name for name in names if re.search(rf"\b{re.escape(name)}\b", said[0])]
    assert {"/Title", "/Producer"} == set(tagged.file.docinfo)
    assert "/Names" not in tagged.file.Root or "/EmbeddedFiles" not in tagged.file.Root.Names


def everything(made: bytes) -> str:
    """Return every text of a PDF wherever it stands: strings of all objects, streams unpacked, and what is heard."""
    file = pikepdf.open(BytesIO(made))
    found = [heard(Tagged(made)), *Tagged(made).artifacts]
    for held in file.objects:
        found += _strings(held)
        if isinstance(held, pikepdf.Stream):
            found.append(held.read_bytes().decode("latin-1"))
    return "\n".join(found)


def _strings(held: Any) -> Iterator[str]:
    if isinstance(held, pikepdf.String):
        yield str(held)
    elif isinstance(held, pikepdf.Array):
        for one in held:
            yield from _strings(one) if not getattr(one, "is_indirect", False) else ()
    elif isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
        for name in held.keys():  # noqa: SIM118 - a stream's own iterator is its bytes
            one = held[name]
            yield from _strings(one) if not getattr(one, "is_indirect", False) else ()


def readable(plan: m.Plan, format_: PrintFormat) -> m.Plan:
    """Return the planted plan with what a document waits for: an answer, lines read back, a child to read it."""
    replace = msgspec.structs.replace
    done = tuple(replace(one, state=m.FeedbackState.DONE) for one in plan.feedback)
    goal = plan.goals[0].id
    lines = tuple(replace(one, of=goal, read_back_on=ex.TODAY) for one in plan.easy_lines)
    role = m.Role.CHILD if format_ is PrintFormat.CHILD else m.Role.CARER
    people = tuple(replace(one, role=role) for one in plan.people)
    return replace(plan, feedback=done, easy_lines=lines, people=people)


@pytest.mark.parametrize("format_", tuple(PrintFormat))
def test_a_word_that_prints_nowhere_is_in_no_part_of_any_document(format_):
    """Every field filled with a word of its own: those that print nowhere are in no string, stream, tree or copy."""
    plan, letters_of = planted_plan()
    made = sheet_for(readable(plan, format_), "the-people", format=format_, confirmed=OPEN)
    found = set(re.findall(PLANTED, everything(pdf(made)) + html(made).decode()))
    own = {Print.CHILD} if format_ is PrintFormat.CHILD else set()

    assert found
    assert set() == {word for word in found if letters_of[word] in set(NOWHERE) - own}


def spoilt(plan: m.Plan) -> m.Plan:
    """Return a family with words planted into it as private, as a serious worry, and in sealed records."""
    changed: dict[str, Any] = {}
    for _, one in private_plants(plan):
        changed |= {
            name: value
            for name in plan.__struct_fields__
            if (value := getattr(one, name)) != getattr(plan, name)
        }
    return msgspec.structs.replace(plan, **changed)


def pages_of(plan: m.Plan) -> Iterator[Sheet]:
    """Yield every document for every reader, large print left out: it holds what the plan holds."""
    for format_ in sorted(set(PrintFormat) - {PrintFormat.LARGE_PRINT}):
        for person in prints.readers(plan):
            found = None
            with contextlib.suppress(
                Refused, AssertionError
            ):  # a gate holds it, or it is not for this reader
                found = sheet_for(plan, person.id, format=format_, confirmed=OPEN)
            if found is not None:
                yield found


@pytest.mark.parametrize("family", ["F1", "F2", "F3", "F4", "F6"])
def test_private_and_sealed_words_are_in_no_part_of_any_familys_documents(family):
    """Planted into each family, they are in no string, stream, tree or copy of any document for any reader."""
    made = list(pages_of(spoilt(sample(family))))
    held = [everything(pdf(one)) + html(one).decode() for one in made]

    assert len(made) >= 3
    assert [] == [one.document_title for one, text in zip(made, held, strict=True) if SPOILT.search(text)]


def test_spoilt_words_would_be_found():
    """Where nothing withholds them the same search finds them, on paper and in the copy."""
    made = sheet_for(ex.a_plan(goals=[ex.a_goal("Zaq fears the quiet violet hour.")]))

    assert SPOILT.search(everything(pdf(made)))
    assert SPOILT.search(html(made).decode())


@pytest.mark.parametrize("one", [one for one in DOCUMENTS if one.reader == "ewan"], ids=str)
def test_ewan_s_documents_hold_no_trace(one):
    """No hidden word, no worker, no gate and no gap in any part of paper or copy."""
    plan = sample("F4")
    held = everything(paper(one)) + copy(one).decode()
    hidden = [*plan.safety_between[0].tokens, "Kirsty", "PG-2", "redacted", "withheld"]
    hidden += [name for helper in plan.team for name in (helper.name, helper.organisation)]

    assert [] == [word for word in hidden if re.search(rf"\b{re.escape(word)}\b", held, re.IGNORECASE)]


SENTENCE = "It went on and on, as such things do when nobody stops them. "


@pytest.mark.parametrize("format_", [one for one in PrintFormat if one is not PrintFormat.EASY_READ])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("W" * 300, id="a word wider than the page"),
        pytest.param(SENTENCE * 10, id="a paragraph"),
        pytest.param(SENTENCE * 80, id="two sides", marks=pytest.mark.long),
    ],
)
def test_however_long_a_text_is_it_is_heard_whole(text, format_):
    """Wherever it stands and over however many sides it runs: the tree stays sound, and nothing of it is lost."""
    plan = readable(printable(whole_plan(lambda collection, field: text)), format_)
    made = sheet_for(plan, "the-people", format=format_, confirmed=OPEN)
    tagged = Tagged(pdf(made))
    wanted = sum(bare(one).count(bare(text)) for one in texts((made.box, made.sections)))

    assert [] == faults(tagged)
    assert heard(tagged).count(bare(text)) >= wanted > 0
    assert bare(Heard(html(made)).words).count(bare(text)) >= wanted


TEAM = {
    "recovery sheet": team_papers.recovery_sheet(
        "3", ex.TODAY, "2", [f"word{at}" for at in range(24)], "FSDR*1", is_words=True
    ),
    "contact cards": team_papers.contact_cards(
        "Dan", "worker", [f"word{at}" for at in range(8)], "FSDC1*1", ex.TODAY
    ),
}


@pytest.mark.parametrize("name", TEAM)
def test_what_a_team_keeps_is_sound_too(name):
    """Every word is heard once, with its number before it, and the square says what it is."""
    tagged = Tagged(pdf(TEAM[name]))
    told = tagged.paragraphs()
    words = [text for text in told if re.fullmatch(r"\d+ word\d+", text)]

    assert [] == faults(tagged)
    assert words == [f"{at + 1} word{at}" for at in range(len(words))]
    assert 24 == len(words) or name == "contact cards"


def test_the_list_names_every_kind_of_document():
    """A new document belongs into the list of these tests."""
    assert set(m.PrintFormat) == {one.format for one in DOCUMENTS}
