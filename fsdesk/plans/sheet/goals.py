"""What we want to be different, and the help we chose, put off or did not want."""

from __future__ import annotations

from collections.abc import Iterator

from fsdesk.plans.model.base import has_words
from fsdesk.plans.model.goals import Choice as Chosen
from fsdesk.plans.model.goals import Goal, GoalState, Option
from fsdesk.plans.model.voices import Mark
from fsdesk.plans.sheet.page import Page, plain, run_on, sentences
from fsdesk.plans.sheet.values import (
    Answer,
    Aside,
    Block,
    Choice,
    Choices,
    GoalCard,
    Key,
    Line,
    Run,
    ScaleLine,
    Section,
    Sub,
)

MANY_GOALS = 5
"""More goals than this stand grouped by whose they are."""

_STATES = {
    GoalState.DONE: "goals.done",
    GoalState.PUT_BY: "goals.put_by",
    GoalState.CHANGED_OUR_MIND: "goals.changed",
}
_ANSWERS = {
    Chosen.CHOSEN: Answer.YES,
    Chosen.ALREADY_HAVE: Answer.HAVE,
    Chosen.NOT_NOW: Answer.LATER,
    Chosen.NO_THANKS: Answer.NO,
    Chosen.OFFERED: Answer.OPEN,
}
"""In the order in which they are shown."""


def what_we_want(page: Page) -> list[Section]:
    """Return the goals with how we will know and their lines; many of them grouped by whose they are."""
    goals = [one for one in page.plan.goals if has_words(one.text)]
    blocks: list[Block] = []
    for heading, group in _groups(page, goals):
        blocks += [Sub(text=heading)] if heading else []
        for goal in group:
            blocks.append(_card(page, goal, sum(isinstance(one, GoalCard) for one in blocks) + 1))
    return page.section(Key.GOALS, page.say.text("goals.heading"), blocks, "goals.empty", 2)


def _groups(page: Page, goals: list[Goal]) -> Iterator[tuple[str, list[Goal]]]:
    if len(goals) <= MANY_GOALS:
        yield "", goals
        return
    everyone = frozenset(one.id for one in page.plan.people)
    keys = list(dict.fromkeys(_whose(one, everyone) for one in goals))
    for key in sorted(keys, key=lambda ids: (len(ids) != 1, keys.index(ids))):
        group = [one for one in goals if _whose(one, everyone) == key]
        names = page.joined(key)
        yield page.say.text("goals.for_whom", names=names) if names else page.say.text("goals.for_all"), group


def _whose(goal: Goal, everyone: frozenset[str]) -> frozenset[str]:
    known = goal.whose & everyone
    return frozenset() if known == everyone else known


def _card(page: Page, goal: Goal, number: int) -> GoalCard:
    said = page.said(goal.text)
    strong = tuple(Run(text=run.text, strong=True, lang=run.lang) for run in said[0])
    lines = [strong, *said[1:], *page.led("goals.must_do", goal.must_do_because)]
    lines += page.led("goals.know", goal.how_we_notice)
    lines += page.led("goals.only_option", goal.only_option_because)
    lines += [line for mark in page.plan.marks if mark.about == goal.id for line in _mark(page, mark)]
    lines += [page.say.line(_STATES[goal.state])] if goal.state in _STATES else []
    return GoalCard(number=number, lines=tuple(lines), scale=_scale(page, goal))


def _mark(page: Page, mark: Mark) -> list[Line]:
    words = page.words(mark.words)
    weather = page.say.text(f"weather.{mark.weather}") if mark.weather else ""
    answer = [Run(text=f"{weather}. ")] if weather and words else [*plain(weather)]
    name = page.name(mark.by)
    lead = [Run(text=f"{name}: ", strong=True)] if name else []
    return [(*lead, *answer, *words)] if words or weather else []


def _scale(page: Page, goal: Goal) -> ScaleLine | None:
    scale = goal.scale
    if scale is None or (scale.today is None and scale.hoped is None):
        return None
    say = page.say
    return ScaleLine(
        today=scale.today,
        hoped=scale.hoped,
        now=say.text("goals.now", number=say.number(scale.today)) if scale.today is not None else "",
        enough=say.text("goals.enough", number=say.number(scale.hoped)) if scale.hoped is not None else "",
        low=scale.low_words or say.text("goals.low"),
        high=scale.high_words or say.text("goals.high"),
    )


def help_we_chose(page: Page) -> list[Section]:
    """Return what was said to each option, as equals, and that we can change our mind."""
    rows = [
        _choice(page, one) for answer in _ANSWERS for one in page.plan.options if _is_shown(page, one, answer)
    ]
    blocks: list[Block] = (
        [Choices(rows=tuple(rows)), Aside(line=page.say.line("support.change"))] if rows else []
    )
    return page.section(Key.SUPPORT, page.say.text("support.heading"), blocks, "support.empty")


def _is_shown(page: Page, option: Option, answer: Chosen) -> bool:
    """Say whether an option stands on paper under this answer.

    One that was merely offered does while its goal waits for a choice; once we chose, it was passed over
    without a word and needs none.
    """
    if option.choice is not answer:
        return False
    if answer is not Chosen.OFFERED:
        return True
    others = [one for one in page.plan.options if one.goal == option.goal]
    return all(one.choice is Chosen.OFFERED for one in others)


def _where(page: Page, option: Option) -> str:
    wait = (
        page.say.text("support.wait", wait=option.wait) if option.wait and option.started_on is None else ""
    )
    return ", ".join(part for part in (option.times, option.place, option.cost, wait) if part)


def _choice(page: Page, option: Option) -> Choice:
    where = _where(page, option)
    name: Line = (Run(text=sentences([option.name]), strong=True),)
    first = run_on([name, page.words(option.what), plain(f"({where})" if where else "")])
    lines = [first, *page.said(option.why)]
    lines += page.led("support.not_a_choice", option.not_a_choice)
    lines += page.led("support.still_need", option.if_we_still_need_it)
    answer = _ANSWERS[option.choice]
    return Choice(answer=answer, word=page.say.text(f"support.{option.choice}"), lines=tuple(lines))
