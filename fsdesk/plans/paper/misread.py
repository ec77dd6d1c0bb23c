"""A code that somebody typed or photographed: what it says, and where it was misread."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from fsdesk.errors import Refused
from fsdesk.plans import codes, paper_code
from fsdesk.plans.paper_code import PaperCode

_EIGHT = re.compile(r"(?:FSD1\*)?([0-9A-Z]{4})[\s-]?([0-9A-Z]{4})(?![0-9A-Z])")
_REST = re.compile(r"\d+|(?<![^\W\d_])[A-Z](?![^\W\d_])")
_SPOKEN = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


class NotACode(Refused):
    """What was typed is no code of a sheet, or not all of it."""

    what = "That is not the whole code of a sheet."
    what_next = "Type code, version, letter and side as they stand on it: K7QM-3TXH, version 4, B, side 1."


class Misread(Refused):
    """A sign of the plan code was misread: its check sign does not fit."""

    what = "One sign of that plan code was misread: its eight signs do not fit together."
    what_next = "Look at the sheet once more. A code has no I, L, O or U."


def read(text: str, known: Iterable[str] = ()) -> PaperCode:
    """Return what a typed code or the text of a square says; words of any language between its parts are passed over.

    Raises Misread, which names the sign where one of the `known` plan codes tells it, and NotACode.
    """
    said = _plain(text)
    found = paper_code.read(said) or _loosely(said)
    if found is not None:
        return found
    eight = _EIGHT.match(said)
    if eight is None:
        raise NotACode
    code = codes.tidy(eight[1] + eight[2])
    if codes.is_right(code):
        raise NotACode
    raise Misread(_which(code, known))


def _plain(text: str) -> str:
    """Return a text in capitals, its digits ours, without the marks that turn the direction of writing."""
    kept = (one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) != "Cf")
    return "".join(str(unicodedata.decimal(one, one)) for one in kept).strip().upper()


def _loosely(said: str) -> PaperCode | None:
    """Return a code between whose parts stand the words of another language."""
    eight = _EIGHT.match(said)
    if eight is None or said.startswith("FSD1"):
        return None
    parts = _REST.findall(said[eight.end() :])
    return paper_code.read(" ".join((eight[1] + eight[2], *parts)))


def _which(code: str, known: Iterable[str]) -> str | None:
    """Return a sentence that names the sign, or nothing where it cannot be told."""
    signs = code.replace("-", "")
    odd = [at for at, sign in enumerate(signs) if sign not in codes.SIGNS]
    if odd:
        return f"The {_SPOKEN[odd[0]]} sign of that plan code, {signs[odd[0]]}, is in no code."
    near = [one for one in sorted(set(known)) if _apart(signs, one) is not None]
    if len(near) != 1:
        return None
    places = _apart(signs, near[0]) or ()
    if len(places) == 1:
        meant = near[0].replace("-", "")[places[0]]
        which = f"The {_SPOKEN[places[0]]} sign of that plan code does not fit"
        return f"{which}: a plan here has {meant} there, {near[0]}."
    first, second = (_SPOKEN[at] for at in places)
    return f"The {first} and {second} signs of that plan code stand the other way round in {near[0]}."


def _apart(signs: str, code: str) -> tuple[int, ...] | None:
    """Return where two codes differ when one misread sign, or two swapped ones, make all the difference."""
    other = code.replace("-", "")
    places = tuple(at for at, (one, two) in enumerate(zip(signs, other, strict=False)) if one != two)
    if len(other) != len(signs) or not places:
        return None
    if len(places) == 1:
        return places
    swapped = len(places) == 2 and [signs[at] for at in places] == [other[at] for at in reversed(places)]
    return places if swapped else None
