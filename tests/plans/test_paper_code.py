from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import codes
from fsdesk.plans.paper_code import PaperCode, digest_of, read
from fsdesk.plans.sheet.letters import LETTERS

CODE = "K7QM-3TXH"
PAPER = PaperCode(CODE, 4, "9F2A", "B", 1)

papers = st.builds(
    PaperCode,
    st.binary(min_size=5, max_size=5).map(codes.mint),
    st.integers(1, 999),
    st.text(st.sampled_from(codes.SIGNS), min_size=4, max_size=4),
    st.sampled_from(LETTERS),
    st.integers(1, 99),
)


def test_the_square_holds_kind_code_version_digest_letter_and_side():
    """In capitals, digits and stars alone, which a QR code packs tightly; no name and no key."""
    assert "FSD1*K7QM3TXH*4*9F2A*B*1" == PAPER.square


@given(papers)
def test_a_square_reads_back_as_it_was_written(paper):
    """Whatever the code, version, edition and side."""
    assert paper == read(paper.square)


@given(papers)
def test_a_code_can_be_typed_as_it_stands_on_the_sheet_or_run_together(paper):
    """Both say which side of which edition of which version it is; the digest is for cameras alone."""
    code, version, _, letter, side = paper
    typed = PaperCode(code, version, "", letter, side)

    assert typed == read(f"{code}, version {version}, {letter}, side {side}")
    assert typed == read(f"{code.replace('-', '').lower()} {version} {letter.lower()} {side}")


@given(papers, st.integers(0, 7), st.sampled_from(codes.SIGNS))
def test_one_sign_of_the_code_misread_is_no_code(paper, at, sign):
    """The check sign shows it, from a photo and typed."""
    signs = paper.code.replace("-", "")
    misread = signs[:at] + sign + signs[at + 1 :]
    wrong = paper._replace(code=misread)

    assert (read(wrong.square) is None) == (misread != signs)


@pytest.mark.parametrize(
    "text", ["", "FSD1*", "K7QM-3TXH", "K7QM-3TXH 4 B", "hello there", "FSR1*R-K7QM-02*AAAA"]
)
def test_anything_else_is_no_code(text):
    """A recovery sheet, half a code or words are not taken for one."""
    assert read(text) is None


def test_other_edits_have_other_signs():
    """The digest follows from how far each laptop's edits went, in whatever order they are named."""
    assert digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})
    assert 4 == len({digest_of(one) for one in ({}, {"a": 1}, {"a": 2}, {"a": 1, "b": 1})})
