from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans.wording import readability

BY_EAR = """
the 1, she 1, cake 1, cakes 1, make 1, times 1, notes 1, whole 1, gone 1, loved 1, helped 1,
walked 1, school 1, goes 1, said 1, use 1, have 1, friend 1, strengths 1, clothes 1, table 2,
little 2, apples 2, wanted 2, needed 2, houses 2, changes 2, boxes 2, faces 2, teaches 2, wishes 2,
quiet 2, reading 2, seeing 2, trying 2, being 2, people 2, someone 2, every 2, evening 2, money 2,
support 2, ruined 2, worried 2, agreed 2, science 2, station 2, special 2, patient 2, mother 2,
sisters 2, neighbours 2, family 3, together 3, saturday 3, library 3, idea 3, area 3, created 3,
decided 3, appointment 3, different 3, video 3, radio 3, piano 3, included 3, usually 4,
community 4, responsible 4
"""


@pytest.mark.parametrize(("word", "expected"), [pair.split() for pair in BY_EAR.split(",")])
def test_syllables_are_as_the_ear_counts_them(word, expected):
    """Counted by rule, with a few words that follow none."""
    assert int(expected) == readability.syllables(word)


@given(st.text())
def test_any_word_has_at_least_one_syllable(word):
    """Whatever it is made of."""
    assert readability.syllables(word) >= 1


def test_a_long_sentence_is_one_of_more_than_twenty_words():
    """Twenty read well at a kitchen table."""
    twenty = " ".join(["tea"] * 20) + "."

    assert [] == list(readability.long_sentences(f"{twenty} {twenty}"))
    assert [f"tea {twenty}"] == list(readability.long_sentences(f"{twenty} tea {twenty}"))


def test_a_childs_sentence_has_at_most_twelve():
    """The same, with another limit."""
    assert 1 == len(list(readability.long_sentences("tea " * 13, readability.CHILD_OR_EASY_READ)))


def test_few_words_have_no_grade():
    """They say little about an edition."""
    assert readability.grade("Tea at four. " * 19) is None


def test_plain_words_take_a_low_grade_and_office_words_a_high_one():
    """On either side of what a family edition aims at."""
    plain = readability.grade("We will have tea. Ify will set the table. Dad will be awake and at home. " * 5)
    office = readability.grade(
        "The multidisciplinary practitioners will facilitate appropriate interventions regarding parental "
        "accountability, notwithstanding considerable organisational difficulties. " * 6
    )

    assert plain is not None
    assert office is not None
    assert plain < readability.HIGHEST_GRADE < office
