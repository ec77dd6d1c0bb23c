"""How each document is set: sizes, margins, feet, what stays together, squares that a camera reads."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pypdfium2
import pytest
from reportlab.lib.units import mm

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans import samples
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet import Sheet, texts
from fsdesk.plans.sheet.easy import TooLong
from fsdesk.plans.sheet.easy_rows import Picture
from fsdesk.plans.sheet.replies import Became
from fsdesk.plans.sheet.team_papers import contact_cards, recovery_sheet
from fsdesk.plans.sheet.values import Profile, WriteOn
from fsdesk.plans.sheet.variants import Variant
from fsdesk.printing import square
from fsdesk.printing.asked import BOX
from fsdesk.printing.lists import Ruled
from fsdesk.printing.pdf import pdf
from fsdesk.printing.setting import setting_of
from fsdesk.printing.styles import LEFT, PAGE, RIGHT, WIDTH
from tests.plans.any_plan import whole_plan
from tests.plans.documents.making import document
from tests.plans.planted import printable
from tests.printing.pages import Box, headings, letters, opened, sides, sizes, streams
from tests.printing.test_documents import readable
from tests.printing.test_pdf import LONG_NAME, long_plan

LARGE, EASY, CHILD = PrintFormat.LARGE_PRINT, PrintFormat.EASY_READ, PrintFormat.CHILD
REVIEW, SAID = PrintFormat.REVIEW_SHEET, PrintFormat.YOU_SAID_WE_DID
NAMES = {
    "large 18": (LARGE, "adaeze", {}),
    "large 28": (LARGE, "adaeze", {"size": 28}),
    "easy read": (EASY, "adaeze", {}),
    "child": (CHILD, "ify", {}),
    "teen": (CHILD, "ify", {"variant": Variant.TEEN}),
    "review sheet": (REVIEW, "adaeze", {}),
    "you said": (SAID, "adaeze", {}),
    "dyslexia": (PrintFormat.PLAN, "adaeze", {"profile": Profile.DYSLEXIA}),
}
LEAST = {"large 18": 18, "large 28": 28, "easy read": 18, "child": 16, "teen": 16}
WORDS = tuple(f"word{at}" for at in range(24))
every = pytest.mark.parametrize("name", NAMES)


def sheet(name: str, plan: m.Plan | None = None, reader: str = "") -> Sheet:
    """Return a document of F1, or of another plan."""
    format_, usual, wishes = NAMES[name]
    return document(plan or samples.load("F1"), format_, reader or usual, **wishes)


@cache
def made(name: str) -> bytes:
    """Return a document of F1, printed once for all tests."""
    return pdf(sheet(name))


def big_family() -> m.Plan:
    """Return fourteen people, forty goals, names of sixty letters, a quote of over two sides, every kind of row."""
    plan = long_plan(14, 40)
    long_words = " ".join(f"We could not, reason {at}." for at in range(150))
    asked = [
        ex.a_record(
            m.Feedback,
            id=f"f{at}",
            from_person=plan.people[at % 14].id,
            text=ex.quote(f"Asked for {at}."),
            state=m.FeedbackState.COULD_NOT,
            we_did="The answer is no.",
            we_could_not_because=long_words if at == 3 else "There is no money for it now.",
            instead="A walk.",
            if_you_disagree="Tell Dan.",
        )
        for at in range(20)
    ]
    easy = [
        ex.a_record(m.EasyLine, id=f"e{at}", of=f"g{at}", text=f"We want goal {at}.", read_back_on=ex.TODAY)
        for at in range(40)
    ]
    return ex.a_plan(
        **{name: getattr(plan, name) for name in ("people", "voices", "goals", "steps", "network", "state")},
        feedback=asked,
        easy_lines=easy,
    )


@cache
def big(name: str) -> bytes:
    """Return a document of the big family."""
    return pdf(sheet(name, big_family(), "finn" if NAMES[name][0] is CHILD else "ailsa"))


@every
def test_nothing_is_smaller_than_it_may_be(name):
    """Large print keeps to its size everywhere, a child's page to 16, easy read to 18; nothing is under 12."""
    assert min(sizes(made(name))) >= LEAST.get(name, 12)
    assert min(sizes(big(name))) >= LEAST.get(name, 12)


@every
@pytest.mark.parametrize("of", [made, big], ids=["F1", "big family"])
def test_no_letter_stands_outside_the_margins(name, of):
    """Nothing is cut off, however long it is."""
    for side in letters(of(name)):
        assert [] == [one for one in side if one.left < LEFT - 1 or one.right > PAGE[0] - RIGHT + 1]
        assert [] == [one for one in side if one.low < 5 * mm or one.high > PAGE[1] - 8 * mm]


@every
@pytest.mark.parametrize("of", [made, big], ids=["F1", "big family"])
def test_every_side_says_code_version_letter_and_which_of_how_many(name, of):
    """The foot of each side, and the last number is how many there are."""
    found = sides(of(name))
    code = "4TR9-BWE0" if of is made else "K7QM-3TXH"
    for at, text in enumerate(found, 1):
        assert re.search(rf"{code} version \d+ B\b", text.replace(" · ", " "))
        assert f"Side {at} of {len(found)}" in text


