from __future__ import annotations

import pytest

from fsdesk.store import devices, joints, taking
from fsdesk.store.devices import LeftOut
from tests.store.written import Pen, chained

MOST = 9


@pytest.fixture
def pen() -> Pen:
    """A laptop that wrote nine edits."""
    pen = Pen("dan")
    for _ in range(MOST):
        pen.writes()
    return pen


def keep(store, pen, *numbers):
    """Keep edits of the laptop by their numbers."""
    with store.transaction() as tx:
        taking.take(tx, chained([pen.written[number - 1] for number in numbers]))


def leave_out(store, pen, first, last):
    """Keep a range that stands for left-out edits."""
    link = pen.written[last - 1].link
    with store.transaction() as tx:
        devices.leave_out(tx, LeftOut(device="dan", first=first, last=last, link_after=link, signature=b"s"))


def test_links_are_known_of_the_edits_that_are_here(store, pen):
    """The one after an edit, and the one before it; of others nothing."""
    keep(store, pen, 3)

    with store.reading() as tx:
        assert pen.written[2].link == joints.link_after(tx, "dan", 3)
        assert pen.written[1].link == joints.link_before(tx, "dan", 3)
        assert [None] * 3 == [
            joints.link_after(tx, "dan", 2),
            joints.link_before(tx, "dan", 4),
            joints.link_after(tx, "x", 3),
        ]


@pytest.mark.parametrize(
    ("here", "left_out", "gaps"),
    [
        ([], [], []),
        ([1, 2, 3], [], []),
        ([2, 3], [], [(1, 1)]),
        ([1, 4, 8], [], [(2, 3), (5, 7)]),
        ([1, 4], [(2, 3)], []),
        ([1, 5, 9], [(6, 7)], [(2, 4), (8, 8)]),
        ([9], [(3, 6), (4, 8)], [(1, 2)]),
    ],
)
def test_gaps_are_what_neither_an_edit_nor_a_stand_in_fills(store, pen, here, left_out, gaps):
    """By first and last number, in order."""
    if here:
        keep(store, pen, *here)
    for span in left_out:
        leave_out(store, pen, *span)

    with store.reading() as tx:
        assert gaps == joints.gaps(tx, "dan")
