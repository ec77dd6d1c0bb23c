"""No day is set to look at the plan together again, or it has passed, or it is far off."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_plan_with_a_serious_worry, a_record, a_serious_worry, day
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, date, on

ID = "R-21"
PRINCIPLES = ("NP-05", "GP-FLEXIBLE", "SP-5", "SP-2")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("next_review", "reviews", "meetings", "worries", "state", "started_on", "versions")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the next review when it is not set, has passed, or lies more weeks ahead than the pack says.

    A serious worry brings it nearer; the family may ask for longer; a plan finished for now needs none. A laptop
    whose clock runs behind what the plan itself records does not make a review look far off.
    """
    if plan.state is m.PlanState.FINISHED_FOR_NOW:
        return
    planned = _planned(plan, today)
    if planned is None:
        yield on("next_review", say="none")
    elif planned < today:
        yield on("next_review", say="passed", about=(planned,))
    elif not _may_wait(plan) and _is_far(plan, planned, today, pack):
        yield on("next_review", say="far", about=(planned,))


def _planned(plan: Plan, today: date) -> date | None:
    """The day that counts: a coming one where there is any, else the last that was set."""
    set_days = [plan.next_review.on] if plan.next_review else []
    set_days += [review.next_on for review in plan.reviews if review.next_on]
    set_days += [
        meeting.on
        for meeting in plan.meetings
        if meeting.kind is m.MeetingKind.REVIEW and meeting.on and not meeting.held
    ]
    if plan.next_review and plan.next_review.on >= today:
        return plan.next_review.on
    return min((day for day in set_days if day >= today), default=max(set_days, default=None))


def _may_wait(plan: Plan) -> bool:
    return plan.next_review is not None and plan.next_review.family_asked_for_longer


def _is_far(plan: Plan, planned: date, today: date, pack: Pack) -> bool:
    serious = any(worry.level is m.WorryLevel.SERIOUS for worry in plan.worries)
    limits = pack.thresholds
    weeks = limits.review_weeks_with_serious_worry if serious else limits.review_weeks
    return min((planned - day).days for day in _known_days(plan, planned, today)) > 7 * weeks


def _known_days(plan: Plan, planned: date, today: date) -> list[date]:
    """Today, and the days the plan itself records before the review: a clock may be wrong, these are not."""
    recorded = [review.on for review in plan.reviews] + [
        version.on for version in plan.versions if version.on
    ]
    recorded += [plan.started_on] if plan.started_on else []
    return [today, *(day for day in recorded if today < day <= planned)]


def _on(days: int, **over: object) -> m.NextReview:
    return m.NextReview(on=day(days), **over)  # type: ignore[arg-type]


_REVIEW = m.MeetingKind.REVIEW

NOTICED = (
    Example("No day is set.", a_plan(next_review=None), ("/next_review",)),
    Example("The day has passed.", a_plan(next_review=_on(-1)), ("/next_review",)),
    Example("It is more than twelve weeks off.", a_plan(next_review=_on(85)), ("/next_review",)),
    Example(
        "There is a serious worry, and it is more than six weeks off.",
        a_plan_with_a_serious_worry(a_serious_worry(), next_review=_on(43)),
        ("/next_review",),
    ),
)
QUIET = (
    Example("It is six weeks off.", a_plan()),
    Example("It is today.", a_plan(next_review=_on(0))),
    Example("It is twelve weeks off to the day.", a_plan(next_review=_on(84))),
    Example("The family asked for longer.", a_plan(next_review=_on(120, family_asked_for_longer=True))),
    Example("It is finished for now.", a_plan(next_review=None, state=m.PlanState.FINISHED_FOR_NOW)),
    Example(
        "The day passed, and a new meeting to review is booked.",
        a_plan(next_review=_on(-3), meetings=[a_record(m.Meeting, on=day(9), kind=_REVIEW)]),
    ),
    Example(
        "The laptop's clock is years behind.",
        a_plan(state=m.PlanState.READY),
        today=date(1970, 1, 1),
    ),
)