@every
def test_no_heading_is_stranded_at_the_foot_of_a_side(name):
    """None stands in the last 25 mm of its side."""
    for of in (made, big):
        setting = setting_of(sheet(name))
        found = [height for side in headings(of(name), setting.heading.size) for height, _ in side]
        assert [] == [
            height for height in found if height < setting.bottom + 25 * mm - setting.heading.leading
        ]


@every
def test_every_word_of_a_big_family_is_on_paper(name):
    """Forty goals, names of sixty letters and a quote over sides: whole, never shrunk or cut."""
    shown = sheet(name, big_family(), "finn" if NAMES[name][0] is CHILD else "ailsa")
    found = re.sub(r"\s", "", " ".join(page.extract_text() for page in opened(big(name)).pages))
    numbers = [text for text in texts(shown.sections) if re.search(r"\b\d+\b|[A-Z]\w{50}", text)]
    missing = [
        word
        for text in numbers
        for word in text.replace("\u00a0", " ").split()
        if len(word) > 4 and word not in found
    ]

    assert [] == missing


@every
def test_every_font_is_embedded_and_subset(name):
    """No font of the reader's machine is asked for."""
    fonts = [font for page in opened(made(name)).pages for font in page["/Resources"]["/Font"].values()]

    assert fonts
    assert all(re.match(r"/[A-Z]{6}\+", str(font["/BaseFont"])) and "/ToUnicode" in font for font in fonts)
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


@every
def test_words_are_dark_on_white(name):
    """Every colour that anything is filled with is 7 to 1 on white or white itself; lines are 3 to 1 or more."""
    filled = {one for held in streams(made(name)) for one in re.findall(r"^([\d. ]+) rg$", held, re.M)}
    drawn = {one for held in streams(made(name)) for one in re.findall(r"^([\d. ]+) RG$", held, re.M)}

    assert [] == [one for one in filled if 1.05 < _contrast(one) < 7]
    assert [] == [one for one in drawn if 1.05 < _contrast(one) < 3]


def _contrast(colour: str) -> float:
    """Return how a colour stands out on white (WCAG 2)."""
    parts = [float(one) for one in colour.split()]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


@every
def test_the_outline_holds_every_heading(name):
    """The title first, then each section that has a heading, in the same words."""
    shown = sheet(name)
    headings_ = [one.heading for one in (*shown.sections, *shown.last) if one.heading]

    assert [shown.title, *headings_] == [one.title for one in opened(made(name)).outline]


SENTENCE = "It went on and on, as such things do when nobody stops them. "


@pytest.mark.parametrize("format_", PrintFormat)
@pytest.mark.parametrize("text", ["a", "W" * 300, SENTENCE * 10], ids=["a letter", "a wide word", "long"])
def test_any_text_in_any_field_prints_whole(format_, text):
    """However long a text is and wherever it stands: no letter leaves the page; easy read refuses what is not easy."""
    plan = readable(printable(whole_plan(lambda collection, field: text)), format_)
    try:
        page = pdf(document(plan, format_, "the-people"))
    except TooLong:
        assert (PrintFormat.EASY_READ, SENTENCE * 10) == (format_, text)
        return
    boxes = [one for side in letters(page) for one in side]

    assert boxes
    assert min(one.left for one in boxes) >= LEFT - 2
    assert max(one.right for one in boxes) <= PAGE[0] - RIGHT + 2


def test_a_name_of_sixty_letters_is_whole_in_large_print():
    """It stands on lines of its own, broken only where nothing else fits."""
    assert LONG_NAME in re.sub(r"\s", "", " ".join(sides(big("large 28"))))


def test_large_print_stands_in_one_column():
    """Names stand on lines of their own: no column for them is set aside, and most lines begin at the edge."""
    begins = [
        min(one.left for one in row)
        for side in letters(made("large 18"))
        for row in _rows(side)
        if len(row) > 20
    ]

    assert 0 == setting_of(sheet("large 18")).side
    assert [] == [one for one in begins if one > LEFT + 90]


def _rows(side: list[Box]) -> list[list[Box]]:
    """Return the letters of a side by the row that they stand in."""
    found: list[list[Box]] = []
    for one in side:
        if found and abs(found[-1][-1].low - one.low) < 9:
            found[-1].append(one)
        else:
            found.append([one])
    return found


def test_the_dyslexia_profile_has_shorter_lines_further_apart():
    """Body 14, lines 1.5 apart, 50 to 60 letters in a line."""
    setting, usual = setting_of(sheet("dyslexia")), setting_of(document(ex.a_plan(), PrintFormat.PLAN))

    assert (14, 21.0) == (setting.body.size, setting.body.leading)
    assert setting.text < usual.text


