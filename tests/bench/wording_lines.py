"""The lines that were labelled apart from the patterns: those that tune, and those that only test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parents[1] / "data" / "wording"
FILES = {"tuning": _FOLDER / "labelled-apart.jsonl", "test": _FOLDER / "labelled-second.jsonl"}
"""A set for each; patterns may be shaped on the first, and nobody who shapes them reads the second."""
HALVES = tuple(FILES)


class Line(NamedTuple):
    """One labelled line: `flag` says whether anything should be met in it."""

    text: str
    field: str
    flag: bool
    category: str
    names: frozenset[str]
    lang: str

    @property
    def is_hard(self) -> bool:
        """Whether it was written to be mistaken for one that should be met."""
        return not self.flag and self.category.startswith("hard-")


def lines_of(half: str) -> list[Line]:
    """Return the lines of one half, in the order of the file."""
    return [_line(json.loads(line)) for line in FILES[half].read_text(encoding="utf-8").splitlines()]


def _line(one: dict[str, object]) -> Line:
    names = one.get("names") or []
    assert isinstance(names, list)
    return Line(
        text=str(one["text"]),
        field=str(one["field"]),
        flag=bool(one["flag"]),
        category=str(one["category"]),
        names=frozenset(names),
        lang=str(one.get("lang") or "en"),
    )
