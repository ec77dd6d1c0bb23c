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
    for i, sign in enumerate(one, start=1):
        before, row = row, _next_row(one, other, i, sign, before, row)
        if min(row) > slips:
            return False
    return row[-1] <= slips


def _next_row(one: str, other: str, i: int, sign: str, before: list[int], row: list[int]) -> list[int]:
    made = [i]
    for j, its in enumerate(other, start=1):
        best = min(row[j] + 1, made[j - 1] + 1, row[j - 1] + (sign != its))
        if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == its:
            best = min(best, before[j - 2] + 1)
        made.append(best)
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
