"""What somebody typed of a sheet's code, and where they misread it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import codes
from fsdesk.plans.paper import misread
from fsdesk.plans.paper.misread import Misread, NotACode
from fsdesk.plans.paper_code import PaperCode

CODE = "K7QM-3TXH"
TYPED = PaperCode(CODE, 4, "", "B", 1)


@pytest.mark.parametrize(
    "text",
    [
        "K7QM-3TXH, version 4, B, side 1",
        "k7qm3txh 4 b 1",
        "K7QM-3TXH, wersja 4, B, strona 1",
        "K7QM-3TXH، النسخة ٤، B، الوجه ١",
        "\u2068K7QM-3TXH\u2069, version 4, B, side 1",
    ],
)
def test_a_code_is_read_as_it_stands_on_the_sheet_in_any_language(text):
    """Words between its parts, digits of another script and marks of direction make no difference."""
    assert misread.read(text) == TYPED


def test_a_square_is_read_with_its_digest():
    """What a camera gives is pasted as it is."""
    assert misread.read(" FSD1*K7QM3TXH*4*9F2A*B*1\n") == PaperCode(CODE, 4, "9F2A", "B", 1)


@pytest.mark.parametrize("text", ["", "hello there", "K7QM-3TXH", "K7QM-3TXH, version 4", "FSD1*K7QM3TXH*4"])
def test_half_a_code_is_asked_for_whole(text):
    """Nobody has to guess what is missing."""
    with pytest.raises(NotACode, match="version, letter and side"):
        misread.read(text)


def test_the_sign_that_was_misread_is_named_where_a_plan_here_tells_it():
    """The third sign, and which one stands there."""
    with pytest.raises(Misread, match=r"third sign .* Q there, K7QM-3TXH"):
        misread.read("K7PM-3TXH, version 4, B, side 1", [CODE, "4TR9-BWE0"])


def test_two_signs_that_changed_places_are_named():
    """A slip of the fingers is told as one."""
    with pytest.raises(Misread, match=r"second and third signs .* other way round in K7QM-3TXH"):
        misread.read("KQ7M-3TXH 4 B 1", [CODE])


def test_a_sign_that_is_in_no_code_is_named_by_itself():
    """U is not among the signs."""
    with pytest.raises(Misread, match=r"fourth sign .* U, is in no code"):
        misread.read("K7QU-3TXH 4 B 1")


@given(st.binary(min_size=5, max_size=5).map(codes.mint), st.integers(0, 7), st.sampled_from(codes.SIGNS))
def test_one_wrong_sign_is_always_caught_and_named_by_its_own_plan(code, at, sign):
    """Wherever it stands and whichever it is."""
    signs = code.replace("-", "")
    wrong = signs[:at] + sign + signs[at + 1 :]
    if wrong == signs:
        return

    with pytest.raises(Misread, match=code):
        misread.read(f"{wrong} 1 A 1", [code])
