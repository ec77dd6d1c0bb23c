"""One open plan as it is worked on where the store is: read with its drafts, written, its drafts kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import msgspec

from fsdesk.desk import drafts, plans
from fsdesk.desk.drafts import Draft
from fsdesk.plans.edits import Intent
from fsdesk.plans.model import Plan, Record
from fsdesk.ui.presenters.spots import Spot, kind_of

_encoder = msgspec.json.Encoder()


class Unsettled(NamedTuple):
    """A text that is not in the plan yet: where, what, where the cursor stands, and the record if that is new too."""

    spot: Spot
    text: str
    cursor: int
    record: Record | None = None


class Opened(NamedTuple):
    """A plan as it was found, and what was being typed in it when it was last left."""

    plan: Plan
    unsettled: tuple[Unsettled, ...]
    differing: int


class PlanAtDesk:
    """Used on the desk's thread alone. Each write begins from the plan as it stands in the store."""

    def __init__(self, desk: Any, plan: str) -> None:
        self._desk = desk
        self._plan = plan

    def open(self) -> Opened:
        """Reads the plan and its drafts, and notes that it was opened. Raises NoSuchPlan."""
        seen = plans.current(self._desk, self._plan)
        plans.opened(self._desk, self._plan)
        found = sorted(drafts.of_plan(self._desk, self._plan), key=lambda draft: draft.changed_at)
        return Opened(seen.plan, tuple(_unsettled(draft) for draft in found), len(seen.differing))

    def read(self) -> Plan:
        """Reads the plan as it stands now."""
        return plans.current(self._desk, self._plan).plan

    def write(self, wanted: Callable[[Plan], Plan], intent: Intent, settled: Iterable[Spot] = ()) -> Plan:
        """Makes the plan as it stands into the one wanted, as one edit; what it settles is a draft no more."""
        seen = plans.current(self._desk, self._plan)
        now = plans.save(self._desk, seen, wanted(seen.plan), intent)
        for spot in settled:
            self.let_go(spot)
        return now.plan

    def keep(self, unsettled: Iterable[Unsettled]) -> None:
        """Keeps what is being typed. It is on the disk when this returns."""
        for one in unsettled:
            drafts.keep(
                self._desk,
                plan=self._plan,
                collection=one.spot.collection,
                record=one.spot.record,
                field=one.spot.draft_field,
                text=one.text,
                cursor=one.cursor,
                rest=None if one.record is None else _encoder.encode(one.record),
            )

    def let_go(self, spot: Spot) -> None:
        """Drops a draft."""
        drafts.let_go(
            self._desk,
            plan=self._plan,
            collection=spot.collection,
            record=spot.record,
            field=spot.draft_field,
        )


def _unsettled(draft: Draft) -> Unsettled:
    place = draft.place
    spot = Spot.of_draft(place.collection, place.record, place.field)
    return Unsettled(spot, draft.text, draft.cursor, _record(place.collection, draft.rest))


def _record(collection: str, rest: bytes | None) -> Record | None:
    """The new record that a draft belongs to, as it was begun."""
    kind = kind_of(collection)
    return msgspec.json.decode(rest, type=kind) if rest is not None and kind is not None else None
