"""How well the wording catalogue reads lines that somebody else labelled, beside a plain list of phrases.

Each set stands alone: patterns are shaped on the tuning set, and only the test set says how they do on lines that
nobody looked at. Intervals are the middle 95 % of 1,000 samples drawn from the lines with replacement (bootstrap), with
the same seed each time.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from fsdesk.plans import wording
from tests.bench.wording_lines import HALVES, Line, lines_of
from tests.bench.wording_phrases import PhraseTable

_SAMPLES = 1_000
_SILENT = "W-09"
Figure = tuple[float, float, float]
"""A figure, and the ends of its interval."""


class Quality(NamedTuple):
    """One row: a half of the lines and who read it. `categories` are lines met and lines there are."""

    name: str
    half: str
    reader: str
    n: int
    recall: Figure
    precision: Figure
    mcc: Figure
    false_alarms: Figure
    hard_false_alarms: Figure
    categories: dict[str, tuple[int, int]]


class _Counts(NamedTuple):
    """Lines by what they were labelled and whether anything was met; hard ones among those that were not to be."""

    met: int
    missed: int
    alarmed: int
    quiet: int
    hard_alarmed: int
    hard_quiet: int


def measure() -> list[Quality]:
    """Return a row for each half and each of the two readers."""
    table = PhraseTable()
    readers: dict[str, Callable[[Line], bool]] = {
        "fsdesk": _is_met,
        "phrases": lambda line: bool(table.read(line.text)),
    }
    return [_quality(half, name, is_met) for half in HALVES for name, is_met in readers.items()]


def _is_met(line: Line) -> bool:
    found = wording.read(line.text, line.field, line.lang, line.names)
    return any(one.rule != _SILENT for one in found)


def _quality(half: str, reader: str, is_met: Callable[[Line], bool]) -> Quality:
    lines = lines_of(half)
    told = [(line.flag, is_met(line), line.is_hard) for line in lines]
    met = Counter(line.category for line, (_, found, _) in zip(lines, told, strict=True) if found)
    of = Counter(line.category for line in lines)
    figures = [_figures(_counts(told))]
    draw = random.Random(4)
    figures += [_figures(_counts(draw.choices(told, k=len(told)))) for _ in range(_SAMPLES)]
    intervals = [_figure(kind) for kind in zip(*figures, strict=True)]
    categories = {category: (met[category], of[category]) for category in sorted(of)}
    return Quality("wording-quality", half, reader, len(lines), *intervals, categories)


def _counts(told: Sequence[tuple[bool, bool, bool]]) -> _Counts:
    kinds = Counter(told)
    alarmed = {hard: kinds[False, True, hard] for hard in (True, False)}
    quiet = {hard: kinds[False, False, hard] for hard in (True, False)}
    met, missed = kinds[True, True, False], kinds[True, False, False]
    return _Counts(met, missed, sum(alarmed.values()), sum(quiet.values()), alarmed[True], quiet[True])


def _figures(of: _Counts) -> tuple[float, float, float, float, float]:
    return (
        _share(of.met, of.missed),
        _share(of.met, of.alarmed),
        _matthews(of),
        _share(of.alarmed, of.quiet),
        _share(of.hard_alarmed, of.hard_quiet),
    )


def _share(part: int, rest: int) -> float:
    return part / (part + rest) if part + rest else 0.0


def _matthews(of: _Counts) -> float:
    """Matthews correlation: 1 is right on every line, 0 is no better than chance."""
    sums = (of.met + of.alarmed, of.met + of.missed, of.quiet + of.alarmed, of.quiet + of.missed)
    below = math.sqrt(math.prod(sums))
    return (of.met * of.quiet - of.alarmed * of.missed) / below if below else 0.0


def _figure(kind: Sequence[float]) -> Figure:
    first, *drawn = kind
    drawn.sort()
    tail = len(drawn) // 40
    return (first, drawn[tail], drawn[-tail - 1])
