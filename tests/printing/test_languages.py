from __future__ import annotations

from functools import cache

import pytest

from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet import Sheet, edition_letter, sheet_of, version_of
from fsdesk.plans.sheet.heads import Wishes
from fsdesk.plans.sheet.phrases import packs, phrases
from fsdesk.printing.fonts import can_set, faces, is_unseen, width
from fsdesk.printing.html import html
from fsdesk.printing.pdf import pdf
from tests.printing.documents import DOCUMENTS, Document
from tests.printing.pages import edition_of, opened, sample
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
def sheet(wanted: Document, lang: str, letters: str = "", digits: str = "") -> Sheet:
    """Return a document's sheet in a language."""
    plan = sample(wanted.family)
    confirmed = {"PG-2": "Dan"} if wanted.family == "F4" else {}
    edition = edition_of(plan, wanted.reader, format=wanted.format, confirmed=confirmed)
    letter = edition_letter(plan, edition.reader.id)
    wishes = Wishes(letters=letters, digits=digits)
    return sheet_of(edition, language=lang, letter=letter, version=version_of(edition), wishes=wishes)


@cache
def tagged(wanted: Document, lang: str, letters: str = "", digits: str = "") -> Tagged:
    """Return the same as a PDF, read back."""
    return Tagged(pdf(sheet(wanted, lang, letters, digits)))


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
    def fonts(letters: str) -> str:
        made = opened(pdf(sheet(F1_PLAN, "ur", letters)))
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
