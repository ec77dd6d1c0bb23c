"""T7: one field saved, history, index and commit included; flat however many plans the store holds."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import msgspec

from fsdesk.desk import plans
from fsdesk.desk.desk import Desk
from tests.bench.measuring import Row, best, row

_ROUNDS = 5
_SAVES = 20
_BYTES = 300


def measure(desk: Desk, floor: Any, size: int) -> Row:
    """Return the row of one save; the floor is one row of as many bytes inserted, indexed and committed."""
    seconds = best(_saver(desk), _ROUNDS) / _SAVES
    return row("store-save-field", size, seconds, best(_floor(floor), _ROUNDS) / _SAVES)


def _saver(desk: Desk) -> Callable[[], None]:
    """Return what opens a plan, another one each time, and saves one field of it twenty times."""
    chosen = iter(plans.listing(desk))
    numbers = itertools.count()

    def save() -> None:
        seen = plans.current(desk, next(chosen).id)
        for _ in range(_SAVES):
            wanted = msgspec.structs.replace(seen.plan, title=f"Our plan {next(numbers)}")
            seen = plans.save(desk, seen, wanted)

    return save


def _floor(connection: Any) -> Callable[[], None]:
    connection.execute("CREATE TABLE fields (id INTEGER PRIMARY KEY, plan TEXT, value BLOB)")
    connection.execute("CREATE INDEX by_plan ON fields (plan)")

    def save() -> None:
        for number in range(_SAVES):
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO fields (plan, value) VALUES (?, ?)", (str(number), b"x" * _BYTES))
            connection.execute("COMMIT")

    return save
