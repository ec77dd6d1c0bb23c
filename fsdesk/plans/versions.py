"""Versions of a plan: a number and how far each laptop's edits went, made when a plan is agreed or printed."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from fsdesk.plans.edits import Header, Intent
from fsdesk.plans.merge import Current
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.reviews import PlanVersion

_PAPER_ONLY = frozenset({str(Intent.PRINTED)})
"""Edits that only note what was printed: they make no new version of what the family reads."""


def newest(plan: Plan) -> PlanVersion | None:
    """Return the version with the highest number, or nothing when there is none yet."""
    return max(plan.versions, key=lambda one: one.number, default=None)


def number_of(now: Current) -> int:
    """Return the number of the version that the plan as it stands is: the newest one's, or one more once it changed.

    A version from a document names no edits; it stands until something is written here.
    """
    last = newest(now.plan)
    if last is None:
        return 1
    return last.number + 1 if _has_changed(last, now.state.headers.values()) else last.number


def _has_changed(last: PlanVersion, headers: Iterable[Header]) -> bool:
    telling = [one for one in headers if one.intent not in _PAPER_ONLY]
    if not last.frontier:
        return any(one.intent not in (Intent.IMPORTED, Intent.BEGAN) for one in telling)
    return any(one.seq > last.frontier.get(one.device, 0) for one in telling)


def with_version(now: Current, made: PlanVersion) -> Plan:
    """Return the plan with a version noted, unless its number is noted already."""
    plan = now.plan
    if any(one.number == made.number for one in plan.versions):
        return plan
    return msgspec.structs.replace(plan, versions=(*plan.versions, made))
