"""What is being typed, kept within a second and outside history, so that a closed lid loses nothing."""

from __future__ import annotations

from fsdesk.desk.desk import Desk
from fsdesk.desk.standing import NoSuchPlan
from fsdesk.store import drafts, erasing
from fsdesk.store.drafts import Draft, DraftPlace

__all__ = ["Draft", "DraftPlace", "every", "keep", "let_go", "of_plan"]


def keep(
    desk: Desk,
    *,
    plan: str,
    collection: str,
    record: str,
    field: str,
    text: str,
    cursor: int,
    rest: bytes | None = None,
) -> None:
    """Keep a field as it is being typed, with whatever else its card holds; it is on the disk when this returns.

    Raises NoSuchPlan for one that was erased meanwhile.
    """
    place = _place(desk, plan, collection, record, field)
    with desk.transaction() as tx:
        if erasing.is_erased(tx, plan):
            raise NoSuchPlan
        drafts.keep(tx, Draft(place=place, text=text, cursor=cursor, rest=rest, changed_at=desk.now()))


def let_go(desk: Desk, *, plan: str, collection: str, record: str, field: str) -> None:
    """Drop a draft: it became an edit, or its writer did not want it."""
    with desk.transaction() as tx:
        drafts.let_go(tx, _place(desk, plan, collection, record, field))


def every(desk: Desk) -> list[Draft]:
    """Return the drafts of all plans."""
    with desk.reading() as tx:
        return drafts.every(tx)


def of_plan(desk: Desk, plan: str) -> list[Draft]:
    """Return the drafts of one plan."""
    with desk.reading() as tx:
        return drafts.of_plan(tx, plan)


def _place(desk: Desk, plan: str, collection: str, record: str, field: str) -> DraftPlace:
    return DraftPlace(plan, collection, record, field, desk.device)
