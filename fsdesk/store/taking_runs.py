"""Whole runs of other laptops' edits taken in: where nothing of one is here yet, nothing is asked edit by edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from fsdesk.plans.chain import Ring
from fsdesk.plans.edits import Edit
from fsdesk.store import bulk, edit_rows, edits, numbers, schema, taking
from fsdesk.store.edit_rows import Chained
from fsdesk.store.taking import Taken

_edits = schema.edits
_AT_ONCE = 4000
LONG = 200
"""So many edits make what is asked for each run worth its while; those of shorter ones are taken in together."""

_any_here = (
    select(_edits.c.seq)
    .where(
        _edits.c.device == bindparam("number"),
        _edits.c.seq.between(bindparam("first"), bindparam("last")),
    )
    .limit(1)
)


class RunOfEdits(NamedTuple):
    """Edits of one laptop that follow on from each other, verified, with what their headers say, read once.

    The edits are read as they are asked for, so of several runs each is read to its end before the next.
    """

    device: str
    ring: Ring
    plans: Sequence[str]
    links: Sequence[bytes]
    edits: Iterator[Edit]

    def chained(self) -> Iterator[Chained]:
        """Yield the edits, each with its place in the chain."""
        before = chain((self.ring.before or b"",), self.links)
        places = zip(range(self.ring.first, self.ring.last + 1), self.plans, before, self.links, strict=False)
        for place, edit in zip(places, self.edits, strict=True):
            yield Chained(edit, self.device, *place)


def take(connection: Connection, runs: Iterable[RunOfEdits]) -> Taken:
    """Keep runs of edits as `taking.take` does, those here already as they are. Raises ChainBroken as it does."""
    every: list[Taken] = []
    for is_long, some in groupby(runs, key=_is_long):
        if is_long:
            every += [_take(connection, run) for run in some]
        else:
            every.append(taking.take(connection, chain.from_iterable(run.chained() for run in some)))
    touched: dict[str, set[str]] = {}
    for taken in every:
        for plan, devices in taken.plans.items():
            touched.setdefault(plan, set()).update(devices)
    forks = tuple(fork for taken in every for fork in taken.forks)
    return Taken(sum(taken.new for taken in every), sum(taken.filled for taken in every), forks, touched)


def _is_long(run: RunOfEdits) -> bool:
    return len(run.links) >= LONG


def _take(connection: Connection, run: RunOfEdits) -> Taken:
    device = numbers.for_device(connection, run.device)
    span = {"number": device, "first": run.ring.first, "last": run.ring.last}
    if connection.execute(_any_here, span).first() is not None:
        return taking.take(connection, run.chained())
    _insert(connection, device, run)
    taking.move_on(connection, run.device, run.ring)
    return Taken(len(run.links), 0, (), {plan: {run.device} for plan in set(run.plans)})


def _insert(connection: Connection, device: int, run: RunOfEdits) -> None:
    plans: dict[str, int] = {}
    for start in range(0, len(run.links), _AT_ONCE):
        named, links = run.plans[start : start + _AT_ONCE], run.links[start : start + _AT_ONCE]
        if strange := set(named) - plans.keys():
            plans |= numbers.for_plans(connection, strange)
        seqs = range(run.ring.first + start, run.ring.first + start + len(links))
        some = zip(islice(run.edits, len(links)), seqs, [plans[plan] for plan in named], strict=True)
        places = [(edit, device, seq, plan) for edit, seq, plan in some]
        rows = [edit_rows.row(*place, link) for place, link in zip(places, links, strict=True)]
        bulk.add(connection, _edits, rows)
        edits.put_further(connection, places)
