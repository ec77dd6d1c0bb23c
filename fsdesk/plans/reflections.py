"""Questions only a person can answer: one or two at a time, in turn, and never a finding."""

from __future__ import annotations

from datetime import date
from functools import cache

import msgspec

from fsdesk import resources
from fsdesk.plans.model import Plan, Role
from fsdesk.plans.rules.pack import filled, read
from fsdesk.plans.rules.reading import called, has_died, is_unborn

AT_A_TIME = 2


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question, the principles it serves, and why it is asked."""

    id: str
    principles: tuple[str, ...]
    title: str
    why: str
    ask: str


class _Questions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    question: tuple[Question, ...]


@cache
def load(language: str = "en") -> tuple[Question, ...]:
    """Return all questions, read once, in English where a language has none. Raises Broken naming file and entry."""
    for name in (f"{language}.toml", "en.toml"):
        try:
            text = resources.read_text("reflections", name)
        except FileNotFoundError:
            continue
        return read(text, _Questions, f"reflections/{name}").question
    return ()


def for_today(plan: Plan, today: date) -> tuple[Question, ...]:
    """Return the one or two questions of a day, in turn, without those the worker has answered in this plan.

    A question about a child names one, or is left out where the plan has none.
    """
    answered = {reflection.question for reflection in plan.reflections}
    child = _a_child(plan, today)
    open_ones = [one for one in load() if one.id not in answered and (child or "{child}" not in one.ask)]
    if not open_ones:
        return ()
    begin = today.toordinal() % len(open_ones)
    turn = (open_ones[begin:] + open_ones[:begin])[:AT_A_TIME]
    return tuple(_asked(one, child) for one in turn)


def asked(plan: Plan, today: date, question: str) -> Question | None:
    """Return the question of this id as it is asked of a plan; nothing where there is none, or no child to name."""
    found = next((one for one in load() if one.id == question), None)
    child = _a_child(plan, today)
    return None if found is None or ("{child}" in found.ask and not child) else _asked(found, child)


def _asked(question: Question, child: str) -> Question:
    return msgspec.structs.replace(question, ask=filled(question.ask, {"child": child}))


def _a_child(plan: Plan, today: date) -> str:
    """The name of the child whose turn it is."""
    children = [
        called(person)
        for person in plan.people
        if person.role is Role.CHILD
        and person.in_plan
        and not has_died(person)
        and not is_unborn(person, today)
    ]
    return children[today.toordinal() % len(children)] if children else ""
