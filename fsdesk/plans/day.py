"""One day of a plan as its worker may look at it with others in the room: visits, and what the worker promised."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from fsdesk.plans import model as m
from fsdesk.plans.ahead import OPEN_PROMISES, OPEN_STEPS
from fsdesk.plans.audience.look import Look
from fsdesk.plans.audience.sealed import hidden_words
from fsdesk.plans.tokens import Needles

PROMISES, STEPS = "promises", "steps"


class Visit(NamedTuple):
    """A meeting of this day. What must not be seen is left out, and that it was left out is said."""

    kind: m.MeetingKind
    at: str = ""
    """HH:MM, or nothing where only the part of the day was agreed."""
    slot: m.Slot | None = None
    place: str = ""
    place_kind: m.PlaceKind | None = None
    keeps_quiet: bool = False
    """Where it is, or what to bring, stands in the plan and is not told here."""
    bring: str = ""
    nth: int = 0
    """The how manieth meeting of its kind it is; 0 where nobody wrote down earlier ones."""
    since: date | None = None
    """For a review: the day of the one before, or of the plan's beginning."""


class Promised(NamedTuple):
    """Something that the worker said they would do by a day, and has not done."""

    collection: str
    record: str
    by_when: date
    what: str
    """Empty where the words are for few eyes only."""
    to: tuple[str, ...] = ()
    """The first names of those who were told."""


class Readings(NamedTuple):
    """A plan, and what it says where two people wrote the same field: what either hides is hidden."""

    plan: m.Plan
    others: tuple[m.Plan, ...] = ()

    @property
    def every(self) -> tuple[m.Plan, ...]:
        """The plan and its other readings."""
        return (self.plan, *self.others)


def visits_on(seen: Readings, day: date) -> list[Visit]:
    """Return the meetings of a day, the earliest first; the review agreed for that day is one of them.

    A place is told when nothing in any reading of the plan keeps it from anybody: no record that keeps one person
    safe from another, no sealed or addressed meeting, no word that gives a hidden place away. A home is told as such.
    """
    plan = seen.plan
    hidden = _hidden(seen)
    meetings = [one for one in plan.meetings if one.on == day and not one.held]
    found = [_visit(seen, one, hidden) for one in meetings]
    agreed = plan.next_review
    if agreed and agreed.on == day and all(one.kind is not m.MeetingKind.REVIEW for one in meetings):
        found.append(_review(seen, agreed, hidden))
    return sorted(found, key=lambda one: (not one.at, one.at))


def _visit(seen: Readings, meeting: m.Meeting, hidden: Needles) -> Visit:
    if not _is_open(meeting):
        return Visit(kind=meeting.kind, at=meeting.at or "", slot=meeting.slot, keeps_quiet=True)
    is_home = meeting.place_kind is m.PlaceKind.HOME  # told as such, never by an address
    place = "" if is_home else _place(seen, meeting.place, hidden)
    bring = "" if hidden.are_in(meeting.bring) else meeting.bring.strip()
    keeps_place = bool(meeting.place.strip()) and not place and not is_home
    return Visit(
        kind=meeting.kind,
        at=meeting.at or "",
        slot=meeting.slot,
        place=place,
        place_kind=meeting.place_kind,
        keeps_quiet=keeps_place or bool(meeting.bring.strip() and not bring),
        bring=bring,
        nth=_nth(seen.plan, meeting),
        since=_reviewed_on(seen.plan) if meeting.kind is m.MeetingKind.REVIEW else None,
    )


def _review(seen: Readings, agreed: m.NextReview, hidden: Needles) -> Visit:
    place = _place(seen, agreed.place, hidden)
    return Visit(
        kind=m.MeetingKind.REVIEW,
        at=agreed.at or "",
        place=place,
        keeps_quiet=bool(agreed.place.strip() and not place),
        since=_reviewed_on(seen.plan),
    )


def _place(seen: Readings, place: str, hidden: Needles) -> str:
    """Return a place as it may be told; nothing for one that stays in the plan."""
    if any(one.safety_between for one in seen.every) or hidden.are_in(place):
        return ""
    return place.strip()


def _nth(plan: m.Plan, meeting: m.Meeting) -> int:
    held = sum(one.held and one.kind is meeting.kind for one in plan.meetings)
    return held + 1 if held or plan.first_meeting else 0


def _reviewed_on(plan: m.Plan) -> date | None:
    return max((one.on for one in plan.reviews), default=plan.started_on)


def promised(seen: Readings, own: Collection[str], until: date) -> list[Promised]:
    """Return what these helpers promised by a day up to ``until`` and have not done, the earliest first."""
    hidden = _hidden(seen)
    found = [*_promises(seen.plan, own, hidden), *_steps(seen.plan, own, hidden)]
    return sorted((one for one in found if one.by_when <= until), key=lambda one: one.by_when)


def _promises(plan: m.Plan, own: Collection[str], hidden: Needles) -> Iterator[Promised]:
    called = {one.id: one.goes_by.strip() or one.name.strip() for one in plan.people}
    for one in plan.promises:
        is_own = one.by_whom is None or one.by_whom in own
        if one.by_when and is_own and one.state in OPEN_PROMISES:
            what = _words(one, one.what, hidden)
            to = sorted(called[who] for who in one.to_whom if called.get(who)) if what else ()
            yield Promised(PROMISES, one.id, one.by_when, what, tuple(to))


def _steps(plan: m.Plan, own: Collection[str], hidden: Needles) -> Iterator[Promised]:
    for one in plan.steps:
        if one.by_when and one.state in OPEN_STEPS and not one.who.isdisjoint(own):
            yield Promised(STEPS, one.id, one.by_when, _words(one, one.what, hidden))


def _words(record: m.Record, spans: Sequence[m.Span], hidden: Needles) -> str:
    text = m.text_of(tuple(spans)).strip()
    return text if _is_open(record) and not hidden.are_in(text) else ""


def _is_open(record: m.Record) -> bool:
    return not record.sealed and record.audience.to is m.Reach.ALL


def _hidden(seen: Readings) -> Needles:
    nobody = m.Person(id="nobody", name="", role=m.Role.HELPER)
    return hidden_words(Look(seen.plan, seen.every, nobody, m.PrintFormat.PLAN, False, frozenset()))
