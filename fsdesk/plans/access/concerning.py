"""Whom a record of a plan is about: everybody it names, whoever's words it holds, and whoever wrote it down."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from fsdesk.plans import fields
from fsdesk.plans.model.base import Record
from fsdesk.plans.model.plan import Plan

_NOT_ABOUT = frozenset({"audience"})


class Concerning:
    """Knows, for one plan, whom each of its records is about."""

    def __init__(self, plan: Plan) -> None:
        self._people = frozenset(one.id for one in plan.people)
        self._goals = {one.id: one for one in plan.goals}
        self._homes: dict[str, set[str]] = {}
        for person in plan.people:
            for home in person.lives_with:
                self._homes.setdefault(home, set()).add(person.id)

    def of(self, collection: str, record: Record) -> frozenset[str]:
        """Return the ids of the people whom a record is about; empty when it names nobody."""
        if collection == "people":
            return frozenset({record.id})
        found = set(_named(record))
        if record.made_by in self._people:
            found.add(record.made_by)
        if collection == "households":
            found |= self._homes.get(record.id, set())
        for goal in found & self._goals.keys():
            found |= set(_named(self._goals[goal]))
        return frozenset(found & self._people)


def _named(value: Any) -> Iterator[str]:
    """Yield every id that a part of the model holds in a field that may name a person."""
    if isinstance(value, tuple):
        for one in value:
            yield from _named(one)
    elif isinstance(value, msgspec.Struct):
        for name, names_people in _looked_at(type(value)):
            held = getattr(value, name)
            if not names_people:
                yield from _named(held)
            elif isinstance(held, str):
                yield held
            elif held:
                yield from held


@cache
def _looked_at(kind: type[msgspec.Struct]) -> tuple[tuple[str, bool], ...]:
    """Return the fields that may name people, and those inside which others may."""
    facts = fields.facts_of(kind).items()
    return tuple(
        (name, bool(fact.refers)) for name, fact in facts if name not in _NOT_ABOUT and _may_name(fact.refers)
    )


def _may_name(refers: tuple[str, ...]) -> bool:
    # What answers a word or a step ("*") says nothing of whom the word was about.
    return not refers or "people" in refers
