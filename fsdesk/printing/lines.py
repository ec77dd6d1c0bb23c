"""Words laid out in lines: broken at spaces only, never hyphenated, never justified, never shrunk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from fsdesk.plans.sheet.values import Line, Run
from fsdesk.printing.canvas import TaggedCanvas
from fsdesk.printing.fonts import BREAKS, REGULAR, Face, known, measured, width
from fsdesk.printing.letters import composed
from fsdesk.printing.styles import Style
from fsdesk.printing.tags import Element

_NBSP = "\u00a0"
_NUMBER = re.compile(r"\+?\d(?: ?\d){6,}")
_HARD = re.compile("[\n\r\u2028\u2029]+")
_SPACES = re.compile("[ \t\u2000-\u2006\u2008-\u200a\u205f\u3000]+")


class Piece(NamedTuple):
    """Some signs in one face and one language."""

    face: Face
    text: str
    wide: float
    """How wide they are at one point."""
    lang: str = ""


Word = tuple[Piece, ...]


class Row(tuple[Piece, ...]):
    """One laid line: pieces that follow each other, spaces included, and the paragraph that they are part of."""

    tag: Element
    is_inside: bool
    """It ends inside a word, which goes on in the next row."""

    def __new__(cls, pieces: Iterable[Piece], tag: Element, *, is_inside: bool = False) -> Row:
        """Return a row of a paragraph."""
        made = super().__new__(cls, pieces)
        made.tag, made.is_inside = tag, is_inside
        return made


def rows(line: Line, style: Style, wide: float, tag: Element | None = None) -> list[Row]:
    """Return a paragraph in rows no wider than `wide` points. Only a word wider than that is broken inside.

    `tag` is what the paragraph is to a listener; without one it is a paragraph of its own.
    """
    made: list[Row] = []
    tag = tag or Element("P")
    for words in _paragraphs(line, style):
        made += _fill(words, wide / style.size, tag)
    return made


def _paragraphs(line: Line, style: Style) -> Iterator[list[Word]]:
    """Yield the words of each stretch between hard breaks."""
    words: list[Word] = [()]
    for run in line:
        for at, stretch in enumerate(_HARD.split(_held_together(composed(run.text)))):
            if at:
                yield [word for word in words if word]
                words = [()]
            _add(words, stretch, run.strong or style.strong, run.lang, style.childs)
    yield [word for word in words if word]


def _held_together(text: str) -> str:
    """Return the text with the spaces inside a phone number made unbreakable."""
    return _NUMBER.sub(lambda number: number.group().replace(" ", _NBSP), text)


def _add(words: list[Word], stretch: str, strong: bool, lang: str, childs: bool) -> None:
    for at, word in enumerate(_SPACES.split(stretch)):
        if at:
            words.append(())
        if word:
            words[-1] += tuple([Piece(*piece, lang) for piece in measured(word, strong, childs)])


def word_width(word: Iterable[Piece]) -> float:
    """Return how wide a word is at one point."""
    return sum([piece.wide for piece in word])


def row_width(row: Row, size: float) -> float:
    """Return how wide a row is, in points."""
    return word_width(row) * size


def _fill(words: Iterable[Word], wide: float, tag: Element) -> list[Row]:
    made: list[Row] = []
    row: list[Piece] = []
    used = 0.0
    for word in words:
        each = word_width(word)
        space = width(" ", word[0].face)
        if row and used + space + each <= wide:
            row += [Piece(word[0].face, " ", space, word[0].lang), *word]
            used += space + each
            continue
        made += [Row(row, tag)] if row else []
        *whole, rest = _cut(word, wide) if each > wide else [word]
        made += [Row(part, tag, is_inside=True) for part in whole]
        row, used = list(rest), word_width(rest)
    return [*made, Row(row, tag)] if row else made


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
            made[-1].append(Piece(piece.face, sign, each, piece.lang))
            used += each
    return [tuple(part) for part in made]


def widest_word(text: str, style: Style) -> float:
    """Return the width of a text's widest word, in points: whether it fits a column unbroken."""
    words = (word for words in _paragraphs((Run(text=text),), style) for word in words)
    return max((word_width(word) * style.size for word in words), default=0.0)


def has_word_wider(line: Line, style: Style, wide: float) -> bool:
    """Say whether a paragraph has a word that does not fit a column of so many points unbroken."""
    text = "".join(run.text for run in line)
    most = wide / style.size  # no letter is wider than the type is high
    return any(len(word) > most for word in text.split()) and widest_word(text, style) > wide


def one_row(text: str, style: Style, tag: Element | None = None) -> Row:
    """Return a short text as one row, however wide it is."""
    made = rows((Run(text=text),), style, float("inf"), tag)
    return made[0] if made else Row((), Element())


def draw_row(canvas: TaggedCanvas, row: Row, x: float, y: float, style: Style) -> None:
    """Draw one row with its base line at `y`; the canvas is told whose words they are."""
    if not row:
        return
    canvas.setFillColor(style.colour)
    *before, last = _by_language(row)
    for lang, pieces in before:
        _draw(canvas, pieces, x, y, style, row.tag, lang)
        x += word_width(pieces) * style.size
    _draw(canvas, last[1], x, y, style, row.tag, last[0], "" if row.is_inside else " ")


def _by_language(row: Row) -> Iterator[tuple[str, Sequence[Piece]]]:
    """Yield the row in stretches of one language each; nearly always it is one."""
    if len({piece.lang for piece in row}) == 1:
        yield row[0].lang, row
        return
    for lang, pieces in groupby(row, lambda piece: piece.lang):
        yield lang, list(pieces)


def _draw(
    canvas: TaggedCanvas,
    pieces: Sequence[Piece],
    x: float,
    y: float,
    style: Style,
    tag: Element,
    lang: str,
    ending: str = "",
) -> None:
    """Draw pieces; the space at the end of a row is there for listeners, who have no lines to end a word."""
    start = canvas.drawn()
    *before, (face, signs) = _joined(pieces)
    canvas.words(
        [*((known(one), text) for one, text in before), (known(face), signs + ending)], x, y, style.size
    )
    canvas.belongs(start, tag, lang)


def _joined(row: Sequence[Piece]) -> Iterator[tuple[Face, str]]:
    face, signs = row[0].face, list[str]()
    for piece in row:
        if piece.face is not face:
            yield face, "".join(signs).replace(_NBSP, " ")
            face, signs = piece.face, []
        signs.append(piece.text)
    yield face, "".join(signs).replace(_NBSP, " ")


__all__ = ["BREAKS", "REGULAR", "Piece", "Row", "draw_row", "one_row", "row_width", "rows", "widest_word"]
