"""The square that a camera reads: one path for all its modules, so that no hair line stands between them."""

from __future__ import annotations

from functools import lru_cache

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas

from fsdesk.printing.styles import BLACK

QUIET = 4
"""Modules of white around it, which a reader needs."""


@lru_cache(maxsize=64)
def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the dark and light modules of a text, row by row from the top; a quarter of them may be lost."""
    code = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(text)
    code.make()
    return tuple(tuple(bool(one) for one in row) for row in code.modules)


def draw(canvas: Canvas, text: str, x: float, y: float, size: float) -> None:
    """Draw the square with its white edge inside `size` points, its lower left corner at (x, y)."""
    rows = modules(text)
    each = size / (len(rows) + 2 * QUIET)
    path = canvas.beginPath()
    for row, held in enumerate(rows):
        for start, end in _stretches(held):
            low = y + size - (row + QUIET + 1) * each
            path.rect(x + (start + QUIET) * each, low, (end - start) * each, each)
    canvas.setFillColor(BLACK)
    canvas.drawPath(path, stroke=0, fill=1)


def _stretches(held: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return where dark modules stand beside each other, as start and end."""
    made: list[tuple[int, int]] = []
    for at, is_dark in enumerate(held):
        if is_dark and made and made[-1][1] == at:
            made[-1] = (made[-1][0], at + 1)
        elif is_dark:
            made.append((at, at + 1))
    return made
