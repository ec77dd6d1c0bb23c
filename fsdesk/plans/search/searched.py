"""What of a plan is searched: what travels openly and may stand on somebody's paper, never safety, never own notes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

import msgspec

from fsdesk.plans import fields
from fsdesk.plans.fields import PLAN, FieldFacts
from fsdesk.plans.model import safety
from fsdesk.plans.model.base import EVERYONE, Print, Reach, Record, Span, Sync, Value
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.search.words import with_pieces

Places = Container[tuple[str, str]]
"""Records, each by its collection and its id."""
_THOUGH_ON_NO_PAPER = frozenset({"family_name", "neighbourhood"})
_NAMES_OF_THINGS = frozenset({"rulepack", "lang_pack", "picture", "mime", "letter"})
"""Text that is no words: names of versions, of pictures, of kinds of files."""
_SEEN_BY_OTHERS = frozenset({Reach.ALL, Reach.NAMED})


class Told(NamedTuple):
    """Some text of a plan, and the field it stands in."""

    collection: str
    record: str
    field: str
    text: str


class Version(NamedTuple):
    """One more version of an unsettled field, as a plain value."""

    collection: str
    record: str
    field: str
    value: Any


def words(plan: Plan, private: Places, versions: Iterable[Version] = ()) -> frozenset[str]:
    """Return the words that a plan is found by, folded, each once; its code among them.

    `private` are the records that do not travel openly, by any of their standing versions; nothing of them counts,
    nor of safety, of what is for one page alone, or of fields that no paper holds. `versions` count like what they
    are versions of.
    """
    found = [plan.code]
    for collection, record in _records(plan, private):
        for name in _fields(collection):
            if value := getattr(record, name):
                _gather(value, found)
    for version in versions:
        _gather(_value_of(plan, private, version), found)
    return frozenset(with_pieces("\n".join(found)))


def texts(plan: Plan, private: Places) -> Iterator[Told]:
    """Yield every text of a plan that is searched, with where it stands."""
    for collection, record in _records(plan, private):
        for name in _fields(collection):
            found: list[str] = []
            _gather(getattr(record, name), found)
            yield from (Told(collection, record.id, name, text) for text in found)


def _records(plan: Plan, private: Places) -> Iterator[tuple[str, Plan | Record]]:
    yield PLAN, plan
    for collection in _searched():
        for record in getattr(plan, collection):
            if _may_be_found(collection, record, private):
                yield collection, record


def _may_be_found(collection: str, record: Record, private: Places) -> bool:
    seen = record.audience is EVERYONE or record.audience.to in _SEEN_BY_OTHERS
    return seen and not record.sealed and (collection, record.id) not in private


def _value_of(plan: Plan, private: Places, one: Version) -> Any:
    """Return what a version holds, or nothing when its field is not searched or it is not of the model."""
    if one.field not in _fields(one.collection) or not _stands(plan, private, one):
        return None
    hint = fields.hints_of(fields.struct_of(one.collection))[one.field]
    try:
        return msgspec.convert(one.value, hint)
    except msgspec.ValidationError:
        return None


def _stands(plan: Plan, private: Places, one: Version) -> bool:
    places = ((collection, record.id) for collection, record in _records(plan, private))
    return one.collection == PLAN or (one.collection, one.record) in places


def _gather(value: Any, into: list[str]) -> None:
    """Add every text that a value holds."""
    if isinstance(value, str):
        into.append(value)
    elif isinstance(value, Span):
        into.append(value.text)
        if value.translations:
            into += [translation.text for translation in value.translations]
    elif isinstance(value, Value):
        for name in _text_fields(type(value)):
            _gather(getattr(value, name), into)
    elif value:
        for one in value:
            _gather(one, into)


@cache
def _searched() -> Mapping[str, tuple[str, ...]]:
    """Return the collections that are searched, each with its fields."""
    kinds = {name: kind for name, kind in fields.collections().items() if kind.__module__ != safety.__name__}
    return {name: found for name, kind in kinds.items() if (found := _text_fields(kind))}


def _fields(collection: str) -> tuple[str, ...]:
    if collection == PLAN:
        return _text_fields(Plan)
    return _searched().get(collection, ())


@cache
def _text_fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """Return the fields of one part of the model whose text is searched."""
    hints, facts = fields.hints_of(kind), fields.facts_of(kind)
    own = [name for name in facts if name not in Record.__struct_fields__ and name not in _lists_of(kind)]
    return tuple(name for name in own if _is_open(facts[name]) and _holds_text(hints[name]))


def _lists_of(kind: type[msgspec.Struct]) -> Container[str]:
    return fields.collections() if kind is Plan else ()


def _is_open(facts: FieldFacts) -> bool:
    shown = facts.print is not Print.NEVER or facts.name in _THOUGH_ON_NO_PAPER
    return shown and facts.sync is Sync.TEAM and not facts.refers and facts.name not in _NAMES_OF_THINGS


def _holds_text(hint: Any) -> bool:
    """Say whether a value of this hint may hold free text; what follows a pattern - an id, a date - is none."""
    if get_origin(hint) is Annotated:
        bare, *notes = get_args(hint)
        return not any(isinstance(one, msgspec.Meta) and one.pattern for one in notes) and _holds_text(bare)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return hint is Span or bool(_text_fields(hint))
    return hint is str or any(_holds_text(one) for one in get_args(hint))
