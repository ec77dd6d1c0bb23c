from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from fsdesk.jobs import quiet
from fsdesk.store import drafts, edits
from fsdesk.store.store import Store
from fsdesk.store.verify import verify
from tests.store.stores import PASSPHRASE, a_store
from tests.store.written import PLAN


def killed_while_writing(folder: Path, chance: random.Random) -> int:
    """Let a process write until it is killed at a random moment; return the last edit that it acknowledged."""
    command = [sys.executable, "-m", "tests.store.writing", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path.cwd()) as process:
        assert process.stdout is not None
        for _ in range(chance.randrange(1, 60)):
            process.stdout.readline()
        process.kill()
        rest = process.stdout.read()
    return max((int(line) for line in rest.splitlines() if line), default=0)


def check(folder: Path, acknowledged: int) -> int:
    """See that everything acknowledged is there and the store verifies; return how many edits there are."""
    with Store.open(folder, PASSPHRASE) as store:
        assert [] == verify(store, quiet())
        with store.reading() as tx:
            seqs = [edit.header.seq for edit in edits.of_plan(tx, PLAN)]
            (draft,) = drafts.every(tx)
    assert list(range(1, len(seqs) + 1)) == seqs
    assert f"typing {len(seqs)}" == draft.text
    assert len(seqs) >= acknowledged
    return len(seqs)


def rounds(folder: Path, count: int) -> None:
    """Write and be killed so many times on one store."""
    a_store(folder).close()
    chance, before = random.Random(7), 0
    for _ in range(count):
        acknowledged = killed_while_writing(folder, chance)
        after = check(folder, acknowledged)
        assert after > before
        before = after


def test_everything_acknowledged_is_there_after_a_kill(folder):
    """Whenever the process is killed, each edit and draft it had acknowledged is there, whole and in order."""
    rounds(folder, 4)


@pytest.mark.long
def test_everything_acknowledged_is_there_after_a_thousand_kills(folder):
    """The same, many more times on one store."""
    rounds(folder, 1_000)
