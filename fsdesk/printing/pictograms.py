"""The pictures beside the headings: own vector paths, one line weight, on a grid of 100 by 100."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from fsdesk.plans.sheet.questions import Face
from fsdesk.plans.sheet.values import Key
from fsdesk.printing.styles import DEEP

GRID = 100.0
_WEIGHT = 5.0

_FAMILY = (
    "O 24 78 13 O 76 78 13 M 4 8 L 4 40 C 4 58 40 60 44 44 M 56 44 C 60 60 96 58 96 40 L 96 8 "
    "O 50 36 9 M 34 6 L 34 14 C 34 30 66 30 66 14 L 66 6 Z M 4 8 L 24 8 M 76 8 L 96 8"
)
_PEN = "M 14 8 L 20 32 L 74 88 L 90 72 L 36 16 Z M 20 32 L 36 16 M 62 76 L 78 60"
_SCALES = (
    "M 50 92 L 50 10 M 32 8 L 68 8 M 12 76 L 88 76 M 22 76 L 8 44 L 36 44 Z M 78 76 L 64 44 L "
    "92 44 Z M 8 44 C 10 28 34 28 36 44 M 64 44 C 66 28 90 28 92 44"
)
_LIST = (
    "R 18 8 64 78 8 R 36 78 28 16 6 M 28 62 L 34 56 L 42 68 M 50 62 L 72 62 M 28 42 L 34 36 L "
    "42 48 M 50 42 L 72 42 M 28 22 L 34 16 L 42 28 M 50 22 L 72 22"
)
_TALK = (
    "M 8 40 L 8 88 L 70 88 L 70 40 L 38 40 L 20 24 L 20 40 Z M 80 68 L 92 68 L 92 22 L 80 22 L "
    "80 8 L 64 22 L 44 22 L 44 30"
)
_PATHS: Mapping[Key, str] = {
    Key.OPENING: _FAMILY,
    Key.WHO: _FAMILY,
    Key.MATTERS: "M 50 12 C 18 36 8 52 8 66 C 8 92 42 94 50 70 C 58 94 92 92 92 66 C 92 52 82 36 50 12 Z",
    Key.STRENGTHS: "M 50 94 L 62 62 L 95 61 L 69 41 L 78 9 L 50 28 L 22 9 L 31 41 L 5 61 L 38 62 Z",
    Key.WELLBEING: (
        "O 50 50 42 O 50 50 12 M 50 62 L 50 92 M 50 38 L 50 8 M 62 50 L 92 50 M 38 50 L 8 50 M 59 "
        "59 L 80 80 M 41 41 L 20 20 M 59 41 L 80 20 M 41 59 L 20 80"
    ),
    Key.GOALS: (
        "M 20 8 L 80 8 M 50 8 L 50 56 M 50 50 C 22 46 10 60 10 82 C 36 84 50 74 50 50 M 50 58 C 56 "
        "82 68 92 92 92 C 92 70 78 58 50 58"
    ),
    Key.SUPPORT: "O 50 50 42 O 50 50 18 M 37 63 L 20 80 M 63 63 L 80 80 M 37 37 L 20 20 M 63 37 L 80 20",
    Key.TASKS: _LIST,
    Key.WORRIES: (
        "M 30 22 C 4 22 4 54 24 58 C 26 86 66 90 72 66 C 98 68 98 22 74 22 Z M 36 8 L 36 2 M 52 10 "
        "L 52 4 M 68 8 L 68 2"
    ),
    Key.REACH: "R 28 6 44 88 8 M 28 22 L 72 22 M 28 80 L 72 80 O 50 14 3",
    Key.TIES: "M 6 50 L 50 92 L 94 50 M 16 46 L 16 8 L 84 8 L 84 46 M 40 8 L 40 36 L 60 36 L 60 8",
    Key.ANSWERS: _TALK,
    Key.SHARING: "R 16 8 68 50 6 M 30 58 L 30 72 C 30 98 70 98 70 72 L 70 58 O 50 38 6 M 50 32 L 50 20",
    Key.RIGHTS: _SCALES,
    Key.OWN: "O 50 72 18 M 16 8 L 16 20 C 16 50 84 50 84 20 L 84 8 Z",
    Key.ENDING: "R 28 8 44 84 2 M 10 8 L 90 8 O 62 50 3",
    Key.AGREEMENT: _PEN,
    Key.GLOSSARY: (
        "M 50 14 C 36 24 20 24 8 18 L 8 80 C 20 88 36 88 50 78 C 64 88 80 88 92 80 L 92 18 C 80 24 "
        "64 24 50 14 Z M 50 14 L 50 78"
    ),
    Key.PROMISES: _LIST,
    Key.CHANGED: "R 12 12 76 76 10 M 50 32 L 50 68 M 32 50 L 68 50",
    Key.NEXT: _PEN,
    Key.HEARD: _TALK,
    Key.PUBLIC_RIGHTS: _SCALES,
    Key.PUBLIC_UNHAPPY: "M 8 34 L 8 86 L 92 86 L 92 34 L 46 34 L 26 14 L 26 34 Z M 28 66 L 72 66 M 28 52 L 58 52",
    Key.PUBLIC_NEXT: _PEN,
}
TURN = "M 84 60 C 76 96 24 96 16 62 M 16 40 C 24 4 76 4 84 38 M 4 74 L 16 60 L 30 72 M 96 26 L 84 40 L 70 28"
"""Two arrows after each other: we can change our mind."""
_EYES = "O 50 50 46 O 34 62 2.5 O 66 62 2.5"
FACES: Mapping[Face, str] = {
    Face.HARD: f"{_EYES} M 30 26 C 38 42 62 42 70 26",
    Face.SO_SO: f"{_EYES} M 30 33 L 70 33",
    Face.GOOD: f"{_EYES} M 30 38 C 38 22 62 22 70 38",
}
"""Three faces of one size and weight; none is filled in."""
FIVE_FACES = (
    f"{_EYES} M 32 24 C 38 46 62 46 68 24",
    f"{_EYES} M 31 27 C 40 38 60 38 69 27",
    f"{_EYES} M 31 31 L 69 31",
    f"{_EYES} M 31 36 C 40 25 60 25 69 36",
    f"{_EYES} M 32 38 C 38 16 62 16 68 38",
)
"""From very sad to very happy."""
SPEAKER = "O 50 78 18 M 12 6 L 12 26 C 12 64 88 64 88 26 L 88 6 Z"


def path_of(key: Key) -> str:
    """Return the path of a section's picture."""
    return _PATHS[key]


