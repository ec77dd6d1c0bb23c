"""Erasing a plan at a family's wish or when its time has come, and how the store keeps to it afterwards."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from fsdesk.desk import backups, clock
from fsdesk.desk.backups import Kept
from fsdesk.desk.desk import Desk
from fsdesk.desk.standing import NoSuchPlan
from fsdesk.errors import Refused
from fsdesk.jobs import Progress, quiet
from fsdesk.store import acts, aside, edits, erasing, erasure_list, sweeping, thinning
from fsdesk.store import backups as backups_
from fsdesk.store.acts import Act
from fsdesk.store.erasing import Erasure
from fsdesk.store.tx import Tx


class AlreadyErased(Refused):
    """A plan was erased before."""

    def __init__(self, on: date) -> None:
        super().__init__(f"This plan was erased here on {said(on)}.", "There is nothing left of it to erase.")


class StillHolds(NamedTuple):
    """A backup that was made before a plan was erased, and the day on which it goes."""

    backup: Kept
    until: date


class Gone(NamedTuple):
    """What an erasure did."""

    plan: str
    on: date
    swept: bool
    """Every page of the store was written anew; where there was no room for that, the next opening does it."""
    listed: bool
    """The list beside the store says so too, for a restore of an older backup."""
    backup: Kept | None
    """The backup made since, which does not hold the plan; nothing where there was no room for one."""
    still: tuple[StillHolds, ...]


class Known(NamedTuple):
    """A plan that was erased here, as the list shows it."""

    erasure: Erasure
    on: date
    still: tuple[StillHolds, ...]
    waiting: int
    """Packages that brought it again since; what they brought is held."""


def said(on: date) -> str:
    """Return a day in words: 3 March 2026."""
    return f"{on.day} {on:%B %Y}"


def day_of(erasure: Erasure) -> date:
    """Return the day on which a plan was erased the last time, as it was here."""
    return clock.as_time(erasure.since).astimezone().date()


def erase(desk: Desk, plan: str, why: str = "", progress: Progress | None = None) -> Gone:
    """Erase a plan: whole when this returns, or not at all. It is never undone.

    Everything the plan says goes, also from the free pages of the store; its edits' places in the chain stay, and
    the list of erasures, the packages that were sealed and the acts. Backups made before go within 35 days. Raises
    NoSuchPlan, AlreadyErased, DiskFull; nothing was changed then.
    """
    tell = progress or quiet()
    tell.step(0, 3, "Erasing")
    at = desk.now()
    with desk.transaction() as tx:
        _erase(desk, tx, plan, why, at)
    desk.remembered = None
    tell = quiet()  # what follows cannot be stopped: the words are gone, and their traces go too
    swept, listed = _sweep(desk), write_list(desk)
    made = _backup(desk, at, tell)
    return Gone(plan, clock.as_time(at).astimezone().date(), swept, listed, made, _still(desk, at))


def _erase(desk: Desk, tx: Tx, plan: str, why: str, at: int) -> None:
    known = erasing.of_plan(tx, plan)
    if known is not None and known.holds:
        raise AlreadyErased(day_of(known))
    if not edits.of_plan(tx, plan):
        raise NoSuchPlan
    erasing.erase(tx, Erasure(plan=plan, erased_at=at, who=desk.name, why=why.strip(), turned_at=at))
    acts.note(tx, Act(act=acts.ERASED, plan=plan, who=desk.name, done_at=at))


def _sweep(desk: Desk) -> bool:
    try:
        sweeping.sweep_if_due(desk.store)
    except Refused:
        return False
    return True


def write_list(desk: Desk) -> bool:
    """Write the list of erasures beside the store, and say whether there was room for it."""
    with desk.reading() as tx:
        known = erasing.every(tx)
    original = desk.store.original()
    with original.key:
        try:
            erasure_list.write(original.folder, original.key, desk.facts.store, known)
        except OSError:
            return False
    return True


def _backup(desk: Desk, at: int, progress: Progress) -> Kept | None:
    """Make a backup that counts as later than the erasure, so that a restore need not reach back before it."""
    original = desk.store.original()
    with original.key, contextlib.suppress(Refused):
        later = clock.as_time(at + 1000)  # a backup is known by its second
        return backups_.make(original, backups_.AFTER_ERASING, later, progress)
    return None


def _still(desk: Desk, at: int) -> tuple[StillHolds, ...]:
    found = backups_.holding(backups.listed(desk.store.folder), clock.as_time(at))
    return tuple(StillHolds(one, _until(one.made_at)) for one in found)


def _until(made_at: datetime) -> date:
    return (made_at + thinning.REACH).astimezone().date()


def listing(desk: Desk) -> list[Known]:
    """Return every plan that is erased here, the earliest first, and which backups may hold it until when."""
    with desk.reading() as tx:
        known, waiting = erasing.every(tx), aside.waiting(tx)
    return [
        Known(one, day_of(one), _still(desk, one.since), waiting.get(one.plan, 0))
        for one in known
        if one.holds
    ]


def keep_to(desk: Desk) -> None:
    """Make an opened store keep to its list of erasures, and finish an erasure that was cut short.

    A store that was put back from an older backup by hand erases again what was erased since.
    """
    original = desk.store.original()
    with original.key:
        told = erasure_list.read(original.folder, original.key, desk.facts.store)
    with desk.reading() as tx:
        known = {one.plan: one for one in erasing.every(tx)}
    if any(one.plan not in known or one.turn > known[one.plan].turn for one in told):
        with desk.transaction() as tx:
            erasing.take_over(tx, told)
    if known or told:
        _sweep(desk)
        write_list(desk)


def gone_as_json(one: Gone) -> dict[str, Any]:
    """Return an erasure under the keys that `fsdesk plan erase --json` gives."""
    return {
        "plan": one.plan,
        "erased_on": one.on.isoformat(),
        "swept": one.swept,
        "listed": one.listed,
        "backup": None if one.backup is None else str(one.backup.folder),
        "still_in": _as_json(one.still),
    }


def known_as_json(one: Known) -> dict[str, Any]:
    """Return an erased plan under the keys that `fsdesk plan erased --json` gives."""
    return {
        "plan": one.erasure.plan,
        "erased_on": one.on.isoformat(),
        "who": one.erasure.turned_by or one.erasure.who,
        "why": one.erasure.why,
        "still_in": _as_json(one.still),
        "held": one.waiting,
    }


def _as_json(still: Sequence[StillHolds]) -> list[dict[str, Any]]:
    return [backups.as_json(one.backup) | {"until": one.until.isoformat()} for one in still]
