from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from fsdesk.ui.parts.alt_letters import clashes, letter_of, lettered

LABELS = st.lists(st.text(alphabet=string.ascii_letters + " &’é", max_size=14), max_size=12)


def test_a_button_has_the_first_letter_that_is_free():
    assert ["&Add words", "What &matters", "&Your note"] == lettered(
        ["Add words", "What matters", "Your note"], "w"
    )


def test_a_label_without_a_free_letter_stays_as_it_is():
    assert ["No"] == lettered(["No"], "on")


def test_an_and_sign_of_the_label_itself_stays_one():
    assert ["&Rights && consent"] == lettered(["Rights & consent"])
    assert "r" == letter_of("&Rights && consent")


@given(LABELS, st.sets(st.sampled_from(string.ascii_lowercase)))
def test_no_two_letters_are_alike_and_none_is_taken_twice(labels, taken):
    """Whatever the labels are, what can be read stays the same."""
    found = lettered(labels, taken)

    assert [] == clashes(found)
    assert taken.isdisjoint(letter_of(one) for one in found)
    assert labels == [_read(one) for one in found]


def _read(label: str) -> str:
    """A label as Qt shows it."""
    return label.replace("&&", "\0").replace("&", "").replace("\0", "&")
