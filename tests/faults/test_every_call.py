"""Each write and each sync of a deed, one after the other: killed there, refused there, never acknowledged before."""

from __future__ import annotations

from itertools import cycle

import pytest

from tests.faults.tables import AFTER, BEFORE, DEEDS, Table, each, spread
from tests.faults.traced import WRITING, Harm

pytestmark = pytest.mark.needs_tool("strace")

KILLED, IO, NO_ROOM = "signal=KILL", "error=EIO", "error=ENOSPC"
SOME = 4
"""Calls of a deed that the short run harms, from the first to the last; the long run harms every one."""
_NEED_NOT_LAST = ("-shm", "-journal", "/lock")
"""Files that are made anew from the others, or only inform."""


@pytest.fixture(params=DEEDS)
def table(request, nursery, rooms, tmp_path) -> Table:
    """Each deed in turn."""
    return Table(nursery, rooms, tmp_path, DEEDS[request.param])


def killed_at(table: Table, most: int) -> int:
    """Kill at so many of the calls; what was acknowledged is there, and what was not is there whole or not at all."""
    hits = 0
    for name, nth, _ in each(table.calls(*WRITING), most):
        seen, stands = table.harmed(Harm(name, nth, KILLED))
        assert "gone -9" == seen.said[-1]
        if "done" in seen.said or table.deed.name == "fold":
            assert AFTER == stands, (name, nth)
        hits += 1
    return hits


def refused_at(table: Table, hows: tuple[str, ...], most: int) -> int:
    """Refuse so many of the calls on files, in one way after the other, without another try and with one."""
    hits = 0
    calls = [one for one in each(table.calls(*WRITING), 1_000) if one[2].is_about_our_files]
    for (name, nth, call), how in zip(spread(calls, most), cycle(hows), strict=False):
        seen, stands = table.harmed(Harm(name, nth, how))
        is_done = "done" in seen.said or table.deed.name == "fold"
        assert ["end", "gone 0"] == seen.said[-2:], (call, seen.said)
        if not (table.deed.swaps and stands == AFTER):
            assert (AFTER if is_done else BEFORE) == stands, (call, seen.said)
        if stands == BEFORE:
            seen, stands = table.harmed(Harm(name, nth, how), tries=2)
            assert ["done", "end", "gone 0"] == seen.said[-3:], (call, seen.said)
            assert AFTER == stands
        hits += 1
    return hits


def test_a_process_killed_at_any_write_or_sync_loses_nothing_acknowledged(table):
    """The store verifies, and stands as it was before the deed or as after it, never between."""
    assert killed_at(table, 100 if table.deed.name == "save" else SOME) >= 3


def test_a_write_or_sync_that_the_disk_refuses_is_told_and_can_be_done_again(table):
    """What was refused is not there, what was acknowledged is, and the same window goes on once the disk answers."""
    assert refused_at(table, (IO, NO_ROOM), SOME) >= 3


@pytest.mark.long
def test_every_write_and_sync_of_every_deed_is_killed_and_refused_in_turn(table):
    """The same at each single call."""
    hits = [killed_at(table, 1_000), refused_at(table, (IO,), 1_000), refused_at(table, (NO_ROOM,), 1_000)]

    print(f"{table.deed.name}: killed {hits[0]}, refused for EIO {hits[1]}, for ENOSPC {hits[2]}")
    assert min(hits) >= 3


def test_a_restored_copy_that_the_disk_did_not_take_whole_is_not_put_in_place(nursery, rooms, tmp_path):
    """When the last of a copy could not be moved from its log into its database, the store stays as it was."""
    table = Table(nursery, rooms, tmp_path, DEEDS["restore"])
    calls = [one for one in each(table.calls(*WRITING), 1_000) if one[0] == "pwrite64"]
    copied = [nth for _, nth, call in calls if ".beside-" in call.path and call.path.endswith("/store.db")]

    seen, stands = table.harmed(Harm("pwrite64", copied[-1], IO))

    assert seen.said[0].startswith("refused ")
    assert BEFORE == stands


def test_nothing_is_acknowledged_before_it_is_on_the_disk(table):
    """Whatever a deed writes or renames is followed by a sync of that file or folder, and then by the word “done”."""
    calls = table.calls(*WRITING, "rename", "renameat", "renameat2")
    said = next(at for at, call in enumerate(calls) if call.name == "write" and '"done' in call.rest)
    before = [call for call in calls[:said] if not call.path.endswith(_NEED_NOT_LAST)]
    before = [
        call for call in before if "/__pycache__/" not in call.path
    ]  # what Python compiles, it can again

    written = {call.path for call in before if call.name in ("write", "pwrite64")}
    unsynced = [path for path in written if not _is_synced(before, path)]
    renamed = [at for at, call in enumerate(before) if call.name.startswith("rename")]

    assert written
    assert [] == unsynced
    assert all(any("sync" in call.name for call in before[at + 1 :]) for at in renamed)


def _is_synced(calls: list, path: str) -> bool:
    last = max(at for at, call in enumerate(calls) if call.path == path and "write" in call.name)
    return any("sync" in call.name and call.path == path for call in calls[last + 1 :])
