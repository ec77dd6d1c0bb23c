"""Places in a list: there is always room, they stay short, and nobody's clock has a say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import order

PLACES = st.from_regex(r"[0-9A-Za-z]{0,6}[1-9A-Za-z]", fullmatch=True)


@given(PLACES, PLACES)
def test_there_is_always_room_between_two_places(one, two):
    """Between any two places lies another, and it leaves room on both sides of itself."""
    low, high = sorted((one, two))
    if low != high:
        middle = order.between(low, high)

        assert low < middle < high
        assert order.is_place(middle)


@given(PLACES)
def test_there_is_always_room_at_both_ends(place):
    """Before the first and after the last there is room too."""
    assert order.between("", place) < place < order.between(place, "")


@given(PLACES | st.just(""), PLACES | st.just(""), st.integers(0, 200))
def test_many_places_at_once(one, two, count):
    """As many places as wished lie between two others, in order, each of them once."""
    low, high = sorted((one, two)) if one and two else (one, two)
    if low and low == high:
        return
    made = order.among(low, high, count)

    assert count == len(made)
    assert made == sorted(set(made))
    assert all(low < place and (not high or place < high) and order.is_place(place) for place in made)


@pytest.mark.parametrize("end", ["last", "first", "middle"])
def test_places_stay_short_however_often_one_is_added(end):
    """A thousand records put one by one at an end of a list cost no longer places; into one gap, a few signs."""
    low, high = order.spread(2)
    for _ in range(1_000):
        if end == "last":
            low, high = order.between(low, ""), ""
        elif end == "first":
            low, high = "", order.between("", high)
        else:
            low = order.between(low, high)

    assert max(len(low), len(high)) <= (200 if end == "middle" else 4)


@pytest.mark.parametrize("count", [0, 1, 2, 61, 62, 63, 5_000])
def test_places_are_spread_with_room_around_each(count):
    """The places of a new list are in order, with room between them and at both ends."""
    made = order.spread(count)
    ends = zip(["", *made], [*made, ""], strict=True)

    assert count == len(set(made))
    assert made == sorted(made)
    assert all(order.is_place(order.between(*pair)) for pair in ends)


def test_there_is_no_place_between_what_is_not_in_order():
    """Asking for room where there is none is a fault of the asker."""
    for low, high in [("B", "A"), ("A", "A")]:
        with pytest.raises(ValueError, match="no place between"):
            order.between(low, high)
    with pytest.raises(ValueError, match="that many"):
        order.spread(10**8)


@pytest.mark.parametrize("text", ["0", "A0", "é", "A B", "A\n", "-", "A" * 1_001, "٣"])
def test_not_every_text_is_a_place(text):
    """A text that leaves no room before it, has other signs, or is endless is no place."""
    assert not order.is_place(text)


def test_a_record_may_have_no_place_yet():
    """The empty text stands for a record that was given no place."""
    assert order.is_place("")
