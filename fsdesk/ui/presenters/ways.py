"""Where "Take me there" leads: from a pointer into the plan to a section, a record and a field of it."""

from __future__ import annotations

from fsdesk.plans import fields as facts
from fsdesk.plans.model import Plan, Record, Voice, VoiceKind
from fsdesk.ui.presenters import sections, spots
from fsdesk.ui.presenters.ideas import Way
from fsdesk.ui.presenters.spots import Spot


def collection_of(way: Way) -> str:
    """The first name of the pointer: a collection, or a field of the plan itself."""
    return way.where.strip("/").partition("/")[0]


def section_of(way: Way) -> str:
    """The section in which it is written; empty where none is."""
    return sections.home_of(collection_of(way))


def spot_of(plan: Plan, way: Way) -> Spot | None:
    """The field that the pointer names, or the first of its record; nothing where nothing stands there yet."""
    collection, at, field = [*way.where.strip("/").split("/"), "", ""][:3]
    if collection not in facts.collections():
        return _of_the_plan(plan, collection)
    records = getattr(plan, collection)
    if not at.isdecimal() or int(at) >= len(records):
        return None
    record = records[int(at)]
    named = field if field in record.__struct_fields__ else _first_field(collection, record)
    spans = getattr(record, named, ())
    texts = [getattr(span, "text", "") for span in spans] if isinstance(spans, tuple) else []
    run = next((number for number, text in enumerate(texts) if way.words in text), 0)
    return Spot(collection, record.id, named, run) if named else None


def _of_the_plan(plan: Plan, field: str) -> Spot | None:
    """A field of the plan itself, or the first of its parts that is shown."""
    for section in sections.SECTIONS:
        for kind in section.kinds:
            for shown in kind.shown if kind.collection == facts.PLAN else ():
                if shown.field.partition("/")[0] == field:
                    return Spot(facts.PLAN, plan.id, shown.field)
    return None


def _first_field(collection: str, record: Record) -> str:
    """The field in which a record is written first; of what was watched together, what was seen."""
    if collection in spots.BEGUN_WITH_WORDS:
        is_watching = isinstance(record, Voice) and record.kind is VoiceKind.OBSERVATION
        return "text" if collection == spots.NOTES else "saw" if is_watching else "words"
    home = sections.home_of(collection)
    kind = sections.section(home).kind(collection) if home else None
    return kind.shown[0].field if kind else ""
