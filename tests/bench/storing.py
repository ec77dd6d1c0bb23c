"""T6 to T9: what a worker waits for in a store of a thousand plans and one of ten thousand, each beside its floor."""

from __future__ import annotations

from collections.abc import Iterator

from fsdesk.desk.desk import Desk
from tests.bench import differing, saving, searching, stores, unlocking
from tests.bench.measuring import Row

SIZES = (1_000, 10_000)


def measure() -> list[Row]:
    """Return the rows of each size; one store of a size is filled once and serves them all."""
    return [one for size in SIZES for one in _measured(size)]


def _measured(size: int) -> Iterator[Row]:
    with stores.folder() as place:
        with stores.filled(place / "store", size) as desk, stores.bare(place) as floor:
            yield saving.measure(desk, floor, size)
            yield differing.measure(desk, floor, size)
            yield from searching.measure(desk, floor, size)
            key = _key(desk)
        yield unlocking.measure(place / "store", key, place, size)


def _key(desk: Desk) -> bytes:
    original = desk.store.original()
    with original.key as key:
        return bytes(key.raw)
