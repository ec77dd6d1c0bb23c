"""The head of page 1: whose plan this is, when we meet, whom to ring, and how old the page is."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from fsdesk.plans.model.base import has_words
from fsdesk.plans.model.reviews import Meeting, MeetingKind
from fsdesk.plans.model.team import ReachIn
from fsdesk.plans.sheet.page import Page, called
from fsdesk.plans.sheet.values import Cell, Line


class Coming(NamedTuple):
    """The next time we meet."""

    on: date
    at: str | None
    place: str


def made(page: Page) -> Line:
    """Return who made this page and when; for a reader who is apart, only whose page it is."""
    if page.edition.is_apart:
        return page.say.line("opening.for_one", name=called(page.edition.reader))
    names = page.say.joined([called(one) for one in page.plan.people if one.in_plan])
    day = page.say.day(page.edition.version_on)
    worker = page.name(page.plan.worker)
    if worker:
        return page.say.line("opening.made", names=names, worker=worker, day=day)
    return page.say.line("opening.made_without_worker", names=names, day=day)


def box(page: Page) -> tuple[Cell, ...]:
    """Return the answers of page 1: whose this is, whom to ring, when we meet and look at it again."""
    yours = "opening.yours_apart" if page.edition.is_apart else "opening.yours"
    say = page.say
    return (
        Cell(lines=(say.line(yours),)),
        Cell(heading=say.text("opening.ring"), lines=_ring(page)),
        Cell(heading=say.text("opening.meet"), lines=_meet(page), beside=True),
    )


def _meet(page: Page) -> tuple[Line, ...]:
    say, coming, review = page.say, next_time(page), page.plan.next_review
    if coming is None:
        name = (
            "meet_apart" if page.edition.is_apart else "meet_passed" if _had_a_day(page) else "meet_not_set"
        )
        return (say.line(f"opening.{name}"),)
    if review is None or coming.on >= review.on:
        return (say.line("opening.meet_on", when=say.when(*coming)),)
    again = say.line("opening.again", when=say.when(review.on, review.at, review.place))
    return say.line("opening.meet_on", when=say.when(*coming)), again


def next_time(page: Page) -> Coming | None:
    """Return the first meeting or review from today on that this reader is part of."""
    coming = [_coming(one) for one in page.plan.meetings if _is_theirs(page, one) and not one.held]
    review = page.plan.next_review
    coming += [Coming(review.on, review.at, review.place)] if review else []
    ahead = [one for one in coming if one is not None and one.on >= page.edition.today]
    return min(ahead, default=None, key=lambda one: (one.on, one.at or ""))


def _coming(meeting: Meeting) -> Coming | None:
    return Coming(meeting.on, meeting.at, meeting.place) if meeting.on else None


def _is_theirs(page: Page, meeting: Meeting) -> bool:
    if page.edition.reader.id in meeting.with_whom:
        return True
    named = {one.id for one in page.plan.people} & meeting.with_whom
    return not named and not page.edition.is_apart and meeting.kind is not MeetingKind.TEAM


def _had_a_day(page: Page) -> bool:
    return page.plan.next_review is not None or any(
        one.on and _is_theirs(page, one) for one in page.plan.meetings
    )


def _ring(page: Page) -> tuple[Line, ...]:
    if page.edition.is_apart:
        return (page.say.line("opening.ring_apart"),)
    printed = [one for one in page.plan.reach_in if has_words(one.printed_line)]
    if printed:
        return page.said(printed[0].printed_line)
    name, reach = who_to_ring(page)
    if not reach:
        return (page.say.line("opening.ring_nobody"),)
    return (page.say.line("opening.ring_name", name=name, reach=reach),)


def who_to_ring(page: Page) -> tuple[str, str]:
    """Return a name and a number: of the way in, else of the worker, else of the family's one person."""
    ways: list[ReachIn] = [one for one in page.plan.reach_in if one.phone and not has_words(one.printed_line)]
    if ways:
        return ways[0].name, ways[0].phone
    if any(has_words(one.printed_line) for one in page.plan.reach_in):
        return "", ""  # a line was written to be printed instead of any number
    lead = page.plan.lead.who if page.plan.lead else None
    reaches = {one.id: one.reach for one in page.plan.team if one.reach}
    ids = [one for one in (page.plan.worker, lead) if one in reaches]
    return (page.name(ids[0]), reaches[ids[0]]) if ids else ("", "")


def older(page: Page) -> Line:
    """Return the line that sends old copies back (PR-19)."""
    return page.say.line("document.older", than=page.say.date(page.edition.version_on))
