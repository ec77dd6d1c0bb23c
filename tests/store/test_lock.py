from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fsdesk.store.lock import Holder, StoreLock
from fsdesk.store.refusals import InUse
from fsdesk.store.store import Store
from tests.store.stores import PASSPHRASE, a_store, begun

_OPEN_AND_WAIT = """
import sys
from pathlib import Path
from fsdesk.store.store import Store
from tests.store.stores import PASSPHRASE

with Store.open(Path(sys.argv[1]), PASSPHRASE):
    print("open", flush=True)
    sys.stdin.readline()
"""


def opener(folder: Path) -> subprocess.Popen[bytes]:
    """Another process that has a store open until it is told to go on."""
    process = subprocess.Popen(
        [sys.executable, "-c", _OPEN_AND_WAIT, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path.cwd(),
    )
    assert process.stdout is not None
    assert b"open\n" == process.stdout.readline()
    return process


def test_a_store_that_another_process_has_open_says_who_and_since_when(folder):
    """The refusal names the process and the time, before the passphrase is looked at."""
    a_store(folder).close()
    with opener(folder) as other:
        for passphrase in (PASSPHRASE, "not the one"):
            with pytest.raises(InUse, match=rf"process {other.pid}\) since \d\d:\d\d on "):
                Store.open(folder, passphrase)
        other.communicate(b"\n")

    Store.open(folder, PASSPHRASE).close()


def test_a_killed_process_holds_nothing(folder):
    """The lock falls with its process; what it had said about itself does not matter."""
    a_store(folder).close()
    with opener(folder) as other:
        other.kill()

    Store.open(folder, PASSPHRASE).close()


def test_one_process_does_not_open_a_store_twice(folder, store):
    """A second window of the same process is told, too, and the first goes on."""
    with pytest.raises(InUse, match=f"process {os.getpid()}"):
        Store.open(folder, PASSPHRASE)

    begun(store)


def test_a_closed_store_says_nothing_about_who_had_it(folder):
    """The line in the lock file goes when the store is closed."""
    a_store(folder).close()

    assert b"" == (folder / "lock").read_bytes()


@pytest.mark.parametrize("line", [b"", b"\xff" * 5000, b'{"process": "x"}'])
def test_a_line_that_cannot_be_read_does_not_matter(tmp_path, line):
    """The lock is the system's; the line only informs."""
    first = StoreLock.take(tmp_path)
    (tmp_path / "lock").write_bytes(line)

    with pytest.raises(InUse, match="in use"):
        StoreLock.take(tmp_path)

    first.release()
    first.release()
    StoreLock.take(tmp_path).release()


def test_a_holder_without_a_time_is_still_named():
    """A time that is none is left out."""
    assert "another fsdesk (process 7)" == Holder(7, "yesterday").said()
