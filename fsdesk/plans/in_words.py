"""What a field is called and what it holds, as people read it in a history."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fsdesk.plans import fields
from fsdesk.plans.left import Left
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.telling import noun, words

_NAMES = frozenset({"name", "label", "word", "service", "caption"})
_CODE = re.compile(r"[a-z]+(_[a-z]+)+")

Names = Mapping[str, str]
"""What the people and homes of a plan are called, by id."""


def names_in(plan: Plan) -> dict[str, str]:
    """Return what the people of a plan and its team are called, by id."""
    people = {one.id: one.goes_by or one.name for one in plan.people}
    return people | {one.id: one.name for one in plan.team}


def field_name(collection: str, field: str) -> str:
    """Return what a field is called: by its own word where it has one, else by its name; a record by what it is."""
    if collection == fields.PLAN or not field:
        return noun(collection, field or "other")
    return words()["field"].get(field, field.replace("_", " "))


def said(value: Any, names: Names) -> str:
    """Return a value as people read it: words as they were written, people by their names."""
    plainly = words()["value"]
    if value is None or value in ("", [], {}, ()):
        return plainly["nothing"]
    if isinstance(value, bool):
        return plainly["yes"] if value else plainly["no"]
    if isinstance(value, Mapping):
        return "; ".join(_pairs(value, names)) or plainly["nothing"]
    if isinstance(value, list | tuple):
        return _several(value, names)
    return _one(str(value), names)


def said_record(values: Mapping[str, Any], names: Names) -> str:
    """Return the texts of a whole record as people read them, one after another."""
    texts = [
        said(one, names) for one in values.values() if isinstance(one, list) and one and _is_span(one[0])
    ]
    plain = [one for name, one in values.items() if name in _NAMES and isinstance(one, str) and one]
    return " · ".join([*plain, *texts]) or words()["value"]["nothing"]


def _several(values: Iterable[Any], names: Names) -> str:
    found = list(values)
    if all(_is_span(one) for one in found):
        return " ".join(one["text"] for one in found)
    if all(isinstance(one, list) and all(_is_span(span) for span in one) for one in found):
        return words()["value"]["between_versions"].join(said(one, names) for one in found)
    return ", ".join(said(one, names) for one in found)


def _is_span(value: Any) -> bool:
    return isinstance(value, Mapping) and isinstance(value.get("text"), str)


def _pairs(value: Mapping[str, Any], names: Names) -> Iterator[str]:
    if isinstance(value.get("text"), str):
        yield value["text"]
        return
    for name, held in value.items():
        if held not in (None, "", [], {}, False):
            yield f"{field_name('', name) if name in words()['plan_field'] else _called(name)}: {said(held, names)}"


def _called(name: str) -> str:
    return words()["field"].get(name, name.replace("_", " "))


def _one(value: str, names: Names) -> str:
    return names.get(value) or (value.replace("_", " ") if _CODE.fullmatch(value) else value)


def why_left(one: Left) -> str:
    """Return in a sentence what an undo leaves as it is, and why."""
    named = noun(one.place.collection, one.field or "other")
    if one.field and one.place.collection:
        named = f"{field_name(one.place.collection, one.field)} of {named}"
    sentences = words()["left"]
    pattern = sentences.get(f"{one.why}_by" if one.who else str(one.why), sentences[str(one.why)])
    told = pattern.replace("{what}", named).replace("{who}", one.who)
    return f"{told[:1].upper()}{told[1:]}."
