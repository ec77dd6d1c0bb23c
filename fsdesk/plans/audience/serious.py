"""Serious worries (PG-4): on no page until the team lead has looked, and on a child's page one safe line."""

from __future__ import annotations

import msgspec

from fsdesk.plans.audience.look import Look
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.safety import Worry, WorryLevel


def concerning(look: Look) -> frozenset[str]:
    """Return the serious worries that concern this reader: the page waits for the lead.

    Whom a worry is about is concerned on every page but a child's own. A reader whom a safety record names
    never sees one, so nothing waits: it is not theirs.
    """
    if look.apart or look.format is PrintFormat.CHILD:
        return frozenset()
    return frozenset(
        worry.id for plan in look.versions for worry in plan.worries if _is_about(worry, look.reader.id)
    )


def _is_about(worry: Worry, reader_id: str) -> bool:
    return worry.level is WorryLevel.SERIOUS and reader_id in worry.about


def without_serious(plan: Plan, look: Look) -> Plan:
    """Return the plan without serious worries; for a child's page, with the child-safe lines alone."""
    serious = {one.id for each in look.versions for one in each.worries if one.level is WorryLevel.SERIOUS}
    if look.format is PrintFormat.CHILD:
        return msgspec.structs.replace(plan, worries=_safe_lines(look))
    return msgspec.structs.replace(plan, worries=tuple(one for one in plan.worries if one.id not in serious))


def _safe_lines(look: Look) -> tuple[Worry, ...]:
    return tuple(
        Worry(id=one.id, text=(), child_safe_line=one.child_safe_line)
        for one in look.plan.worries
        if look.reader.id in one.about and one.child_safe_line
    )
