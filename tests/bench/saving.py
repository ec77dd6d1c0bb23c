"""T7: one field saved, history and commit included; flat however many plans the store holds."""

from __future__ import annotations

import itertools
from typing import Any

import msgspec

from fsdesk.desk import plans
from fsdesk.desk.desk import Desk
from tests.bench import stores
from tests.bench.measuring import Row, best, row

SIZES = (1_000, 10_000)
_SAVES = 20


def measure() -> list[Row]:
    """Return a row for each size; the floor is one row of the same bytes saved and committed."""
    rows = []
    for size in SIZES:
        with (
            stores.folder() as place,
            stores.filled(place / "store", size) as desk,
            stores.bare(place) as floor,
        ):
            seconds = best(_saver(desk)) / _SAVES
            rows.append(row("store-save-field", size, seconds, best(_floor(floor)) / _SAVES))
    return rows


def _saver(desk: Desk) -> Any:
    chosen = plans.listing(desk)[0].id
    numbers = itertools.count()
    seen = [plans.current(desk, chosen)]

    def save() -> None:
        for _ in range(_SAVES):
            wanted = msgspec.structs.replace(seen[0].plan, title=f"Our plan {next(numbers)}")
            seen[0] = plans.save(desk, seen[0], wanted)

    return save


def _floor(connection: Any) -> Any:
    connection.execute("CREATE TABLE fields (id INTEGER PRIMARY KEY, plan TEXT, value BLOB)")
    connection.execute("CREATE INDEX by_plan ON fields (plan)")

    def save() -> None:
        for number in range(_SAVES):
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO fields (plan, value) VALUES (?, ?)", (str(number), b"x" * 300))
            connection.execute("COMMIT")

    return save
