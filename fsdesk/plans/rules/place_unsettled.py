"""Where to meet is not settled: no place, only offices, or nobody of the family said that it works."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_record, a_support, an_option, day
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, date

ID = "R-17"
PRINCIPLES = ("NP-04", "GP-COMMUNITY", "NC-2.2", "PL")
SEVERITY = Severity.LOOK
VERSION = 2
READS = ("meetings", "options", "goals", "places_that_suit", "households", "safety_between")

_BY_PHONE = (m.PlaceKind.PHONE, m.PlaceKind.ONLINE)
_Event = m.Meeting | m.Option


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the first coming meeting or chosen help whose place is missing, an office like all, or not agreed.

    Quiet wherever anything is kept from anybody for safety: a place is never suggested there.
    """
    if plan.safety_between:
        return
    events = _events(plan)
    placed = [event for _, event in events if _has_place(event)]
    only_offices = bool(placed) and all(event.place_kind is m.PlaceKind.OFFICE for event in placed)
    for where, event in events:
        if not _has_place(event) or only_offices or not _works(event, plan):
            say = "office" if only_offices and _has_place(event) else "default"
            about = (event.place, event.place_kind)
            yield Seen(where=where, ids=(event.id,), about=about, say=say)
            return


def _events(plan: Plan) -> list[tuple[str, _Event]]:
    """The meetings to come with the family, and the help they chose."""
    meetings: list[tuple[str, _Event]] = [
        (f"/meetings/{index}", meeting)
        for index, meeting in enumerate(plan.meetings)
        if not meeting.held and not meeting.fixed and meeting.kind is not m.MeetingKind.TEAM
    ]
    return meetings + [(f"/options/{index}", option) for index, option in reading.chosen_help(plan)]


def _has_place(event: _Event) -> bool:
    return bool(event.place.strip()) or event.place_kind is not None


def _works(event: _Event, plan: Plan) -> bool:
    agreed = isinstance(event, m.Option) and event.place_works
    return agreed or event.place_kind in _BY_PHONE or _suits(event, plan)


def _suits(event: _Event, plan: Plan) -> bool:
    """A name may be longer or shorter than the family's own; a kind alone is enough where nothing is named."""
    suiting = [place for place in plan.places_that_suit if place.works_for_us]
    homes = [home.label for home in plan.households]
    if not event.place.strip():
        at_home = event.place_kind is m.PlaceKind.HOME and bool(homes)
        return at_home or any(place.kind is event.place_kind for place in suiting)
    known = [*(place.name for place in suiting), *homes]
    return any(reading.same_name(event.place, name) for name in known)


def _meeting(households: Any = (), **over: Any) -> Plan:
    fields = {"on": day(9), "place": "library", "place_kind": m.PlaceKind.LIBRARY, "slot": m.Slot.WEEKEND}
    return a_plan(meetings=[a_record(m.Meeting, **{**fields, **over})], households=households)


def _support(**over: Any) -> Plan:
    return a_plan(options=[a_support(**over), an_option("Nothing for now")])


_OFFICE = {"place": "the office", "place_kind": m.PlaceKind.OFFICE}

NOTICED = (
    Example("The help they chose has no place.", _support(place="", place_kind=None), ("/options/0",)),
    Example("The meeting has no place.", _meeting(place="", place_kind=None), ("/meetings/0",)),
    Example(
        "Nobody said that the place works.", _support(place="the annexe", place_works=False), ("/options/0",)
    ),
    Example("All of it is at an office.", _support(**_OFFICE), ("/options/0",)),
)
QUIET = (
    Example("The library works for them.", a_plan()),
    Example("They meet at a place that suits.", _meeting()),
    Example("It is by phone.", _meeting(place="", place_kind=m.PlaceKind.PHONE)),
    Example("The same library is named in full.", _meeting(place="The library on Mill Street")),
    Example("It is at a library, and libraries suit.", _meeting(place="")),
    Example(
        "It is at home.",
        _meeting(place="", place_kind=m.PlaceKind.HOME, households=[a_record(m.Household, label="Our flat")]),
    ),
    Example(
        "They chose something of their own, and it needs no place from us.",
        a_plan(
            options=[
                an_option("Nothing for now"),
                an_option("Something of our own", form=None, choice=m.Choice.CHOSEN, chosen_by="ailsa"),
            ]
        ),
    ),
    Example("It took place already.", _meeting(place="", place_kind=None, held=True)),
    Example("It is a hospital day that cannot move.", _meeting(place="ward 4", place_kind=None, fixed=True)),
    Example("Nothing is chosen and no meeting is planned.", a_plan(options=[an_option()])),
    Example(
        "Something is kept from somebody for safety; no place is suggested.",
        a_plan(
            options=_support(place="", place_kind=None).options,
            safety_between=[a_record(m.SafetyBetween, from_name="Ewan", about="ailsa")],
        ),
    ),
)
