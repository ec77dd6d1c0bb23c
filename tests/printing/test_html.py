from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fsdesk.errors import Refused
from fsdesk.plans import examples as ex
from fsdesk.plans import synthetic
from fsdesk.plans.sheet import Sheet, texts
from fsdesk.plans.sheet.own_page import Card
from fsdesk.plans.sheet.values import Run, Section, Told, Wheel
from fsdesk.printing.html import html
from fsdesk.printing.markup import Words, escaped
from tests.plans.planted import NOWHERE, PLANTED, planted_plan
from tests.printing.listening import Heard
from tests.printing.pages import sheet_for
from tests.printing.test_pdf import family
from tests.printing.test_structure import OPEN, bare, missing

NAMES = ("F1", "F2", "F3", "F6", "long", "empty")


def listened(sheet: Sheet) -> Heard:
    """Return a sheet's copy to listen to, read."""
    return Heard(html(sheet))


def with_words(text: str, lang: str = "en") -> Sheet:
    """Return a sheet in which somebody said this."""
    return sheet_for(ex.a_plan(voices=[ex.a_voice("finn", ex.quote(text, lang=lang))]))


@pytest.mark.parametrize("name", NAMES)
def test_everything_on_the_sheet_is_heard(name):
    """Every text of the sheet stands in the file, whatever block it is in."""
    sheet = sheet_for(family(name))
    heard = bare(listened(sheet).words)
    wanted = texts((sheet.strip, sheet.title, sheet.made, sheet.box, sheet.older, sheet.sections, sheet.last))

    assert [] == [text for text in wanted if bare(text) not in heard]
    assert bare(sheet.footer) in heard


@pytest.mark.parametrize("name", NAMES)
def test_it_is_heard_in_the_order_of_the_sheet(name):
    """Headings and what people said come in the sheet's order."""
    sheet = sheet_for(family(name))
    wanted = [sheet.strip, sheet.title, *texts((sheet.made, sheet.box, sheet.older))]
    for section in (*sheet.sections, *sheet.last):
        told = [block for block in section.blocks if isinstance(block, Told)]
        wanted += [section.heading, *texts(told)]

    assert [] == missing(wanted, bare(listened(sheet).words))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 100_000))
def test_nothing_of_a_synthetic_family_is_lost(number):
    """Whatever a plan holds is heard, in a file whose elements close in turn."""
    sheet = sheet_for(synthetic.family(number, 5), confirmed=OPEN)
    heard = listened(sheet)
    blocks = [one.slices if isinstance(one, Wheel) else one for part in sheet.sections for one in part.blocks]

    assert [] == heard.faults
    assert [] == [text for text in texts((sheet.box, blocks)) if bare(text) not in bare(heard.words)]


@pytest.mark.parametrize("name", NAMES)
def test_headings_lists_and_tables_are_what_they_are(name):
    """One title, no level left out, lists of points, and every cell of a table under a heading that says its scope."""
    heard = listened(sheet_for(family(name)))
    levels = [int(one.name[1]) for one in heard.named("h1", "h2", "h3")]

    assert [] == heard.faults
    assert 1 == levels.count(1)
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {"col", "row"} >= {one.given["scope"] for one in heard.named("th")}
    assert {"ul", "ol"} >= {one.name for one in heard.named("ul", "ol", "dl")}
    assert 1 == len(heard.named("main"))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_fetched_run_or_sent(name):
    """No script, no picture, no style, font or frame from elsewhere, and a policy that forbids them all."""
    held = html(sheet_for(family(name)))
    heard = Heard(held)
    policy = next(one.given["content"] for one in heard.named("meta") if "http-equiv" in one.given)
    style = heard.named("style")[0].words
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert [] == heard.named(
        "script", "img", "link", "iframe", "object", "embed", "form", "input", "base", "svg"
    )
    assert not [
        key for one in heard.tags for key in one.given if key in {"src", "style", "srcset"} or key[:2] == "on"
    ]
    assert all(one.given["href"].startswith("#") for one in heard.named("a"))
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" == policy
    assert not re.search(rb"url\(|@import|https?:|javascript:", held)


def test_the_list_of_contents_leads_to_its_headings():
    """Where the paper has a list of contents, every entry of it is a way there."""
    heard = listened(sheet_for(family("long")))
    places = {one.given["id"] for one in heard.named("h2")}
    ways = [one.given["href"].removeprefix("#") for one in heard.named("a")]

    assert ways
    assert set(ways) <= places


@pytest.mark.parametrize(
    "text", ["<b>bold</b> & <script>alert(1)</script>", "&amp; &#65;", "\"'><p onclick=x>", "]]> --> <!--"]
)
def test_signs_of_markup_are_letters_like_others(text):
    """Nothing that a family writes is taken for a command, in words, names and the title."""
    plan = ex.a_plan(
        title=text,
        people=[ex.a_carer("Ailsa", goes_by=text), ex.a_child("Finn", 8)],
        voices=[ex.a_voice("finn", text)],
    )
    heard = listened(sheet_for(plan))

    assert [] == heard.faults
    assert 3 <= bare(heard.words).count(bare(text))
    assert [] == heard.named("script", "b")


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_any_text_comes_back_as_it_was(text):
    """Escaped and read again, a text is the same; a control that HTML forbids is shown as missing, never passed on."""
    heard = Heard(f"<p>{escaped(text)}</p>".encode())

    assert [] == heard.faults
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", heard.words)
    if text.isprintable():
        assert bare(text) == bare(heard.words)


