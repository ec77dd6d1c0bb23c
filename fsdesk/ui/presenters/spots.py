"""Where a text stands in a plan, and the plan with another text there: values in, values out."""

from __future__ import annotations

from typing import Any, NamedTuple

from msgspec.structs import fields, replace

from fsdesk.plans.model import Matter, Plan, Record, ScratchNote, Span, SpanKind, Voice, has_words

MATTERS, VOICES, NOTES = "matters", "voices", "scratch"
_KINDS: dict[str, type[Record]] = {MATTERS: Matter, VOICES: Voice, NOTES: ScratchNote}


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


def record_at(plan: Plan, place: Place) -> Record | None:
    """The record at this place, if the plan has it."""
    records: tuple[Record, ...] = getattr(plan, place.collection, ())
    return next((record for record in records if record.id == place.record), None)


def text_at(plan: Plan, spot: Spot) -> str | None:
    """The text at this spot; empty where its field has none yet, nothing where the record is not there."""
    record = record_at(plan, spot.place)
    if record is None:
        return None
    spans = getattr(record, spot.field, ())
    return spans[spot.at].text if spot.at < len(spans) else ""


def with_text(plan: Plan, spot: Spot, text: str) -> Plan:
    """The plan with this text at this spot; unchanged where the record is not there."""
    record = record_at(plan, spot.place)
    return plan if record is None else with_record(plan, spot.collection, _written(record, spot, text))


def with_record(plan: Plan, collection: str, record: Record) -> Plan:
    """The plan with this record in the place of the one of its id, or at the end."""
    records: tuple[Record, ...] = getattr(plan, collection)
    there = [one.id for one in records]
    if record.id in there:
        at = there.index(record.id)
        return replace(plan, **{collection: (*records[:at], record, *records[at + 1 :])})
    return replace(plan, **{collection: (*records, record)})


def without(plan: Plan, place: Place) -> Plan:
    """The plan without this record."""
    records: tuple[Record, ...] = getattr(plan, place.collection)
    return replace(plan, **{place.collection: tuple(one for one in records if one.id != place.record)})


def put_back(plan: Plan, collection: str, record: Record, at: int) -> Plan:
    """The plan with a record that was taken out, where it stood."""
    records: tuple[Record, ...] = getattr(plan, collection)
    if any(one.id == record.id for one in records):
        return plan
    return replace(plan, **{collection: (*records[:at], record, *records[at:])})


def is_blank(record: Record) -> bool:
    """Whether a record says nothing: no visible letter in any of its texts, and no picture."""
    if getattr(record, "media", None):
        return False
    return not any(has_words(value) for value in _texts(record))


def is_own_words(record: Record | None, spot: Spot) -> bool:
    """Whether what stands at this spot is somebody's own words, which nothing here reads or rewords."""
    spans = getattr(record, spot.field, ()) if record is not None else ()
    return spot.at < len(spans) and spans[spot.at].kind is SpanKind.QUOTE


def kind_of(collection: str) -> type[Record] | None:
    """The kind of record that this part of the plan writes into a collection, if it does."""
    return _KINDS.get(collection)


def _written(record: Record, spot: Spot, text: str) -> Record:
    spans: tuple[Span, ...] = getattr(record, spot.field)
    if spot.at >= len(spans):
        return replace(record, **{spot.field: (*spans, Span(text=text))})
    written = replace(spans[spot.at], text=text)
    return replace(record, **{spot.field: (*spans[: spot.at], written, *spans[spot.at + 1 :])})


def _texts(record: Record) -> list[tuple[Span, ...]]:
    values: list[Any] = [getattr(record, field.name) for field in fields(record)]
    return [value for value in values if isinstance(value, tuple) and value and isinstance(value[0], Span)]
