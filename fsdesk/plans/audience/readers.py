"""The one named reader of an edition (PG-1), and whether somebody must be kept safe from them."""

from __future__ import annotations

from collections.abc import Sequence

from fsdesk.errors import Refused
from fsdesk.plans.model.people import AgeBand, Person, Role, Whereabouts
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.tokens import needles_of


class NoSuchReader(Refused):
    """The plan has nobody of that id, so there is nobody to make a page for."""

    what = "This plan has nobody with that reader id."
    what_next = "Name one of the people in the plan; nothing was printed."


class NobodyToRead(Refused):
    """The plan has no carer to make a page for, and no reader was named."""

    what = "This plan has no carer to make a page for."
    what_next = "Name a reader from the plan's people; nothing was printed."


def default_reader(plan: Plan) -> str:
    """Return the id of the plan's first carer who is in the plan. Raises NobodyToRead without one."""
    carers = [person for person in plan.people if person.role is Role.CARER]
    in_plan = [person for person in carers if person.in_plan]
    if not carers:
        raise NobodyToRead
    return (in_plan or carers)[0].id


def named_reader(plan: Plan, reader_id: str) -> Person:
    """Return the person of that id. Raises NoSuchReader."""
    for person in plan.people:
        if person.id == reader_id:
            return person
    raise NoSuchReader


def can_take_paper(reader: Person) -> bool:
    """Say whether a page can be made for this person at all."""
    born = reader.born
    unborn = born is not None and (born.unborn or born.band is AgeBand.UNBORN)
    return not unborn and reader.whereabouts is not Whereabouts.DECEASED


def has_no_paper(reader: Person, versions: Sequence[Plan]) -> bool:
    """Say whether any version of the plan says that paper is not safe for this person (PG-9)."""
    return any(person.no_paper for plan in versions for person in plan.people if person.id == reader.id)


def is_apart(reader: Person, versions: Sequence[Plan]) -> bool:
    """Say whether any version of the plan names this reader as one who must not learn something (PG-2)."""
    return any(
        reader.id in record.from_whom or _is_named(reader, record.from_name)
        for plan in versions
        for record in plan.safety_between
    )


def _is_named(reader: Person, name: str) -> bool:
    looked_for = needles_of([reader.name, reader.goes_by], parts=False)
    return bool(name) and looked_for.are_in(name)
