"""The texts of a plan, part by part: what a person could read in each record."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from fsdesk.plans import fields
from fsdesk.plans.model.base import Span, SpanKind
from fsdesk.plans.model.plan import Plan

_NOT_READ = frozenset(
    {"id", "lang", "language", "hash", "mime", "base64", "code", "device", "made_by", "picture"}
)


def parts(plan: Plan) -> Iterator[tuple[str, Any]]:
    """Yield every record under its id, and every field of the plan's own under a place such as "/title"."""
    for name, facts in fields.of(fields.PLAN).items():
        if name not in _NOT_READ and not facts.refers:
            yield f"/{name}", getattr(plan, name)
    for collection in fields.collections():
        for record in getattr(plan, collection):
            yield record.id, record


def texts(value: Any) -> Iterator[str]:
    """Yield every text that somebody could read in a value: no ids, no codes, no names of states."""
    if isinstance(value, str):
        if not isinstance(value, enum.Enum) and value:
            yield value
    elif isinstance(value, msgspec.Struct):
        for name in _read_fields(type(value)):
            yield from texts(getattr(value, name))
    elif isinstance(value, tuple | frozenset | list):
        for one in value:
            yield from texts(one)


@cache
def _read_fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    facts = fields.facts_of(kind)
    return tuple(name for name, fact in facts.items() if name not in _NOT_READ and not fact.refers)


def spans(value: Any) -> Iterator[Span]:
    """Yield every span of a value."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in _read_fields(type(value)):
            yield from spans(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from spans(one)


def own_words(value: Any) -> Iterator[str]:
    """Yield what somebody said in their own words."""
    return (span.text for span in spans(value) if span.kind is SpanKind.QUOTE)
