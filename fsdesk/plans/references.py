"""References between the records of a plan: where they stand and what they point at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

import msgspec

from fsdesk.plans import fields
from fsdesk.plans.model.plan import Plan


class Reference(NamedTuple):
    """One reference: the JSON pointer to it, the collections it may point into, and the id."""

    where: str
    into: tuple[str, ...]
    id: str


class _Path(NamedTuple):
    name: str
    into: tuple[str, ...]
    inner: type[msgspec.Struct] | None


@cache
def _paths(struct: type[msgspec.Struct]) -> tuple[_Path, ...]:
    found = (_path(name, hint) for name, hint in fields.hints_of(struct).items())
    return tuple(path for path in found if path is not None)


def _path(name: str, hint: Any) -> _Path | None:
    into = fields.extra_of(hint).get("refers", ())
    if into:
        return _Path(name, into, None)
    inner = _inner(hint)
    return _Path(name, (), inner) if inner is not None and _paths(inner) else None


def _inner(hint: Any) -> type[msgspec.Struct] | None:
    for one in fields.alternatives(hint):
        bare = fields.strip(get_args(one)[0]) if get_origin(one) in (tuple, frozenset) else one
        if isinstance(bare, type) and issubclass(bare, msgspec.Struct):
            return bare
    return None


def references(plan: Plan) -> Iterator[Reference]:
    """Yield every reference a plan holds, in document order."""
    yield from _within(plan, "")


def _within(value: Any, where: str) -> Iterator[Reference]:
    kind: type[msgspec.Struct] = type(value)
    for path in _paths(kind):
        held = getattr(value, path.name)
        here = f"{where}/{path.name}"
        if path.into:
            yield from _ids(held, here, path.into)
        else:
            yield from _inside(held, here)


def _ids(held: Any, here: str, into: tuple[str, ...]) -> Iterator[Reference]:
    if isinstance(held, str):
        yield Reference(here, into, held)
    elif held:
        for one in sorted(held):
            yield Reference(here, into, one)


def _inside(held: Any, here: str) -> Iterator[Reference]:
    if isinstance(held, tuple):
        for index, one in enumerate(held):
            yield from _within(one, f"{here}/{index}")
    elif held is not None:
        yield from _within(held, here)


def ids_by_collection(plan: Plan) -> dict[str, set[str]]:
    """Return the ids of all records, by collection."""
    return {name: {record.id for record in getattr(plan, name)} for name in fields.collections()}


def broken(plan: Plan) -> Iterator[Reference]:
    """Yield every reference to a record that is not in a collection it may point into."""
    known = _Known(plan)
    if not known.holds(plan):
        yield from (one for one in references(plan) if one.id not in known.ids(one.into))


class _Known:
    """The ids that references may name, by the collections they may point into."""

    def __init__(self, plan: Plan) -> None:
        self._by_collection = ids_by_collection(plan)
        self._anywhere = frozenset[str]().union(*self._by_collection.values())
        self._found: dict[tuple[str, ...], frozenset[str]] = {("*",): self._anywhere}

    def ids(self, into: tuple[str, ...]) -> frozenset[str]:
        if into not in self._found:
            self._found[into] = frozenset[str]().union(*(self._by_collection[name] for name in into))
        return self._found[into]

    def holds(self, value: Any) -> bool:
        """Say whether all references of a value are known; nearly always they are, so no place is noted here."""
        kind: type[msgspec.Struct] = type(value)
        for path in _paths(kind):
            held = getattr(value, path.name)
            if held and not (self._holds_ids(held, path) if path.into else self._holds_all(held)):
                return False
        return True

    def _holds_ids(self, held: Any, path: _Path) -> bool:
        ids = self.ids(path.into)
        return held in ids if isinstance(held, str) else ids.issuperset(held)

    def _holds_all(self, held: Any) -> bool:
        return all(map(self.holds, held)) if isinstance(held, tuple) else self.holds(held)
