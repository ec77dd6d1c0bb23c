"""The same idea in other lists of principles, from the one table that sets them side by side. For showing only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fsdesk.plans import principles
from fsdesk.plans.catalogue.alignment import AlignmentRow, Cell, Reading

AS_WE_READ_IT = "as we read it"


class Thread(NamedTuple):
    """Two principles that belong together, by their ids; some are only our reading of the printed table."""

    left: str
    right: str
    as_we_read_it: bool = False


class Named(NamedTuple):
    """The name by which another list calls the idea."""

    name: str
    as_we_read_it: bool = False

    @property
    def said(self) -> str:
        """The name, with the words that mark a reading."""
        return f"{self.name} ({AS_WE_READ_IT})" if self.as_we_read_it else self.name


class Same(NamedTuple):
    """Another list of principles, and what it calls the idea."""

    framework: str
    names: tuple[Named, ...]

    @property
    def said(self) -> str:
        """All its names."""
        return ", ".join(one.said for one in self.names)


def threads(left: Iterable[str], right: Iterable[str]) -> tuple[Thread, ...]:
    """Which of these belong together by some row of the table, in their own order; sure ones win over readings."""
    found: dict[tuple[str, str], bool] = {}
    for row in principles.load().alignment.rows:
        for one, other, is_reading in _pairs(row):
            found[one, other] = found.get((one, other), True) and is_reading
    return tuple(
        Thread(one, other, found[one, other])
        for one in left
        for other in tuple(right)
        if (one, other) in found
    )


def _pairs(row: AlignmentRow) -> Iterator[tuple[str, str, bool]]:
    for one in row.cell("glasgow").readings:
        for other in row.cell("national").readings:
            is_reading = one.as_we_read_it or other.as_we_read_it
            yield from ((mine, yours, is_reading) for mine in one.principles for yours in other.principles)


def same_ideas(principle: str) -> tuple[Same, ...]:
    """What every other list calls the idea of this principle, in the order of the table's columns."""
    table = principles.load()
    rows = table.rows_of(principle)
    found = (
        Same(column.short, _names(rows, at, principle)) for at, column in enumerate(table.alignment.columns)
    )
    return tuple(one for one in found if one.names)


def _names(rows: Iterable[AlignmentRow], at: int, principle: str) -> tuple[Named, ...]:
    """The names in one column; none where the principle itself stands there. A sure name wins over a reading."""
    found: dict[str, bool] = {}
    for row in rows:
        own = _own_reading(row, principle)
        for reading in row.cells[at].readings:
            if reading.name and principle not in reading.principles and own not in row.cells[at].readings:
                is_reading = reading.as_we_read_it or own.as_we_read_it
                name = _name(reading)
                found[name] = found.get(name, True) and is_reading
    return tuple(Named(name, is_reading) for name, is_reading in found.items())


def _own_reading(row: AlignmentRow, principle: str) -> Reading:
    """Where the principle stands in a row; the surest place, where there are several."""
    stands = [one for cell in row.cells for one in cell.readings if principle in one.principles]
    return min(stands, key=lambda one: one.as_we_read_it)


def names_in(cell: Cell) -> tuple[Named, ...]:
    """Every name in one cell of the table."""
    return tuple(Named(_name(one), one.as_we_read_it) for one in cell.readings if one.name)


def _name(reading: Reading) -> str:
    """One of our principles by its own title; anything else as it is printed."""
    if len(reading.principles) == 1:
        return principles.load().entry(reading.principles[0]).title
    return reading.name
