from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from fsdesk.ui.principles.geometry import (
    FEWER_LEAVES,
    GAP,
    HEAD,
    MOST_LEAVES,
    beside,
    box_at,
    drawing,
    leaves,
    lists_in,
)

HEIGHTS = st.lists(st.floats(20, 120), min_size=1, max_size=12)
WIDTHS = st.floats(240, 2400)
SCALES = st.sampled_from([0.875, 1.0, 1.5, 2.0])


@given(WIDTHS, SCALES)
def test_two_lists_of_one_width_fill_the_picture_with_room_for_threads(width, scale):
    lists = lists_in(width, scale)

    assert 0.0 == lists.left
    assert abs(width - (lists.right + lists.wide)) < 1e-6
    assert lists.right - lists.wide >= 44 * scale - 1e-6
    assert lists.right - lists.wide <= 110 * scale + 1e-6


@given(WIDTHS, HEIGHTS, HEIGHTS, SCALES)
def test_boxes_stand_below_each_other_and_nothing_lies_below_the_picture(width, left, right, scale):
    made = drawing(width, left, right, [], scale)

    for boxes, heights in ((made.left, left), (made.right, right)):
        assert heights == [box.high for box in boxes]
        assert HEAD * scale == boxes[0].y
        for above, below in pairwise(boxes):
            assert abs(below.y - above.y - above.high - GAP * scale) < 1e-6
    assert max(box.y + box.high for box in made.boxes) == made.high


@given(WIDTHS, HEIGHTS, HEIGHTS, st.data())
def test_a_thread_goes_from_the_middle_of_one_edge_to_the_middle_of_the_other(width, left, right, data):
    """It leaves and arrives level, and its pulls never pass each other's box."""
    one = data.draw(st.integers(0, len(left) - 1))
    other = data.draw(st.integers(0, len(right) - 1))
    made = drawing(width, left, right, [(one, other)])
    (curve,) = made.curves

    assert (made.left[one].right, made.left[one].middle) == curve.begin
    assert (made.right[other].x, made.right[other].middle) == curve.end
    assert (curve.begin[1], curve.end[1]) == (curve.first_pull[1], curve.second_pull[1])
    assert curve.begin[0] < curve.first_pull[0] < curve.end[0]
    assert curve.begin[0] < curve.second_pull[0] < curve.end[0]


@given(WIDTHS, HEIGHTS, HEIGHTS, st.data())
def test_a_point_in_a_box_finds_that_box(width, left, right, data):
    made = drawing(width, left, right, [])
    at = data.draw(st.integers(0, len(made.boxes) - 1))
    box = made.boxes[at]

    assert at == box_at(made, box.x + box.wide / 2, box.middle)


def test_a_point_between_the_boxes_finds_none():
    made = drawing(900, [40, 40], [40, 40], [])

    assert None is box_at(made, made.left[0].x + 5, made.left[0].y + made.left[0].high + GAP / 2)
    assert None is box_at(made, made.left[0].right + 5, made.left[0].middle)
    assert None is box_at(made, 5, HEAD / 2)


def test_up_and_down_stay_in_their_list():
    made = drawing(900, [40] * 3, [40] * 2, [])

    assert [1, 2, 2] == [beside(made, at, 0, 1) for at in (0, 1, 2)]
    assert [0, 0] == [beside(made, at, 0, -1) for at in (0, 1)]
    assert [4, 4] == [beside(made, at, 0, 1) for at in (3, 4)]
    assert [3, 3] == [beside(made, at, 0, -1) for at in (3, 4)]


def test_home_and_end_go_to_the_ends_of_their_list():
    made = drawing(900, [40] * 3, [40] * 2, [])

    assert (0, 2, 3, 4) == (
        beside(made, 1, 0, -100),
        beside(made, 1, 0, 100),
        beside(made, 4, 0, -100),
        beside(made, 3, 0, 100),
    )


def test_across_goes_to_what_stands_at_the_same_height():
    made = drawing(900, [40, 40, 40], [40, 100], [])

    assert [3, 4, 4] == [beside(made, at, 1, 0) for at in (0, 1, 2)]
    assert [0, 2] == [beside(made, at, -1, 0) for at in (3, 4)]
    assert (0, 3) == (beside(made, 0, -1, 0), beside(made, 3, 1, 0))


def test_across_to_a_list_without_anything_stays():
    assert 0 == beside(drawing(900, [40], [], []), 0, 1, 0)


@given(st.integers(0, 200))
def test_leaves_and_the_number_beside_them_say_every_piece(count):
    drawn, more = leaves(count)

    assert count == drawn + more
    assert drawn <= MOST_LEAVES
    assert (more == 0) == (count <= MOST_LEAVES)
    assert more == 0 or drawn == FEWER_LEAVES