def test_a_child_s_page_has_the_letters_of_school_and_a_young_person_s_the_usual_ones():
    """Andika is embedded for the child alone."""
    bases = {
        name: {
            str(font["/BaseFont"])
            for page in opened(made(name)).pages
            for font in page["/Resources"]["/Font"].values()
        }
        for name in ("child", "teen")
    }

    assert any("Andika" in one for one in bases["child"])
    assert not any("Andika" in one for one in bases["teen"])


@pytest.mark.parametrize(
    ("name", "reader"), [("F1", "adaeze"), ("F2", "shona"), ("F3", "donna"), ("F6", "moira")]
)
def test_a_review_sheet_is_one_sheet(name, reader):
    """Two sides, for each of the families."""
    assert 2 >= len(opened(pdf(document(samples.load(name), REVIEW, reader))).pages)


def test_easy_read_has_seven_rows_on_a_side_at_most():
    """A side of more is not easy to take in."""
    for text in sides(big("easy read")):
        assert len(re.findall(r"We want goal \d+\.", text)) <= 7


def test_every_picture_of_easy_read_can_be_drawn():
    """Each name has a path of its own."""
    from fsdesk.printing.easy_pictures import PATHS

    assert set(Picture) == set(PATHS)
    assert len(PATHS) == len(set(PATHS.values()))


def dark(pdf_: bytes, side: int, box: tuple[float, float, float]) -> list[list[bool]]:
    """Return the dark and light modules drawn in a box (left, top, size of one module), 25 by 25."""
    scale = 4
    bitmap = pypdfium2.PdfDocument(pdf_)[side].render(scale=scale).to_pil().convert("L")
    left, top, each = box
    return [
        [
            bitmap.getpixel(
                (int((left + (column + 0.5) * each) * scale), int((top + (row + 0.5) * each) * scale))
            )
            < 128
            for column in range(25)
        ]
        for row in range(25)
    ]


@pytest.mark.parametrize("side", [0, 1])
def test_the_square_on_each_side_is_that_of_its_side(side):
    """Every module stands as the code of this very side has it, four modules of white round it."""
    from fsdesk.printing.review import _SMALL, SIZE, _edge

    wanted = square.modules(sheet("review sheet").square.format(side=side + 1))
    size = (SIZE, _SMALL)[side]
    setting = setting_of(sheet("review sheet"))
    each = size / 33
    left = LEFT + WIDTH - size + _edge(size) + 4 * each
    top = setting.top - _edge(size) + 4 * each

    assert 25 == len(wanted)
    assert [list(row) for row in wanted] == dark(made("review sheet"), side, (left, top, each))


def test_boxes_can_be_ticked_by_a_shaky_hand():
    """8 mm, and lines to write on 10 mm apart (practice 5.3)."""
    setting = setting_of(document(ex.a_plan(), REVIEW))

    assert BOX >= 8 * mm
    assert Ruled(WriteOn(count=1), setting).wrap(WIDTH, PAGE[1])[1] >= 10 * mm


def test_what_became_of_something_shows_in_black_and_white():
    """Each state has a shape that no other has, on two levels of grey."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    from fsdesk.printing.replies import draw_status

    drawn = set()
    for became in Became:
        target = BytesIO()
        canvas = Canvas(target, pagesize=(40, 40))
        draw_status(canvas, became, 20, 20)
        canvas.save()
        picture = pypdfium2.PdfDocument(target.getvalue())[0].render(scale=2).to_pil().convert("1")
        drawn.add(picture.tobytes())

    assert len(Became) == len(drawn)


def recovery(is_words: bool = True) -> bytes:
    """Return a recovery sheet of made-up words."""
    parts = WORDS if is_words else ("K7QM",) * 18
    made_on = date(2026, 11, 12)
    return pdf(
        recovery_sheet("R-K7QM-02", made_on, "R-K7QM-01", parts, "FSR1*R-K7QM-02*ABC", is_words=is_words)
    )


@pytest.mark.parametrize("is_words", [True, False])
def test_a_recovery_sheet_is_one_page_with_its_secret_below_the_fold(is_words):
    """Folded once, the words are inside; the title names the sheet and nothing else."""
    page = recovery(is_words)
    (side,) = letters(page)
    secret = "word" if is_words else "K7QM"
    text = "".join(one.sign for one in side)
    begins = [at.start() for at in re.finditer(secret, text)]
    inside = [at for at in begins if side[at].high < PAGE[1] / 2]

    assert len(inside) >= len(WORDS if is_words else range(18))
    assert "Recovery sheet, R-K7QM-02" == opened(page).metadata.title
    assert min(sizes(page)) >= 12


def test_four_contact_cards_stand_on_a_sheet_with_eight_words_each():
    """Nothing on them is smaller than 12 points, and nothing is of any family."""
    page = pdf(contact_cards("Ros", "worker", WORDS[:8], "FSC1*ABCDEF", date(2026, 11, 12)))
    (text,) = sides(page)

    assert [4] * 8 == [len(re.findall(rf"\b{word}\b", text)) for word in WORDS[:8]]
    assert 4 == text.count("Ros")
    assert min(sizes(page)) >= 12
