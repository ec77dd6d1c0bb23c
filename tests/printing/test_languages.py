from __future__ import annotations

from functools import cache

import msgspec
import pytest

from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet import Sheet, edition_letter, sheet_of, version_of
from fsdesk.plans.sheet.heads import Wishes
from fsdesk.plans.sheet.phrases import packs, phrases
from fsdesk.printing.fonts import can_set, faces, is_unseen, width
from fsdesk.printing.html import html
from fsdesk.printing.pdf import pdf
from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import LEFT, PAGE, RIGHT, SIDE
from tests.plans.any_plan import whole_plan
from tests.plans.planted import printable
from tests.printing.documents import DOCUMENTS, Document
from tests.printing.pages import Box, edition_of, letters, opened, sample
from tests.printing.structure import Tagged

LANGUAGES = tuple(one for one in packs() if one != "en")
_OF_F5 = (PrintFormat.PLAN, PrintFormat.LARGE_PRINT, PrintFormat.REVIEW_SHEET, PrintFormat.YOU_SAID_WE_DID)
EVERY = (
    *DOCUMENTS,
    *(Document("F5", one, "rania") for one in _OF_F5),
    Document("F5", PrintFormat.CHILD, "layan"),
)
PROVEN = (
    Document("F1", PrintFormat.EASY_READ),
    Document("F2", PrintFormat.YOU_SAID_WE_DID),
    Document("F5", PrintFormat.PLAN, "rania"),
    Document("F5", PrintFormat.REVIEW_SHEET, "rania"),
    Document("F6", PrintFormat.CHILD, "beth"),
)


@cache
def sheet(wanted: Document, lang: str, face: str = "", digits: str = "") -> Sheet:
    """Return a document's sheet in a language."""
    plan = sample(wanted.family)
    confirmed = {"PG-2": "Dan"} if wanted.family == "F4" else {}
    edition = edition_of(plan, wanted.reader, format=wanted.format, confirmed=confirmed)
    letter = edition_letter(plan, edition.reader.id)
    wishes = Wishes(letters=face, digits=digits)
    return sheet_of(edition, language=lang, letter=letter, version=version_of(edition), wishes=wishes)


@cache
def tagged(wanted: Document, lang: str, face: str = "", digits: str = "") -> Tagged:
    """Return the same as a PDF, read back."""
    return Tagged(pdf(sheet(wanted, lang, face, digits)))


F5_PLAN, F1_PLAN = Document("F5", PrintFormat.PLAN, "rania"), Document("F1", PrintFormat.PLAN)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sign_of_every_phrase_is_drawn_by_the_fonts_of_its_pack(lang):
    """No phrase needs a font that its pack does not name."""
    say = phrases(lang)
    named = say.pack.setting().fonts or ("Atkinson Hyperlegible Next",)
    own = faces(False, fonts=named)[: len(named)]
    signs = {sign for text in say.fixed() for sign in text} | set(say.pack.own_digits)

    def drawn(sign: str) -> bool:
        return any(_has(face, sign) for face in own)

    assert [] == sorted(sign for sign in signs if not can_set(sign) or not (drawn(sign) or sign == "\u00a0"))


def _has(face, sign: str) -> bool:
    try:
        width(sign, face)
    except KeyError:
        return False
    return True


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("wanted", PROVEN, ids=str)
def test_a_document_is_made_in_every_language(wanted, lang):
    """Page and copy say their language; every mark is heard once; the strip says that nobody read the words yet."""
    read, copy = tagged(wanted, lang), html(sheet(wanted, lang)).decode()
    heard = read.paragraphs()

    assert lang == str(read.file.Root.Lang)
    assert {1} == set(read.shown.values())
    assert [] == read.outside
    assert 0 == read.crossing
    assert f'<html lang="{lang}" dir="{"rtl" if lang in ("ar", "ur") else "ltr"}"' in copy
    assert [phrases(one).text("document.unchecked") in heard for one in (lang, "en")] == [True, True]
    assert phrases(lang).text("document.unchecked") in copy


@pytest.mark.long
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("wanted", EVERY, ids=str)
def test_every_document_of_every_family_is_made_in_every_language(wanted, lang):
    """All of them, twice the same bytes, every font inside the file."""
    made = pdf(sheet(wanted, lang))

    assert made == pdf(sheet(wanted, lang))
    assert [] == Tagged(made).outside


@pytest.mark.parametrize("lang", ["ar", "ur", "pa", "zh"])
def test_the_same_page_twice_is_the_same_bytes(lang):
    """Shapes get the same numbers whatever was printed before."""
    first = pdf(sheet(F1_PLAN, lang))
    pdf(sheet(Document("F2", PrintFormat.PLAN), lang))

    assert first == pdf(sheet(F1_PLAN, lang))


@pytest.mark.parametrize("lang", ["ar", "ur"])
def test_words_that_run_to_the_left_are_heard_in_their_order(lang):
    """Headings and sentences, the family's own Arabic and what was put into other words, as they were written."""
    heard = tagged(F5_PLAN, lang).paragraphs()
    said = " ".join(heard)
    say = phrases(lang)

    assert say.text("matters.heading") in heard
    assert say.text("public.unhappy.heading") in heard
    assert "نريد أن نبقى معًا، والبيت مليء بالضحك." in said
    assert "We want to stay together, with a house full of laughing." in said
    assert "0141 496 0123" in said


def test_own_words_keep_their_language_on_a_page_of_another():
    """English words on an Arabic page are English to a voice, and Arabic ones need not say so."""
    spans = [node for node in tagged(F5_PLAN, "ar").root.walk() if node.lang]

    assert {"en"} == {node.lang for node in spans}
    assert any("I want to work with my hands again." in node.actual for node in spans)


