"""T1 to T6 and T13: packages between a worker's store and a lead's, each in one run beside its floor."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from fsdesk.desk import cards, files, opening, plans, receipts, receiving, sealing, settling, standing
from fsdesk.desk.desk import Desk
from tests.bench import base, stores
from tests.bench.measuring import Row, best, row
from tests.bench.taking import Taken, take

SIZES = (1_000, 10_000)
_CHANGED = 100
_TENTH, _TWENTIETH = 10, 20
_Made = TypeVar("_Made")


def measure() -> list[Row]:
    """Return the rows of each size, in the order in which the work is done."""
    return [one for size in SIZES for one in _measured(size)]


def _measured(size: int) -> list[Row]:
    with stores.folder() as place, _pair(place, size) as pair:
        floor = base.seconds(place, size * base.CHANGES_A_PLAN)
        rows = [*_whole(pair, size, floor), _hundred(pair, size, floor), *_diverged(pair, size, floor)]
        return [*rows, _differing(pair, size)]


@dataclass
class _Pair:
    """Two stores that know each other."""

    place: Path
    worker: Desk
    lead: Desk
    to_lead: cards.KnownPerson
    to_worker: cards.KnownPerson

    def __enter__(self) -> _Pair:
        return self

    def __exit__(self, *_: object) -> None:
        self.worker.close()
        self.lead.close()

    def taken_apart(self, package: Path) -> Taken:
        """Take a package in by a process of its own, and go on with what it left."""
        self.lead.close()
        try:
            return take(self.place / "lead", package)
        finally:
            self.lead = opening.open_desk(self.place / "lead", stores.PASSPHRASE)

    def sealed(self, name: str) -> Path:
        """Seal what the lead has not received yet."""
        return sealing.seal(self.worker, [self.to_lead], self.place / name).path

    def received(self, name: str) -> None:
        """Let the worker know what the lead received."""
        receipts.write(self.lead, [self.to_worker], self.place / name)
        receiving.take(self.worker, self.place / name)


def _pair(place: Path, size: int) -> _Pair:
    for name in ("worker", "lead"):
        opening.create(
            place / name, name=name, role=name, passphrase=stores.PASSPHRASE, derivation=stores.CHEAP
        )
    worker, lead = (opening.open_desk(place / name, stores.PASSPHRASE) for name in ("worker", "lead"))
    files.write(place / "lead.card", cards.own(lead)[1])
    to_lead = cards.accept(worker, place / "lead.card")
    files.write(place / "worker.card", cards.own(worker)[1])
    to_worker = cards.accept(lead, place / "worker.card")
    stores.write(worker, range(size))
    return _Pair(place, worker, lead, to_lead, to_worker)


def _whole(pair: _Pair, size: int, floor: float) -> Iterable[Row]:
    """T2, T1 with T13, T3, and what is put off: the plans folded when the list is first read."""
    exported, package = _timed(lambda: pair.sealed("whole.fsdesk"))
    yield row("sync-export-full", size, exported, floor)
    imported = pair.taken_apart(package)
    yield row("sync-import-full", size, imported.seconds, floor)._replace(peak_mib=imported.peak_mib)
    folded, _ = _timed(lambda: standing.caught_up(pair.lead))
    yield row("sync-first-list", size, folded, floor)
    again = best(lambda: receiving.take(pair.lead, package))
    yield row("sync-import-again", size, again, best(package.read_bytes))
    pair.received("receipt-1")


def _hundred(pair: _Pair, size: int, floor: float) -> Row:
    """T4: a hundred plans changed."""
    for line in plans.listing(pair.worker)[:_CHANGED]:
        _retitle(pair.worker, line.id, "Our year together")
    package = pair.sealed("hundred.fsdesk")
    seconds, _ = _timed(lambda: receiving.take(pair.lead, package))
    pair.received("receipt-2")
    return row("sync-import-100", size, seconds, floor * _CHANGED / size)


def _diverged(pair: _Pair, size: int, floor: float) -> Iterable[Row]:
    """T5: a tenth edited and a twentieth new on either side, half of the edited ones the same plans."""
    ids = sorted(line.id for line in plans.listing(pair.lead))
    for place, plan in enumerate(ids):
        if place % _TENTH == 0:
            _retitle(pair.worker, plan, "Written by the worker")
        if place % _TWENTIETH in (0, 5):
            _retitle(pair.lead, plan, "Written by the lead")
    new = size // _TWENTIETH
    stores.write(pair.worker, range(size, size + new))
    stores.write(pair.lead, range(size + new, size + 2 * new))
    package = pair.sealed("diverged.fsdesk")
    seconds, _ = _timed(lambda: (receiving.take(pair.lead, package), settling.differing(pair.lead)))
    yield row("sync-merge-diverged", size, seconds, floor / _TENTH)


def _differing(pair: _Pair, size: int) -> Row:
    """T6: everything unsettled, listed; the floor reads one table with as many rows."""
    found = len(settling.differing(pair.lead))
    with stores.folder() as place, stores.bare(place) as connection:
        connection.execute("CREATE TABLE unsettled (id INTEGER PRIMARY KEY, body BLOB)")
        connection.executemany("INSERT INTO unsettled (body) VALUES (?)", [(b"x" * 200,)] * found)
        floor = best(lambda: connection.execute("SELECT * FROM unsettled").fetchall())
    return row("sync-differing", size, best(lambda: settling.differing(pair.lead)), floor)


def _retitle(desk: Desk, plan: str, title: str) -> None:
    seen = plans.current(desk, plan)
    plans.save(desk, seen, msgspec.structs.replace(seen.plan, title=title))


def _timed(work: Callable[[], _Made]) -> tuple[float, _Made]:
    started = time.process_time()
    made = work()
    return time.process_time() - started, made
