"""Who does what and by when: what the workers promise first, then what we said we would do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from fsdesk.plans.model.base import has_words
from fsdesk.plans.model.goals import Step, StepState
from fsdesk.plans.model.reviews import Promise, PromiseState
from fsdesk.plans.sheet.opening import who_to_ring
from fsdesk.plans.sheet.page import Page, plain, run_on
from fsdesk.plans.sheet.values import Block, Key, Line, Section, Sub, Task, Tasks, Told

MANY_TASKS = 12
"""More promises and steps than this stand grouped by who does them."""


def who_does_what(page: Page) -> list[Section]:
    """Return the workers' promises first, then the family's steps."""
    workers = [
        *_steps(page, ours=True),
        *(_promise(page, one) for one in page.plan.promises if has_words(one.what)),
    ]
    family = _steps(page, ours=False)
    if page.edition.is_apart and not workers and not family:
        return []
    blocks = [
        *_table(page, "workers", workers),
        *_table(page, "family", family, follows=bool(workers)),
        *_late(page),
    ]
    return page.section(Key.TASKS, page.say.text("tasks.heading"), blocks)


def count(page: Page) -> int:
    """Return how many promises and steps the page shows."""
    return len(_steps(page, ours=True)) + len(_steps(page, ours=False)) + len(page.plan.promises)


def _table(page: Page, whose: str, rows: Sequence[Task], *, follows: bool = False) -> list[Block]:
    if not rows and page.edition.is_apart:
        return []
    heading = Sub(text=page.say.text(f"tasks.{whose}"))
    if not rows:
        return [heading, page.note(f"tasks.{whose}_empty")]
    if len(rows) > MANY_TASKS:
        rows = _by_who(rows)
    columns = {name: page.say.text(f"tasks.{name}") for name in ("what", "who", "by")}
    return [heading, Tasks(**columns, rows=tuple(rows), follows=follows)]


def _by_who(rows: Sequence[Task]) -> list[Task]:
    """Return the rows so that each person's stand together, people in the order of their first."""
    order = list(dict.fromkeys(one.who for one in rows))
    return sorted(rows, key=lambda one: order.index(one.who))


def _steps(page: Page, *, ours: bool) -> list[Task]:
    shown = (
        one for one in page.plan.steps if one.state is not StepState.CHANGED_OUR_MIND and has_words(one.what)
    )
    return [_step(page, one, ours) for one in shown if is_workers(page, one) is ours]


def is_workers(page: Page, step: Step) -> bool:
    """Say whether a step is the workers' to do: offered by them, or everybody named is of the team."""
    people = {one.id for one in page.plan.people}
    team = {one.id for one in page.plan.team}
    return step.offer or (bool(step.who & team) and not step.who & people and not step.all_of_us)


def _step(page: Page, step: Step, ours: bool) -> Task:
    who = page.joined(step.who) or page.say.text(_nobody(step, ours))
    done = step.state is StepState.DONE
    where = ", ".join(part for part in (step.at, step.place) if part)
    first, *others = page.said(step.what)
    lines = [run_on([first, plain(f"({where})" if where else "")]), *others]
    return Task(lines=tuple(lines), who=who, by=_by(page, step.by_when, step.no_rush, done), done=done)


def _nobody(step: Step, ours: bool) -> str:
    if step.all_of_us:
        return "tasks.all_of_us"
    return "tasks.us_workers" if ours else "tasks.nobody"


def _by(page: Page, by_when: date | None, no_rush: bool, done: bool) -> str:
    if done:
        return page.say.text("tasks.done")
    if by_when is not None:
        return page.say.day(by_when, short=True)
    return page.say.text("tasks.no_rush" if no_rush else "tasks.no_day")


def _promise(page: Page, one: Promise) -> Task:
    done = one.state is PromiseState.DONE
    lines: Iterable[Line] = (*page.said(one.what), *page.led("tasks.said_why", one.why))
    who = page.name(one.by_whom) or page.say.text("tasks.us_workers")
    return Task(lines=tuple(lines), who=who, by=_by(page, one.by_when, False, done), done=done)


def _late(page: Page) -> list[Told]:
    if page.edition.is_apart:
        return []
    _, reach = who_to_ring(page)
    if reach and any(sign.isdigit() for sign in reach):
        return [page.note("tasks.late", reach=reach)]
    return [page.note("tasks.late_no_number")]
