from __future__ import annotations

import re
import subprocess
from functools import cache

import msgspec
import pytest
from reportlab.lib.units import mm

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.audience.words import spans
from fsdesk.plans.sheet import texts
from fsdesk.printing.pdf import pdf
from fsdesk.printing.styles import BODY, BOTTOM, HEADING, LEFT, PAGE, RIGHT, SUB
from tests.plans.planted import NOWHERE, PLANTED, planted_plan
from tests.printing.pages import (
    edition_of,
    flat,
    headings,
    letters,
    opened,
    printed,
    sample,
    sheet_for,
    sides,
    sizes,
    streams,
    words,
)

PRINTABLE = ("F1", "F2", "F3", "F6")
NAMES = (*PRINTABLE, "F4", "long", "empty")


@cache
def family(name: str) -> m.Plan:
    """Return one of the families, a plan of twelve people and thirty goals, or one of nothing but a carer."""
    if name == "empty":
        return ex.a_bare_plan(people=[ex.a_carer("Ailsa")])
    return long_plan() if name == "long" else sample(name)


def print_again(name: str) -> bytes:
    """Return a family's page; of F4 it is Ewan's, with the hold confirmed."""
    return printed(family(name), "ewan", confirmed={"PG-2": "Dan"}) if name == "F4" else printed(family(name))


made = cache(print_again)
"""A family's page, printed once for all tests."""

LONG_NAME = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis"


