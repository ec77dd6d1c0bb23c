"""Where a text stands in a plan, and the plan with another text there: values in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from msgspec.structs import fields, replace

from fsdesk.plans import fields as facts
from fsdesk.plans.model import Media, Plan, Record, Span, SpanKind, has_words
from fsdesk.ui.presenters import values

MATTERS, VOICES, NOTES = "matters", "voices", "scratch"
BEGUN_WITH_WORDS = frozenset({MATTERS, VOICES, NOTES})
"""New ones of these are there once they have a word."""
WORDS_ALONE = BEGUN_WITH_WORDS | {"strengths", "about_us", "gaps", "return_notes"}
"""Records that are words and nothing else: left without any, they are out."""


class Place(NamedTuple):
    """One record of a plan."""

    collection: str
    record: str


class Spot(NamedTuple):
    """One run of text in a field of a record; ``at`` counts the field's runs from 0."""

    collection: str
    record: str
    field: str
    at: int = 0

    @property
    def place(self) -> Place:
        """The record this text belongs to."""
        return Place(self.collection, self.record)

    @property
    def draft_field(self) -> str:
        """The name under which a draft of this text is kept."""
        return f"{self.field}.{self.at}" if self.at else self.field

    @classmethod
    def of_draft(cls, collection: str, record: str, draft_field: str) -> Spot:
        """The spot that a draft was kept for."""
        field, _, at = draft_field.partition(".")
        return cls(collection, record, field, int(at) if at.isdecimal() else 0)


def record_at(plan: Plan, place: Place) -> Any:
    """The record at this place, if the plan has it; the plan itself where its own fields stand."""
    if place.collection == facts.PLAN:
        return plan
    records: tuple[Record, ...] = getattr(plan, place.collection, ())
    return next((record for record in records if record.id == place.record), None)


def text_at(plan: Plan, spot: Spot) -> str | None:
    """The text at this spot; empty where its field has none yet, nothing where the record is not there."""
    record = record_at(plan, spot.place)
    return None if record is None else values.text_of(record, spot.field, spot.at)


def with_text(plan: Plan, spot: Spot, text: str) -> Plan:
    """The plan with this text at this spot; unchanged where the record is not there, or the field cannot hold it."""
    record = record_at(plan, spot.place)
    if record is None:
        return plan
    return with_record(plan, spot.collection, values.written(record, spot.field, spot.at, text))


def holds(plan: Plan, spot: Spot, text: str) -> bool:
    """Whether the plan can say at this spot what was typed there."""
    record = record_at(plan, spot.place)
    return record is not None and values.can_hold(record, spot.field, spot.at, text)


def with_record(plan: Plan, collection: str, record: Any) -> Plan:
    """The plan with this record in the place of the one of its id, or at the end."""
    if collection == facts.PLAN:
        return plan if record == plan else record
    records: tuple[Record, ...] = getattr(plan, collection)
    there = [one.id for one in records]
    if record.id in there:
        at = there.index(record.id)
        return replace(plan, **{collection: (*records[:at], record, *records[at + 1 :])})
    return replace(plan, **{collection: (*records, record)})


def without(plan: Plan, place: Place) -> Plan:
    """The plan without this record, and without pictures that belong to it alone."""
    records: tuple[Record, ...] = getattr(plan, place.collection)
    left = replace(plan, **{place.collection: tuple(one for one in records if one.id != place.record)})
    gone = {one.id for one in pictures_of(plan, place)}
    return replace(left, media=tuple(one for one in left.media if one.id not in gone)) if gone else left


def put_back(plan: Plan, collection: str, record: Record, at: int, pictures: Iterable[Media] = ()) -> Plan:
    """The plan with a record that was taken out, where it stood, and with its pictures."""
    records: tuple[Record, ...] = getattr(plan, collection)
    if any(one.id == record.id for one in records):
        return plan
    back = replace(plan, **{collection: (*records[:at], record, *records[at:])})
    there = {one.id for one in back.media}
    missing = tuple(one for one in pictures if one.id not in there)
    return replace(back, media=(*back.media, *missing)) if missing else back


def pictures_of(plan: Plan, place: Place) -> tuple[Media, ...]:
    """The pictures that belong to this record and to no other."""
    own: frozenset[str] = getattr(record_at(plan, place), "media", frozenset())
    if place.collection == facts.PLAN or not own:
        return ()
    others = (one for one in _with_pictures(plan) if one.id != place.record)
    shared = frozenset(picture for one in others for picture in one.media)
    return tuple(one for one in plan.media if one.id in own - shared)


def _with_pictures(plan: Plan) -> Iterator[Any]:
    for collection, kind in facts.collections().items():
        if "media" in kind.__struct_fields__:
            yield from getattr(plan, collection)


def is_blank(record: Record) -> bool:
    """Whether a record says nothing: no visible letter in any of its texts, and no picture."""
    if getattr(record, "media", None):
        return False
    return not any(has_words(value) for value in _texts(record))


def is_as_begun(record: Record, begun: Record) -> bool:
    """Whether nothing was said in a new record yet: no words, and nothing chosen but what it was begun with."""
    return is_blank(record) and all(
        _is_runs(getattr(record, one.name)) or getattr(record, one.name) == getattr(begun, one.name)
        for one in fields(record)
    )


def is_own_words(record: Any, spot: Spot) -> bool:
    """Whether what stands at this spot is somebody's own words, which nothing here reads or rewords."""
    spans = getattr(record, spot.field, ()) if record is not None else ()
    return _is_runs(spans) and spot.at < len(spans) and spans[spot.at].kind is SpanKind.QUOTE


def kind_of(collection: str) -> type[Record] | None:
    """The kind of record that a collection is made of, if there is such a collection."""
    return facts.collections().get(collection)


def _texts(record: Record) -> list[tuple[Span, ...]]:
    values_: list[Any] = [getattr(record, field.name) for field in fields(record)]
    return [value for value in values_ if _is_runs(value)]


def _is_runs(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Span)
