"""BASE, the floor of everything that moves many plans: their field changes as bare rows of an encrypted database."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from tests.bench import stores

CHANGES_A_PLAN = 40
_CHANGE_BYTES = 140


def seconds(place: Path, changes: int) -> float:
    """Return the CPU seconds of BASE: every change as a row with a random id, an index on plan and field.

    One transaction, a page cache of 256 MB, nothing read back (performance table).
    """
    with stores.bare(place) as connection:
        connection.execute("PRAGMA cache_size = -262144")
        connection.execute("CREATE TABLE changes (id BLOB PRIMARY KEY, plan INTEGER, field TEXT, value BLOB)")
        connection.execute("CREATE INDEX by_field ON changes (plan, field)")
        spent = 0.0
        connection.execute("BEGIN")
        for some in stores.batched(range(changes), 10_000):
            rows = [_row(number) for number in some]
            started = time.process_time()
            connection.executemany("INSERT INTO changes VALUES (?, ?, ?, ?)", rows)
            spent += time.process_time() - started
        started = time.process_time()
        connection.execute("COMMIT")
        return spent + time.process_time() - started


def _row(number: int) -> tuple[Any, ...]:
    return os.urandom(16), number // CHANGES_A_PLAN, f"field-{number % 23}", os.urandom(_CHANGE_BYTES)
