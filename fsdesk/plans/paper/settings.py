"""A field of the plan as a sheet says it: whether it reads so already, and whether the plan moved on since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fsdesk.plans.changes import saw_field
from fsdesk.plans.fold import Place
from fsdesk.plans.merge import Current
from fsdesk.plans.model.base import plain
from fsdesk.plans.paper.boxes import Box
from fsdesk.plans.paper.values import Does, Setting, Sheet, words


def held(state: Current, box: Box, field: str) -> Any:
    """Return a field as it reads in a state of the plan, as a plain value; nothing where there is none."""
    record = next((one for one in getattr(state.plan, box.collection) if one.id == box.about), None)
    return None if record is None else plain(getattr(record, field))


def set_field(sheet: Sheet, box: Box, field: str, value: Any, told: str) -> Does:
    """Return what writes a field, or that it reads so already; where the plan moved on, that both would stand."""
    place, wanted = Place(box.collection, box.about), plain(value)
    reads = _readings(sheet.now, place, field)
    now = held(sheet.now, box, field)
    is_here = any(one.id == box.about for one in getattr(sheet.now.plan, box.collection))
    said = words()["does"][told].format(value=_in_words(wanted), now=_in_words(now))
    if is_here and (reads == [wanted] or (not reads and now == wanted)):
        return Does("same", said, notes=(words()["does"]["reads_so"],))
    is_two = is_here and _moved_on(sheet, place, field, wanted)
    notes = [words()["does"]["shared"]] if sheet.reading.is_kept_apart else []
    notes += [words()["does"]["moved_on"].format(now=_in_words(now))] if is_two else []
    notes += [] if is_here else [words()["does"]["came_back"]]
    return Does(field, said, setting=Setting(place, field, wanted), notes=tuple(notes), is_two=is_two)


def _moved_on(sheet: Sheet, place: Place, field: str, wanted: Any) -> bool:
    """Say whether the field was written since the sheet's version, and otherwise than the sheet says it."""
    seen = saw_field(sheet.then.state, place, field)
    kept = sheet.now.state.records.get(place)
    live = kept.fields[field].live() if kept is not None and field in kept.fields else []
    return any(value != wanted for key, values in live if key not in seen for value in values)


def _readings(now: Current, place: Place, field: str) -> list[Any]:
    kept = now.state.records.get(place)
    written = kept.fields.get(field) if kept is not None else None
    return [plain(value) for _, value in written.versions()] if written is not None else []


def _in_words(value: Any) -> str:
    """Return a value of one of these fields as a worker reads it."""
    if isinstance(value, Mapping):
        value = value.get("today")
    if value is None:
        return words()["value"]["nothing"]
    return words()["value"].get(str(value), str(value))
