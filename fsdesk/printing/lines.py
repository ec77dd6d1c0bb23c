"""Words laid out in lines: broken at spaces only, never hyphenated, never justified, never shrunk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from fsdesk.plans.sheet.values import Line
from fsdesk.printing import turned
from fsdesk.printing.canvas import TaggedCanvas
from fsdesk.printing.fonts import BREAKS, REGULAR, Face, known, measured, width
from fsdesk.printing.han import has_han, may_break, units
from fsdesk.printing.letters import composed
from fsdesk.printing.pieces import Piece, Row, Word, written
from fsdesk.printing.styles import Style
from fsdesk.printing.tags import Element

_NBSP = "\u00a0"
_JOINED_SPACE = 0.26
_NUMBER = re.compile(r"\+?\d(?: ?\d){6,}")
_HARD = re.compile("[\n\r\u2028\u2029]+")
_SPACES = re.compile("[ \t\u2000-\u2006\u2008-\u200a\u205f\u3000]+")


def rows(line: Line, style: Style, wide: float, tag: Element | None = None) -> list[Row]:
    """Return a paragraph in rows no wider than `wide` points. Only a word wider than that is broken inside.

    `tag` is what the paragraph is to a listener; without one it is a paragraph of its own.
    """
    made: list[Row] = []
    tag = tag or Element("P")
    for words in _paragraphs(line, style):
        if words and (style.is_turned or turned.is_fine(words)):
            words = turned.arranged(words, is_turned=style.is_turned)
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
            _add(words, stretch, run.strong or style.strong, run.lang, style)
    yield [word for word in words if word]


def _held_together(text: str) -> str:
    """Return the text with the spaces inside a phone number made unbreakable."""
    return _NUMBER.sub(lambda number: number.group().replace(" ", _NBSP), text)


def _add(words: list[Word], stretch: str, strong: bool, lang: str, style: Style) -> None:
    for at, word in enumerate(_SPACES.split(stretch)):
        if at:
            words.append(())
        if word and has_han(word):
            _add_units(words, word, strong, lang, style)
        elif word:
            found = measured(word, strong, style.childs, style.fonts)
            words[-1] += tuple([Piece(*piece, lang) for piece in found])


def _add_units(words: list[Word], text: str, strong: bool, lang: str, style: Style) -> None:
    """Add a stretch of Chinese, where lines break without spaces."""
    for unit in units(text):
        found = measured(unit, strong, style.childs, style.fonts)
        before = words[-1]
        is_tight = bool(before) and may_break(before[-1].text[-1], unit[0])
        made = [Piece(*piece, lang) for piece in found]
        if is_tight:
            words.append((made[0]._replace(is_tight=True), *made[1:]))
        else:
            words[-1] = (*before, *made)


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
        first = word[0]
        space = 0.0 if first.is_tight else _space_width(first.face)
        if row and used + space + each <= wide:
            row += word if first.is_tight else [_space(first, space), *word]
            used += space + each
            continue
        made += [Row(row, tag, is_inside=first.is_tight)] if row else []
        *whole, rest = _cut(word, wide) if each > wide else [word]
        made += [Row(part, tag, is_inside=True) for part in whole]
        row, used = list(rest), word_width(rest)
    return [*made, Row(row, tag)] if row else made


def _space_width(face: Face) -> float:
    """Return how wide a space is; words of joined letters lean over it, and need more than their font gives."""
    return max(width(" ", face), _JOINED_SPACE) if face.is_joined else width(" ", face)


def _space(word: Piece, wide: float) -> Piece:
    """Return the space before a word that begins with this piece."""
    fine = word.fine and word.fine._replace(level=word.fine.gap, glyphs=())
    return Piece(word.face, " ", wide, word.lang, False, fine)


def _cut(word: Word, wide: float) -> list[Word]:
    """Return a word that is wider than its column in parts that fit: the last guard against cutting it off."""
    made: list[list[Piece]] = [[]]
    used = 0.0
    for piece in word:
        for one in _signs(piece):
            each = one.wide
            if made[-1] and used + each > wide:
                made.append([])
                used = 0.0
            made[-1].append(one)
            used += each
    return [tuple(part) for part in made]


def _signs(piece: Piece) -> Iterator[Piece]:
    for sign in piece.text:
        one = Piece(piece.face, sign, width(sign, piece.face), piece.lang)
        yield turned.shaped(one, piece.fine.level) if piece.fine else one


def widest_word(text: str, style: Style) -> float:
    """Return the width of a text's widest word, in points: whether it fits a column unbroken."""
    words = (word for words in _paragraphs((written(text),), style) for word in words)
    return max((word_width(word) * style.size for word in words), default=0.0)


def has_word_wider(line: Line, style: Style, wide: float) -> bool:
    """Say whether a paragraph has a word that does not fit a column of so many points unbroken."""
    text = "".join(run.text for run in line)
    most = wide / style.size  # no letter is wider than the type is high
    return any(len(word) > most for word in text.split()) and widest_word(text, style) > wide


def one_row(text: str, style: Style, tag: Element | None = None) -> Row:
    """Return a short text as one row, however wide it is."""
    made = rows((written(text),), style, float("inf"), tag)
    return made[0] if made else Row((), Element())


def draw_row(canvas: TaggedCanvas, row: Row, x: float, y: float, style: Style) -> None:
    """Draw one row with its base line at `y`; the canvas is told whose words they are."""
    if not row:
        return
    canvas.setFillColor(style.colour)
    if any(map(_is_fine, row)):
        turned.draw(canvas, row, x, y, style)
        return
    *before, last = _by_language(row, canvas.lang)
    for lang, pieces in before:
        _draw(canvas, pieces, x, y, style, row.tag, lang)
        x += word_width(pieces) * style.size
    _draw(canvas, last[1], x, y, style, row.tag, last[0], "" if row.is_inside else " ")


def _is_fine(piece: Piece) -> bool:
    return piece.fine is not None


def _by_language(row: Row, usual: str) -> Iterator[tuple[str, Sequence[Piece]]]:
    """Yield the row in stretches of one language each; nearly always it is one."""
    if len({piece.lang or usual for piece in row}) == 1:
        yield row[0].lang, row
        return
    for lang, pieces in groupby(row, lambda piece: piece.lang or usual):
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
    said = [*((known(one), text) for one, text in before), (known(face), signs + ending)]
    canvas.words(said, x, y, style.size)
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
