"""Which principles answer to each other: the rows of Appendix 1, and how sure each reading is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import permutations
from typing import Annotated, Literal

import msgspec

Words = Annotated[str, msgspec.Meta(pattern=r"\S")]
Certainty = Literal["read", "repaired", "doubtful"]
ColumnId = Literal["glasgow", "strengths", "promise", "national", "protection", "earlier"]
COLUMNS: tuple[ColumnId, ...] = ("glasgow", "strengths", "promise", "national", "protection", "earlier")
_LEAST_SURE_LAST: tuple[Certainty, ...] = ("read", "repaired", "doubtful")


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One column of the table: its heading as printed, and a short one for screens."""

    id: ColumnId
    title: Words
    short: Words


class Reading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One name in a cell; an empty name is a blank cell.

    ``principles`` are our ids for it, ``printed`` is how it stands in the text where that differs (empty: it
    does not stand there at all), ``note`` says why it is read so.
    """

    name: str
    certainty: Certainty
    principles: tuple[str, ...] = ()
    printed: str | None = None
    note: str = ""

    @property
    def as_we_read_it(self) -> bool:
        """True when this is only our reading: shown with those words, and nothing is worked out from it."""
        return self.certainty == "doubtful"


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One cell of a row: one reading or several."""

    column: ColumnId
    readings: tuple[Reading, ...]

    @property
    def certainty(self) -> Certainty:
        """How sure the cell is as a whole: as sure as its least sure reading."""
        return max((reading.certainty for reading in self.readings), key=_LEAST_SURE_LAST.index)


class AlignmentRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the table, its six cells in the order of the columns."""

    id: str
    locator: str
    cells: tuple[Cell, ...]

    def cell(self, column: ColumnId) -> Cell:
        """The cell in this column."""
        return self.cells[COLUMNS.index(column)]

    def principles(self) -> frozenset[str]:
        """Every id that stands in this row, doubtful readings included. For showing only."""
        return frozenset(
            name for cell in self.cells for reading in cell.readings for name in reading.principles
        )

    def sure_principles(self) -> frozenset[str]:
        """The ids that stand here for sure: read, or repaired by other evidence."""
        sure = (reading for cell in self.cells for reading in cell.readings if not reading.as_we_read_it)
        return frozenset(name for reading in sure for name in reading.principles)


class Alignment(msgspec.Struct, frozen=True, kw_only=True):
    """The whole table, with the document it stands in."""

    document: str
    columns: tuple[Column, ...]
    rows: tuple[AlignmentRow, ...]


def counterparts(rows: Iterable[AlignmentRow], framework_of: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """For each id, the ids of other frameworks that stand with it in some row for sure.

    Symmetric; never fed by a doubtful reading; two names of one framework in a row are no counterparts.
    """
    found: dict[str, frozenset[str]] = {}
    for row in rows:
        for one, other in permutations(row.sure_principles(), 2):
            if framework_of[one] != framework_of[other]:
                found[one] = found.get(one, frozenset()) | {other}
    return found
