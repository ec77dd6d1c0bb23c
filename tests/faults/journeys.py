"""A journey with planted words and what it left behind, every call that makes a file or a socket noted."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from fsdesk.plans import document
from tests.faults import canaries
from tests.faults.canaries import STEM
from tests.faults.traced import Call, calls_in, traced

MAKING = ("openat", "open", "creat", "rename", "renameat", "renameat2", "mkdir", "link", "symlink", "mknod")
"""Calls by which a file comes to be, or is opened to be written."""


class Journey(NamedTuple):
    """A journey with planted words, when it was over."""

    place: Path
    words: int
    told: dict[str, Any]
    errors: str
    calls: list[Call]


def made(place: Path) -> Journey:
    """All that people do, in a process of its own, with every folder that it may use in one place."""
    words = lay_out(place)
    notes = place / "notes"
    before = traced(notes, *MAKING, "%network") if shutil.which("strace") else []
    done = subprocess.run(
        [*before, sys.executable, "-m", "tests.faults.journey", str(place)],
        capture_output=True,
        text=True,
        cwd=place / "cwd",
        env=surroundings(place),
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    calls = calls_in(notes.read_text(errors="replace").splitlines()) if before else []
    return Journey(place, words, json.loads(done.stdout.splitlines()[-1]), done.stderr, calls)


def lay_out(place: Path) -> int:
    """Make the folders of a journey and the files it is given; return how many words were planted."""
    for name in ("home", "exports", "brought", "tmp", "cwd"):
        (place / name).mkdir()
    plan, words = canaries.planted()
    whole = document.write(plan)
    brought = place / "brought"
    (brought / "whole.json").write_bytes(whole)
    (brought / "printed.json").write_bytes(document.write(canaries.planted_for_print()))
    (brought / "broken.json").write_bytes(whole.replace(b'"title":', b'"colour":', 1))
    (brought / "wrong.json").write_bytes(
        re.sub(rb'"started_on": *"[^"]*"', f'"started_on":"{STEM}"'.encode(), whole, count=1)
    )
    (brought / "cut.json").write_bytes(whole[: len(whole) // 2])
    line = {"id": STEM, "text": f"{STEM} is a difficult family", "field": "worker"}
    (brought / "lines.jsonl").write_text(json.dumps(line) + "\n")
    return words


def surroundings(place: Path) -> dict[str, str]:
    """The environment of a process that has no other place to write to."""
    own = {"HOME": place / "home", "TMPDIR": place / "tmp", "FSDESK_HOME": place / "home" / "fsdesk"}
    own |= {"XDG_CACHE_HOME": place / "home" / "cache", "PYTHONPATH": Path.cwd()}
    return {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        **{name: str(path) for name, path in own.items()},
    }
