"""What of a plan lies ahead, by days alone: kept beside its line, so that a day is told without reading every plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from fsdesk.plans import model as m
from fsdesk.plans.edits import BEGINNINGS
from fsdesk.plans.fold import State

OPEN_PROMISES = frozenset({m.PromiseState.OPEN, m.PromiseState.UNDER_WAY})
OPEN_STEPS = frozenset({m.StepState.TO_DO, m.StepState.DOING})


class Ahead(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The days of a plan on which something is to be done; no word of what."""

    worker: str = ""
    """The name of the plan's own worker, as the plan has it."""
    begun_on: str = ""
    """The laptop on which the plan was begun."""
    visits: tuple[date, ...] = ()
    """Days of meetings that did not take place yet."""
    promises: tuple[date, ...] = ()
    """Days by which somebody of the team promised something that is open."""
    sheet_on: date | None = None
    """When the review sheet was printed last, if that was after the last review."""
    is_over: bool = False
    """Whether the plan is finished for now."""


def ahead(plan: m.Plan, state: State) -> Ahead:
    """Return what lies ahead in a plan, whatever day it is."""
    return Ahead(
        worker=next((one.name for one in plan.team if one.id == plan.worker), ""),
        begun_on=_begun_on(state),
        visits=_days(one.on for one in plan.meetings if not one.held),
        promises=_days((*_promised(plan), *_to_do(plan))),
        sheet_on=sheet_on(plan),
        is_over=plan.state is m.PlanState.FINISHED_FOR_NOW,
    )


def sheet_on(plan: m.Plan) -> date | None:
    """Return when the review sheet was printed last, if that was after the last review."""
    sheets = (one for one in plan.print_editions if one.format is m.PrintFormat.REVIEW_SHEET)
    printed = max((one.on for one in sheets if one.on), default=None)
    looked = max((one.on for one in plan.reviews), default=None)
    return printed if printed and (looked is None or printed > looked) else None


def _begun_on(state: State) -> str:
    begun = ((one.lamport, key) for key, one in state.headers.items() if one.intent in BEGINNINGS)
    first = min(begun, default=None)
    return first[1].device if first else ""


def _promised(plan: m.Plan) -> Iterator[date | None]:
    team = {one.id for one in plan.team}
    return (
        one.by_when
        for one in plan.promises
        if one.state in OPEN_PROMISES and (one.by_whom is None or one.by_whom in team)
    )


def _to_do(plan: m.Plan) -> Iterator[date | None]:
    team = {one.id for one in plan.team}
    return (one.by_when for one in plan.steps if one.state in OPEN_STEPS and not team.isdisjoint(one.who))


def _days(found: Iterable[date | None]) -> tuple[date, ...]:
    return tuple(sorted({day for day in found if day is not None}))
