from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fsdesk.ui.parts.code_points import to_points, to_units


@given(st.text(), st.integers(0, 50))
def test_a_place_is_found_again_after_going_through_qt(text, points):
    """Qt counts a picture sign as two; the place is the same one when it comes back."""
    points = min(points, len(text))

    assert points == to_points(text, to_units(text, points))


def test_qt_counts_signs_beyond_the_first_plane_twice():
    assert 3 == to_units("🌅é", 2)


def test_half_a_sign_is_none():
    """A cursor never stands inside of a sign."""
    assert 0 == to_points("🌅", 1)
