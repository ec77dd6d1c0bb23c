from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans.search.words import LONGEST, bare, folded, with_pieces, words_of

texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=60)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["zazolc", "gesla", "jazn"], "Zażółć gęślą jaźń"),
        (["cafe", "cafe"], "Café CAFE\u0301"),
        (["oneil", "dans"], "O’Neil, Dan's"),
        (["smith", "jones"], "Smith-Jones"),
        (["strasse"], "Straße"),
        (["soren"], "Søren"),
        (["4", "12"], "٤ / 12"),
        (["иван"], "Іван"),
        (["王", "小", "明"], "王小明"),
        (["ਪਜਬ"], "ਪੰਜਾਬੀ"[:-1]),
        (["a" * LONGEST], "a" * 500),
        ([], " … — _ "),
    ],
)
def test_words_are_without_case_accents_and_apostrophes(expected, text):
    """In any script; where words are not set apart, each sign is one."""
    assert expected == words_of(text)


def test_urdu_and_arabic_keyboards_write_the_same_word():
    """The letters that only look alike are one."""
    assert words_of("علی کریم") == words_of("علي كريم")


def test_a_name_with_an_apostrophe_is_found_by_its_pieces_too():
    """Whoever types the part they remember finds it."""
    assert {"oneil", "o", "neil", "anna"} == with_pieces("Anna O'Neil")


@given(texts)
def test_folding_again_changes_nothing(text):
    """What was folded is folded."""
    assert folded(text) == folded(folded(text))


@given(texts)
def test_words_are_found_by_themselves(text):
    """Every word of a text is among those it is found by, and holds nothing that an index would cut it at."""
    found = with_pieces(text)

    assert set(words_of(text)) <= found
    assert all(word and word == folded(word) and not set(word) & set(" .'\"*_-") for word in found)


@given(texts)
def test_accents_and_case_make_no_difference(text):
    """Upper case is met by lower case where a letter has both."""
    assert words_of(text.casefold()) == words_of(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [("", ""), ("a b", "  A  b "), ("ii", "İI"), ("fi", "ﬁ"), ("oneil-kerr lodz", "O’Neil-Kérr\tŁódź")],
)
def test_bare_text_is_the_same_however_it_was_typed(expected, text):
    """One blank between words, small letters, no accents, no apostrophes."""
    assert expected == bare(text)
