"""How long plans are kept: the ones whose day has come or comes soon, and what a worker can do about each."""

from __future__ import annotations

import enum
from datetime import date, timedelta
from typing import Any, NamedTuple

import msgspec

from fsdesk.desk import plans, standing
from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from fsdesk.plans.merge import Current
from fsdesk.plans.model.plan import PlanState
from fsdesk.plans.model.worker import Retention
from fsdesk.store import plans as kept

SOON = timedelta(days=60)
"""A day comes soon when it is no further off than this: time to speak with the family first."""


class When(enum.StrEnum):
    """Where a plan's day stands."""

    COME = "come"
    SOON = "soon"


class Due(NamedTuple):
    """One plan whose day has come or comes soon."""

    plan: str
    family: str
    until: date
    reason: str
    """Why that day was chosen, in the words of whoever chose it."""
    when: When
    finished: bool
    """Support has ended for now; a plan that is still in use would rather have a later day."""

    @property
    def sentence(self) -> str:
        """What the day means, in one quiet sentence."""
        day = f"{self.until.day} {self.until:%B %Y}"
        if self.when is When.COME:
            return f"We said we would keep this plan until {day}. That day has come."
        return f"We said we would keep this plan until {day}."

    @property
    def next_steps(self) -> tuple[str, ...]:
        """What a worker can do, the likeliest first."""
        return (_IN_ORDER if self.finished else (*_IN_ORDER[1:2], _IN_ORDER[0], *_IN_ORDER[2:]))[
            : None if self.when is When.COME else 2
        ]


_IN_ORDER = (
    "Ask the family whether they would like a copy to keep, before it goes.",
    "Keep it longer: choose another day, and say why.",
    "Erase it, when nobody needs it any more.",
)


class NotADay(Refused):
    """A plan is to be kept until a day that has passed."""

    what = "That day has gone by already."
    what_next = "Nothing was changed. Choose a day to come, or erase the plan."


def due(desk: Desk, within: timedelta = SOON) -> list[Due]:
    """Return the plans whose day has come or comes within a time from the desk's today, the earliest first."""
    standing.caught_up(desk)
    last = desk.today + min(within, date.max - desk.today)
    with desk.reading() as tx:
        found = kept.kept_until(tx, last.isoformat())
        return [_due(desk, line, standing.kept(tx, line.id).retention) for line in found]


def _due(desk: Desk, line: kept.PlanLine, retention: Retention | None) -> Due:
    until = date.fromisoformat(line.retention_on or "")
    return Due(
        plan=line.id,
        family=standing.row_of(line).listed.family,
        until=until,
        reason=retention.reason if retention else "",
        when=When.COME if until <= desk.today else When.SOON,
        finished=line.state == PlanState.FINISHED_FOR_NOW,
    )


def keep_until(desk: Desk, plan: str, until: date, reason: str = "") -> Current:
    """Keep a plan until another day, and note why. Raises NoSuchPlan, NotADay."""
    if until <= desk.today:
        raise NotADay
    seen = plans.current(desk, plan)
    wanted = Retention(until=until, reason=reason.strip())
    return plans.save(desk, seen, msgspec.structs.replace(seen.plan, retention=wanted))


def as_json(one: Due) -> dict[str, Any]:
    """Return a line under the keys that `fsdesk plan retention --json` gives."""
    return {
        "plan": one.plan,
        "family": one.family,
        "until": one.until.isoformat(),
        "reason": one.reason,
        "when": one.when.value,
        "finished": one.finished,
        "sentence": one.sentence,
        "next_steps": list(one.next_steps),
    }
