"""The rows of Today, as they are read on that day: a day that has passed asks for a new one, without reproach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from fsdesk.desk.glancing import Family
from fsdesk.desk.today import PromiseTo, ReviewOf, Today, VisitTo
from fsdesk.desk.unsent import LastPackage
from fsdesk.plans import model as m
from fsdesk.ui.presenters.dates import plain_day, said_coming, said_day, said_weekday
from fsdesk.ui.presenters.entries import together
from fsdesk.ui.presenters.inside import in_a_sentence

READY = "Everything you need is on this laptop."
REVIEW = "review"
FIND, PRINTED, TO_PRINT = "Find a new date", "Sheet printed", "Sheet to print"
QUIET = "The rest is in the plan."
FEW_EYES = "Something you promised. What it is stands in the plan."
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
_NTH = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
_SLOTS = {
    m.Slot.EARLY_MORNING: "Early",
    m.Slot.DAY: "Daytime",
    m.Slot.AFTER_SCHOOL: "After school",
    m.Slot.EVENING: "Evening",
}
_KINDS = {m.MeetingKind.SUPPORT: "Support", m.MeetingKind.TEAM: "With the team around the family"}
_PLACES = {m.PlaceKind.HOME: "At home", m.PlaceKind.PHONE: "By phone", m.PlaceKind.ONLINE: "Online"}
_WEEK = 7


class VisitRow(NamedTuple):
    """A visit of today."""

    plan: str
    section: str
    """Where its plan opens; empty for where plans begin."""
    time: str
    family: str
    about: str
    place: str
    is_next: bool

    @property
    def said(self) -> str:
        """What opening it is called to a listener."""
        return ", ".join(
            part for part in (f"Open {in_a_sentence(self.family)}", self.time, self.place) if part
        )


class ReviewRow(NamedTuple):
    """A review whose day has passed, or comes soon."""

    plan: str
    family: str
    when: str
    state: str
    ink: str

    @property
    def said(self) -> str:
        """What opening it is called to a listener."""
        return f"{self.state}: {in_a_sentence(self.family)}, {in_a_sentence(self.when)}"


class PromiseKey(NamedTuple):
    """Which record of which plan a promise is."""

    plan: str
    collection: str
    record: str


class PromiseRow(NamedTuple):
    """Something that was promised by a day."""

    key: PromiseKey
    what: str
    about: str
    is_done: bool = False


class SentRow(NamedTuple):
    """What is only on this laptop, in a sentence or two."""

    text: str
    can_prepare: bool


def sentence(today: Today) -> str:
    """How many families are seen today."""
    count = len({one.to.plan for one in today.visits})
    if not count:
        return READY
    return f"{counted(count)} {'family' if count == 1 else 'families'} today. {READY}"


def counted(count: int) -> str:
    """A number in words as far as people say it so."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def visits(found: Sequence[VisitTo], today: date, clock: str) -> tuple[VisitRow, ...]:
    """The visits of today; the next one, by the clock (HH:MM), stands out."""
    coming = next((one for one in found if one.visit.at >= clock), None)
    return tuple(_visit(one, today, one is coming) for one in found)


def _visit(one: VisitTo, today: date, is_next: bool) -> VisitRow:
    visit = one.visit
    is_review = visit.kind is m.MeetingKind.REVIEW
    told = [_kind(one, today), _bring(visit.bring), QUIET if visit.keeps_quiet else ""]
    if is_review:
        told.insert(1, "Review sheet printed." if one.sheet_on else "Review sheet to print.")
    time = visit.at or (_SLOTS.get(visit.slot, "") if visit.slot else "") or "Some time"
    place = visit.place or (_PLACES.get(visit.place_kind, "") if visit.place_kind else "")
    about = " ".join(part for part in told if part)
    return VisitRow(one.to.plan, REVIEW if is_review else "", time, one.to.family, about, place, is_next)


