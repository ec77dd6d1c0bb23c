"""Whom the words of a returned sheet may reach: as they asked on it, and never further than what they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from fsdesk.plans.audience.readers import is_apart
from fsdesk.plans.model.base import EVERYONE, Audience, Reach, plain
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.reviews import PrintEdition
from fsdesk.plans.paper.boxes import Box
from fsdesk.plans.paper.form import Form, Typed
from fsdesk.plans.protective import most_protective

TEAM_ONLY = Audience(to=Reach.NAMED)
"""No reader at all: it stands on no paper, and the team has it."""
WORKER_ALONE = Audience(to=Reach.MY_WORKER)


class Reading(NamedTuple):
    """Who may read what a sheet says."""

    audience: Audience
    is_guarded: bool
    """Somebody should not see it, and who may is not settled: the words are for the worker alone."""
    is_apart: bool
    """The sheet is of a reader whom a safety record names."""
    plans: tuple[Plan, ...]
    """The plan in every version that it reads as, then and now."""

    @property
    def is_kept_apart(self) -> bool:
        """Whether what it says may give something away, so that nothing of the plan itself is changed unasked."""
        return self.is_guarded or self.is_apart or self.audience != EVERYONE

    def about(self, collection: str, record: str) -> Audience:
        """Return the narrowest audience of the sheet and of the record that an answer is about, in all versions."""
        return _narrowest([self.audience, *(_of(one) for one in self._records(collection, record))])

    def own(self, person: str | None) -> Audience:
        """Return the audience of what is between one person and the team."""
        only = Audience(to=Reach.NAMED, readers=frozenset({person} if person else ()))
        return _narrowest([self.audience, only])

    def is_for_all(self, collection: str, record: str) -> bool:
        """Say whether everybody in the plan reads a record."""
        return all(_of(one) == EVERYONE for one in self._records(collection, record))

    def as_kept(self, audience: Audience) -> Reading:
        """Return the same for a sheet that is kept already with an audience of its own."""
        return self._replace(audience=audience, is_guarded=audience.to is Reach.MY_WORKER)

    def _records(self, collection: str, record: str) -> list[object]:
        held = (one for plan in self.plans for one in (getattr(plan, collection) if collection else ()))
        return [one for one in held if one.id == record]


def reading(
    form: Form, typed: Sequence[Typed], boxes: Iterable[Box], sheet: PrintEdition, plans: Sequence[Plan]
) -> Reading:
    """Return who may read what a sheet says: what is asked on it counts at once, the narrowest of all it asks.

    "Only the team should read this sheet" is kept as said. A name under "who should not see this" leaves the words to
    the worker alone until the family and the worker settled who may see them (`Form.may_see`).
    """
    asked = {box.about for box in boxes for one in typed if one.where == box.number}
    is_guarded = "not_see" in asked and form.may_see is None
    apart = _is_apart(sheet.reader, plans)
    kept = [WORKER_ALONE] if is_guarded else []
    kept += [TEAM_ONLY] if "keep_in_team" in asked else []
    kept += (
        [Audience(to=Reach.NAMED, readers=frozenset({sheet.reader} if sheet.reader else ()))] if apart else []
    )
    settled = form.may_see if form.may_see is not None else None
    kept += [Audience(to=Reach.NAMED, readers=frozenset(settled))] if settled is not None else []
    return Reading(_narrowest([EVERYONE, *kept]), is_guarded, apart, tuple(plans))


def _is_apart(reader: str | None, plans: Sequence[Plan]) -> bool:
    known = [one for plan in plans for one in plan.people if one.id == reader]
    return any(is_apart(one, plans) for one in known)


def _of(record: object) -> Audience:
    return WORKER_ALONE if getattr(record, "sealed", False) else record.audience  # type: ignore[attr-defined]


def _narrowest(readings: Sequence[Audience]) -> Audience:
    return msgspec.convert(most_protective("narrowest", [plain(one) for one in readings]), Audience)
