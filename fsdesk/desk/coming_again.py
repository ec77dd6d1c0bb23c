"""What others send of a plan that was erased here: held, let in again on purpose, or turned away."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import NamedTuple

from fsdesk.desk import erasures, standing
from fsdesk.desk.desk import Desk
from fsdesk.desk.found import HeldPlan
from fsdesk.desk.standing import NoSuchPlan
from fsdesk.errors import Held, Refused
from fsdesk.store import acts, aside, erasing, media, taking
from fsdesk.store.acts import Act
from fsdesk.store.edit_rows import Chained
from fsdesk.store.tx import Tx


class NotErased(Refused):
    """A plan that nobody erased here is to be let in again."""

    what = "This plan was not erased here."
    what_next = "Nothing was changed. The list of what was erased shows which plans were."
    in_window = "Nothing was changed. Look at the list of what was erased."


class LetIn(NamedTuple):
    """What came of letting a plan in again."""

    plan: str
    edits: int
    is_here: bool
    """Whether enough had come to read the plan; otherwise it waits for the next package."""


class ErasedHere(Held):
    """A document is of a plan that was erased here."""

    what_next = "Nothing was taken of it. To let it in on purpose, use “fsdesk plan let-in PLAN --yes”."
    in_window = "Nothing was taken of it. It can be let in on purpose, under what waits."


def check(tx: Tx, plan: str) -> None:
    """Raise ErasedHere for a plan that was erased here and not let in again."""
    known = erasing.of_plan(tx, plan)
    if known is not None and known.holds:
        raise ErasedHere(f"This plan was {says(known)}.")


def held(tx: Tx, plans: Iterable[str]) -> tuple[HeldPlan, ...]:
    """Return what to say of plans that came again: erased here on such a day."""
    erased = erasing.erased(tx)
    return tuple(HeldPlan(plan, aside.ERASED, says(erased[plan])) for plan in plans)


def says(erasure: erasing.Erasure) -> str:
    """Say since when a plan is erased here."""
    return f"erased here on {erasures.said(erasures.day_of(erasure))}"


def let_in(desk: Desk, plan: str) -> LetIn:
    """Let an erased plan in again, on purpose: what is held of it is taken, and what comes of it from now on.

    What was erased here stays erased; the words come from those who kept them. Raises NotErased.
    """
    at = desk.now()
    with desk.transaction() as tx:
        _check_erased(tx, plan)
        erasing.let_in(tx, plan, desk.name, at)
        packets = aside.packets(tx, plan)
        taken = [taking.take(tx, [Chained.of(one) for one in packet.edits]) for packet in packets]
        for packet in packets:
            for picture in packet.pictures:
                media.take(tx, picture)
        aside.release(tx, plan)
        is_here = _fold(tx, plan)
        acts.note(tx, Act(act=acts.LET_IN, plan=plan, who=desk.name, done_at=at))
    erasures.write_list(desk)
    return LetIn(plan, sum(one.new + one.filled for one in taken), is_here)


def _check_erased(tx: Tx, plan: str) -> None:
    if not erasing.is_erased(tx, plan):
        raise NotErased


def _fold(tx: Tx, plan: str) -> bool:
    with contextlib.suppress(NoSuchPlan):
        standing.put(tx, [standing.current(tx, plan)])
        return True
    return False


def turn_away(desk: Desk, plan: str) -> int:
    """Let go of what came again of an erased plan, and return how many packages had brought it. Raises NotErased."""
    with desk.transaction() as tx:
        _check_erased(tx, plan)
        count = aside.release(tx, plan)
        if count:
            acts.note(tx, Act(act=acts.TURNED_AWAY, plan=plan, who=desk.name, done_at=desk.now()))
    return count
