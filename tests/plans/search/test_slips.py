from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from fsdesk.plans.search.slips import SHORTEST, begins_like, keys_for, keys_of
from fsdesk.plans.tokens.slips import is_within

letters = st.text("abcd", min_size=0, max_size=9)


def beginnings_within_a_slip(typed: str, word: str) -> bool:
    return any(is_within(typed, word[:length], 1) for length in range(len(word) + 1))


@pytest.mark.parametrize(
    ("expected", "typed", "word"),
    [
        (True, "mary", "maryhill"),
        (True, "marh", "maryhill"),
        (True, "marrh", "maryhill"),
        (True, "amryh", "maryhill"),
        (True, "maryhull", "maryhill"),
        (True, "maryhilll", "maryhill"),
        (True, "zazolz", "zazolc"),
        (False, "zazzllc", "zazolc"),
        (False, "kerr", "shona"),
    ],
)
def test_a_beginning_with_one_slip_is_like_the_word(expected, typed, word):
    """A letter missing, added, changed, or two neighbours swapped."""
    assert expected is begins_like(typed, word)


@given(letters, letters)
@example("ab", "a")
@example("ba", "ab")
@example("aba", "ab")
def test_it_says_what_counting_the_slips_of_every_beginning_says(typed, word):
    """The quick way and the plain way agree."""
    assert beginnings_within_a_slip(typed, word) is begins_like(typed, word)


def test_a_word_that_was_meant_is_under_a_shared_key():
    """No word that begins like what was typed is missed by its keys: all of up to six letters out of two."""
    words = ["".join(signs) for length in range(7) for signs in product("ab", repeat=length)]
    meant = [
        (typed, word)
        for typed in words
        if len(typed) >= SHORTEST
        for word in words
        if begins_like(typed, word)
    ]

    assert [] == [(typed, word) for typed, word in meant if not keys_of(word) & keys_for(typed)]
    assert len(meant) > 1000


@given(st.text("abcdefghijklmnop", min_size=4, max_size=12), st.data())
def test_any_slip_of_any_word_is_found_again(word, data):
    """However somebody slips once, the word is among those looked at, and it is like what was typed."""
    at = data.draw(st.integers(0, len(word) - 2))
    slipped = data.draw(
        st.sampled_from(
            [
                word[:at] + word[at + 1 :],
                word[:at] + "z" + word[at:],
                word[:at] + "z" + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            ]
        )
    )
    assume(len(slipped) >= SHORTEST)

    assert begins_like(slipped, word)
    assert keys_of(word) & keys_for(slipped)


@pytest.mark.parametrize("word", ["", "ab", "2026", "g42"])
def test_short_words_and_numbers_are_not_guessed(word):
    """A number with another digit is another number."""
    assert frozenset() == keys_for(word)
    assert frozenset() == keys_of(word)


def test_a_word_has_few_keys():
    """However long it is."""
    assert len(keys_of("extraordinarily")) <= 10
