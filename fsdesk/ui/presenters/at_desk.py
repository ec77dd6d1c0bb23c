"""One open plan as it is worked on where the store is: read with its drafts, written, its drafts kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from fsdesk.desk import drafts, plans
from fsdesk.desk.drafts import Draft
from fsdesk.plans.edits import Intent
from fsdesk.plans.merge import Current, Version
from fsdesk.plans.model import Plan, Record
from fsdesk.ui.presenters import easy_writing
from fsdesk.ui.presenters.spots import Spot, kind_of

_encoder = msgspec.json.Encoder()


class OtherVersion(NamedTuple):
    """What somebody else wrote in the same place, without having seen what stands there."""

    who: str
    words: str


Others = Mapping[tuple[str, str, str], tuple[OtherVersion, ...]]
"""By collection, record and field."""


class Unsettled(NamedTuple):
    """A text that is not in the plan yet: where, what, where the cursor stands, and the record if that is new too."""

    spot: Spot
    text: str
    cursor: int
    record: Record | None = None


class Kept(NamedTuple):
    """A plan as the store has it, and the other versions of its texts that nobody has settled yet."""

    plan: Plan
    others: Others


class Opened(NamedTuple):
    """A plan as it was found, and what was being typed in it when it was last left."""

    kept: Kept
    unsettled: tuple[Unsettled, ...]
    has_easy_line: bool = False
    """Whether an easy line that was being typed is in the plan now."""


class PlanAtDesk:
    """Used on the desk's thread alone. Each write begins from the plan as it stands in the store."""

    def __init__(self, desk: Any, plan: str) -> None:
        self._desk = desk
        self._plan = plan

    def open(self) -> Opened:
        """Reads the plan and its drafts, and notes that it was opened. Raises NoSuchPlan."""
        has_easy_line = easy_writing.take_up(self._desk, self._plan)
        seen = plans.current(self._desk, self._plan)
        plans.opened(self._desk, self._plan)
        found = sorted(drafts.of_plan(self._desk, self._plan), key=lambda draft: draft.changed_at)
        return Opened(_kept(seen), tuple(_unsettled(draft) for draft in found), has_easy_line)

    def read(self) -> Kept:
        """Reads the plan as it stands now."""
        return _kept(plans.current(self._desk, self._plan))

    def write(self, wanted: Callable[[Plan], Plan], intent: Intent, settled: Iterable[Spot] = ()) -> Kept:
        """Makes the plan as it stands into the one wanted, as one edit; what it settles is a draft no more."""
        seen = plans.current(self._desk, self._plan)
        now = plans.save(self._desk, seen, wanted(seen.plan), intent)
        for spot in settled:
            self.let_go(spot)
        return _kept(now)

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


def _kept(now: Current) -> Kept:
    others = {
        (*differing.place, differing.field): tuple(_said(version) for version in differing.versions[1:])
        for differing in now.differing
    }
    return Kept(now.plan, others)


def _said(version: Version) -> OtherVersion:
    """A version in words: its texts where it is made of runs of text, and plainly what it says where not."""
    value = version.value
    runs = (
        [one["text"] for one in value if isinstance(one, dict) and "text" in one]
        if isinstance(value, list)
        else []
    )
    return OtherVersion(version.who, " ".join(runs) or str(value))


def _unsettled(draft: Draft) -> Unsettled:
    place = draft.place
    spot = Spot.of_draft(place.collection, place.record, place.field)
    return Unsettled(spot, draft.text, draft.cursor, _record(place.collection, draft.rest))


def _record(collection: str, rest: bytes | None) -> Record | None:
    """The new record that a draft belongs to, as it was begun."""
    kind = kind_of(collection)
    return msgspec.json.decode(rest, type=kind) if rest is not None and kind is not None else None
