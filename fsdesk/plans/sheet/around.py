"""Who helps and how to reach in, who and what is near, and who is told what."""

from __future__ import annotations

from fsdesk.plans.model.base import has_words
from fsdesk.plans.model.people import NetworkLine
from fsdesk.plans.model.team import Connection, Consent, ReachIn, Share, TeamPerson
from fsdesk.plans.sheet.page import Page, plain, run_on, sentences
from fsdesk.plans.sheet.values import Block, Key, Line, Run, Section, Tie, TieKind, Ties, Told

MOST_ON_A_MAP = 7
"""A map of more ties than this is too full to read: they stand as a list."""


def who_to_reach(page: Page) -> list[Section]:
    """Return our one person, the ways in, everybody who helps, and places that suit us."""
    blocks: list[Block] = [*_lead(page)]
    names = [*(one.name for one in page.plan.team), *(one.name for one in page.plan.reach_in)]
    for name in dict.fromkeys(names):
        lines = [line for one in page.plan.team if one.name == name for line in _helper(page, one)]
        lines += [line for one in page.plan.reach_in if one.name == name for line in _way_in(page, one)]
        blocks += [Told(who=name, lines=tuple(lines))] if lines else []
    blocks += [page.note("reach.no_form")] if page.plan.reach_in else []
    suits = page.say.joined([one.name for one in page.plan.places_that_suit if one.works_for_us])
    blocks += [page.note("reach.suits", places=suits)] if suits else []
    return page.section(Key.REACH, page.say.text("reach.heading"), blocks, "reach.empty")


def _lead(page: Page) -> list[Told]:
    lead = page.plan.lead
    name = page.name(lead.who) if lead else ""
    if lead is None or not name:
        return []
    line = page.say.line("reach.lead", name=name)
    agreed = page.say.line("reach.lead_agreed") if lead.agreed_on else ()
    return [Told(lines=((*line, Run(text=" "), *agreed) if agreed else line,))]


def _way_in(page: Page, one: ReachIn) -> tuple[Line, ...]:
    """Return how to reach in; a line written to be printed stands for place and number."""
    if has_words(one.printed_line):
        return page.said(one.printed_line)
    where = ", ".join(part for part in (one.place, one.hours) if part)
    text = sentences([where, one.phone, one.phone_free_way])
    return (plain(text),) if text else ()


def _helper(page: Page, one: TeamPerson) -> tuple[Line, ...]:
    name = "reach.role_at" if one.role and one.organisation else "reach.role"
    post = page.say.text(name, role=one.role or one.organisation, organisation=one.organisation)
    first = plain(_capital(post)) if one.role or one.organisation else ()
    does = page.words(one.does)
    told = any(way.name == one.name and way.phone == one.reach for way in page.plan.reach_in)
    reach = plain("" if told else sentences([one.reach]))
    parts = [part for part in (first, does, reach) if part]
    runs = tuple(run for part in parts for run in (*part, Run(text=" ")))
    return (runs[:-1],) if runs else ()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def who_is_near(page: Page) -> list[Section]:
    """Return the people and places around us, and groups nearby."""
    ties = tuple(_tie(page, one) for one in page.plan.network if one.name)
    middle = page.say.text("ties.us")
    blocks: list[Block] = [Ties(middle=middle, ties=ties, is_map=len(ties) <= MOST_ON_A_MAP)] if ties else []
    drawn = {one.name for one in page.plan.network}
    groups = [_group(page, one) for one in page.plan.connections if one.name and not _is_drawn(one, drawn)]
    blocks += groups
    return page.section(Key.TIES, page.say.text("ties.heading"), blocks)


def _is_drawn(one: Connection, drawn: set[str]) -> bool:
    """Say whether the map says all there is to say of a group."""
    return one.name in drawn and not (one.place or one.go_along_first or has_words(one.how_it_went))


def _tie(page: Page, one: NetworkLine) -> Tie:
    kind = TieKind(one.line.value)
    return Tie(
        name=one.name, brings=page.words(one.brings), kind=kind, word=page.say.text(f"ties.{one.line}")
    )


def _group(page: Page, one: Connection) -> Told:
    place = next((near for near in page.plan.community_places if near.id == one.place), None)
    where = (
        sentences([", ".join(p for p in (place.times, place.location, place.contact) if p)]) if place else ""
    )
    along = page.say.text("reach.go_along") if one.go_along_first else ""
    runs = [
        Run(text=sentences([one.name]), strong=True),
        Run(text=" ".join(part for part in (where, along) if part)),
    ]
    runs += page.words(one.how_it_went)
    spaced = [piece for run in runs if run.text for piece in (run, Run(text=" "))]
    return Told(lines=(tuple(spaced[:-1]),))


def who_is_told(page: Page) -> list[Section]:
    """Return what each organisation is told and why, what we said about it, and the one limit of secrecy."""
    blocks: list[Block] = [Told(who=one.org, lines=_share(page, one)) for one in page.plan.shares]
    return page.section(Key.SHARING, page.say.text("sharing.heading"), blocks)


def _share(page: Page, one: Share) -> tuple[Line, ...]:
    consent = "anyway" if one.will_share_anyway else str(one.consent)
    asked = (
        one.will_share_anyway
        or one.basis is None
        or one.basis == "consent"
        or one.consent is not Consent.NOT_ASKED
    )
    lines = [
        *page.said(one.what),
        *page.led("sharing.why", one.why),
        *page.led("sharing.view", one.their_view),
    ]
    return (run_on([*lines, *([page.say.line(f"sharing.{consent}")] if asked else [])]),)
