"""What a list shows of a plan, and by what it is found: names and first names, never safety or notes."""

from __future__ import annotations

from datetime import date

import msgspec

from fsdesk.plans.model.plan import Plan
from fsdesk.plans.search.words import bare


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one row in the list of families."""

    family: str
    people: tuple[str, ...] = ()
    neighbourhood: str = ""
    next_review: date | None = None


def listed(plan: Plan) -> Listed:
    """Return what a row shows. A family without a name of its own goes by its people's first names."""
    people = tuple(person.goes_by or person.name for person in plan.people if person.in_plan)
    return Listed(
        family=plan.family_name.strip() or _together(people) or plan.title,
        people=people,
        neighbourhood=plan.neighbourhood,
        next_review=plan.next_review.on if plan.next_review else None,
    )


def _together(people: tuple[str, ...]) -> str:
    return (
        people[0]
        if len(people) == 1
        else " and ".join([", ".join(people[:-1]), people[-1]])
        if people
        else ""
    )


def search_text(row: Listed, code: str) -> str:
    """Return the folded text that the list is searched by: one line a word that may be met."""
    return "\n".join(bare(words) for words in (row.family, *row.people, row.neighbourhood, code) if words)
