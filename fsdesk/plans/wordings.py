"""How one record was worded before: every wording of its texts, with who wrote it and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from fsdesk.plans import fields
from fsdesk.plans.edits import Key, moment
from fsdesk.plans.fold import Field, Place, State, canonical
from fsdesk.plans.following import taken_back
from fsdesk.plans.in_words import Names, said
from fsdesk.plans.merge import Current
from fsdesk.plans.telling import as_plain


class Wording(NamedTuple):
    """One wording of a text, in the name of who wrote it first."""

    edit: str
    where: str
    field: str
    words: str
    who: str
    when: datetime | None
    stands: bool
    """Whether the plan reads so now."""


def wordings(current: Current, place: Place, names: Names) -> list[Wording]:
    """Return every wording of the texts of a record, field by field, the latest first; the same words once.

    Nothing is told of words that somebody took back.
    """
    state = current.state
    kept = state.records.get(place)
    if kept is None or place in taken_back(state.records):
        return []
    known = fields.of(place.collection)
    held = ((name, field) for name, field in kept.fields.items() if name in known)
    return [one for name, field in held for one in _of_field(state, place, name, field, names)]


def _of_field(state: State, place: Place, name: str, held: Field, names: Names) -> Iterator[Wording]:
    standing = {canonical(value) for _, value in held.versions()}
    found: dict[bytes, tuple[Key, Any]] = {}
    for key in sorted(held.writes, key=lambda one: (state.headers[one].lamport, one)):
        for value in held.writes[key].values:
            if _is_text(value):
                found.setdefault(canonical(value), (key, value))
    for value, (key, plain) in reversed(found.items()):
        header = state.headers[key]
        where = "/".join(("", *(part for part in place if place.collection), name))
        shown = said(as_plain(plain), names)
        yield Wording(header.id, where, name, shown, header.who, moment(header.made_at), value in standing)


def _is_text(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return bool(value) and all(
            isinstance(one, dict) and isinstance(one.get("text"), str) for one in value
        )
    return isinstance(value, str) and " " in value.strip()
