"""How tests read the sample plans."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from fsdesk.plans import fields, samples
from fsdesk.plans import model as m

NAMES = tuple(samples.CODES)


def all_plans() -> dict[str, m.Plan]:
    """Every sample by its name."""
    return dict(zip(NAMES, samples.load_all(), strict=True))


def records(plan: m.Plan) -> Iterator[tuple[str, m.Record]]:
    """Every record of a plan with the name of its collection."""
    for collection in fields.collections():
        for record in getattr(plan, collection):
            yield collection, record


def spans(value: Any) -> Iterator[m.Span]:
    """Every span of text within a value."""
    if isinstance(value, m.Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from spans(one)


def as_json(value: Any) -> str:
    """A value as its document would hold it, on one line."""
    return json.dumps(m.plain(value), ensure_ascii=False)


def the(collection: tuple[Any, ...], id_: str) -> Any:
    """The one record of this id."""
    return next(record for record in collection if record.id == id_)
