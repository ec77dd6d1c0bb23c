"""The two files that are tables of names: the alignment of Appendix 1, and the documents' policies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fsdesk.plans.catalogue.alignment import COLUMNS, Alignment, AlignmentRow, Cell, Column
from fsdesk.plans.catalogue.files import (
    Read,
    WrittenDriverGroup,
    WrittenRow,
    WrittenTable,
    read_toml,
    record,
    records,
    refusal,
    the_ones_named,
)
from fsdesk.plans.catalogue.values import DriverGroup, Source

ALIGNMENT = "alignment.toml"
DRIVERS = "drivers.toml"


def read_alignment(read: Read, documents: Mapping[str, str], framework_of: Mapping[str, str]) -> Alignment:
    """The alignment, row by row.

    Raises Refused naming file and row for a row that is missing or there twice, a missing cell, or an id that
    no framework in ``framework_of`` has. ``documents`` gives the title of each source document by its id.
    """
    content = read_toml(read, ALIGNMENT, "table", "column", "row")
    head = record(content.get("table"), ALIGNMENT, WrittenTable, "[table]")
    if head.document not in documents:
        raise refusal(ALIGNMENT, "[table]", f"there is no document {head.document!a}")
    raw = records(content, ALIGNMENT, "row", WrittenRow)
    the_ones_named([row.id for row in raw], head.rows, ALIGNMENT, "[table]")
    return Alignment(
        document=documents[head.document],
        columns=_columns(records(content, ALIGNMENT, "column", Column)),
        rows=tuple(_row(one, head, framework_of) for one in raw),
    )


def read_drivers(read: Read, documents: Mapping[str, str]) -> tuple[DriverGroup, ...]:
    """The policies that each document names. Raises Refused naming file and group."""
    return tuple(
        _group(one, documents)
        for one in records(read_toml(read, DRIVERS, "group"), DRIVERS, "group", WrittenDriverGroup)
    )


def _columns(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    if tuple(column.id for column in columns) != COLUMNS:
        raise refusal(ALIGNMENT, "[[column]]", f"the columns are to be {', '.join(COLUMNS)}, in this order")
    return columns


def _row(written: WrittenRow, head: WrittenTable, framework_of: Mapping[str, str]) -> AlignmentRow:
    for column in sorted(written.cells.keys() - set(COLUMNS)):
        raise refusal(ALIGNMENT, written.id, f"there is no column {column!a}")
    return AlignmentRow(
        id=written.id,
        locator=f"{head.locator}, {written.at}",
        cells=tuple(_cells(written, framework_of)),
    )


def _cells(written: WrittenRow, framework_of: Mapping[str, str]) -> Iterator[Cell]:
    """The six cells in the order of the columns."""
    for column in COLUMNS:
        readings = written.cells.get(column)
        if not readings:
            raise refusal(ALIGNMENT, written.id, f"the cell {column} is missing")
        for named in (name for reading in readings for name in reading.principles):
            if named not in framework_of:
                raise refusal(ALIGNMENT, written.id, f"there is no principle {named!a}")
        yield Cell(column=column, readings=readings)


def _group(written: WrittenDriverGroup, documents: Mapping[str, str]) -> DriverGroup:
    if written.document not in documents:
        raise refusal(DRIVERS, written.id, f"there is no document {written.document!a}")
    return DriverGroup(
        id=written.id,
        title=written.title,
        source=Source(documents[written.document], written.locator),
        drivers=written.drivers,
    )
