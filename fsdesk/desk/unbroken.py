"""One laptop's chain as it is here - edits, and what stands for left-out ones - as far as it has no gap."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fsdesk.store.devices import LeftOut
from fsdesk.store.edit_rows import Placed

Stretch = Placed | LeftOut
"""One edit, or what stands for left-out ones."""


class _Way(NamedTuple):
    """How a stretch is best reached: from as far back as can be, leaving out as few edits that are here as can be."""

    start: int
    hidden: int
    stretch: Stretch
    before: _Way | None


def first(one: Stretch) -> int:
    """Return the first number that a stretch stands for."""
    return one.first if isinstance(one, LeftOut) else one.seq


def last(one: Stretch) -> int:
    """Return the last number that a stretch stands for."""
    return one.last if isinstance(one, LeftOut) else one.seq


def first_run(edits: Sequence[Placed], left_out: Sequence[LeftOut]) -> list[Stretch]:
    """Return what comes before the first gap, whole.

    `edits` come in order. Stand-ins of several packages may overlap each other and edits that came since: of the
    ways to a number the one that begins furthest back is taken, and of those the one that leaves out the fewest
    edits.
    """
    if _is_whole(edits) and not left_out:
        return list(edits)
    ways = _ways(edits, left_out)
    return _stretches(ways[min(ways, key=lambda ends: (ways[ends].start, -ends))]) if ways else []


def last_run(edits: Sequence[Placed], left_out: Sequence[LeftOut]) -> list[Stretch]:
    """Return what comes after the last gap, whole, chosen as in `first_run`."""
    ways = _ways(edits, left_out)
    return _stretches(ways[max(ways)]) if ways else []


def _is_whole(edits: Sequence[Placed]) -> bool:
    """Say whether edits have no gap, which nearly all that a laptop holds of another have not."""
    return not edits or last(edits[-1]) - first(edits[0]) == len(edits) - 1


def _ways(edits: Sequence[Placed], left_out: Sequence[LeftOut]) -> Mapping[int, _Way]:
    here = [edit.seq for edit in edits]
    spans: list[tuple[int, int, Stretch]] = [(seq, seq, edit) for seq, edit in zip(here, edits, strict=True)]
    spans += [(one.first, one.last, one) for one in left_out]
    ways: dict[int, _Way] = {}
    for begins, ends, stretch in sorted(spans, key=lambda span: (span[1], span[0])):
        hides = isinstance(stretch, LeftOut)
        hidden = bisect_right(here, ends) - bisect_left(here, begins) if hides else 0
        before = ways.get(begins - 1)
        start, earlier = (before.start, before.hidden) if before else (begins, 0)
        known = ways.get(ends)
        if known is None or (start, earlier + hidden) < (known.start, known.hidden):
            ways[ends] = _Way(start, earlier + hidden, stretch, before)
    return ways


def _stretches(way: _Way) -> list[Stretch]:
    found = []
    at: _Way | None = way
    while at is not None:
        found.append(at.stretch)
        at = at.before
    return found[::-1]
