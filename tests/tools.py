"""Tests that call a program of the system: skipped and counted without it, a failure under .ci/run."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping

import pytest

_WANTING = "needs the tool "


def are_required() -> bool:
    """Whether a missing tool is a fault here, as it is under .ci/run."""
    return any(os.environ.get(name, "").lower() in {"1", "true"} for name in ("CI", "FSDESK_CI"))


def missing_of(names: Iterable[str]) -> list[str]:
    """The named programs that are not on the path."""
    return [name for name in names if shutil.which(name) is None]


def see_to_them(item: pytest.Item) -> None:
    """Skip a test whose programs are not here; where they are required, fail it."""
    missing = missing_of(name for mark in item.iter_markers("needs_tool") for name in mark.args)
    if not missing:
        return
    words = _WANTING + ", ".join(missing)
    if are_required():
        pytest.fail(f"{words}: see the section test of installer/debian-packages.txt", pytrace=False)
    pytest.skip(words)


def wanted_by(skipped: Iterable[object]) -> Counter[str]:
    """How many tests were skipped for want of which tool."""
    counts: Counter[str] = Counter()
    for report in skipped:
        found = re.search(f"{_WANTING}([^'\"]+)", str(getattr(report, "longrepr", "")))
        if found:
            counts.update(found[1].split(", "))
    return counts


def last_line(counts: Mapping[str, int]) -> str:
    """What was not run for want of which tool, in one line; nothing when nothing was."""
    if not counts:
        return ""
    return "not run for want of a tool: " + ", ".join(f"{name} {n}" for name, n in sorted(counts.items()))
