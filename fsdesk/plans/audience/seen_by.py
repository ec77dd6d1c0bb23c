"""Who sees a child's own page: those whom every word on it that is the child's own reaches."""

from __future__ import annotations

from fsdesk.plans.audience.look import Look, owners, records
from fsdesk.plans.audience.reach import audiences
from fsdesk.plans.audience.readers import is_apart
from fsdesk.plans.model.base import Reach
from fsdesk.plans.model.plan import Plan

_OWN = frozenset({"matters", "voices", "goals", "strengths", "marks", "rights"})


def seen_by(look: Look, shown: Plan) -> frozenset[str]:
    """Return the ids of the people of the plan, but the reader, who may see every one of the reader's own records.

    What is kept of each record's audience decides; a reader whom a safety record names is never among them.
    """
    everyone = frozenset(one.id for one in look.plan.people if one.in_plan) & trusted(look)
    kept = audiences(look)
    for collection, record in records(shown):
        if collection in _OWN and owners(collection, record) == {look.reader.id}:
            audience = kept[record.id]
            if audience.to is Reach.NAMED:
                everyone &= audience.readers
            elif audience.to is not Reach.ALL:
                return frozenset()
    return everyone - {look.reader.id}


def trusted(look: Look) -> frozenset[str]:
    """Return the ids of the people whom no safety record of any version names."""
    return frozenset(one.id for one in look.plan.people if not is_apart(one, look.versions))
