"""Worries said plainly, what we told the workers and what they did, how it ended for now, words explained."""

from __future__ import annotations

from fsdesk.plans.model.base import has_words
from fsdesk.plans.model.reviews import Feedback, FeedbackState, NumberChange, Review
from fsdesk.plans.model.safety import Worry
from fsdesk.plans.sheet.page import Page, plain, run_on
from fsdesk.plans.sheet.values import Block, Key, Line, Run, Section, Sub, Told


def what_worries_us(page: Page) -> list[Section]:
    """Return each ordinary worry, what may be behind it, what is good already and what happens next."""
    blocks: list[Block] = [Told(lines=_worry(page, one)) for one in page.plan.worries if has_words(one.text)]
    return page.section(Key.WORRIES, page.say.text("worries.heading"), blocks, "worries.empty", 2)


def _worry(page: Page, one: Worry) -> tuple[Line, ...]:
    lines = [
        *page.said(one.text),
        *page.led("worries.around", one.around),
        *page.led("worries.fear", one.fear),
    ]
    lines += [*page.led("worries.safe", one.already_safe), *_next(page, one)]
    first, *others = lines
    return (first, run_on(others)) if others else (first,)


def _next(page: Page, one: Worry) -> tuple[Line, ...]:
    lines = page.led("worries.next", one.next_action)
    owner = page.joined(one.next_owner) or one.next_owner_name
    if not lines or not owner:
        return lines
    return ((*lines[0], Run(text=" "), *page.say.line("worries.who", names=owner)), *lines[1:])


def what_we_told_you(page: Page) -> list[Section]:
    """Return what the family told the workers with what was done, and the reviews, the newest first."""
    blocks: list[Block] = [
        Told(who=page.name(one.from_person), lines=_answered(page, one))
        for one in page.plan.feedback
        if has_words(one.text)
    ]
    newest_first = sorted(page.plan.reviews, key=lambda one: one.on, reverse=True)
    blocks += [block for one in newest_first for block in _review(page, one)]
    return page.section(Key.ANSWERS, page.say.text("answers.heading"), blocks)


def _answered(page: Page, one: Feedback) -> tuple[Line, ...]:
    lines = [*page.led("answers.did", one.we_did), *page.led("answers.could_not", one.we_could_not_because)]
    lines += page.led("answers.instead", one.instead)
    if one.state is FeedbackState.OPEN and not lines:
        lines = [page.say.line("answers.not_yet")]
    who = plain(one.if_you_disagree)
    lines += [(*page.say.line("answers.disagree"), Run(text=" "), *who)] if who else []
    return (*page.said(one.text), *lines)


def _review(page: Page, one: Review) -> list[Block]:
    lines = [*page.led("answers.changed", one.what_changed), *page.led("answers.helped", one.what_helped)]
    lines += page.led("answers.drop", one.what_to_drop)
    lines += [line for each in one.numbers for line in _number(page, each)]
    lines += [line for each in one.areas for line in page.said(each.words)]
    lines = [run_on(lines)] if lines else []
    if not lines:
        return []
    return [Sub(text=page.say.text("answers.review", day=page.say.day(one.on))), Told(lines=tuple(lines))]


def _number(page: Page, one: NumberChange) -> list[Line]:
    goal = next((goal for goal in page.plan.goals if goal.id == one.goal), None)
    if goal is None or one.now is None:
        return []
    name = "answers.only_now" if one.was is None else "answers.was_now"
    was, now = (page.say.number(str(number)) for number in (one.was, one.now))
    lead = (*page.words(goal.text), Run(text=": "), *page.say.line(name, was=was, now=now))
    words = page.words(one.words)
    return [(*lead, Run(text=" "), *words) if words else lead]


def how_it_ended(page: Page) -> list[Section]:
    """Return how support stopped for now and the way back in."""
    ending = page.plan.ending
    if ending is None:
        return []
    lines = [*page.said(ending.reason), *page.led("ending.keep", ending.what_we_keep_doing)]
    lines += [
        *page.led("ending.way_back", ending.way_back_in),
        *page.led("ending.slips", ending.who_notices_slips),
    ]
    notes = [Told(lines=said) for one in page.plan.return_notes if (said := page.said(one.words))]
    blocks: list[Block] = [*([Told(lines=tuple(lines))] if lines else []), *notes]
    return page.section(Key.ENDING, page.say.text("ending.heading"), blocks)


def words_explained(page: Page) -> list[Section]:
    """Return the words that the plan explains."""
    rows: list[Block] = [
        Told(who=one.word, lines=(plain(one.meaning),))
        for one in page.plan.glossary
        if one.word and one.meaning
    ]
    return page.section(Key.GLOSSARY, page.say.text("glossary.heading"), rows)
