"""The stores of earlier schemas that are kept in `tests/data/stores`, and every row that a database holds."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from fsdesk.store import schema
from fsdesk.store.connection import Line

Rows = dict[str, list[dict[str, Any]]]

KEPT = Path(__file__).resolve().parents[1] / "data" / "stores"
NUMBERS = sorted(int(path.stem.removeprefix("schema-")) for path in KEPT.glob("schema-*.zip"))
PASSPHRASE = "kettle harbour lamp otter"


def unpacked(number: int, to: Path) -> Path:
    """The folder of the kept store of this schema, unpacked anew."""
    with zipfile.ZipFile(KEPT / f"schema-{number:04}.zip") as packed:
        packed.extractall(to)
    return to


def rows_of(line: Line) -> Rows:
    """Every row of every table of ours, by the names of its columns, whatever the schema."""
    names = [row[0] for row in line.ask("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: _rows(line, name) for name in names if name in schema.metadata.tables}


def _rows(line: Line, table: str) -> list[dict[str, Any]]:
    columns = [row[1] for row in line.ask(f'PRAGMA table_info("{table}")')]
    found = line.ask(f'SELECT * FROM "{table}"')  # noqa: S608 - a name of our own
    return sorted((dict(zip(columns, row, strict=True)) for row in found), key=repr)