def _kind(one: VisitTo, today: date) -> str:
    visit = one.visit
    if visit.kind is m.MeetingKind.REVIEW:
        weeks = (today - visit.since).days // _WEEK if visit.since else 0
        return f"Review, {weeks} {'week' if weeks == 1 else 'weeks'} on." if weeks > 0 else "Review."
    if visit.kind is m.MeetingKind.VISIT:
        nth = _NTH[visit.nth] if visit.nth < len(_NTH) else ""
        return f"{nth} visit." if nth else "Visit."
    return f"{_KINDS[visit.kind]}."


def _bring(what: str) -> str:
    if not what:
        return ""
    said = what if what.casefold().startswith("bring ") else f"Bring {what}"
    return said if said.endswith((".", "?")) else f"{said}."


def no_visits(today: Today) -> str:
    """What is said where no visit is written down for today."""
    coming = today.next_visit
    if coming is None:
        return "The day you meet again stands in each plan under Review."
    return f"The next one is {said_weekday(coming.on)}, with {in_a_sentence(coming.to.family)}."


def reviews(found: Iterable[ReviewOf], today: date) -> tuple[ReviewRow, ...]:
    """The reviews that are near; a day that has passed asks for a new one."""
    return tuple(_review(one, today) for one in found)


def _review(one: ReviewOf, today: date) -> ReviewRow:
    plan, family = one.of
    if one.on < today:
        return ReviewRow(plan, family, f"Date was {plain_day(one.on, today)}", FIND, "amber")
    state, ink = (PRINTED, "loch") if one.sheet_on else (TO_PRINT, "")
    return ReviewRow(plan, family, said_weekday(one.on), state, ink)


def promise(one: PromiseTo, today: date) -> PromiseRow:
    """What was promised, to whom, and by when."""
    made, (plan, family) = one.promised, one.to
    key = PromiseKey(plan, made.collection, made.record)
    told = f"You told {together(list(made.to))} you would" if made.to else f"For {in_a_sentence(family)}"
    if made.by_when < today:
        about = f"{told}. The day was {plain_day(made.by_when, today)}"
    else:
        about = f"{told}, {'by ' if made.to else ''}{said_coming(made.by_when, today)}"
    return PromiseRow(key, made.what or FEW_EYES, about)


def unsent(count: int, last: LastPackage | None, today: date) -> SentRow | None:
    """What is only on this laptop, and where the last package went; nothing where neither is there."""
    if not count and last is None:
        return None
    plans = f"{count} {'plan' if count == 1 else 'plans'}"
    here = f"Changes to {plans} are only on this laptop." if count else "Everything you changed was sent."
    return SentRow(f"{here} {_last(last, today)}", bool(count))


def _last(last: LastPackage | None, today: date) -> str:
    if last is None:
        return "No package was made here yet."
    on = _on(last.sealed_at, today)
    names = together(list(last.names)) or "your team"
    if last.received:
        return f"{names[:1].upper()}{names[1:]} received the last package, made {on}."
    return f"The last package {'went to' if last.handed_over else 'was made for'} {names} {on}."


def _on(moment: datetime, today: date) -> str:
    said = said_day(moment.astimezone().date(), today)
    return said if said in ("today", "yesterday", "tomorrow") else f"on {said}"


def carry_on(family: Family) -> str:
    """What going on with this family's plan is called."""
    return f"Carry on: {in_a_sentence(family.family)}"


def waiting(count: int) -> str:
    """How many plans wait to be sent, as the rail says it to a listener."""
    return f"{count} {'plan' if count == 1 else 'plans'} not yet sent"


def changed(count: int, ever_sent: bool) -> str:
    """How many plans wait to be sent, as the status line says it; empty for none."""
    if not count:
        return ""
    plans = f"{count} {'plan' if count == 1 else 'plans'}"
    return f"{plans} changed since you last sent" if ever_sent else f"{plans} not sent yet"
