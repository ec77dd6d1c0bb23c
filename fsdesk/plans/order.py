"""Places in a list as text that sorts: there is always room between two of them, and no clock decides."""

from __future__ import annotations

_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_FIRST = _SIGNS[0]
_LENGTH = 4
_ALL = len(_SIGNS) ** _LENGTH
_STRIDE = len(_SIGNS) ** 2
_LONGEST = 1_000
"""Signs of the longest place that is taken in; thousands of insertions into one gap do not reach it."""


def between(before: str, after: str) -> str:
    """Return a place after `before` and before `after`; an empty text stands for the end on that side.

    Raises ValueError when `before` is not before `after`.
    """
    if before and after and before >= after:
        raise ValueError("there is no place between these two")
    if bool(before) != bool(after):
        return _beyond(before, after)
    return _halfway(before, after)


def among(before: str, after: str, count: int) -> list[str]:
    """Return `count` places in order, all after `before` and before `after`; short ones, however many."""
    if not before and not after:
        return spread(count)
    if count < 1:
        return []
    middle = between(before, after)
    left = count // 2
    return [*among(before, middle, left), middle, *among(middle, after, count - left - 1)]


def spread(count: int) -> list[str]:
    """Return `count` places in order, with room between them and at both ends.

    Raises ValueError for more than 14 million.
    """
    step = _ALL // (count + 1)
    if step == 0:
        raise ValueError("a list cannot hold that many")
    return [_written((index + 1) * step) for index in range(count)]


def is_place(text: str) -> bool:
    """Say whether a text can stand for a place: there is room before and after it. An empty one is no place yet."""
    return not text or (text.isascii() and text.isalnum() and text[-1] != _FIRST and len(text) <= _LONGEST)


def _beyond(before: str, after: str) -> str:
    """Return a place at a list's end, a stride on, so that places stay short however often one is added there."""
    number = _number(before) + _STRIDE if before else _number(after) - _STRIDE
    return _written(number) if 0 < number < _ALL else _halfway(before, after)


def _halfway(before: str, after: str) -> str:
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


def _number(place: str) -> int:
    number = 0
    for sign in place[:_LENGTH].ljust(_LENGTH, _FIRST):
        number = number * len(_SIGNS) + _SIGNS.index(sign)
    return number


def _written(number: int) -> str:
    signs = []
    for _ in range(_LENGTH):
        number, rest = divmod(number, len(_SIGNS))
        signs.append(_SIGNS[rest])
    return "".join(reversed(signs)).rstrip(_FIRST)
