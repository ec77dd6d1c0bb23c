"""What is known of every field of the model: its audience, its travel, what it refers to, how it protects."""

from __future__ import annotations

import types
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import msgspec

from fsdesk.plans.model.base import Print, Record, Sync
from fsdesk.plans.model.plan import Plan

PLAN = ""
"""The name under which the plan's own fields stand among the collections."""


class FieldFacts(NamedTuple):
    """What the model says of one field."""

    name: str
    print: Print
    sync: Sync
    refers: tuple[str, ...]
    protects: str
    is_set: bool
    required: bool


_BASE = frozenset(Record.__struct_fields__)


def strip(hint: Any) -> Any:
    """Return a type hint without its annotations."""
    while get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    return hint


def extra_of(hint: Any) -> dict[str, Any]:
    """Return what `says` noted on a type hint, or nothing."""
    if get_origin(hint) is Annotated:
        for note in get_args(hint)[1:]:
            if isinstance(note, msgspec.Meta) and note.extra and "sync" in note.extra:
                return dict(note.extra)
    return {}


def is_set_hint(hint: Any) -> bool:
    """Say whether a hint is a set, whose elements merge one by one."""
    return get_origin(strip(hint)) is frozenset


def element_of(hint: Any) -> Any:
    """Return what a set holds, as a hint."""
    return get_args(strip(hint))[0]


def alternatives(hint: Any) -> tuple[Any, ...]:
    """Return the members of a union, or the hint alone."""
    bare = strip(hint)
    if get_origin(bare) in (Union, types.UnionType):
        return tuple(strip(one) for one in get_args(bare))
    return (bare,)


@cache
def hints_of(struct: type[msgspec.Struct]) -> Mapping[str, Any]:
    """Return the type hints of one part of the model, with their annotations."""
    return get_type_hints(struct, include_extras=True)


@cache
def facts_of(struct: type[msgspec.Struct]) -> Mapping[str, FieldFacts]:
    """Return the facts of every field of one part of the model, by name."""
    required = {f.name for f in msgspec.structs.fields(struct) if f.required}
    return {name: _facts(name, hint, name in required) for name, hint in hints_of(struct).items()}


def _facts(name: str, hint: Any, required: bool) -> FieldFacts:
    extra = extra_of(hint)
    return FieldFacts(
        name=name,
        print=extra.get("print", Print.ALL),
        sync=extra.get("sync", Sync.TEAM),
        refers=extra.get("refers", ()),
        protects=extra.get("protects", ""),
        is_set=is_set_hint(hint),
        required=required,
    )


@cache
def collections() -> Mapping[str, type[Record]]:
    """Return the record type of every collection of a plan, in the order of the model."""
    found: dict[str, type[Record]] = {}
    for name, hint in hints_of(Plan).items():
        bare = strip(hint)
        first = get_args(bare)[0] if get_origin(bare) is tuple else None
        if isinstance(first, type) and issubclass(first, Record):
            found[name] = first
    return found


@cache
def of(collection: str) -> Mapping[str, FieldFacts]:
    """Return the facts of a collection's fields; `PLAN` names the plan's own fields.

    Raises KeyError for a collection that the model does not have.
    """
    if collection == PLAN:
        return {name: facts for name, facts in facts_of(Plan).items() if name not in collections()}
    return facts_of(collections()[collection])


def struct_of(collection: str) -> type[msgspec.Struct]:
    """Return the part of the model that a collection is made of; `PLAN` names the plan itself."""
    return Plan if collection == PLAN else collections()[collection]


@cache
def is_sealed_whole(collection: str) -> bool:
    """Say whether every field of its own travels sealed, so that the whole record does."""
    own = [facts for name, facts in of(collection).items() if name not in _BASE]
    return collection != PLAN and all(facts.sync is Sync.SEALED for facts in own)


@cache
def stays_whole(collection: str) -> bool:
    """Say whether a collection never leaves this laptop as words."""
    own = [facts for name, facts in of(collection).items() if name not in _BASE]
    return collection != PLAN and all(facts.sync in (Sync.STAYS, Sync.COUNTED) for facts in own)
