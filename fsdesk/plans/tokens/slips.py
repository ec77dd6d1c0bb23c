"""How many slips of the pen lie between two short texts."""

from __future__ import annotations


def is_within(one: str, other: str, slips: int) -> bool:
    """Say whether at most so many slips turn one text into the other.

    A slip is a letter missing, added or changed, or two neighbours changed round (optimal string alignment).
    """
    if one == other:
        return True
    if abs(len(one) - len(other)) > slips or slips == 0:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i in range(1, len(one) + 1):
        before, row = row, _next_row(one, other, i, slips, before, row)
        if min(row) > slips:
            return False
    return row[-1] <= slips


def _next_row(one: str, other: str, i: int, slips: int, before: list[int], row: list[int]) -> list[int]:
    """Return the slips between the first `i` signs of one and every beginning of the other.

    Beginnings that differ in length by more than the slips forgiven are too far whatever they hold.
    """
    far = slips + 1
    made = [far] * (len(other) + 1)
    made[0] = i
    for j in range(max(1, i - slips), min(len(other), i + slips) + 1):
        best = min(row[j] + 1, made[j - 1] + 1, row[j - 1] + (one[i - 1] != other[j - 1]))
        if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
            best = min(best, before[j - 2] + 1)
        made[j] = best
    return made


def is_inside(needle: str, text: str, slips: int) -> bool:
    """Say whether some stretch of the text is the needle with at most so many slips (Sellers' algorithm).

    For scripts in which words run together or carry their articles: no word boundary is asked for.
    """
    if needle in text:
        return True
    row = list(range(len(needle) + 1))
    for sign in text:
        last, row[0] = row[0], 0
        for j, its in enumerate(needle, start=1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (sign != its))
        if row[-1] <= slips:
            return True
    return False
