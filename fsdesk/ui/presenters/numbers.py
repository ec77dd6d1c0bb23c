"""The phone numbers to hand: for danger first, then those who help this family."""

from __future__ import annotations

from typing import NamedTuple

from fsdesk.plans import model as m
from fsdesk.plans.rules import reading
from fsdesk.plans.sheet.phrases import phrases


class Number(NamedTuple):
    """Whom one reaches, and how."""

    who: str
    reach: str


def right_now() -> str:
    """The numbers for danger, as the family's own page says them."""
    return phrases().text("public.unhappy.right_now")


def numbers_of(plan: m.Plan) -> tuple[Number, ...]:
    """The helpers of this plan who can be reached, in their order."""
    told = ((reading.helper_name(one), one) for one in plan.team if one.reach.strip())
    return tuple(
        Number(f"{name}, {one.role}" if one.role and one.role != name else name, one.reach)
        for name, one in told
    )
