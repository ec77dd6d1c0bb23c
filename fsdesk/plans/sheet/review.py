"""The review sheet: what a family writes on and brings back, each question with a number of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from fsdesk.plans.model.base import has_words
from fsdesk.plans.model.goals import Choice, Goal, GoalState, Option, Step, StepState
from fsdesk.plans.model.reviews import Promise
from fsdesk.plans.paper_code import PaperCode
from fsdesk.plans.sheet import opening, tasks
from fsdesk.plans.sheet.heads import Marks, sheet_with
from fsdesk.plans.sheet.page import Page, plain, run_on
from fsdesk.plans.sheet.parts import Line, Run
from fsdesk.plans.sheet.questions import Ask, Asks, Dots, Face, Faced
from fsdesk.plans.sheet.values import Key, Section, Sheet

_SIDE = "{side}"


class Question(NamedTuple):
    """One question and what it is about: a record of the plan, or the question's own name."""

    about: str
    ask: Ask


class Group(NamedTuple):
    """Questions under one heading; without a heading they stand on their own."""

    key: Key
    heading: str
    questions: tuple[Question, ...]


def review_sheet(page: Page, marks: Marks) -> Sheet:
    """Return the sheet: how each goal is, whether promises were kept, what to keep or stop, and room to write.

    Earlier answers are not on it: they would lead the hand (print design E).
    """
    code = PaperCode(page.plan.code, marks.version, marks.digest or "0000", marks.letter, 0)
    say = page.say
    number = str(marks.version)
    return sheet_with(
        page,
        marks,
        "review",
        title=say.text("review.title"),
        made=_made(page),
        older=(),
        square=_open(code.square),
        code_words=(
            say.text("review.code"),
            page.plan.code,
            say.text("review.version", version=number, letter=marks.letter),
            say.text("review.side", side=_SIDE),
        ),
        sections=tuple(_section(group) for group in _groups(page)),
    )


def _open(told: str) -> str:
    """Return the code with the number of its side left to be filled in."""
    return told.removesuffix("0") + _SIDE


def boxes_of(page: Page) -> tuple[str, ...]:
    """Return what each numbered question of this edition is about, in the order of the numbers from 1."""
    return tuple(one.about for group in _groups(page) for one in group.questions)


def _made(page: Page) -> Line:
    coming, review = opening.next_time(page), page.plan.next_review
    day = review.on if review and review.on >= page.edition.today else coming.on if coming else None
    how = page.say.line("review.how") if _asked_goals(page) else ()
    bring = page.say.line("review.bring", day=page.say.day(day)) if day else ()
    return run_on([how, bring or page.say.line("review.bring_any_day")])


def _section(group: Group) -> Section:
    rows = tuple(one.ask for one in group.questions)
    return Section(key=group.key, heading=group.heading, blocks=(Asks(rows=rows),))


def _groups(page: Page) -> list[Group]:
    """Return the questions in their order, each group's numbers following on from those before."""
    made: list[Group] = []
    count = 0
    for key, heading, questions in _unnumbered(page):
        numbered = tuple(_numbered(one, count + at) for at, one in enumerate(questions, start=1))
        count += len(numbered)
        made += [Group(key, heading, numbered)] if numbered else []
    return made


def _numbered(question: Question, number: int) -> Question:
    made = replace(question.ask, number=str(number))
    return Question(question.about, made)


def _unnumbered(page: Page) -> Iterator[tuple[Key, str, Sequence[Question]]]:
    say = page.say
    yield Key.GOALS, "", [_goal(page, one) for one in _asked_goals(page)]
    yield Key.GOALS, "", [_words(page, name, 1) for name in ("helped", "not_helped", "new")]
    yield Key.PROMISES, say.text("review.promises"), list(_promises(page))
    yield Key.SUPPORT, say.text("review.support"), [_support(page, one) for one in _shown(page)]
    yield Key.CHANGED, say.text("review.changed"), _changes(page)


def _asked_goals(page: Page) -> list[Goal]:
    """Return the goals that are asked about; where there are none, the sheet speaks of no numbers and faces."""
    return [one for one in page.plan.goals if one.state is GoalState.OPEN and has_words(one.text)]


def _goal(page: Page, goal: Goal) -> Question:
    say, scale = page.say, goal.scale
    lines: tuple[Line, ...] = (_strong(page.words(goal.text)),)
    low = (scale.low_words if scale else "") or say.text("goals.low")
    high = (scale.high_words if scale else "") or say.text("goals.high")
    ask = Ask(
        number="",
        lines=lines,
        dots=Dots(low=low, high=high),
        faces=tuple(Faced(face=face, word=say.text(f"faces.{face}")) for face in Face),
        before=say.text("review.still"),
        ticks=_ticks(page, "yes", "change_it", "stop"),
        write=2,
    )
    return Question(goal.id, ask)


def _strong(line: Line) -> Line:
    return tuple(Run(text=run.text, strong=True, lang=run.lang) for run in line)


def _ticks(page: Page, *names: str) -> tuple[str, ...]:
    return tuple(page.say.text(f"review.{name}") for name in names)


def _words(page: Page, name: str, write: int) -> Question:
    return Question(name, Ask(number="", lines=(page.say.line(f"review.{name}"),), write=write))


def _promises(page: Page) -> Iterator[Question]:
    """Yield what the workers said they would do: their steps, then their promises."""
    for step in page.plan.steps:
        if tasks.is_workers(page, step) and step.state is not StepState.CHANGED_OUR_MIND:
            yield _kept(page, step, page.joined(step.who))
    for promise in page.plan.promises:
        yield _kept(page, promise, page.name(promise.by_whom))


def _kept(page: Page, one: Step | Promise, who: str) -> Question:
    by = page.say.day(one.by_when, short=True) if one.by_when else ""
    told = page.say.template("list.comma").join(part for part in (who, by) if part)
    lines = tuple(line for line in (page.words(one.what), plain(told, lang=page.say.lang)) if line)
    ask = Ask(number="", lines=lines, ticks=_ticks(page, "yes", "partly", "no"), beside=True)
    return Question(one.id, ask)


def _shown(page: Page) -> list[Option]:
    """Return the help that was chosen or put off. What was refused is not asked again here."""
    return [
        one for answer in (Choice.CHOSEN, Choice.NOT_NOW) for one in page.plan.options if one.choice is answer
    ]


def _support(page: Page, option: Option) -> Question:
    later = page.say.text("review.you_said_later") if option.choice is Choice.NOT_NOW else ""
    line = plain(" ".join(part for part in (option.name, later) if part))
    ask = Ask(number="", lines=(line,), ticks=_ticks(page, "keep", "stop", "not_now"), beside=True)
    return Question(option.id, ask)


def _changes(page: Page) -> list[Question]:
    say = page.say

    def ticks(name: str, *boxes: str) -> Question:
        before = say.text(f"review.{name}")
        return Question(name, Ask(number="", lines=(), before=before, ticks=_ticks(page, *boxes)))

    return [
        ticks("like", "less", "more", "to_stop", "someone_else"),
        _words(page, "not_right", 1),
        _words(page, "time_or_place", 1),
        _words(page, "not_see", 1),
        ticks("who_filled", "adults", "young_people", "children", "worker_wrote"),
        ticks("keep_in_team", "please"),
        Question("draw", Ask(number="", lines=(say.line("review.draw"),), draw=True)),
    ]
