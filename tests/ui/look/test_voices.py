from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.ui.look.tokens import VOICES
from fsdesk.ui.look.voices import initials, voice_colour


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("Sh", "Shona"),
        ("Ai", "Aila"),
        ("Ma", "Gran Margaret"),
        ("Je", "auntie Jean"),
        ("Gr", "Gran"),
        ("Od", "O'Donnell"),
        ("J", "J"),
        ("Ém", "Émilie"),
        ("Ол", "Олена"),
        ("?", ""),
        ("?", " - "),
    ],
)
def test_two_letters_stand_for_a_person(expected, name):
    """The letters come from the name a person is called by, not from what the family calls an elder."""
    assert expected == initials(name)


@given(st.text(max_size=40))
def test_there_is_always_something_to_show(name):
    """Whatever a name is made of, the circle is never empty."""
    assert initials(name)


def test_six_people_have_six_colours_and_the_seventh_begins_again():
    assert list(VOICES) == [voice_colour(place) for place in range(6)]
    assert VOICES[0] == voice_colour(6)