def test_lines_that_a_person_broke_stay_broken():
    """A poem stays a poem."""
    assert "one<br>two" == Words("en").text("one\ntwo")


def test_words_in_another_language_say_which():
    """A voice can change for them, and their direction is their own."""
    heard = listened(with_words("Kocham cię, babciu", "pl"))
    (span,) = (one for one in heard.named("span") if "lang" in one.given)

    assert {"lang": "pl", "dir": "ltr"} == span.given
    assert "„Kocham cię, babciu”" == span.words
    assert [("en", "ltr")] == [(one.given["lang"], one.given["dir"]) for one in heard.named("html")]


def test_words_written_from_the_right_keep_their_direction():
    """In a page written from the left, and the other way round; numbers and codes run from the left in both."""
    arabic = Words("ar").line(
        (Run(text="هاتف 0141 496 0117, K7QM-3TXH", lang="ar"), Run(text="tea", lang="en"))
    )

    assert '<span lang="ar" dir="rtl">شاي</span>' == Words("en").line((Run(text="شاي", lang="ar"),))
    assert '<bdi dir="ltr">0141 496 0117</bdi>, <bdi dir="ltr">K7QM-3TXH</bdi>' in arabic
    assert '<span lang="en" dir="ltr">tea</span>' in arabic


def test_pictures_are_heard_as_the_words_they_show():
    """Wheel, line and map are lists of what they show."""
    heard = bare(listened(sheet_for(family("F1"))).words)

    assert bare("Safe: not talked about yet") in heard
    assert bare("now, 3") in heard
    assert bare("Nana Reid (close to us)") in heard


def test_the_talking_copy_is_said_first():
    """The strip of the paper stands at the head of the copy to listen to."""
    heard = listened(sheet_for(family("F6")))

    assert heard.words.split("Our plan")[0].strip().endswith("Talking copy. We have not agreed this yet.")


def test_ewans_copy_holds_no_trace():
    """What a gate left out of the paper is left out here: no word, no gap, no comment."""
    held = html(sheet_for(family("F4"), "ewan", confirmed={"PG-2": "Dan"})).decode()
    hidden = [*family("F4").safety_between[0].tokens, "Kirsty", "PG-2", "redacted", "withheld", "<!--"]
    hidden += [name for one in family("F4").team for name in (one.name, one.organisation)]

    assert [] == [one for one in hidden if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", held, re.IGNORECASE)]
    assert "Ewan" in held


def test_a_word_that_prints_nowhere_is_nowhere_in_the_file():
    """Every field filled with a word of its own: those of letter N, O and C are not in it, markup included."""
    plan, letters_of = planted_plan()
    found = set(re.findall(PLANTED, html(sheet_for(plan, "the-people", confirmed=OPEN)).decode()))

    assert found
    assert set() == {word for word in found if letters_of[word] in NOWHERE}


@pytest.mark.parametrize("name", ["F1", "long"])
def test_made_twice_it_is_the_same_to_the_byte(name):
    """The same sheet gives the same file."""
    assert html(sheet_for(family(name))) == html(sheet_for(family(name)))


def test_the_title_is_kind_and_code():
    """No name stands in it."""
    plan = family("F1")
    (title,) = listened(sheet_for(plan)).named("title")

    assert re.fullmatch(rf"Our plan, {plan.code}, version \d+", title.words)


def test_what_the_paper_refuses_is_refused_here_too():
    """A sign that cannot be seen stops both, so that neither is there without the other."""
    with pytest.raises(Refused, match="cannot be seen"):
        html(with_words("Ring\x1b the college."))


def test_a_block_without_a_form_of_its_own_is_heard_with_its_languages():
    """A new kind of block is read paragraph by paragraph until it has a form; languages and strong words stay."""
    sheet = sheet_for(family("F1"))
    card = Card(lines=((Run(text="Tea, "), Run(text="babciu", lang="pl", strong=True)),))
    part = Section(key=sheet.sections[0].key, heading="", blocks=(card,))
    held = html(msgspec.structs.replace(sheet, sections=(part,))).decode()

    assert '<p>Tea, <strong><span lang="pl" dir="ltr">babciu</span></strong></p>' in held


@pytest.mark.parametrize("size", [14, 18, 22, 28])
def test_large_print_is_large_here_too(size):
    """The copy of large print begins in its size, and grows from there."""
    (page,) = listened(msgspec.structs.replace(sheet_for(family("F1")), size=size)).named("html")
    style = listened(sheet_for(family("F1"))).named("style")[0].words

    assert f"size-{size}" == page.given["class"]
    assert 14 == size or 2 == style.count(f".size-{size} ")


def test_a_section_without_heading_is_heard():
    """A page whose parts have no heading is read all the same."""
    sheet = sheet_for(family("F1"))
    part = Section(key=sheet.sections[0].key, heading="", blocks=(Told(lines=((Run(text="Tea."),),)),))

    assert "Tea." in listened(msgspec.structs.replace(sheet, sections=(part,))).words
