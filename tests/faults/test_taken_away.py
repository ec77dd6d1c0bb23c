"""A folder that goes, or may no longer be written to, while its store is open."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from fsdesk.desk import drafts, opening, plans
from fsdesk.store.refusals import DiskTrouble
from tests.faults import deeds, own_disk
from tests.faults.rooms import PLAN
from tests.faults.tables import AFTER, BEFORE, DEEDS, Table, whole
from tests.faults.traced import Harm
from tests.store.stores import PASSPHRASE

NOBODY = 65534


@pytest.mark.needs_tool("unshare", "mount", "umount")
def test_a_stick_pulled_out_keeps_what_was_acknowledged_and_takes_no_more(rooms, tmp_path):
    """Nothing is acknowledged once the stick is gone, nothing is written in its place, and it holds all from before."""
    stick, mounted = tmp_path / "stick", tmp_path / "mounted"
    stick.mkdir()
    mounted.mkdir()
    own = own_disk.beginning_with_two_places(stick, mounted)
    command = [sys.executable, "-m", "tests.faults.pulling", str(stick), str(mounted), str(rooms.worker)]

    done = subprocess.run([*own, *command], capture_output=True, text=True, cwd=Path.cwd(), check=False)

    assert 0 == done.returncode, done.stderr
    found = json.loads(done.stdout)
    assert {"save", "draft", "passphrase"} == found["said"].keys()
    assert [] == [words for words in found["said"].values() if "not where it was" not in words]
    assert ([], [1, 1]) == (found["left"], found["kept"])


def test_a_folder_that_comes_back_is_written_to_again(rooms, tmp_path):
    """Moved away, the store takes nothing; back in its place, the same desk goes on with all it had."""
    folder = rooms.copy(rooms.worker, tmp_path / "store")
    with opening.open_desk(folder, PASSPHRASE) as desk:
        now = plans.current(desk, PLAN)
        now = plans.save(desk, now, deeds.with_one_more(now, 1))
        folder.rename(tmp_path / "elsewhere")
        with pytest.raises(DiskTrouble):
            plans.save(desk, now, deeds.with_one_more(now, 2))
        with pytest.raises(DiskTrouble):
            deeds.type_in(desk, deeds.FIELDS[0], 1)
        (tmp_path / "elsewhere").rename(folder)
        plans.save(desk, now, deeds.with_one_more(now, 2))

    with whole(folder) as desk:
        assert 2 == deeds.edits_in(plans.current(desk, PLAN))
        assert [] == drafts.every(desk)


@pytest.mark.needs_tool("strace")
@pytest.mark.parametrize("deed", ["save", "draft", "take", "change_passphrase"])
@pytest.mark.parametrize("call", ["first", "last"])
def test_a_disk_that_becomes_read_only_refuses_and_keeps_what_it_had(nursery, rooms, tmp_path, deed, call):
    """A system that stops writes to a disk in trouble is told of, and the deed is not half done."""
    table = Table(nursery, rooms, tmp_path, DEEDS[deed])
    name = "write" if deed == "change_passphrase" else "pwrite64"
    calls = [
        one for one in table.calls(name) if one.path.startswith(str(tmp_path)) and "-shm" not in one.path
    ]
    until = calls if deed == "change_passphrase" else [one for one in calls if one.path.endswith("-wal")]

    seen, stands = table.harmed(Harm(name, 1 if call == "first" else len(until), "error=EROFS"))

    assert ["end", "gone 0"] == seen.said[1:]
    assert seen.said[0] in ("refused NoRights", "refused DiskTrouble")
    assert BEFORE == stands
    assert AFTER == table.harmed(Harm(name, 1, "error=EROFS"), tries=2)[1]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every account can reach."""
    place = Path(tempfile.mkdtemp(prefix="fsdesk-test-"))
    place.chmod(0o711)
    yield place
    shutil.rmtree(place)


def give(folder: Path, mode: int) -> None:
    """Set who may write a folder and its files, without changing who may read."""
    for path in (*folder.rglob("*"), folder):
        path.chmod(path.stat().st_mode & ~stat.S_IWUSR | mode)


def test_a_folder_made_read_only_while_open_loses_nothing(nursery, rooms, open_folder):
    """What the open store still takes is kept, what it cannot take is refused, and nothing opens until it may write."""
    folder = rooms.copy(rooms.worker, open_folder / "store")
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
    child = nursery.child("as_somebody", folder)
    give(folder, 0)

    child.go()
    said = list(child.lines())

    give(folder, stat.S_IWUSR)
    assert ["passphrase refused NoRights", "closed", "open refused NoRights"] == said[1:-2], said
    assert ["end", "gone 0"] == said[-2:]
    with whole(folder) as desk:
        assert ("save done" == said[0]) == bool(deeds.edits_in(plans.current(desk, PLAN)))
