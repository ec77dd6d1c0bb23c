from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans.listed import folded
from fsdesk.ui.presenters.search import Folded, find, is_one_slip

ROWS = [
    [Folded.of("The Kerr family"), Folded.of("Shona, Callum, Aila, Gran Margaret"), Folded.of("Maryhill")],
    [
        Folded.of("Gran Bétty and the boys"),
        Folded.of("Betty, Kyle, Ryan"),
        Folded.of("Ruchill, was Maryhill"),
    ],
    [Folded.of("Maryam and Yusuf"), Folded.of("Maryam, Yusuf, Noor"), Folded.of("Possil")],
]
letters = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=20)


def found(query: str) -> list[int]:
    return [one.row for one in find(query, ROWS)]


@pytest.mark.parametrize(
    ("expected", "query"),
    [
        ([0, 1, 2], ""),
        ([0, 1, 2], "   "),
        ([0, 1, 2], "mary"),
        ([0, 1], "maryhill"),
        ([1], "betty"),
        ([1], "BÉTTY"),
        ([0], "kerr shona"),
        ([], "kerr betty"),
        ([1], "bety"),
        ([0, 1], "marihill"),
        ([0, 1], "mayrhill"),
        ([2], "yussuf"),
        ([], "zzz"),
        ([], "keer shona kyle"),
    ],
)
def test_it_finds_without_accents_or_case_and_forgives_one_slip(expected, query):
    """A slip is forgiven only where nothing fits exactly."""
    assert expected == found(query)


def test_what_was_met_is_marked_in_the_words_themselves():
    """An accent in the words does not move the mark."""
    marks = find("bétty", ROWS)[0].marks

    assert ((5, 10),) == marks[0]
    assert ((0, 5),) == marks[1]
    assert () == marks[2]


def test_marks_that_touch_are_one():
    assert (((0, 4),),) == find("ma ar ry", [[Folded.of("Mary")]])[0].marks


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (True, "macy", "macy"),
        (True, "macy", "macey"),
        (True, "macy", "may"),
        (True, "macy", "nacy"),
        (True, "macy", "amcy"),
        (False, "macy", "stacey"),
        (False, "macy", "cmay"),
        (True, "", "a"),
        (False, "", "ab"),
    ],
)
def test_one_slip_is_a_letter_missing_added_changed_or_swapped(expected, one, other):
    assert expected is is_one_slip(one, other)
    assert expected is is_one_slip(other, one)


@given(st.lists(letters, min_size=1, max_size=3))
def test_a_row_is_found_by_its_own_words(words):
    """Whatever the script, a family is found by what is written of it, and every mark lies inside the words."""
    row = [Folded.of(one) for one in words]
    for one in words:
        [hit] = find(one, [row])

        assert all(
            0 <= a < b <= len(text) for text, marks in zip(words, hit.marks, strict=True) for a, b in marks
        )
        assert not folded(one) or any(hit.marks)


@given(letters, letters)
def test_any_query_on_any_words_is_answered(query, words):
    """No sign in a name or a query makes the search stumble."""
    assert len(find(query, [[Folded.of(words)]])) in (0, 1)
