"""A disk that fills up at any stage: refused in words, nothing lost, and done once there is room again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults import own_disk
from tests.faults.rooms import Rooms
from tests.faults.tables import AFTER, BEFORE

WRITING = ("save", "draft", "bring_in", "take", "change_passphrase", "recover", "create", "erase")
STAGES = (*WRITING, "migrate", "back_up", "restore", "change_lock", "export_plain")


def outcomes(
    way: str, arena: Path, rooms: Rooms, before: list[str], steps: str = "few"
) -> list[dict[str, Any]]:
    """What became of each stage with ever more room."""
    home = rooms.worker.parent
    command = [sys.executable, "-m", "tests.faults.filling", way, str(arena), str(home), steps, *STAGES]
    done = subprocess.run([*before, *command], capture_output=True, text=True, cwd=Path.cwd(), check=False)
    assert 0 == done.returncode, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def see(found: list[dict[str, Any]], refusals: tuple[str, ...]) -> None:
    """See that every stage was refused at least once and done at last, and that each outcome is whole."""
    assert [] == [one for one in found if _is_wrong(one, refusals)]
    refused = {one["deed"] for one in found if one["said"][0].startswith("refused")}
    done = {one["deed"] for one in found if one["said"] == ["done"]}
    assert (set(STAGES), set(STAGES)) == (refused, done)


def _is_wrong(one: dict[str, Any], refusals: tuple[str, ...]) -> bool:
    words = [said.removeprefix("refused ") for said in one["said"]]
    if words[-1] == "done":
        return one["stands"] != AFTER or len(words) > one["tries"]
    return one["stands"] != BEFORE or one["tries"] > 1 or words[0] not in refusals


@pytest.mark.needs_tool("unshare", "mount")
def test_a_full_disk_refuses_in_words_and_loses_nothing_at_any_stage(rooms, tmp_path):
    """On a small disk of its own, whatever room is left when a deed begins."""
    (tmp_path / "arena").mkdir()
    own = own_disk.beginning(tmp_path / "arena")

    see(outcomes("disk", tmp_path / "arena", rooms, own), ("DiskFull", "NotWritable"))


def test_a_limit_on_files_refuses_in_words_and_loses_nothing_at_any_stage(rooms, tmp_path):
    """The same by a limit on the size of files, which needs no rights and works everywhere."""
    (tmp_path / "arena").mkdir()

    see(outcomes("files", tmp_path / "arena", rooms, []), ("DiskFull", "DiskTrouble", "NotWritable"))


@pytest.mark.long
@pytest.mark.needs_tool("unshare", "mount")
def test_a_full_disk_refuses_in_words_whatever_room_was_left(rooms, tmp_path):
    """The same for every four kilobytes of room."""
    (tmp_path / "arena").mkdir()

    found = outcomes("disk", tmp_path / "arena", rooms, own_disk.beginning(tmp_path / "arena"), "many")

    print(f"{len(found)} outcomes")
    see(found, ("DiskFull", "NotWritable"))
