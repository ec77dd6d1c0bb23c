"""The lines that were labelled apart from the patterns, in the half that tunes and the half that tests."""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parents[1] / "data" / "wording" / "labelled-apart.jsonl"
HALVES = ("tuning", "test")


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


def half_of(line_id: str) -> str:
    """Return the half that a line belongs to for good: one byte of its id's BLAKE2b, even or odd."""
    return HALVES[blake2b(line_id.encode(), digest_size=1).digest()[0] % 2]


def lines_of(half: str) -> list[Line]:
    """Return the lines of one half, in the order of the file."""
    held = map(json.loads, FILE.read_text(encoding="utf-8").splitlines())
    return [_line(one) for one in held if half_of(one["id"]) == half]


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
