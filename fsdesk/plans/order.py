"""Places in a list as text that sorts: there is always room between two of them, and no clock decides."""

from __future__ import annotations

_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_FIRST, _LAST = _SIGNS[0], _SIGNS[-1]
_LENGTH = 4


def between(before: str, after: str) -> str:
    """Return a place after `before` and before `after`; an empty text stands for the end on that side.

    Raises ValueError when `before` is not before `after`.
    """
    if before and after and before >= after:
        raise ValueError("there is no place between these two")
    made = ""
    index = 0
    while True:
        low = _SIGNS.index(before[index]) if index < len(before) else 0
        high = _SIGNS.index(after[index]) if after and index < len(after) else len(_SIGNS)
        if high - low > 1:
            return made + _SIGNS[(low + high) // 2]
        made += _SIGNS[low]
        if high - low == 1:
            after = ""
        index += 1


def spread(count: int) -> list[str]:
    """Return `count` places in order, with room between them and at both ends."""
    step = len(_SIGNS) ** _LENGTH // (count + 1)
    if step == 0:
        raise ValueError("a list cannot hold that many")
    return [_written((index + 1) * step) for index in range(count)]


def _written(number: int) -> str:
    signs = []
    for _ in range(_LENGTH):
        number, rest = divmod(number, len(_SIGNS))
        signs.append(_SIGNS[rest])
    return "".join(reversed(signs)).rstrip(_FIRST) or _SIGNS[1]
