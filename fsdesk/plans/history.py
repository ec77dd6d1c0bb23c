"""The history of a plan in sentences, made when it is read, from what its reader may see."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from fsdesk import resources
from fsdesk.plans import fields
from fsdesk.plans.edits import (
    Added,
    Change,
    Edit,
    Elements,
    Intent,
    Key,
    Moved,
    PutBack,
    TookBack,
    TookOut,
    Unreadable,
    Wrote,
    changes_of,
    moment,
)
from fsdesk.plans.fold import Kept, Place, State, gather

_SHOWN_SIGNS = 60
_NAMING = ("text", "what", "words", "name", "wanted", "lines", "label", "word", "service")
"""The fields by which a record is known in a sentence, the best first."""


class Before(NamedTuple):
    """One field before and after an edit, as plain values; nothing means it held nothing."""

    where: str
    before: Any
    after: Any


class Entry(NamedTuple):
    """One edit as its reader sees it."""

    key: Key
    edit: str
    who: str
    when: datetime | None
    sentence: str
    changes: tuple[Before, ...]


def entries(edits: Iterable[Edit]) -> list[Entry]:
    """Return the history of a plan, the earliest first, in an order that every laptop agrees on.

    Parts that this reader was not given are said to be withheld, and nothing more. Words that somebody took back
    are shown nowhere, not even where they were first written.
    """
    state = State()
    told = []
    in_order = sorted(edits, key=_causally)
    quiet = frozenset(place for place, kept in gather(in_order).records.items() if kept.taken_back)
    for edit in in_order:
        told.append(_entry(state, edit, quiet))
        gather([edit], into=state)
    return told


def _causally(edit: Edit) -> tuple[int, str, int]:
    header = edit.header
    return header.lamport, header.device, header.seq


def _entry(state: State, edit: Edit, quiet: frozenset[Place]) -> Entry:
    header = edit.header
    try:
        changes = changes_of(edit)
    except Unreadable:
        changes = ()
    spoken = [change for change in changes if Place(change.collection, change.record) not in quiet]
    found = tuple(one for change in spoken for one in _befores(state, change))
    told = _sentence(state, header.intent, changes, quiet)
    return Entry(Key(header.device, header.seq), header.id, header.who, moment(header.made_at), told, found)


def _befores(state: State, change: Change) -> Iterator[Before]:
    place = Place(change.collection, change.record)
    kept = state.records.get(place, Kept())
    where = f"/{change.collection}/{change.record}" if change.collection else ""
    if isinstance(change, Added):
        yield from (Before(f"{where}/{name}", None, value) for name, value in change.fields.items())
    elif isinstance(change, Wrote):
        after = change.values[0] if len(change.values) == 1 else list(change.values)
        yield Before(f"{where}/{change.field}", _held(kept, change.field), after)
    elif isinstance(change, Elements):
        before = kept.sets[change.field].current() if change.field in kept.sets else []
        gone = [value for value, _ in change.removed]
        yield Before(
            f"{where}/{change.field}", before, [v for v in before if v not in gone] + list(change.added)
        )
    elif isinstance(change, TookOut | TookBack):
        yield Before(where, {name: _held(kept, name) for name in sorted(kept.fields)}, None)


def _held(kept: Kept, name: str) -> Any:
    versions = kept.fields[name].versions() if name in kept.fields else []
    values = [value for _, value in versions]
    return values[0] if len(values) == 1 else (values or None)


def _sentence(state: State, intent: str, changes: tuple[Change, ...], quiet: frozenset[Place]) -> str:
    acts = words()["act"]
    if not changes:
        return acts["withheld"]
    if intent in _WHOLE:
        return acts[intent]
    told = _distinct(state, intent, changes, quiet)
    join = words()["join"]
    if len(told) == 1:
        return told[0]
    pattern = join["one_more"] if len(told) == 2 else join["several"]
    return pattern.format(first=told[0], count=len(told) - 1)


_WHOLE = frozenset(
    {Intent.BEGAN, Intent.READY, Intent.AGREED, Intent.PRINTED, Intent.ANSWERED_FINDING, Intent.COMMENTED}
)
"""Intents that say it all; for the others the sentence names what was changed."""


def _distinct(state: State, intent: str, changes: tuple[Change, ...], quiet: frozenset[Place]) -> list[str]:
    by_place: dict[Place, str] = {}
    for change in changes:
        place = Place(change.collection, change.record)
        by_place.setdefault(place, _told(state, intent, change, place in quiet))
    return list(by_place.values())


def _told(state: State, intent: str, change: Change, quietly: bool) -> str:
    act = words()["act"][_act(intent, change)]
    if "{what}" not in act:
        return act
    return act.replace("{what}", _noun(change) if quietly else _what(state, change))


def _act(intent: str, change: Change) -> str:
    if intent in (Intent.SETTLED, Intent.UNDID, Intent.CORRECTED_WORDS):
        return str(intent)
    if isinstance(change, Wrote | Elements) and change.collection == "voices" and change.field == "words":
        return "corrected_words"
    return _BY_CHANGE[type(change)]


_BY_CHANGE: Mapping[type, str] = {
    Added: "added",
    Wrote: "wrote",
    Elements: "wrote",
    Moved: "moved",
    TookOut: "took_out",
    PutBack: "put_back",
    TookBack: "took_back_words",
}


def _what(state: State, change: Change) -> str:
    noun = _noun(change)
    said = "" if change.collection == fields.PLAN else _known_by(state, change)
    return words()["join"]["quoted"].replace("{what}", noun).replace("{words}", said) if said else noun


def _noun(change: Change) -> str:
    if change.collection == fields.PLAN:
        named = words()["plan_field"]
        return named.get(getattr(change, "field", "other"), named["other"])
    return words()["record"].get(change.collection, change.collection)


def _known_by(state: State, change: Change) -> str:
    """Return the first words of a record as they stand after the change."""
    kept = state.records.get(Place(change.collection, change.record), Kept())
    values = {name: _held(kept, name) for name in _NAMING if name in kept.fields}
    if isinstance(change, Added):
        values = {name: change.fields.get(name) for name in _NAMING}
    elif isinstance(change, Wrote) and change.field in _NAMING:
        values[change.field] = change.values[0]
    return next((said for name in _NAMING if (said := _as_words(values.get(name)))), "")


def _as_words(value: Any) -> str:
    if isinstance(value, list | tuple):
        value = " ".join(str(span.get("text", "")) for span in value if isinstance(span, dict))
    said = " ".join(value.split()) if isinstance(value, str) else ""
    return said if len(said) <= _SHOWN_SIGNS else said[: _SHOWN_SIGNS - 1].rsplit(" ", 1)[0] + " …"


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Return the words that history is told in."""
    return tomllib.loads(resources.read_text("history", "en.toml"))
