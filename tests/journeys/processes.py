"""The program as a process of its own: with so much memory, on a small disk, ended or refused at one of its calls."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.cli.running import Said, assert_a_plain_sentence
from tests.faults.traced import WRITING, Call, Harm, calls_in, traced
from tests.memory import MIB

PROGRAM = (sys.executable, "-m", "fsdesk")
_HERE = Path(__file__).parents[2]


def program(*words: str | Path, before: Sequence[str] = (), mib: int = 0) -> Said:
    """Run one command in a process of its own, with at most so much memory; `before` is what it begins with."""
    done = subprocess.run(
        [*before, *PROGRAM, *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(_HERE), "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=_with_memory(mib) if mib else None,
    )
    return Said(done.returncode, done.stdout, done.stderr)


def refuses(*words: str | Path, before: Sequence[str] = (), mib: int = 0) -> str:
    """Run one command that is not done: exit 2, nothing on the output, and one line that says why."""
    said = program(*words, before=before, mib=mib)

    assert (2, "") == (said.code, said.out)
    assert_a_plain_sentence(said.err)
    return said.err


def _with_memory(mib: int) -> Callable[[], None]:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (mib * MIB, mib * MIB))

    return limit


def calls(notes: Path, *words: str | Path) -> list[Call]:
    """The writes and syncs of one command that is done, in their order."""
    said = program(*words, before=traced(notes, *WRITING))
    assert said.code in (0, 1), said.err
    return calls_in(notes.read_text(errors="replace").splitlines())


def harmed(notes: Path, harm: Harm, *words: str | Path) -> Said:
    """Run one command of which one call goes wrong."""
    return program(*words, before=[*traced(notes, *WRITING), "-e", harm.option])
