"""How a benchmark is measured: CPU seconds, the best of several rounds, and the most memory this process held."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """One line of the table; `seconds` and `floor_seconds` are CPU seconds of one round."""

    name: str
    n: int
    seconds: float
    floor_seconds: float
    ratio: float
    peak_mib: float
    growth: float | None = None
    """How many times the seconds of the fewest `n` of this name; nothing for those themselves."""


def best(work: Callable[[], object], rounds: int = 5) -> float:
    """Return the CPU seconds of the quickest of several rounds: noise only ever adds."""
    return min(_once(work) for _ in range(rounds))


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def row(name: str, n: int, seconds: float, floor_seconds: float) -> Row:
    """Return a line of the table with the memory that this process has held at most."""
    ratio = seconds / floor_seconds if floor_seconds else float("inf")
    return Row(name, n, seconds, floor_seconds, ratio, peak_mib())


def with_growth(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, each of a larger `n` with its growth over the smallest of the same name in the same run."""
    smallest: dict[str, Row] = {}
    for one in sorted(rows, key=lambda row: row.n):
        smallest.setdefault(one.name, one)
    return [
        one if smallest[one.name] is one else one._replace(growth=_growth(smallest[one.name], one))
        for one in rows
    ]


def _growth(small: Row, large: Row) -> float | None:
    return large.seconds / small.seconds if small.seconds else None


def peak_mib() -> float:
    """Return the most memory this process has held, in MiB.

    Where the system tells it of this program alone that is taken: what `getrusage` says begins with the memory of
    whoever started the process.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
