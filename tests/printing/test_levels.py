"""In these tests what is seen is written as it stands on paper from left to right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans.sheet.parts import Run
from fsdesk.printing.fonts import faces
from fsdesk.printing.levels import in_order, levels
from fsdesk.printing.lines import rows
from fsdesk.printing.shaping import shape
from fsdesk.printing.styles import BODY

TURNED = BODY._replace(is_turned=True)


def seen(text: str, lang: str = "ar", base: int = 1) -> str:
    """Return the signs of a text as they stand on a line."""
    found = levels(text, [lang] * len(text), base)
    return "".join(in_order(list(zip(found, text, strict=True))))


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        pytest.param("هاتف 0141 496 0117", "0141 496 0117 فتاه", id="phone"),
        pytest.param("الرمز K7QM-3TXH، نسخة 4", "4 ةخسن ،K7QM-3TXH زمرلا", id="code"),
        pytest.param("12 نوفمبر 2026،", "،2026 ربمفون 12", id="date before an Arabic comma"),
        pytest.param("الساعة 10:30", "10:30 ةعاسلا", id="time"),
        pytest.param("Amina، Callum", "Callum ،Amina", id="names with an Arabic comma"),
        pytest.param("Amina, Callum", "Callum ,Amina", id="names with a comma"),
        pytest.param("نعم.", ".معن", id="full stop"),
    ],
)
def test_numbers_names_and_codes_keep_their_own_order(text, stands):
    """Within words that run to the left they run to the right, and a comma between two does not join them."""
    assert stands == seen(text)


def test_a_stretch_of_another_language_stays_whole():
    """An English sentence in an Arabic paragraph reads from its first word to its full stop."""
    text, english = "قال: We want help, please.", "We want help, please."
    langs = ["ar"] * 5 + ["en"] * len(english)
    found = levels(text, langs, 1)

    assert "We want help, please. :لاق" == "".join(in_order(list(zip(found, text, strict=True))))


def test_arabic_words_on_an_english_page_run_to_the_left():
    text = "Rania: نعم، هذا"

    assert "Rania: اذه ،معن" == "".join(
        in_order(list(zip(levels(text, ["en"] * 7 + ["ar"] * 8, 0), text, strict=True)))
    )


@given(st.text(alphabet="abc 019.,:()نعملا،؟أ٢\u200c", max_size=40), st.sampled_from([0, 1]))
def test_every_sign_has_a_level_and_none_is_lost(text, base):
    """Whatever is written, what is seen holds the same signs."""
    found = levels(text, [""] * len(text), base)

    assert len(text) == len(found)
    assert sorted(text) == sorted(in_order(list(zip(found, text, strict=True))))


def test_brackets_turn_with_their_words():
    """What opens at the right looks like what closes in English."""
    face = faces(False, fonts=("Noto Nastaliq Urdu",))[0]

    (opening,) = shape("(", face, "ur", is_turned=True).glyphs
    assert ")" == chr(opening.code)


@pytest.mark.parametrize("fonts", [("Noto Nastaliq Urdu",), ("Noto Naskh Arabic",)])
def test_no_row_is_wider_than_its_column(fonts):
    """Joined letters are measured as they are drawn, and the rows together say what was written."""
    text = "یہ آپ کا منصوبہ ہے۔ اسے پاس رکھیں، اس پر لکھیں، اسے بدلیں۔ Ros: 0141 496 0117 (شام)"
    style = TURNED._replace(fonts=fonts)
    laid = rows((Run(text=text, lang="ur"),), style, 120)

    assert len(laid) > 2
    assert max(sum(piece.wide for piece in row) * style.size for row in laid) <= 120
    assert text == " ".join("".join(piece.text for piece in row) for row in laid).replace("\u00a0", " ")


def test_chinese_breaks_between_signs_but_no_line_begins_with_a_stop():
    laid = rows((Run(text="我们一起写的，今天。" * 8, lang="zh"),), BODY, 90)
    lines = ["".join(piece.text for piece in row) for row in laid]

    assert len(lines) > 5
    assert "我们一起写的，今天。" * 8 == "".join(lines)
    assert not [line for line in lines if line[0] in "，。"]
    assert all(row.is_inside for row in laid[:-1])
