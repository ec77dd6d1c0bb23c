"""Stores with backups, and what is counted in them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from fsdesk.jobs import Progress, quiet
from fsdesk.store import backups, edits, schema
from fsdesk.store.backups import Kept
from fsdesk.store.store import Store
from fsdesk.store.verify import verify
from tests.store.stores import PASSPHRASE
from tests.store.written import PLAN

NOW = datetime(2026, 11, 21, 17, tzinfo=UTC)


def backed_up(
    store: Store, at: datetime = NOW, why: str = backups.ASKED, progress: Progress | None = None
) -> Kept:
    """A backup of an open store."""
    original = store.original()
    with original.key:
        return backups.make(original, why, at, progress or quiet())


def edits_in(place: Path, passphrase: str = PASSPHRASE) -> int:
    """How many edits the store in a folder holds, after everything in it was looked at."""
    with Store.open(place, passphrase) as store:
        assert [] == verify(store, quiet())
        with store.reading() as tx:
            return len(edits.of_plan(tx, PLAN))


def rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with store.reading() as tx:
        return {
            table.name: [tuple(row) for row in tx.execute(select(table))]
            for table in schema.metadata.sorted_tables
        }
