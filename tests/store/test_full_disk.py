from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fsdesk.jobs import quiet
from fsdesk.store import edits
from fsdesk.store.store import Store
from fsdesk.store.verify import verify
from tests.store.stores import PASSPHRASE, a_store
from tests.store.written import PLAN

# A limit on the size of any file stands in for a full disk: it needs no rights and works everywhere.
_WRITE_UNTIL_FULL = """
import resource, signal, sys
from pathlib import Path
from fsdesk.errors import Refused
from fsdesk.store import edits
from fsdesk.store.store import Store
from tests.store.stores import CHEAP, PASSPHRASE, a_pen

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store.open(Path(sys.argv[1]), PASSPHRASE)
pen = a_pen(store)
limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    for _ in range(10_000):
        made = pen.writes("words " * 200)
        with store.transaction() as tx:
            edits.append(tx, made)
        print(pen.seq, flush=True)
except Refused as refusal:
    print(type(refusal).__name__, flush=True)
with store.reading() as tx:
    print(edits.count(tx), flush=True)
store.close()
"""


@pytest.mark.parametrize("limit", [200_000, 300_000, 1_000_000])
def test_a_disk_that_fills_up_refuses_in_words_and_loses_nothing(folder, limit):
    """The edit that found no room is refused, everything before it is there, and the store verifies."""
    a_store(folder).close()

    done = subprocess.run(
        [sys.executable, "-c", _WRITE_UNTIL_FULL, str(folder), str(limit)],
        capture_output=True,
        text=True,
        cwd=Path.cwd(),
        check=True,
    )

    *acknowledged, refusal, count = done.stdout.split()
    assert refusal in ("DiskFull", "DiskTrouble")
    assert [str(number) for number in range(1, int(count) + 1)] == acknowledged
    with Store.open(folder, PASSPHRASE) as store:
        assert [] == verify(store, quiet())
        with store.reading() as tx:
            assert int(count) == len(edits.of_plan(tx, PLAN))
