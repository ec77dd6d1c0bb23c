from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans.search.words import bare
from fsdesk.ui.presenters.search import Rows, marks

ROWS = Rows(
    [
        bare("The Kerr family, Shona, Callum, Aila, Gran Margaret, Maryhill"),
        bare("Gran Bétty and the boys, Betty, Kyle, Ryan, Ruchill, was Maryhill"),
        bare("Maryam and Yusuf, Maryam, Yusuf, Noor, Possil"),
    ]
)
letters = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=20)


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
        ([0], "allum"),
        ([], "kerr betty"),
        ([], "bety"),
    ],
)
def test_rows_are_found_without_accents_or_case(expected, query):
    """By every word of the query, wherever in the row it stands; without a query all are."""
    assert expected == ROWS.exact(query)


@pytest.mark.parametrize(
    ("expected", "query"),
    [
        ([1], "bety"),
        ([0, 1], "marihill"),
        ([0, 1], "mayrhill"),
        ([0, 1], "marihill gran"),
        ([2], "yussuf"),
        ([], "zzz"),
        ([], "keer shona kyle"),
        ([], ""),
        ([], "kor"),
        ([2], "nooor"),
    ],
)
def test_one_slip_is_forgiven_in_each_word(expected, query):
    """In words of four letters or more, at the beginning of what was typed."""
    assert expected == [row for row in ROWS.near(query) if row not in ROWS.exact(query)]


def test_what_was_met_is_marked_in_the_words_themselves():
    """An accent in the words does not move the mark."""
    assert ((5, 10),) == marks("bétty", "Gran Be\u0301tty and the boys".replace("e\u0301", "é"))
    assert ((5, 11),) == marks("bétty", "Gran Be\u0301tty and the boys")
    assert () == marks("betty", "Maryhill")


def test_a_slip_is_marked_only_where_one_was_forgiven():
    """Of a row that fits exactly only the exact words are."""
    assert () == marks("bety", "Betty")
    assert ((0, 4),) == marks("bety", "Betty", near=True)


def test_marks_that_touch_are_one():
    assert ((0, 4),) == marks("ma ar ry", "Mary")


@given(letters)
def test_a_row_is_found_by_its_own_words(words):
    """Whatever the script, a family is found by what is written of it, and every mark lies inside the words."""
    met = marks(words, words)

    assert [0] == Rows([bare(words)]).exact(words)
    assert all(0 <= begin < end <= len(words) for begin, end in met)
    assert bool(bare(words)) is bool(met)


@given(letters, letters)
def test_any_query_on_any_words_is_answered(query, words):
    """No sign in a name or a query makes the search stumble."""
    rows = Rows([bare(words)])

    assert len(rows.exact(query)) <= 1
    assert len(rows.near(query)) <= 1
    assert all(begin < end for begin, end in marks(query, words, near=True))