def long_plan(people: int = 12, goals: int = 30) -> m.Plan:
    """Return a plan of many people and goals, names of up to 60 letters and a quote of over two sides."""
    names = ["Ailsa", "Finn", "Oluwaseun-Christopher", LONG_NAME, "Aleksandra Maria Przemysława"]
    names += [f"Person {at}" for at in range(len(names), people)]
    everyone = [ex.a_carer("Ailsa"), ex.a_child("Finn", 8)]
    everyone += [
        ex.a_record(m.Person, id=f"p{at}", name=name, role=m.Role.CHILD) for at, name in enumerate(names[2:])
    ]
    ids = [one.id for one in everyone]
    quote = " ".join(f"I will say it again, time {at}, because it is what I think." for at in range(260))
    scale = m.Scale(today=2, hoped=9, low_words="plates on our laps and nobody talking", high_words="noisy")
    return ex.a_plan(
        people=everyone,
        state=m.PlanState.AGREED,
        voices=[ex.a_voice(id_, quote if at == 3 else "This matters.") for at, id_ in enumerate(ids)],
        goals=[
            ex.a_goal(
                f"Goal number {at} by spring.",
                id=f"g{at}",
                whose=ids[at % people],
                scale=scale,
            )
            for at in range(goals)
        ],
        steps=[
            ex.a_step(f"Step {at}: something that takes a line or two to say.", ids[at % people], id=f"s{at}")
            for at in range(40)
        ],
        network=[
            ex.a_record(m.NetworkLine, name=f"Friend {at}", brings="Tea.", id=f"n{at}") for at in range(9)
        ],
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_font_is_embedded_and_subset(name):
    """No font of the reader's machine is asked for, and only the letters used travel along."""
    fonts = [font for page in opened(made(name)).pages for font in page["/Resources"]["/Font"].values()]
    drawn = {str(font["/BaseFont"]): font["/FontDescriptor"] for font in fonts}

    assert drawn
    assert all(re.match(r"/[A-Z]{6}\+", base) and "/FontFile2" in held for base, held in drawn.items())
    assert all("/ToUnicode" in font for font in fonts)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_set_under_12_points_and_the_body_is_14(name):
    """Standard print is clear print (PR-01)."""
    assert min(sizes(made(name))) >= 12
    assert BODY.size in sizes(made(name))
    assert 14 == BODY.size


@pytest.mark.parametrize("name", PRINTABLE)
def test_a_familys_plan_has_four_to_six_sides(name):
    """The page budget of a family's plan (PR-18)."""
    assert 4 <= len(opened(made(name)).pages) <= 6


@pytest.mark.parametrize("name", NAMES)
def test_every_side_says_what_it_is_and_which_of_how_many(name):
    """Kind, code, version, letter, day, and side n of m stand at the foot of every side; no name does."""
    pages = sides(made(name))
    foot = re.compile(r"Our plan · \w{4}-\w{4} · version \d+ · [A-Z] · \d+ \w+ \d{4}")

    assert all(foot.search(text) for text in pages)
    assert [f"Side {at} of {len(pages)}" for at in range(1, len(pages) + 1)] == [
        re.search(r"Side \d+ of \d+", text).group() for text in pages
    ]


@pytest.mark.parametrize("name", PRINTABLE)
def test_page_1_says_which_copies_are_too_old(name):
    """The line that sends old copies back stands on page 1 and on no other."""
    pages = sides(made(name))

    assert "Older than" in pages[0]
    assert not any("Older than" in text for text in pages[1:])


@pytest.mark.parametrize("name", NAMES)
def test_the_last_side_holds_public_words_only(name):
    """The outside of the folded plan tells a neighbour nothing."""
    last = sides(made(name))[-1]
    sheet = sheet_for(ex.a_plan())
    for text in sorted((flat(one) for one in texts(sheet.last)), key=len, reverse=True):
        assert text in last
        last = last.replace(text, "")
    foot = r"Our plan · \S+ · version \d+ · [A-Z] · \d+ \w+ \d{4}|Side \d+ of \d+|Talking copy\. .* yet\.|•"
    left = re.sub(foot, "", last)

    assert "" == left.strip()


@pytest.mark.parametrize("name", [*PRINTABLE, "F4"])
def test_the_files_own_words_are_neutral(name):
    """Title, author and the rest say kind and code, never who it is for."""
    told = {key: value for key, value in opened(made(name)).metadata.items() if value}
    plan = family(name)

    assert re.fullmatch(rf"Our plan, {plan.code}, version \d+", told.pop("/Title"))
    assert {"/Producer", "/CreationDate", "/ModDate", "/Trapped"} >= set(told)
    assert "fsdesk" == told["/Producer"]


@pytest.mark.parametrize("name", NAMES)
def test_the_outline_holds_every_heading(name):
    """One bookmark per heading, in order, with the same words; the title first."""
    reader = opened(made(name))
    outline = [one.title for one in reader.outline]
    found = [text for side in headings(made(name), HEADING.size) for _, text in side]

    assert outline[1:] == [text for text in found if text in outline]
    assert len(outline) == len(found) + 1


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_is_stranded_at_the_foot_of_a_side(name):
    """No heading stands in the last 25 mm of a side."""
    for size in (HEADING.size,):
        lowest = [y for side in headings(made(name), size) for y, _ in side]

        assert min(lowest) >= BOTTOM + 25 * mm


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_stands_outside_the_margins(name):
    """Nothing is cut off at an edge, however long a name is."""
    boxes = [one for side in letters(made(name)) for one in side]

    assert min(one.left for one in boxes) >= LEFT - 2
    assert max(one.right for one in boxes) <= PAGE[0] - RIGHT + 2
    assert min(one.low for one in boxes) >= 7 * mm


@pytest.mark.parametrize("name", PRINTABLE)
def test_every_sentence_a_family_said_is_found_letter_by_letter(name):
    """What somebody said and this reader may see is on the paper as it was said."""
    edition = edition_of(family(name))
    said = {
        span.text for _, held in _parts(edition.plan) for span in spans(held) if span.kind is m.SpanKind.QUOTE
    }
    shown = words(made(name))

    assert said or name == "F2"  # nobody was asked yet
    assert [] == [text for text in said if flat(text) not in shown]


def _parts(plan: m.Plan):
    from fsdesk.plans.audience.words import parts

    return parts(plan)


@pytest.mark.parametrize("name", PRINTABLE)
def test_everything_on_the_sheet_is_on_the_paper(name):
    """No paragraph, name or label of the sheet is lost between value and page."""
    sheet = sheet_for(family(name))
    shown = words(made(name))
    lost = [
        text
        for part in (sheet.sections, sheet.box)
        for text in texts(part)
        if _bare(text) not in _bare(shown)
    ]

    assert [] == lost


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", ["F1", "F4", "long"])
def test_a_page_made_twice_is_the_same_to_the_byte(name):
    """The same plan, reader and day give the same file, whatever was printed in between."""
    assert made(name) == print_again(name)


def test_ewans_paper_holds_no_trace():
    """Text, decompressed streams, metadata and outline have no hidden word, no worker and no gap in their numbers."""
    reader = opened(made("F4"))
    held = " ".join(
        [*sides(made("F4")), *map(str, reader.metadata.values()), *(one.title for one in reader.outline)]
    )
    held += " ".join(streams(made("F4")))
    hidden = [
        *family("F4").safety_between[0].tokens,
        "Lennox",
        "disnae",
        "throat",
        "Kirsty",
        "PG-2",
        "redacted",
        "withheld",
    ]
    hidden += [name for one in family("F4").team for name in (one.name, one.organisation)]

    assert [] == [one for one in hidden if re.search(rf"\b{re.escape(one)}\b", held, re.IGNORECASE)]
    assert "Ewan" in held


def test_a_word_that_prints_nowhere_is_in_no_stream_of_the_file():
    """Every field filled with a word of its own: those of letter N, O and C are in no part of the file."""
    plan, letters_of = planted_plan()
    page = printed(plan, "the-people", confirmed=dict.fromkeys(("PG-2", "PG-3", "PG-5", "PG-6"), "Dan"))
    reader = opened(page)
    held = " ".join([*sides(page), *streams(page), *map(str, reader.metadata.values())])
    held += " ".join(one.title for one in reader.outline)
    found = set(re.findall(PLANTED, held))

    assert found
    assert set() == {word for word in found if letters_of[word] in NOWHERE}


def test_ewans_paper_is_the_same_without_the_step():
    """A plan that never had the step prints the same bytes: no size, no gap tells of it."""
    never = msgspec.structs.replace(
        family("F4"), steps=tuple(one for one in family("F4").steps if one.id != "step-walk")
    )

    assert made("F4") == printed(never, "ewan")


def test_a_talking_copy_says_so_on_every_side():
    """The strip stands at the head of each side until the plan is agreed."""
    assert all("Talking copy. We have not agreed this yet." in text for text in sides(made("F6")))
    assert not any("Talking copy" in text for text in sides(made("F1")))


def test_a_quote_over_sides_says_again_whose_it_is():
    """Words that run over a side keep their speaker's name beside them, and not one is lost."""
    quote = " ".join(f"word{at}" for at in range(1200))
    page = printed(ex.a_plan(voices=[ex.a_voice("finn", quote)]))

    assert any("Finn (more)" in text for text in sides(page))
    assert [f"word{at}" for at in range(1200)] == re.findall(r"word\d+", words(page))


def test_a_long_plan_has_a_list_of_contents_with_sides():
    """Twelve people and thirty goals print whole, with every heading and its side after page 1's box."""
    pages = sides(made("long"))
    reader = opened(made("long"))
    found = {one.title: reader.get_destination_page_number(one) + 1 for one in reader.outline}

    assert "What is in this plan?" in pages[0]
    assert all(f"Goal number {at} by" in " ".join(pages) for at in range(30))
    assert re.search(
        rf"Who will do what, and by when\? ?{found['Who will do what, and by when?']}\b", pages[0]
    )


def test_a_name_of_60_letters_is_whole():
    """A name too long for its column stands whole on a line of its own."""
    assert LONG_NAME in "".join(sides(made("long")))


@pytest.mark.parametrize(
    "words_", ["<b>bold</b> & <para>", "&amp; &#65;", "{name} *stars* %s", "a\tb", "line\nbreak"]
)
def test_signs_of_markup_are_letters_like_others(words_):
    """Nothing that a family writes is taken for a command."""
    page = printed(ex.a_plan(people=[ex.a_carer("Ailsa", goes_by=words_), ex.a_child("Finn", 8)]))

    assert _bare(words_) in _bare(words(page))


@pytest.mark.parametrize(
    "text", ["Привіт, Оксано", "Đặng Thị Hồng", "Ζωή", "Siân Ó Brádaigh", "Zażółć gęślą jaźń"]
)
def test_letters_of_many_languages_are_set(text):
    """Where the first font has no letter the second has it, embedded too."""
    page = printed(ex.a_plan(voices=[ex.a_voice("finn", text)]))

    assert flat(text) in words(page)


def test_letter_and_accent_apart_are_set_as_one():
    """A name typed as letter and accent is printed with the accent on its letter."""
    page = printed(ex.a_plan(people=[ex.a_carer("Ailsa", goes_by="Zoe\u0308"), ex.a_child("Finn", 8)]))

    assert "Zoë" in words(page)


def test_subheadings_keep_their_first_words():
    """A heading inside a section is followed by something on its own side."""
    for side in headings(made("long"), SUB.size):
        subs = [y for y, text in side if text.startswith("For ")]

        assert all(y >= BOTTOM + 25 * mm for y in subs)


@pytest.mark.needs_tool("qpdf")
@pytest.mark.parametrize("name", ["F1", "F4", "long"])
def test_a_stranger_finds_no_fault_in_the_file(name, tmp_path):
    """Another program reads the file from end to end without a complaint."""
    path = tmp_path / "page.pdf"
    path.write_bytes(made(name))
    told = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)

    assert 0 == told.returncode, told.stdout + told.stderr


@pytest.mark.needs_tool("pdftotext")
def test_another_reader_finds_the_headings_in_order(tmp_path):
    """Read by another program, the words come in the order in which they stand on the sheet."""
    path = tmp_path / "page.pdf"
    path.write_bytes(made("F1"))
    told = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    sheet = sheet_for(family("F1"))
    wanted = [one.heading for one in (*sheet.sections, *sheet.last)]
    places = [flat(told).index(heading) for heading in wanted]

    assert sorted(places) == places


def test_a_page_is_made_in_memory(tmp_path, monkeypatch):
    """Making a page writes no file anywhere."""
    monkeypatch.setattr("builtins.open", lambda *given, **more: pytest.fail("a file was opened"))

    assert pdf(sheet_for(ex.a_plan())).startswith(b"%PDF-")
