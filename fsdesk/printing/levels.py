"""Which way each sign of a paragraph runs (UAX #9), with what is foreign to it set apart so that it stays whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from bidi import algorithm  # type: ignore[import-untyped]  # it has no stubs

from fsdesk.printing.directions import is_right_to_left

_APART = "\ufffc"
"""What stands for a stretch that is set apart, while the words round it are put in order."""
_JOINERS = str.maketrans("\u200c\u200d", "\u0640\u0640")
_TOKEN = re.compile(r"\+?[ln](?:(?:[lns]|(?<=n)c(?=n))*[ln])?")
_WITHIN = frozenset(" \u00a0'’.-–/@&")
_TRIMMED = " \u00a0:,،;·"

Piece = TypeVar("Piece")


def levels(text: str, langs: Sequence[str], base: int) -> list[int]:
    """Return the level of every sign: even runs to the right, odd to the left. `base` is 0 or 1.

    A stretch in a language of the other direction is set apart whole; so is every name, number and code in Latin
    letters within right-to-left words, that a comma between two names cannot change their places (PR-13).
    """
    apart = [(start, end, 1 - base) for start, end in _foreign(text, langs, base)]
    if base:
        apart += [(start, end, 0) for start, end in _tokens(text) if not _is_inside(start, apart)]
    return _resolved(text, sorted(apart), base)


def _foreign(text: str, langs: Sequence[str], base: int) -> Iterator[tuple[int, int]]:
    """Yield stretches whose language runs the other way and that have a letter at all."""
    end = 0
    for is_other, run in groupby(langs, lambda lang: bool(lang) and is_right_to_left(lang) != bool(base)):
        start, end = end, end + len(list(run))
        piece = text[start:end]
        if is_other and any(unicodedata.bidirectional(sign) in {"L", "R", "AL"} for sign in piece):
            left, right = len(piece) - len(piece.lstrip(_TRIMMED)), len(piece) - len(piece.rstrip(_TRIMMED))
            yield start + left, end - right


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    """Yield names, numbers and codes in letters that run to the right."""
    for found in _TOKEN.finditer("".join(map(_kind, text))):
        yield found.start(), found.end()


def _kind(sign: str) -> str:
    if sign == "+":
        return "+"
    if sign in ":,":
        return "c"
    if sign in _WITHIN:
        return "s"
    return {"L": "l", "EN": "n", "AN": "n", "NSM": "o"}.get(unicodedata.bidirectional(sign), "o")


def _is_inside(at: int, stretches: Sequence[tuple[int, int, int]]) -> bool:
    return any(start <= at < end for start, end, _ in stretches)


def _resolved(text: str, apart: Sequence[tuple[int, int, int]], base: int) -> list[int]:
    """Return the levels with each stretch apart standing as one sign among the others, then resolved on its own."""
    outer, at = [], 0
    for start, end, _ in apart:
        outer += [*text[at:start], _APART]
        at = end
    outer += [*text[at:]]
    found = iter(_plain("".join(outer), base))
    made: list[int] = []
    for start, end, direction in apart:
        made += [next(found) for _ in range(start - len(made))]
        around = next(found)
        inner = around + 1 if (around + 1) % 2 == direction else around + 2
        piece = text[start:end]
        inside = levels(piece, [""] * len(piece), direction) if direction else _plain(piece, 0)
        made += [level - direction + inner for level in inside]
    return [*made, *found]


def _plain(text: str, base: int) -> list[int]:
    """Return the levels of a text as the algorithm gives them."""
    if not text:
        return []
    held = algorithm.get_empty_storage()
    held["base_level"], held["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text.translate(_JOINERS), held)
    algorithm.explicit_embed_and_overrides(held)
    algorithm.resolve_weak_types(held)
    algorithm.resolve_neutral_types(held, False)
    algorithm.resolve_implicit_levels(held, False)
    found = [int(one["level"]) for one in held["chars"]]
    return found if len(found) == len(text) else [base] * len(text)


def in_order(pieces: Sequence[tuple[int, Piece]]) -> list[Piece]:
    """Return pieces of one line, given with their levels, in the order in which they are seen (rule L2)."""
    order = list(pieces)
    for level in range(max((one for one, _ in order), default=0), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and order[end][0] >= level:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = max(end, at + 1)
    return [piece for _, piece in order]
