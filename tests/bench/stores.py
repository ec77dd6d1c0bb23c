"""Stores for benchmarks: a worker's store filled with synthetic families, and the floor's bare database."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlcipher3 import dbapi2

from fsdesk.desk import documents, opening, standing
from fsdesk.desk.desk import Desk, new_id, random
from fsdesk.jobs import many_small_things
from fsdesk.plans import order, synthetic, writing
from fsdesk.plans.edits import Added, Change, Edit, Intent, Wrote, key_of
from fsdesk.plans.merge import fold
from fsdesk.plans.model import Plan
from fsdesk.store import edits
from fsdesk.store.derivation import Derivation
from fsdesk.store.tx import Tx

PASSPHRASE = "six words that nobody would guess"
CHEAP = Derivation(memory_kib=8 * 1024, passes=1, lanes=1)
"""The key derivation is measured nowhere here; it is the same for store and floor, and only slows the benchmark."""
EDITS_A_PLAN = 15
_SEED = 7
_AT_ONCE = 200


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder that is gone afterwards."""
    with TemporaryDirectory(prefix="fsdesk-bench-") as name:
        yield Path(name)


@contextmanager
def filled(place: Path, plans: int, *, role: str = "worker") -> Iterator[Desk]:
    """Give the desk over a new store of so many plans of fifteen edits and about forty field changes each."""
    opening.create(place, name="Bench", role=role, passphrase=PASSPHRASE, derivation=CHEAP)
    with opening.open_desk(place, PASSPHRASE) as desk:
        write(desk, range(plans))
        yield desk


def write(desk: Desk, numbers: Iterable[int]) -> None:
    """Write whole histories of the families of these numbers."""
    for some in batched(numbers, _AT_ONCE):
        with desk.transaction() as tx, many_small_things():
            chain = _Chain(desk, tx)
            standing.put(tx, [fold(chain.history(number)) for number in some])


def batched(numbers: Iterable[int], size: int) -> Iterator[list[int]]:
    """Yield the numbers, so many at once."""
    left = iter(numbers)
    while some := list(islice(left, size)):
        yield some


class _Chain:
    """Writes the edits of many plans one after the other, as one laptop would over years."""

    def __init__(self, desk: Desk, tx: Tx) -> None:
        self._desk, self._tx = desk, tx

    def history(self, number: int) -> list[Edit]:
        """Write the fifteen edits of one plan and return them."""
        plan, _ = documents.without_pictures(synthetic.family(number, _SEED))
        made = [self._append(writing.begin(plan, self._ink(0), new_id(), random, Intent.BEGAN))]
        for turn in range(1, EDITS_A_PLAN):
            edit = writing.edit_of(
                plan.id,
                _turn(plan, turn, made),
                lambda *_: {},
                self._ink(turn),
                Intent.WROTE,
                new_id(),
                random,
            )
            made.append(self._append(edit))
        return made

    def _ink(self, lamport: int) -> writing.Ink:
        return self._desk.ink(self._tx, lamport)

    def _append(self, edit: Edit) -> Edit:
        edits.append(self._tx, edit)
        return edit


def _turn(plan: Plan, turn: int, made: list[Edit]) -> list[Change]:
    """Return the changes of one sitting: two fields of a step, in the knowledge of what was there, or a new step."""
    if turn % 2 and plan.steps:
        which = turn % len(plan.steps)
        earlier = [before for before in range(1, turn, 2) if before % len(plan.steps) == which]
        saw = (key_of(made[earlier[-1] if earlier else 0]),)
        return [
            Wrote("steps", plan.steps[which].id, "at", (f"after {turn}",), saw),
            Wrote("steps", plan.steps[which].id, "place", (f"Hall {turn}",), saw),
        ]
    words = [{"text": f"Ring the library about place {turn}"}]
    return [Added("steps", f"added-{turn}", {"what": words}, order.between("V", ""))]


@contextmanager
def bare(place: Path) -> Iterator[Any]:
    """Give a connection to a new SQLCipher database with the store's own settings, and nothing else."""
    connection = dbapi2.connect(str(place / "floor.db"), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{secrets.token_hex(32)}'\"")
    for setting in ("journal_mode = WAL", "synchronous = FULL", "cache_size = -32768", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {setting}")
    try:
        yield connection
    finally:
        connection.close()
