"""Words laid out in lines: broken at spaces only, never hyphenated, never justified, never shrunk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from fsdesk.plans.sheet.values import Line, Run
from fsdesk.printing.fonts import BREAKS, REGULAR, Face, faces_of, width
from fsdesk.printing.letters import composed
from fsdesk.printing.styles import Style

_NBSP = "\u00a0"
_NUMBER = re.compile(r"\+?\d(?: ?\d){6,}")
_HARD = re.compile("[\n\r\u2028\u2029]+")
_SPACES = re.compile("[ \t\u2000-\u2006\u2008-\u200a\u205f\u3000]+")


class Piece(NamedTuple):
    """Some signs in one face."""

    face: Face
    text: str


Word = tuple[Piece, ...]
Row = tuple[Piece, ...]
"""One laid line: pieces that follow each other, spaces included."""


def rows(line: Line, style: Style, wide: float) -> list[Row]:
    """Return a paragraph in rows no wider than `wide` points. Only a word wider than that is broken inside."""
    made: list[Row] = []
    for words in _paragraphs(line, style.strong):
        made += _fill(words, wide / style.size)
    return made


def _paragraphs(line: Line, strong: bool) -> Iterator[list[Word]]:
    """Yield the words of each stretch between hard breaks."""
    words: list[Word] = [()]
    for run in line:
        for at, stretch in enumerate(_HARD.split(_held_together(composed(run.text)))):
            if at:
                yield [word for word in words if word]
                words = [()]
            _add(words, stretch, run.strong or strong)
    yield [word for word in words if word]


def _held_together(text: str) -> str:
    """Return the text with the spaces inside a phone number made unbreakable."""
    return _NUMBER.sub(lambda number: number.group().replace(" ", _NBSP), text)


def _add(words: list[Word], stretch: str, strong: bool) -> None:
    for at, word in enumerate(_SPACES.split(stretch)):
        if at:
            words.append(())
        if word:
            words[-1] += tuple(Piece(face, text) for face, text in faces_of(word, strong))


def word_width(word: Word) -> float:
    """Return how wide a word is at one point."""
    return sum(width(piece.text, piece.face) for piece in word)


def row_width(row: Row, size: float) -> float:
    """Return how wide a row is, in points."""
    return word_width(row) * size


def _fill(words: Iterable[Word], wide: float) -> list[Row]:
    made: list[Row] = []
    row: list[Piece] = []
    used = 0.0
    for word in words:
        each = word_width(word)
        space = width(" ", word[0].face)
        if row and used + space + each <= wide:
            row += [Piece(word[0].face, " "), *word]
            used += space + each
            continue
        made += [tuple(row)] if row else []
        *whole, rest = _cut(word, wide) if each > wide else [word]
        made += whole
        row, used = list(rest), word_width(rest)
    return [*made, tuple(row)] if row else made


def _cut(word: Word, wide: float) -> list[Word]:
    """Return a word that is wider than its column in parts that fit: the last guard against cutting it off."""
    made: list[list[Piece]] = [[]]
    used = 0.0
    for piece in word:
        for sign in piece.text:
            each = width(sign, piece.face)
            if made[-1] and used + each > wide:
                made.append([])
                used = 0.0
            made[-1].append(Piece(piece.face, sign))
            used += each
    return [tuple(part) for part in made]


def widest_word(text: str, style: Style) -> float:
    """Return the width of a text's widest word, in points: whether it fits a column unbroken."""
    words = (word for words in _paragraphs((Run(text=text),), style.strong) for word in words)
    return max((word_width(word) * style.size for word in words), default=0.0)


def has_word_wider(line: Line, style: Style, wide: float) -> bool:
    """Say whether a paragraph has a word that does not fit a column of so many points unbroken."""
    text = "".join(run.text for run in line)
    most = wide / style.size  # no letter is wider than the type is high
    return any(len(word) > most for word in text.split()) and widest_word(text, style) > wide


def one_row(text: str, style: Style) -> Row:
    """Return a short text as one row, however wide it is."""
    made = rows((Run(text=text),), style, float("inf"))
    return made[0] if made else ()


def draw_row(canvas: Canvas, row: Row, x: float, y: float, style: Style) -> None:
    """Draw one row with its base line at `y`."""
    if not row:
        return
    canvas.setFillColor(style.colour)
    text = canvas.beginText(x, y)
    *before, (last, ending) = _joined(row)
    for face, signs in before:
        text.setFont(face.name, style.size)
        text.textOut(signs)
    text.setFont(last.name, style.size)
    text.textLine(ending)  # as textOut, but the end of the row is not measured once more
    canvas.drawText(text)


def _joined(row: Row) -> Iterator[tuple[Face, str]]:
    face, signs = row[0].face, list[str]()
    for piece in row:
        if piece.face is not face:
            yield face, "".join(signs).replace(_NBSP, " ")
            face, signs = piece.face, []
        signs.append(piece.text)
    yield face, "".join(signs).replace(_NBSP, " ")


__all__ = ["BREAKS", "REGULAR", "Piece", "Row", "draw_row", "one_row", "row_width", "rows", "widest_word"]
