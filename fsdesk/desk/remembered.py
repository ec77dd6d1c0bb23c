"""The plan that was read or written last, kept folded while its store is open: a save need not fold it again."""

from __future__ import annotations

from typing import NamedTuple

from fsdesk.desk import standing
from fsdesk.desk.desk import Desk
from fsdesk.plans import growing
from fsdesk.plans.edits import Edit
from fsdesk.plans.merge import Current
from fsdesk.store import edits, stamps
from fsdesk.store.stamps import Stamp
from fsdesk.store.tx import Tx


class Remembered(NamedTuple):
    """One folded plan, and what the store held of its edits when it was folded."""

    plan: str
    stamp: Stamp
    now: Current


def current(desk: Desk, plan: str) -> Current:
    """Return a plan as it stands: as remembered where nothing came since, else folded anew. Raises NoSuchPlan."""
    with desk.reading() as tx:
        stamp = stamps.of_plan(tx, plan)
        known = _known(desk, plan, stamp)
        now = standing.current(tx, plan) if known is None else known
    desk.remembered = Remembered(plan, stamp, now)
    return now


def append(desk: Desk, tx: Tx, edit: Edit) -> Remembered:
    """Add this laptop's next edit to the store, and return the plan with it.

    It is for the caller to remember that, once the transaction is on the disk.
    """
    plan = edit.header.plan
    known = _known(desk, plan, stamps.of_plan(tx, plan))
    edits.append(tx, edit)
    now = None if known is None else growing.grown(known, edit)
    if now is None:
        now = standing.current(tx, plan)
    standing.put(tx, [now])
    return Remembered(plan, stamps.of_plan(tx, plan), now)


def _known(desk: Desk, plan: str, stamp: Stamp) -> Current | None:
    held = desk.remembered
    if held is None or held.plan != plan:
        return None
    if held.stamp != stamp:
        desk.remembered = (
            None  # others wrote, or something was erased: nothing of the earlier state stays here
        )
        return None
    return held.now
