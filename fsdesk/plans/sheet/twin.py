"""Gate PG-11: a page in another language shows what the English page shows, part by part, or it is not made."""

from __future__ import annotations

import enum
from typing import Any

import msgspec

from fsdesk.errors import Held
from fsdesk.plans.sheet.easy_rows import EasyRow
from fsdesk.plans.sheet.parts import Run
from fsdesk.plans.sheet.values import Sheet


class NotTwins(Held):
    """Two language copies of one page differ in what they show."""

    what = "PG-11 holds this page: its two language copies do not show the same parts."
    what_next = "Nothing was printed. Print it in English, and tell the makers of fsdesk."


def check(sheet: Sheet, english: Sheet) -> None:
    """Raise NotTwins unless both sheets have the same parts in the same order, each with words or without."""
    if shape(sheet) != shape(english):
        raise NotTwins


def shape(part: Any) -> Any:
    """Return what a part shows without its words: which blocks, how many rows, where words stand and where none."""
    if isinstance(part, enum.Enum | bool | int | float | bytes | None):
        return part
    if isinstance(part, str):
        return bool(part)
    if isinstance(part, tuple):
        if part and isinstance(part[0], Run):
            return "words"
        return tuple(shape(one) for one in part)
    if isinstance(part, EasyRow):
        return (part.picture, bool(part.lines))  # how many sentences say one thing is each language's own
    if isinstance(part, msgspec.Struct):
        return (type(part).__name__, *(shape(getattr(part, name)) for name in part.__struct_fields__))
    raise TypeError(type(part).__name__)
