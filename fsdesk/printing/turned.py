"""Words that run both ways or whose letters join: cut where the direction turns, shaped, drawn where they are seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby

from fsdesk.printing.canvas import TaggedCanvas
from fsdesk.printing.fonts import known, width
from fsdesk.printing.levels import in_order, levels
from fsdesk.printing.pieces import Fine, Piece, Row, Word
from fsdesk.printing.shaping import shape
from fsdesk.printing.styles import Style

_NBSP = "\u00a0"


def is_fine(words: Iterable[Word]) -> bool:
    """Say whether a paragraph has letters that are joined, or signs that are not drawn one after the other."""
    return any(piece.face.is_joined for word in words for piece in word)


def arranged(words: Sequence[Word], *, is_turned: bool) -> list[Word]:
    """Return the words of a paragraph with every piece in one direction, its letters shaped and measured."""
    text, langs = _text(words), list(_langs(words))
    found = levels(text, langs, int(is_turned))
    made, at = [], 0
    for number, word in enumerate(words):
        gap = found[at] if number and not word[0].is_tight else None
        at += 1 if gap is not None else 0
        pieces: list[Piece] = []
        for piece in word:
            pieces += _cut(piece, found[at : at + len(piece.text)])
            at += len(piece.text)
        first = pieces[0]
        assert first.fine is not None  # noqa: S101 - says to the type checker what `_shaped` gave it
        made.append((first._replace(fine=first.fine._replace(gap=gap or 0)), *pieces[1:]))
    return made


def _text(words: Sequence[Word]) -> str:
    said = ""
    for word in words:
        said += "".join([" " if said and not word[0].is_tight else "", *(piece.text for piece in word)])
    return said


def _langs(words: Sequence[Word]) -> Iterator[str]:
    """Yield the language of every sign; a space between two words of one language is of that language."""
    before = ""
    for at, word in enumerate(words):
        if at and not word[0].is_tight:
            yield word[0].lang if word[0].lang == before else ""
        for piece in word:
            yield from [piece.lang] * len(piece.text)
            before = piece.lang


def _cut(piece: Piece, found: Sequence[int]) -> Iterator[Piece]:
    """Yield a piece in parts of one level each."""
    at = 0
    for level, run in groupby(found):
        end = at + len(list(run))
        part = piece._replace(text=piece.text[at:end], is_tight=piece.is_tight and at == 0)
        yield shaped(part, level)
        at = end


def shaped(piece: Piece, level: int) -> Piece:
    """Return a piece of one level, measured as it will be drawn."""
    if not piece.face.is_joined and level % 2 == 0:
        wide = width(piece.text, piece.face)
        return piece._replace(wide=wide, fine=Fine(level))
    made = shape(piece.text.replace(_NBSP, " "), piece.face, piece.lang, is_turned=level % 2 == 1)
    return piece._replace(wide=made.wide, fine=Fine(level, glyphs=made.glyphs))


def draw(canvas: TaggedCanvas, row: Row, x: float, y: float, style: Style) -> None:
    """Draw a row piece by piece as it is read, each where it is seen; what it says is told beside its shapes."""
    numbered = [(piece.fine.level if piece.fine else 0, at) for at, piece in enumerate(row)]
    order = in_order(numbered)
    starts = accumulate((row[at].wide * style.size for at in order), initial=x)
    places = dict(zip(order, starts, strict=False))
    stretches = [
        (lang, list(run)) for lang, run in groupby(range(len(row)), lambda at: row[at].lang or canvas.lang)
    ]
    for number, (lang, run) in enumerate(stretches):
        start = canvas.drawn()
        for at in run:
            _draw(canvas, row[at], places[at], y, style)
        said = "".join(row[at].text for at in run).replace(_NBSP, " ")
        is_last = number == len(stretches) - 1
        if canvas.drawn() > start:
            ending = " " if is_last and not row.is_inside else ""
            canvas.belongs(start, row.tag, lang, said + ending)


def _draw(canvas: TaggedCanvas, piece: Piece, x: float, y: float, style: Style) -> None:
    if piece.fine and piece.fine.glyphs:
        canvas.glyphs(known(piece.face), piece.fine.glyphs, x, y, style.size)
    elif not piece.text.isspace():
        canvas.words([(known(piece.face), piece.text.replace(_NBSP, " "))], x, y, style.size)
