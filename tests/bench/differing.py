"""T6: every unsettled field listed; the cost follows what differs, not how many plans there are."""

from __future__ import annotations

from typing import Any

import msgspec

from fsdesk.desk import plans, settling
from fsdesk.desk.desk import Desk, new_id, random
from fsdesk.plans import chain, writing
from fsdesk.plans.edits import Edit, Intent
from fsdesk.plans.merge import Current
from fsdesk.plans.writing import Ink
from fsdesk.store import edits
from tests.bench.measuring import Row, best, row

_UNSETTLED = 100
_BYTES = 200
_OTHER = "0123456789ab"


def measure(desk: Desk, floor: Any, size: int) -> Row:
    """Return the row of one listing of a hundred unsettled fields; the floor reads as many rows of one table."""
    _cross(desk)
    assert len(settling.differing(desk)) == _UNSETTLED
    floor.execute("CREATE TABLE unsettled (id INTEGER PRIMARY KEY, body BLOB)")
    floor.executemany("INSERT INTO unsettled (body) VALUES (?)", [(b"x" * _BYTES,)] * _UNSETTLED)
    seconds = best(lambda: floor.execute("SELECT * FROM unsettled").fetchall())
    return row("store-differing", size, best(lambda: settling.differing(desk)), seconds)


def _cross(desk: Desk) -> None:
    """Let another laptop write the title of a hundred plans while this one does."""
    link, lamport = chain.START, 1_000
    for number, line in enumerate(plans.listing(desk)[-_UNSETTLED:], start=1):
        seen = plans.current(desk, line.id)
        theirs = _written(seen, Ink(_OTHER, number, link, lamport + number, "Isla", desk.now()))
        link = theirs.link
        with desk.transaction() as tx:
            edits.append(tx, theirs)
        plans.save(desk, seen, msgspec.structs.replace(seen.plan, title="Written here"))


def _written(seen: Current, ink: Ink) -> Edit:
    wanted = msgspec.structs.replace(seen.plan, title="Written there")
    made = writing.write(seen, wanted, ink, new_id(), random, Intent.WROTE)
    assert made is not None
    return made
