"""Several processes that want one store: one at a time has it, and none loses what it was told is kept."""

from __future__ import annotations

import pytest

from fsdesk.desk import opening, plans
from fsdesk.store.refusals import InUse
from tests.faults.children import a_nursery
from tests.faults.rooms import PLAN
from tests.faults.tables import whole
from tests.store.stores import PASSPHRASE

EDITS = 4


def test_processes_that_take_turns_lose_nothing_though_one_is_killed(nursery, rooms, tmp_path):
    """Each waits while another has the store; one is killed at work, and every acknowledged edit is there."""
    folder = rooms.copy(rooms.worker, tmp_path / "store")
    with a_nursery() as second:
        children = [
            one.child("take_turns", folder, name, EDITS) for one, name in ((nursery, "a"), (second, "b"))
        ]
        for child in children:
            child.go()
        first, rest = children[0].lines(), children[1].lines()
        said = [next(first)]
        children[0].kill()
        said += [*first, *rest]

    acknowledged = {words for words in said if words[1:2] == "-"}
    assert {f"b-{number}" for number in range(EDITS)} < acknowledged
    assert {"gone -9", "gone 0"} <= set(said)
    with whole(folder) as desk:
        assert acknowledged <= {one.id for one in plans.current(desk, PLAN).plan.strengths}


def test_a_store_is_the_same_one_by_whatever_path_it_is_reached(rooms, tmp_path):
    """A second way into an open store, by a link to its folder, is refused and names who has it."""
    folder = rooms.copy(rooms.worker, tmp_path / "store")
    (tmp_path / "link").symlink_to(folder)

    with opening.open_desk(folder, PASSPHRASE), pytest.raises(InUse, match=r"process \d+\) since"):
        opening.open_desk(tmp_path / "link", PASSPHRASE)
