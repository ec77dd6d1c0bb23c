"""Runs one benchmark in this process and prints its rows as JSON: `python -m tests.bench NAME`."""

from __future__ import annotations

import importlib
import json
import sys

from tests.bench.measuring import Row, with_growth
from tests.bench.table import NAMES

if __name__ == "__main__":
    rows = importlib.import_module(NAMES[sys.argv[1]]).measure()
    if all(isinstance(row, Row) for row in rows):
        rows = with_growth(rows)
    print(json.dumps([row._asdict() for row in rows]))
