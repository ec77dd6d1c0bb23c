"""T1 and T13: a full package into an empty store, everything verified, beside BASE, and the memory that takes."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from fsdesk.desk import cards, files, opening, receiving, sealing
from fsdesk.desk.desk import Desk
from tests.bench import stores
from tests.bench.measuring import Row, row

SIZES = (1_000, 10_000)
_CHANGES_A_PLAN = 40
_CHANGE_BYTES = 140


def measure() -> list[Row]:
    """Return a row for each size: the CPU seconds of one import, once, since a store is empty only once."""
    rows = []
    for size in SIZES:
        with stores.folder() as place:
            package, base = _sealed(place, size), _base(place, size * _CHANGES_A_PLAN)
            with opening.open_desk(place / "lead", stores.PASSPHRASE) as lead:
                started = time.process_time()
                receiving.take(lead, package)
                rows.append(row("sync-import-full", size, time.process_time() - started, base))
    return rows


def _sealed(place: Path, size: int) -> Path:
    opening.create(
        place / "lead", name="Lead", role="lead", passphrase=stores.PASSPHRASE, derivation=stores.CHEAP
    )
    lead = opening.open_desk(place / "lead", stores.PASSPHRASE)
    with lead, stores.filled(place / "worker", size) as worker:
        to_lead = _introduce(place, worker, lead)
        return sealing.seal(worker, [to_lead], place / "package.fsdesk").path


def _introduce(place: Path, worker: Desk, lead: Desk) -> cards.KnownPerson:
    files.write(place / "lead.card", cards.own(lead)[1])
    to_lead = cards.accept(worker, place / "lead.card")
    files.write(place / "worker.card", cards.own(worker)[1])
    cards.accept(lead, place / "worker.card")
    return to_lead


def _base(place: Path, changes: int) -> float:
    """Return the CPU seconds of BASE: every change as a row with a random id, an index on plan and field."""
    with stores.bare(place) as connection:
        connection.execute("PRAGMA cache_size = -262144")
        connection.execute("CREATE TABLE changes (id BLOB PRIMARY KEY, plan INTEGER, field TEXT, value BLOB)")
        connection.execute("CREATE INDEX by_field ON changes (plan, field)")
        rows = [_row(number) for number in range(changes)]
        started = time.process_time()
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO changes VALUES (?, ?, ?, ?)", rows)
        connection.execute("COMMIT")
        return time.process_time() - started


def _row(number: int) -> tuple[Any, ...]:
    return os.urandom(16), number // _CHANGES_A_PLAN, f"field-{number % 23}", os.urandom(_CHANGE_BYTES)
