"""A child's own page, and a young person's: their words first, what people do for them, no adults' matters."""

from __future__ import annotations

from collections.abc import Iterable

from fsdesk.errors import Refused
from fsdesk.plans.model.base import Record, has_words, text_of
from fsdesk.plans.model.goals import Goal, GoalSource, GoalState, Step, StepState
from fsdesk.plans.model.people import Role
from fsdesk.plans.model.reviews import Promise, PromiseState
from fsdesk.plans.sheet.heads import Marks, sheet_with
from fsdesk.plans.sheet.own_page import Bubble, Card, ColourFaces, MyPeople
from fsdesk.plans.sheet.page import Page, called, run_on
from fsdesk.plans.sheet.parts import Line
from fsdesk.plans.sheet.questions import Ask, Asks
from fsdesk.plans.sheet.values import Block, Key, Points, Section, Sheet, Task, Tasks, Told
from fsdesk.plans.sheet.variants import Variant
from fsdesk.plans.tokens import needles_of

CHILD_SIZE, TEEN_SIZE = 17, 16
_MOST_RIGHTS = 3


class NotAChild(Refused):
    """The page of a child was asked for somebody who is not one."""

    what = "A child’s own page is made for a child of the plan."
    what_next = "Nothing was printed. Name the child as the reader."


def child_page(page: Page, marks: Marks) -> Sheet:
    """Return the page. Raises NotAChild when its reader is not a child of the plan."""
    if page.edition.reader.role is not Role.CHILD:
        raise NotAChild
    is_teen = marks.wishes.variant is Variant.TEEN
    made = [*_said(page, is_teen), *_good_at(page), *_wanted(page), *_done_for_me(page), *_say(page)]
    made += [*_rights(page), *_who_to_talk_to(page), *(_for_teens(page) if is_teen else _to_fill_in(page))]
    return sheet_with(
        page,
        marks,
        "child",
        variant=marks.wishes.variant,
        size=TEEN_SIZE if is_teen else CHILD_SIZE,
        title=page.say.text("child.title", name=called(page.edition.reader)),
        made=_made(page),
        older=page.say.line("child.older", than=page.say.date(page.edition.version_on)),
        sections=tuple(made),
    )


def _me(page: Page) -> str:
    return page.edition.reader.id


def _made(page: Page) -> Line:
    name = called(page.edition.reader)
    said = any(one.person == _me(page) and has_words(one.words) for one in page.plan.voices)
    return page.say.line("child.made", name=name) if said else ()


def _section(page: Page, name: str, key: Key, blocks: Iterable[Block]) -> list[Section]:
    held = tuple(blocks)
    return [Section(key=key, heading=page.say.text(f"child.{name}"), blocks=held)] if held else []


def _said(page: Page, is_teen: bool) -> list[Section]:
    """Return the child's own words, and what is safe to say of a worry."""
    voices = [one for one in page.plan.voices if one.person == _me(page) and has_words(one.words)]
    blocks: list[Block] = [Bubble(lines=page.said(one.words), plain=is_teen) for one in voices]
    mine = [one for one in page.plan.voices if one.person == _me(page)]
    blocks += [shown for one in mine for shown in page.shown(one.media, called(page.edition.reader))]
    if not blocks:
        blocks = [Asks(rows=(Ask(number="", lines=(page.say.line("child.say_here"),), write=2),))]
    safe = [line for one in page.plan.worries for line in page.said(one.child_safe_line)]
    blocks += [Told(lines=(line,)) for line in safe]
    return [Section(key=Key.MATTERS, heading="", blocks=tuple(blocks))]


def _good_at(page: Page) -> list[Section]:
    """Return what the child is good at, with a line to add to it."""
    mine = [one for one in page.plan.strengths if _me(page) in one.whose and not _names_school(page, one)]
    items = tuple(run_on(lines) for one in mine if (lines := page.said(one.text)))
    before = page.say.text("child.and") if items else ""
    add = Asks(rows=(Ask(number="", lines=(), before=before, write=1),))
    return _section(page, "good_at", Key.STRENGTHS, [*([Points(items=items)] if items else []), add])


def _goals(page: Page) -> list[Goal]:
    """Return the goals that are this child's own; what adults want together is not on this page."""
    return [
        one
        for one in page.plan.goals
        if one.whose == {_me(page)} or (one.source is GoalSource.CHILD and _me(page) in one.whose)
    ]


def _wanted(page: Page) -> list[Section]:
    shown = [one for one in _goals(page) if one.state is GoalState.OPEN]
    blocks = [Told(lines=page.said(one.text), own_words=True) for one in shown if has_words(one.text)]
    return _section(page, "wanted", Key.GOALS, blocks)


