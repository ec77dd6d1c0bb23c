"""`fsdesk bench`: how fast the main work is here, each beside a floor measured in the same run."""

from __future__ import annotations

import importlib
import importlib.util
import json
import subprocess
import sys
from typing import Any

import click

from fsdesk.cli import show
from fsdesk.cli.options import json_option
from fsdesk.errors import Refused

_FIGURES = ("recall", "precision", "mcc", "false_alarms", "hard_false_alarms")


class NoBenchmarks(Refused):
    """The installed program has none."""

    what = "The benchmarks come with the source of fsdesk, not with the installed program."
    what_next = "Run `make bench` in a checkout."


class NotMeasured(Refused):
    """A benchmark ended without a result."""

    what_next = "Run it alone with `python -m tests.bench NAME` to see why."


@click.command()
@click.argument("names", nargs=-1)
@json_option
def command(names: tuple[str, ...], as_json: bool) -> None:
    """Measure the named benchmarks, or all: CPU seconds, or how well wording is read; each in its own process."""
    known = _names()
    chosen = [name for name in known if not names or any(name.startswith(wanted) for wanted in names)]
    if not chosen:
        raise click.UsageError(f"there is no such benchmark; there are {', '.join(known)}")
    rows = []
    for name in chosen:
        found = _measured(name)
        rows += found
        if not as_json:
            show.lines(*(line for row in found for line in _lines(row)))
    if as_json:
        show.document(rows)


def _names() -> list[str]:
    try:
        found = importlib.util.find_spec("tests.bench.table")
    except ModuleNotFoundError:
        found = None
    if found is None:
        raise NoBenchmarks
    return list(importlib.import_module("tests.bench.table").NAMES)


def _measured(name: str) -> list[dict[str, Any]]:
    # The arguments are our own, and the interpreter is the one that runs this.
    done = subprocess.run([sys.executable, "-m", "tests.bench", name], stdout=subprocess.PIPE, check=False)  # noqa: S603
    if done.returncode != 0:
        raise NotMeasured(f"The benchmark {name} ended without a result.")
    return list(json.loads(done.stdout))


def _lines(row: dict[str, Any]) -> list[str]:
    return _quality(row) if "recall" in row else [_line(row)]


def _quality(row: dict[str, Any]) -> list[str]:
    """A half of the labelled lines and who read it: figures with their intervals, then each category."""
    head = f"{row['name']} {row['half']} half, read by {row['reader']} (n={row['n']})"
    figures = (f"  {name.replace('_', ' '):<18} {_interval(row[name])}" for name in _FIGURES)
    counts = (f"{category} {met}/{of}" for category, (met, of) in row["categories"].items())
    return [head, *figures, "  " + ", ".join(counts)]


def _interval(figure: list[float]) -> str:
    value, low, high = figure
    return f"{value:.3f}  ({low:.3f} to {high:.3f})"


def _line(row: dict[str, Any]) -> str:
    growth = row.get("growth")
    grown = f"   growth {growth:5.2f}" if growth is not None else ""
    peak = f"peak {row['peak_mib']:5.0f} MiB{grown}"
    return (
        f"{row['name']:<28} n={row['n']:<7} {row['seconds'] * 1000:10.2f} ms   "
        f"floor {row['floor_seconds'] * 1000:10.2f} ms   ratio {row['ratio']:6.2f}   {peak}"
    )
