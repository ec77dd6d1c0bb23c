from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans.sheet.values import Run
from fsdesk.printing.fonts import REGULAR, width
from fsdesk.printing.lines import Row, row_width, rows
from fsdesk.printing.styles import BODY, NAME

TEXT = st.text(st.sampled_from("abc défgh IjłW 0123.,-ж"), max_size=200)
WIDE = st.floats(40, 400)


def text_of(row: Row) -> str:
    return "".join(piece.text for piece in row)


@given(TEXT, WIDE)
def test_no_row_is_wider_than_its_column(text, wide):
    """Whatever is written, every row fits."""
    assert all(row_width(row, BODY.size) <= wide + 0.01 for row in rows((Run(text=text),), BODY, wide))


@given(TEXT, WIDE)
def test_no_letter_is_lost_or_changed(text, wide):
    """Rows together hold every letter in its order."""
    laid = "".join(text_of(row) for row in rows((Run(text=text),), BODY, wide))

    assert "".join(text.split()) == "".join(laid.replace("\u00a0", " ").split())


@given(st.lists(st.text("abcdef", min_size=1, max_size=6), min_size=1, max_size=30))
def test_rows_break_at_spaces_only(words):
    """A word that fits its column is never broken."""
    laid = rows((Run(text=" ".join(words)),), BODY, 120)

    assert words == [word for row in laid for word in text_of(row).split(" ")]


def test_a_phone_number_stays_on_one_row():
    """The spaces inside a number are no place to break."""
    laid = [text_of(row) for row in rows((Run(text="Ring Dan on 0141 496 0117 now"),), BODY, 150)]

    assert any("0141\u00a0496\u00a00117" in row for row in laid)


def test_a_hard_break_stands():
    """Lines that a person broke stay broken."""
    laid = [text_of(row) for row in rows((Run(text="one\ntwo"),), BODY, 400)]

    assert ["one", "two"] == laid


def test_a_word_can_begin_in_one_run_and_end_in_another():
    """A quotation mark stays with its word, and strong letters with plain ones."""
    laid = rows((Run(text="“Tea", strong=True), Run(text="time” is five")), BODY, 400)

    assert ["“Teatime” is five"] == [text_of(row) for row in laid]
    assert 2 == len({piece.face for piece in laid[0]})


def test_a_word_too_wide_for_its_column_is_whole_over_rows():
    """The last guard: every letter is there, none is cut off."""
    laid = rows((Run(text="W" * 90),), NAME, 200)

    assert "W" * 90 == "".join(text_of(row) for row in laid)
    assert len(laid) > 1


def test_widths_are_the_fonts_own():
    """A word is as wide as its letters."""
    assert width("ab", REGULAR) == width("a", REGULAR) + width("b", REGULAR)
