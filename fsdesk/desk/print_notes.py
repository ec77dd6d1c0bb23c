"""What a worker is told beside a print: more sides than it is meant to have, numbers that nobody checked for long."""

from __future__ import annotations

from collections.abc import Iterator

from fsdesk.desk.prints import Prepared
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet import public
from fsdesk.plans.sheet.values import Profile

MOST_SIDES = {
    PrintFormat.PLAN: 6,
    PrintFormat.LARGE_PRINT: 12,
    PrintFormat.EASY_READ: 8,
    PrintFormat.CHILD: 2,
    PrintFormat.REVIEW_SHEET: 2,
}
"""How many sides a document is meant to have at most (PR-18; large print is twice the plan)."""


def notes(prepared: Prepared) -> Iterator[str]:
    """Yield what the worker should know of a print, one plain line each; nothing of the plan is in it."""
    most, sides = MOST_SIDES.get(prepared.edition.format), _sides(prepared.pdf)
    if most is not None and sides > most:
        yield f"This print has {sides} sides; it is meant to have {most} at most. Nothing was made smaller to fit."
    if prepared.sheet.profile is Profile.DYSLEXIA:
        yield "Matt cream paper makes this easier to read than white."
    if public.is_old(prepared.edition.today):
        yield "The public numbers on it were last checked more than a year ago. Ring one before you hand it over."


def _sides(pdf: bytes) -> int:
    from fsdesk.printing.pictures import count  # loaded only when something is printed

    return count(pdf)