def _done_for_me(page: Page) -> list[Section]:
    """Return what people do for the child's own goals and what was promised to the child; no place is named."""
    goals = {one.id for one in _goals(page)}
    steps = [
        one for one in page.plan.steps if one.goal in goals and one.state is not StepState.CHANGED_OUR_MIND
    ]
    rows = [_step(page, one) for one in steps if has_words(one.what) and not _names_school(page, one)]
    kept = [one for one in page.plan.promises if _me(page) in one.to_whom and has_words(one.what)]
    rows += [_promise(page, one) for one in kept if not _names_school(page, one)]
    if not rows:
        return []
    what, who, by = (page.say.text(f"tasks.{name}") for name in ("what", "who", "by"))
    tick = Told(lines=(page.say.line("child.tick"),))
    return _section(page, "for_me", Key.TASKS, [Tasks(what=what, who=who, by=by, rows=tuple(rows)), tick])


def _step(page: Page, one: Step) -> Task:
    done = one.state is StepState.DONE
    who = page.joined(one.who) or page.say.text("tasks.all_of_us" if one.all_of_us else "tasks.us_workers")
    by = page.say.day(one.by_when, short=True) if one.by_when else page.say.text("tasks.no_day")
    return Task(lines=page.said(one.what), who=who, by=page.say.text("tasks.done") if done else by, done=done)


def _promise(page: Page, one: Promise) -> Task:
    done = one.state is PromiseState.DONE
    who = page.name(one.by_whom) or page.say.text("tasks.us_workers")
    by = page.say.day(one.by_when, short=True) if one.by_when else page.say.text("tasks.no_day")
    return Task(lines=page.said(one.what), who=who, by=page.say.text("tasks.done") if done else by, done=done)


def _names_school(page: Page, record: Record) -> bool:
    """Say whether the words of a record name the child's school: that is not for a page that lies about."""
    words = " ".join(text_of(getattr(record, name)) for name in ("what", "text") if hasattr(record, name))
    return (
        needles_of([page.edition.learns_at], parts=False).are_in(words) if page.edition.learns_at else False
    )


def _say(page: Page) -> list[Section]:
    """Return what the child may always say, and who sees this page."""
    say = page.say
    names = page.joined(page.edition.seen_by)
    sees = say.line("child.seen_by", names=names) if names else say.line("child.seen_by_nobody")
    card = Card(lines=(say.line("child.change"), say.line("child.no_talk"), sees))
    return [Section(key=Key.OWN, heading="", blocks=(card,))]


def _rights(page: Page) -> list[Section]:
    mine = [one for one in page.plan.rights if _me(page) in one.whose or not one.whose]
    lines = [
        page.said(one.words) or (page.say.line(f"articles.{one.article}"),) for one in mine[:_MOST_RIGHTS]
    ]
    items = tuple(run_on(line) for line in lines) or page.say.lines("child.rights_usual")
    return _section(page, "rights", Key.RIGHTS, [Points(items=items)])


def _who_to_talk_to(page: Page) -> list[Section]:
    """Return who is close to this child and a number that is free to ring.

    Somebody from whom the family is kept safe is not offered here, however dear to the child.
    """
    own = [one for one in page.plan.relationships if one.from_person == _me(page) and one.important_to_me]
    near = [one.to_person for one in own if one.to_person in page.edition.trusted]
    near += [
        one.person for one in page.plan.network if one.of == _me(page) and one.person in page.edition.trusted
    ]
    near = [name for id_ in dict.fromkeys(near) if (name := page.name(id_))]
    lead = page.name(page.plan.lead.who) if page.plan.lead else ""
    names = page.say.joined([*near, *([lead] if lead and lead not in near else [])])
    line = (page.say.line("child.talk_to", names=names),) if names else ()
    return _section(
        page, "talk", Key.REACH, [Told(lines=(run_on([*line, page.say.line("child.childline")]),))]
    )


def _to_fill_in(page: Page) -> list[Section]:
    say = page.say
    faces = (Told(lines=(say.line("child.colour"),)), ColourFaces(told=say.text("child.faces")))
    people = (
        Told(lines=(say.line("child.draw_people"),)),
        MyPeople(middle=say.text("child.me"), told=say.text("child.rings")),
    )
    draw = Asks(rows=(Ask(number="", lines=(say.line("child.draw"),), draw=True),))
    return [
        *_section(page, "how", Key.WELLBEING, faces),
        *_section(page, "people", Key.TIES, people),
        Section(key=Key.NEXT, heading="", blocks=(draw,), is_spare=True),
    ]


def _for_teens(page: Page) -> list[Section]:
    say = page.say

    def lines(name: str, count: int) -> Section:
        rows = (Ask(number="", lines=(say.line(f"child.{name}_hint"),), write=count),)
        heading = say.text(f"child.{name}")
        return Section(key=Key.NEXT, heading=heading, blocks=(Asks(rows=rows),), is_spare=name == "notes")

    return [lines("how", 2), lines("notes", 2)]
