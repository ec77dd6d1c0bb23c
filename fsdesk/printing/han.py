"""Where a line of Chinese may break: between any two signs, but never before a closing mark or after an opening one."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")
_NOT_FIRST = frozenset("。，、；：？！）》」』】〕”’…·,.;:?!)%")
_NOT_LAST = frozenset("（《「『【〔“‘(")


def has_han(text: str) -> bool:
    """Say whether a text has Chinese signs."""
    return _HAN.search(text) is not None


def units(text: str) -> Iterator[str]:
    """Yield a stretch without spaces in units that stay whole: a sign with its marks, a word or number of others."""
    unit = ""
    for sign in text:
        if unit and may_break(unit[-1], sign):
            yield unit
            unit = ""
        unit += sign
    if unit:
        yield unit


def may_break(before: str, after: str) -> bool:
    """Say whether a line may end between two signs."""
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return bool(_HAN.match(before) or _HAN.match(after))