def draw(canvas: Canvas, key: Key, x: float, y: float, size: float) -> None:
    """Draw the picture of a section with its lower left corner at (x, y), `size` points high and wide."""
    draw_path(canvas, _PATHS[key], x, y, size, DEEP)


def draw_path(
    canvas: Canvas, path: str, x: float, y: float, size: float, colour: Color, weight: float = _WEIGHT
) -> None:
    """Draw one path of the grid: M, L, C, Z as in SVG with y upwards, O a circle, R a rounded box."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(size / GRID, size / GRID)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(weight)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.addLiteral(f"{_operators(path)} S")
    canvas.restoreState()


_CURVE = 0.5523
"""How far the handles of a quarter circle reach, as a part of its radius."""


@cache
def _operators(path: str) -> str:
    """Return a path in the operators of a PDF, written once for every page and every plan."""
    made = []
    for sign, numbers in _moves(path):
        if sign == "O":
            x, y, r = numbers
            made.append(_rounded(x - r, y - r, 2 * r, 2 * r, r))
        elif sign == "R":
            made.append(_rounded(*numbers))
        else:
            made.append(" ".join((*(f"{number:g}" for number in numbers), _OPERATORS[sign])))
    return " ".join(made)


_OPERATORS: Mapping[str, str] = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def _rounded(x: float, y: float, wide: float, high: float, r: float) -> str:
    """Return a box with round corners; one whose corners meet is a circle."""
    k, right, top = r * (1 - _CURVE), x + wide, y + high
    corners = (
        (right - r, y, right - k, y, right, y + k, right, y + r),
        (right, top - r, right, top - k, right - k, top, right - r, top),
        (x + r, top, x + k, top, x, top - k, x, top - r),
        (x, y + r, x, y + k, x + k, y, x + r, y),
    )
    drawn = " ".join("{:g} {:g} l {:g} {:g} {:g} {:g} {:g} {:g} c".format(*one) for one in corners)
    return f"{x + r:g} {y:g} m {drawn} h"


def _moves(path: str) -> Iterator[tuple[str, list[float]]]:
    sign, numbers = "", list[float]()
    for part in path.split():
        if part.isalpha():
            if sign:
                yield sign, numbers
            sign, numbers = part, []
        else:
            numbers.append(float(part))
    yield sign, numbers
