"""What was changed on this laptop and is in no package yet, and what became of the last package."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from fsdesk.desk import cards, clock, reach
from fsdesk.store.tx import Tx


class Changed(NamedTuple):
    """How far the edits of a plan go here, by laptop, and whether it may leave this laptop at all."""

    plan: str
    reach: Mapping[str, int]
    stays_here: bool


class LastPackage(NamedTuple):
    """The package that was sealed last: sealing, handing over and receiving are three things."""

    names: tuple[str, ...]
    """For whom, as their cards say; those whose cards are gone are left out."""
    sealed_at: datetime
    handed_over: bool
    received: bool
    """Whether everybody it was sealed to said so."""


def only_here(tx: Tx, own: Collection[str], found: Iterable[Changed]) -> frozenset[str]:
    """Return the plans of which the last thing written here is in no package; those that stay here are none of them.

    ``own`` are the ids that this laptop ever had. A package that was sealed counts, whether it arrived or not.
    """
    sealed = {device: _Sealed(device, reach.sent(tx)) for device in own}
    return frozenset(
        one.plan
        for one in found
        if not one.stays_here
        and any(
            not sealed[device].has(seq, one.plan) for device, seq in one.reach.items() if device in sealed
        )
    )


class _Sealed:
    """The packages that held edits of one laptop, in the order of their making."""

    def __init__(self, device: str, sent: Sequence[reach.Sent]) -> None:
        held = [covers for one in sent if device in (covers := reach.covers(one.made)).ranges]
        self._device, self._held = device, held
        self._until: list[int] = []
        for covers in held:
            last = covers.ranges[device][1]
            self._until.append(max(last, self._until[-1]) if self._until else last)

    def has(self, seq: int, plan: str) -> bool:
        """Say whether any of them held this edit; the search begins with the first that reached so far."""
        later = self._held[bisect_left(self._until, seq) :]
        return any(covers.has(self._device, seq, plan) for covers in later)


def last_package(tx: Tx) -> LastPackage | None:
    """Return the package that was sealed last on this laptop, if any was."""
    sent = reach.sent(tx)
    if not sent:
        return None
    last = sent[-1]
    known = {one.device: one.name for one in cards.everybody(tx)}
    return LastPackage(
        names=tuple(known[device] for device in last.to if device in known),
        sealed_at=clock.as_time(last.made.sealed_at),
        handed_over=last.made.handed_over_at is not None,
        received=bool(last.to) and last.received_by >= set(last.to),
    )
