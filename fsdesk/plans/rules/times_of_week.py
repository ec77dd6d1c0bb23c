"""Nobody asked which times work, or something is planned at a time the family said is hard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_record, a_support, an_option, day
from fsdesk.plans.rules import reading, week
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, date, on

ID = "R-19"
PRINCIPLES = ("NP-05", "GP-FLEXIBLE", "NC-2.2", "TM")
SEVERITY = Severity.GAP
VERSION = 2
READS = (
    "people", "times_that_work", "times_that_do_not", "meetings", "options", "goals", "steps", "safety_between",
)  # fmt: skip

_Event = m.Meeting | m.Option | m.Step


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the times that work when none is named (gap), then whatever surely clashes with them (look).

    Any time is an answer. What is not known is left in peace, and so is what involves somebody from whom
    something is kept for safety.
    """
    if not plan.times_that_work:
        yield on("times_that_work", say="unasked")
    for where, event in _events(plan, today):
        people = _people(event)
        if _clashes(week.when_of(event), people, plan):
            about = (week.when_of(event), plan.times_that_work, plan.times_that_do_not)
            yield Seen(
                where=where,
                ids=(event.id,),
                about=about,
                say=_says(event),
                severity=Severity.LOOK,
                fill=_fill(event),
            )


def _events(plan: Plan, today: date) -> Iterator[tuple[str, _Event]]:
    kept = reading.kept_from(plan)
    found: list[tuple[str, _Event]] = [
        (f"/meetings/{index}", meeting)
        for index, meeting in enumerate(plan.meetings)
        if not meeting.held and meeting.kind is not m.MeetingKind.TEAM and _is_to_come(meeting, today)
    ]
    found += [(f"/options/{index}", option) for index, option in reading.chosen_help(plan)]
    found += [(f"/steps/{index}", step) for index, step in reading.open_steps(plan)]
    return ((where, event) for where, event in found if not _people(event) & kept)


def _is_to_come(meeting: m.Meeting, today: date) -> bool:
    return meeting.on is None or meeting.on >= today


def _people(event: _Event) -> frozenset[str]:
    if isinstance(event, m.Meeting):
        return event.with_whom
    return event.for_whom if isinstance(event, m.Option) else event.who


def _clashes(when: week.When, people: frozenset[str], plan: Plan) -> bool:
    hard = _of(people, plan.times_that_do_not)
    if any(week.is_at(when, time) for time in hard):
        return True
    working = _of(people, plan.times_that_work) if people else plan.times_that_work
    return week.is_outside(when, working)


def _of(people: frozenset[str], times: Iterable[m.TimeOfWeek]) -> list[m.TimeOfWeek]:
    return [time for time in times if time.person is None or time.person in people]


def _says(event: _Event) -> str:
    if isinstance(event, m.Meeting):
        return "meeting" if event.on else "some_meeting"
    return "help" if isinstance(event, m.Option) else "step"


def _fill(event: _Event) -> dict[str, str]:
    return {"day": f"{event.on.day} {event.on:%B}"} if isinstance(event, m.Meeting) and event.on else {}


def _meeting(days: int, at: str | None = "13:00", **over: Any) -> m.Meeting:
    return a_record(
        m.Meeting, **{"on": day(days), "at": at, "place": "library", "with_whom": "ailsa", **over}
    )


def _plan(*meetings: m.Meeting, **over: Any) -> Plan:
    weekdays = a_record(m.TimeOfWeek, id="work", slot=m.Slot.DAY)
    weekend = a_record(m.TimeOfWeek, id="weekend", slot=m.Slot.WEEKEND)
    friday = a_record(m.TimeOfWeek, id="hard", weekday=m.Weekday.FRIDAY, from_time="12:00", to_time="15:00")
    times = {"times_that_work": [weekdays, weekend], "times_that_do_not": [friday]}
    return a_plan(**{**times, "meetings": meetings, **over})


_MONDAY, _FRIDAY = 7, 11
_ANY = [a_record(m.TimeOfWeek, slot=m.Slot.ANY_TIME)]
_AILSAS_EVENING = a_record(m.TimeOfWeek, id="evening", slot=m.Slot.EVENING, person="ailsa")
_UNTIL_NOON = [
    a_record(m.TimeOfWeek, slot=m.Slot.DAY, to_time="12:00"),
    a_record(m.TimeOfWeek, id="weekend", slot=m.Slot.WEEKEND),
]
_HARD_DAYS = [a_record(m.TimeOfWeek, id="hard", slot=m.Slot.DAY)]
_IN_WORDS = [a_record(m.TimeOfWeek, words="When the wee ones sleep.")]

NOTICED = (
    Example("Nobody asked which times work.", a_plan(times_that_work=[]), ("/times_that_work",)),
    Example("It is on a Friday at one, which is hard.", _plan(_meeting(_FRIDAY)), ("/meetings/0",)),
    Example(
        "It is in an evening, and they named other times.",
        _plan(_meeting(_MONDAY, "19:00")),
        ("/meetings/0",),
    ),
    Example(
        "It is at two on a Monday, and they can come until noon.",
        _plan(_meeting(_MONDAY, "14:00"), times_that_work=_UNTIL_NOON),
        ("/meetings/0",),
    ),
    Example(
        "The day cannot move; it is said once and can be answered.",
        _plan(_meeting(_FRIDAY, fixed=True)),
        ("/meetings/0",),
    ),
    Example(
        "The help they chose is in the evening, and they named other times.",
        _plan(options=[a_support(slot=m.Slot.EVENING), an_option("Nothing")]),
        ("/options/0",),
    ),
)
QUIET = (
    Example("The help is at a weekend, as they like.", a_plan()),
    Example("It is on a Monday at one.", _plan(_meeting(_MONDAY))),
    Example(
        "It is on a Saturday at one, when they are free; the hard days are school days.",
        _plan(_meeting(_MONDAY + 5), times_that_do_not=_HARD_DAYS),
    ),
    Example("It is just after three, and the day suits them.", _plan(_meeting(_MONDAY, "15:10"))),
    Example(
        "Nothing says who comes, and evenings work for Ailsa.",
        _plan(
            _meeting(_MONDAY, "19:00", with_whom=()),
            times_that_work=[*_plan().times_that_work, _AILSAS_EVENING],
        ),
    ),
    Example("Any time suits.", _plan(_meeting(_MONDAY, "19:00"), times_that_work=_ANY)),
    Example("Their times are in words only.", _plan(_meeting(_MONDAY, "19:00"), times_that_work=_IN_WORDS)),
    Example("Nothing says at what time it is.", _plan(_meeting(_FRIDAY, None))),
    Example("It took place already.", _plan(_meeting(-3, held=True))),
    Example(
        "Something is kept from who is there, for safety.",
        _plan(
            _meeting(_FRIDAY, with_whom={"ewan"}),
            safety_between=[a_record(m.SafetyBetween, from_whom="ewan", about="ailsa")],
        ),
    ),
)
