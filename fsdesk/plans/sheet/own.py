"""What stands on the reader's own copy only: what helps this person take part."""

from __future__ import annotations

from fsdesk.plans.model.base import has_words
from fsdesk.plans.model.goals import Disagreement
from fsdesk.plans.model.people import AccessNeed, Interpreter, TimeOfWeek, Weekday
from fsdesk.plans.sheet.page import Page, called, sentences
from fsdesk.plans.sheet.values import Block, Key, Line, Run, Section, Told


def what_helps_me(page: Page) -> list[Section]:
    """Return the reader's own part: needs, interpreter, feeling safe, times, a story told once, another view."""
    lines = [line for one in page.plan.safety_feel for line in page.led("own.feel_safe", one.words)]
    lines += [line for one in page.plan.access_needs for line in _need(page, one)]
    lines += [line for one in page.plan.interpreters for line in _interpreter(page, one)]
    lines += [*_times(page, "own.times_work", page.plan.times_that_work)]
    lines += [*_times(page, "own.times_not", page.plan.times_that_do_not)]
    lines += [line for one in page.plan.tell_once for line in page.led("own.tell_once", one.lines)]
    lines += [line for one in page.plan.disagreements for line in _view(page, one)]
    blocks: list[Block] = [Told(lines=tuple(lines))] if lines else []
    return page.section(Key.OWN, page.say.text("own.heading", name=called(page.edition.reader)), blocks)


def _need(page: Page, one: AccessNeed) -> list[Line]:
    need = sentences([page.say.text(f"needs.{one.need}")])
    first = (*page.say.line("own.needs"), Run(text=f" {need}"))
    words = [line for spans in (one.words, one.adjustment) for line in page.said(spans)]
    return [first, *words]


def _interpreter(page: Page, one: Interpreter) -> list[Line]:
    language = page.say.language(one.lang) if one.lang else ""
    text = sentences([", ".join(part for part in (language, one.kind, one.who) if part)])
    first = [(*page.say.line("own.interpreter"), Run(text=f" {text}"))] if text else []
    return [*first, *page.led("own.wishes", one.wishes)]


def _times(page: Page, name: str, times: tuple[TimeOfWeek, ...]) -> tuple[Line, ...]:
    said = page.say.joined([words for one in times if (words := _time(page, one))])
    return (page.say.line(name, times=said),) if said else ()


def _time(page: Page, one: TimeOfWeek) -> str:
    if one.words:
        return one.words
    weekday = page.say.weekday(list(Weekday).index(one.weekday)) if one.weekday else ""
    slot = page.say.text(f"slots.{one.slot}") if one.slot else ""
    return ", ".join(part for part in (weekday, slot) if part)


def _view(page: Page, one: Disagreement) -> list[Line]:
    if not has_words(one.views):
        return []
    return [*page.led("own.seen_differently", one.views), *page.led("own.weighed", one.how_we_weighed)]
