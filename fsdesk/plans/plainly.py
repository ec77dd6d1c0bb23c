"""Edits written out in plain JSON, every change under names that can be read without this program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fsdesk.plans import history
from fsdesk.plans.edits import (
    Added,
    Again,
    Change,
    Edit,
    Elements,
    Key,
    Moved,
    Part,
    PutBack,
    TookBack,
    TookOut,
    Wrote,
    contents_of,
    moment,
)

_PARTS = {int(part): part.name.lower() for part in Part}
_DID: Mapping[type, str] = {
    Added: "added",
    Wrote: "wrote",
    Elements: "changed_set",
    Moved: "moved",
    TookOut: "took_out",
    PutBack: "put_back",
    TookBack: "took_back",
    Again: "said_again",
}


def edits(found: Iterable[Edit]) -> list[dict[str, Any]]:
    """Return the edits of one plan, the earliest first as every laptop agrees, each with its sentence and changes."""
    made = list(found)
    sentences = {entry.edit: entry.sentence for entry in history.entries(made)}
    headers = sorted(made, key=lambda one: (one.header.lamport, one.header.device, one.header.seq))
    return [_edit(one, sentences) for one in headers]


def _edit(one: Edit, sentences: Mapping[str, str]) -> dict[str, Any]:
    header = one.header
    when = moment(header.made_at)
    return {
        "edit": header.id,
        "laptop": header.device,
        "number": header.seq,
        "counter": header.lamport,
        "who": header.who,
        "when": when.isoformat(timespec="milliseconds") if when else None,
        "intent": header.intent,
        "sentence": sentences.get(header.id, ""),
        "parts": list(_parts(one)),
    }


def _parts(one: Edit) -> Iterator[dict[str, Any]]:
    """Yield every part that is here with its changes, and one that is not as withheld or erased."""
    told = {int(found.part): [_change(change) for change in found.changes] for found in contents_of(one)}
    for box in one.boxes:
        name = _PARTS.get(box.kind, f"kind {box.kind}")
        if box.is_open:
            yield {"part": name, "here": True, "changes": told.get(box.kind, [])}
        else:
            yield {"part": name, "here": False}


def _change(change: Change) -> dict[str, Any]:
    made: dict[str, Any] = {
        "did": _DID[type(change)],
        "collection": change.collection,
        "record": change.record,
    }
    if isinstance(change, Added):
        made["fields"] = change.fields
    elif isinstance(change, Wrote):
        made |= {"field": change.field, "values": list(change.values), "saw": _keys(change.saw)}
    elif isinstance(change, Elements):
        removed = [{"element": element, "saw": _keys(saw)} for element, saw in change.removed]
        made |= {"field": change.field, "added": list(change.added), "removed": removed}
    elif isinstance(change, TookOut):
        made["saw"] = _keys(change.saw)
    elif isinstance(change, Again):
        made |= {"of": _key(change.key), "change": _change(change.said)}
    return made


def _keys(keys: Iterable[Key]) -> list[str]:
    return [_key(one) for one in keys]


def _key(key: Key) -> str:
    """Return where an edit stands: its laptop and its number there."""
    return f"{key[0]}:{key[1]}"
