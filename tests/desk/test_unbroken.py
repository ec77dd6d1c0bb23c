from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.desk import unbroken
from fsdesk.store.devices import LeftOut
from fsdesk.store.edit_rows import Placed
from tests.store.written import Pen

MOST = 12


def an_edit(number: int):
    """The edit of that number of one laptop."""
    return _WRITTEN[number - 1]


_PEN = Pen("dan")
_WRITTEN = [
    Placed(made, "dan", number, made.header.plan, made.link)
    for number, made in enumerate((_PEN.writes() for _ in range(MOST)), start=1)
]


def out(first: int, last: int) -> LeftOut:
    """What stands for left-out edits."""
    return LeftOut(device="dan", first=first, last=last, link_after=b"link")


def spans(run: list[unbroken.Stretch]) -> list[tuple[int, int]]:
    """The numbers that each stretch stands for."""
    return [(unbroken.first(one), unbroken.last(one)) for one in run]


@pytest.mark.parametrize(
    ("edits", "left_out", "first", "last"),
    [
        ([], [], [], []),
        ([1, 2], [], [(1, 1), (2, 2)], [(1, 1), (2, 2)]),
        ([1, 2, 5], [], [(1, 1), (2, 2)], [(5, 5)]),
        ([4], [(1, 3)], [(1, 3), (4, 4)], [(1, 3), (4, 4)]),
        ([1, 4], [(2, 2)], [(1, 1), (2, 2)], [(4, 4)]),
        ([2, 3, 4], [(1, 1), (1, 2), (1, 3), (4, 4), (3, 4)], [(1, 1), (2, 2), (3, 3), (4, 4)], None),
        ([1, 4], [(2, 2), (2, 3)], [(1, 1), (2, 3), (4, 4)], None),
        ([1, 2, 6], [(3, 5), (5, 5)], [(1, 1), (2, 2), (3, 5), (6, 6)], None),
        ([1, 5], [(2, 2), (4, 4)], [(1, 1), (2, 2)], [(4, 4), (5, 5)]),
    ],
)
def test_a_run_goes_as_far_as_there_is_no_gap(edits, left_out, first, last):
    """Of overlapping ranges those are taken that lead furthest and hide the fewest edits."""
    here, stand_ins = [an_edit(number) for number in edits], [out(*span) for span in left_out]

    assert first == spans(unbroken.first_run(here, stand_ins))
    assert (last if last is not None else first) == spans(unbroken.last_run(here, stand_ins))


_ranges = st.tuples(st.integers(1, MOST), st.integers(1, MOST)).map(sorted).map(tuple)


@given(st.sets(st.integers(1, MOST)), st.sets(_ranges, max_size=6))
def test_every_run_is_unbroken_and_begins_and_ends_at_a_gap(edits, left_out):
    """Each stretch follows on from the one before; the first run holds the lowest number, the last the highest."""
    here, stand_ins = [an_edit(number) for number in sorted(edits)], [out(*span) for span in sorted(left_out)]
    numbers = [*((number, number) for number in edits), *left_out]

    for run in (unbroken.first_run(here, stand_ins), unbroken.last_run(here, stand_ins)):
        reached = spans(run)
        assert all(one[1] + 1 == two[0] for one, two in itertools.pairwise(reached))
        assert bool(numbers) == bool(run)
    if numbers:
        assert min(numbers)[0] == spans(unbroken.first_run(here, stand_ins))[0][0]
        assert max(last for _, last in numbers) == spans(unbroken.last_run(here, stand_ins))[-1][1]


@given(st.sets(st.integers(1, MOST), min_size=1), st.sets(_ranges, max_size=6))
def test_no_edit_is_left_out_when_all_are_here(edits, left_out):
    """Where the edits themselves follow on from each other, nothing stands in for one."""
    here = [an_edit(number) for number in range(1, max(edits) + 1)]

    run = unbroken.first_run(here, [out(*span) for span in left_out if span[1] <= max(edits)])

    assert here == run
