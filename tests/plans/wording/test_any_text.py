"""Whatever is typed or pasted: it is read, twice the same, in proportion to its length."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans.wording import read, reworded
from fsdesk.plans.wording.catalogue import load

PIECES = st.sampled_from(
    [
        "Mum ", "failed to ", "engage", "refuses ", "“", "”", '"', "'", "’s ", "not ", "Dan said: ", ".", ". ",
        "\n", "!", "…",
        "\x00", "\x1b[31m", "\u200b", "\u00ad", "\u202e", "\ud800", "\udfff", "👨‍👩‍👧", "ﬁ", "İ", "ß",
        "Σ", "مرحبا ", "نہیں ", "ਪੰਜਾਬੀ ",
        "że ", "always ", "never ", "hard-to-reach ", "DNA ", "(", ")", "•", " - ", "/", "the ", "of ",
        "because ", "contact with ",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(),
    st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF)),
    st.lists(PIECES, max_size=60).map("".join),
)
FIELDS = st.sampled_from(["worker", "family_words", "safety", "action", "why_now"])


@given(TEXTS, FIELDS)
def test_no_text_is_too_odd_and_spans_are_parts_of_it(text, field):
    """In order, apart, and each exactly what stands between its places."""
    found = read(text, field)

    assert [one.span for one in found] == [text[one.start : one.end] for one in found]
    assert all(one.span for one in found)
    assert sorted(found, key=lambda one: one.start) == found
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(TEXTS, FIELDS)
def test_reading_twice_says_the_same(text, field):
    """Also of the sentences that are offered."""
    assert read(text, field) == read(text, field)
    assert reworded(text, field) == reworded(text, field)


@given(TEXTS)
def test_a_familys_own_words_are_never_met(text):
    """Whatever they are."""
    assert [] == read(text, "family_words")


@given(
    st.lists(
        st.sampled_from(["Kelly failed to ring.", "The bus was late.", "He is lazy.", "Soup at six."]),
        max_size=8,
    )
)
def test_a_sentence_is_read_the_same_beside_any_other(sentences):
    """So a text read after one edit says what it would say read whole."""
    alone = [one.span for sentence in sentences for one in read(sentence)]

    assert alone == [one.span for one in read(" ".join(sentences))]


@given(TEXTS, st.frozensets(st.text(max_size=12), max_size=4))
def test_any_names_may_be_left_alone(text, names):
    """Nothing that is met is one of them."""
    named = {name.strip() for name in names}

    assert [] == [one.span for one in read(text, names=names) if one.span in named]


@pytest.mark.parametrize(
    "piece",
    [
        "failed to engage ",
        "Mum must attend. ",
        "“Mum said ",
        "not ",
        "a",
        "'",
        "she failed and ",
        "\u200b",
        ", ",
        "always late ",
    ],
)
def test_a_long_text_takes_about_ten_times_what_a_tenth_takes(piece):
    """Repeated words, open quotes or one endless word: the work is in proportion to the text."""
    load()
    read(piece * 100)
    tenth, whole = (_seconds(piece * (size // len(piece))) for size in (20_000, 200_000))

    assert whole < 40 * tenth + 0.5


def _seconds(text: str) -> float:
    started = time.process_time()
    read(text)
    return time.process_time() - started
