"""What a field can choose from: the people, homes, goals and strengths of the plan by their own names."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fsdesk.plans import model as m
from fsdesk.plans.rules import reading
from fsdesk.plans.sheet.phrases import phrases
from fsdesk.ui.presenters import values
from fsdesk.ui.presenters.sections.shapes import Shape, Shown, Who, Words

_LONG = 48  # signs of somebody's words by which they are known in a list
NOT_SAID = ("", "Not said")


def options_of(plan: m.Plan, record: object, shown: Shown) -> Words:
    """The values a field can have and their words; the first says nothing, where one may say nothing."""
    if shown.shape not in (Shape.ONE, Shape.ANY):
        return ()
    found = among(plan, shown.choices) if isinstance(shown.choices, Who) else shown.choices
    may_be_empty = shown.shape is Shape.ONE and values.is_optional(record, shown.field)
    return (NOT_SAID, *found) if may_be_empty and found else tuple(found)


def among(plan: m.Plan, who: Who) -> Words:
    """One of the plan's own lists: ids, and what each is called."""
    return tuple(_LISTS[who](plan))


def names_of(plan: m.Plan) -> dict[str, str]:
    """What everybody is called, people and helpers, by their ids."""
    return dict(_anybody(plan))


def _people(plan: m.Plan) -> Iterable[tuple[str, str]]:
    return ((person.id, reading.called(person)) for person in plan.people)


def _family(plan: m.Plan) -> Iterable[tuple[str, str]]:
    return ((person.id, reading.called(person)) for _, person in reading.the_family(plan))


def _children(plan: m.Plan) -> Iterable[tuple[str, str]]:
    found = (person for _, person in reading.the_family(plan) if person.role is m.Role.CHILD)
    return ((person.id, reading.called(person)) for person in found)


def _team(plan: m.Plan) -> Iterable[tuple[str, str]]:
    return ((one.id, reading.helper_name(one)) for one in plan.team)


def _anybody(plan: m.Plan) -> Iterable[tuple[str, str]]:
    return (*_people(plan), *_team(plan))


def _voices(plan: m.Plan) -> Iterable[tuple[str, str]]:
    said: tuple[m.Matter | m.Voice, ...] = (*plan.matters, *plan.voices)
    shown = (one for one in said if reading.is_plainly_shown(one) and m.has_words(one.words))
    return ((one.id, _short(one.words)) for one in shown)


def _short(spans: m.Spans) -> str:
    text = " ".join(m.text_of(spans).split())
    return text if len(text) <= _LONG else f"{text[: _LONG - 1].rstrip()}…"


def _articles(_: m.Plan) -> Iterable[tuple[str, str]]:
    pack = phrases()
    return ((str(one), f"{one}  {pack.text(f'articles.{one}')}") for one in range(1, 43))


_LISTS: dict[Who, Callable[[m.Plan], Iterable[tuple[str, str]]]] = {
    Who.PEOPLE: _people,
    Who.FAMILY: _family,
    Who.CHILDREN: _children,
    Who.TEAM: _team,
    Who.ANYBODY: _anybody,
    Who.HOMES: lambda plan: ((home.id, home.label or "A home") for home in plan.households),
    Who.GOALS: lambda plan: ((goal.id, _short(goal.text) or "Something new") for goal in plan.goals),
    Who.STEPS: lambda plan: ((step.id, _short(step.what) or "A step") for step in plan.steps),
    Who.STRENGTHS: lambda plan: ((one.id, _short(one.text) or "A strength") for one in plan.strengths),
    Who.VOICES: _voices,
    Who.ARTICLES: _articles,
}
