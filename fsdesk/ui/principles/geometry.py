"""Where everything stands in the picture of two lists with threads between them: numbers in, numbers out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

GAP = 6.0  # px at 100 %, from box to box
HEAD = 30.0  # px at 100 %, for the title of a list
_MIDDLE_PART, _MIDDLE_LEAST, _MIDDLE_MOST = 0.115, 44.0, 110.0  # of the width; px at 100 %
_PULL = 0.55  # how far a thread runs straight before it bends, as a part of its way across
MOST_LEAVES, FEWER_LEAVES = 4, 3


class Box(NamedTuple):
    """One principle in the picture, in px."""

    x: float
    y: float
    wide: float
    high: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.wide

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.high / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.right and self.y <= y < self.y + self.high


class Curve(NamedTuple):
    """A thread: from one edge to another, pulled straight out of each by the points between."""

    begin: tuple[float, float]
    first_pull: tuple[float, float]
    second_pull: tuple[float, float]
    end: tuple[float, float]


class Drawing(NamedTuple):
    """Every box of both lists, every thread in the order it was given, and how high it all is."""

    left: tuple[Box, ...]
    right: tuple[Box, ...]
    curves: tuple[Curve, ...]
    high: float

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All boxes, the left list first."""
        return self.left + self.right


class Lists(NamedTuple):
    """Where the two lists begin, and how wide each is."""

    left: float
    right: float
    wide: float


def lists_in(width: float, scale: float) -> Lists:
    """Two lists of one width at the edges, with room for the threads between them."""
    room = min(max(width * _MIDDLE_PART, _MIDDLE_LEAST * scale), _MIDDLE_MOST * scale)
    wide = max(1.0, (width - room) / 2)
    return Lists(0.0, wide + room, wide)


def drawing(
    width: float,
    left: Sequence[float],
    right: Sequence[float],
    pairs: Iterable[tuple[int, int]],
    scale: float = 1.0,
) -> Drawing:
    """The picture for a width in px, the heights of the boxes of each list, and which of them a thread joins."""
    lists = lists_in(width, scale)
    lefts = _stacked(lists.left, lists.wide, left, scale)
    rights = _stacked(lists.right, lists.wide, right, scale)
    curves = tuple(_curve(lefts[one], rights[other]) for one, other in pairs)
    return Drawing(lefts, rights, curves, max((box.y + box.high for box in lefts + rights), default=0.0))


def _stacked(x: float, wide: float, heights: Sequence[float], scale: float) -> tuple[Box, ...]:
    tops = accumulate((high + GAP * scale for high in heights), initial=HEAD * scale)
    return tuple(Box(x, y, wide, high) for y, high in zip(tops, heights, strict=False))


def _curve(one: Box, other: Box) -> Curve:
    pull = (other.x - one.right) * _PULL
    return Curve(
        (one.right, one.middle),
        (one.right + pull, one.middle),
        (other.x - pull, other.middle),
        (other.x, other.middle),
    )


def box_at(made: Drawing, x: float, y: float) -> int | None:
    """The number of the box at a point, counted through the left list and on through the right one."""
    return next((at for at, box in enumerate(made.boxes) if box.holds(x, y)), None)


def beside(made: Drawing, at: int, across: int, down: int) -> int:
    """The box that an arrow key leads to: up or down its list, across to the nearest of the other; else ``at``."""
    count = len(made.left)
    is_left = at < count
    if down:
        first, last = (0, count - 1) if is_left else (count, len(made.boxes) - 1)
        return min(max(at + down, first), last)
    others = range(count, len(made.boxes)) if is_left else range(count)
    if across == 0 or is_left is (across < 0) or not others:
        return at
    return min(others, key=lambda other: abs(made.boxes[other].middle - made.boxes[at].middle))


def leaves(count: int) -> tuple[int, int]:
    """How many leaves are drawn for so many pieces of evidence, and the number that stands beside them for the rest."""
    return (count, 0) if count <= MOST_LEAVES else (FEWER_LEAVES, count - FEWER_LEAVES)