def test_digits_of_its_own_where_the_reader_asks():
    """Days, articles and sides change; the number to ring and the code do not."""
    heard = " ".join(tagged(F5_PLAN, "ar", "", "own").paragraphs())

    assert "المادة ٢" in heard
    assert "٢٣ أكتوبر ٢٠٢٦" in heard
    assert "0141 496 0123" in heard
    assert "K7QM-3TXH" in " ".join(sheet(F5_PLAN, "ar", "", "own").footer.split())


def test_urdu_is_set_in_nastaliq_and_in_naskh_where_the_reader_would_rather():
    def fonts(face: str) -> str:
        made = opened(pdf(sheet(F1_PLAN, "ur", face)))
        return " ".join(str(font) for page in made.pages for font in _fonts(page))

    assert "Nastaliq" in fonts("")
    assert "Naskh" not in fonts("")
    assert "Naskh" in fonts("naskh")
    assert "Nastaliq" not in fonts("naskh")


def _fonts(page) -> list[str]:
    return [str(one.get_object()["/BaseFont"]) for one in page["/Resources"]["/Font"].values()]


@pytest.mark.parametrize("lang", ["ar", "ur", "pa", "zh", "uk"])
def test_every_font_of_a_page_is_inside_it(lang):
    held = [
        font.get_object()
        for page in opened(pdf(sheet(F1_PLAN, lang))).pages
        for font in page["/Resources"]["/Font"].values()
    ]

    assert held
    assert all("/FontFile2" in font["/FontDescriptor"] and "/ToUnicode" in font for font in held)


@pytest.mark.parametrize("sign", ["\u200c", "\u200d"])
def test_signs_that_part_and_join_letters_are_written_words(sign):
    """Urdu and Persian need them; they are no reason to refuse a page."""
    assert not is_unseen(sign)
    assert can_set(sign)


def _foot(made: bytes) -> list[Box]:
    """Return the signs at the foot of the first side, from left to right."""
    boxes = letters(made)[0]
    low = min(one.low for one in boxes)
    return sorted((one for one in boxes if one.low < low + 8), key=lambda one: one.left)


def _begins(row: list[Box], word: str) -> float:
    """Return where a word of a row begins, which reads from left to right."""
    return row["".join(one.sign for one in row).index(word)].left


def test_a_page_that_runs_to_the_left_is_mirrored():
    """The foot begins at the right and ends with its number at the left; the code in it still runs to the right."""
    middle, code = PAGE[0] / 2, sample("F1").code
    turned, usual = _foot(pdf(sheet(F1_PLAN, "ar"))), _foot(pdf(sheet(F1_PLAN, "en")))

    assert _begins(turned, code) > middle > _begins(usual, code)
    assert turned[0].sign.isdigit()
    assert usual[-1].sign.isdigit()


def test_names_stand_in_a_column_at_the_right():
    """Where an English page has the words, an Arabic one has the name beside them."""
    there = [one for one in letters(pdf(sheet(F1_PLAN, "ar")))[1] if one.left > PAGE[0] - RIGHT - SIDE]

    assert "Callum" in "".join(one.sign for one in sorted(there, key=lambda one: (-round(one.low), one.left)))


@pytest.mark.parametrize(
    ("mirrored", "turned", "stands"),
    [(False, False, 3), (True, True, 3), (True, False, 7)],
)
def test_the_line_from_0_to_10_begins_where_the_pack_says(mirrored, turned, stands):
    """Counted from where reading begins: on a mirrored page with a line that is not, 3 stands where 7 would."""
    assert stands == Setting(mirrored=mirrored, is_line_turned=turned).of_ten(3)


def test_the_line_of_a_review_sheet_begins_at_the_right():
    """Nought is the first that is read, at the right of an Arabic sheet."""
    made = pdf(sheet(Document("F1", PrintFormat.REVIEW_SHEET), "ar"))
    rows: dict[int, dict[str, float]] = {}
    for one in letters(made)[0]:
        if one.sign in "23456789":
            rows.setdefault(round(one.low), {})[one.sign] = one.left
    row = max(rows.values(), key=len)

    assert len(row) == 8
    assert [*"98765432"] == sorted(row, key=row.__getitem__)


def test_a_page_whose_words_somebody_has_read_says_nothing_of_it():
    """The strip is there for unchecked words alone."""
    unread = sheet(F1_PLAN, "pl")
    read = msgspec.structs.replace(unread, unchecked=())

    assert "native speaker" in " ".join(Tagged(pdf(unread)).paragraphs())
    assert "native speaker" not in " ".join(Tagged(pdf(read)).paragraphs())
    assert () == sheet(F1_PLAN, "en").unchecked


@pytest.mark.parametrize("lang", ["ar", "ur", "zh"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("نريد أن نفطر معًا (10:30) Amina, " * 4, id="both ways"),
        pytest.param("کتاب" * 90, id="a word wider than the page", marks=pytest.mark.long),
        pytest.param("我们" * 120, id="no space at all", marks=pytest.mark.long),
        pytest.param("W" * 300, id="foreign and wide", marks=pytest.mark.long),
    ],
)
def test_no_letter_leaves_a_page_in_any_language(text, lang):
    """However long a text is, in whatever letters, wherever it stands."""
    plan = printable(whole_plan(lambda collection, field: text))
    edition = edition_of(plan, "the-people", confirmed=dict.fromkeys(("PG-2", "PG-3", "PG-5", "PG-6"), "Dan"))
    made = pdf(sheet_of(edition, language=lang, letter="B", version=1))
    boxes = [one for side in letters(made) for one in side]

    assert min(one.left for one in boxes) >= LEFT - 2
    assert max(one.right for one in boxes) <= PAGE[0] - RIGHT + 2
    assert min(one.low for one in boxes) > 15
