"""The history of a plan in sentences, made when it is read, from what its reader may see."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

import msgspec

from fsdesk import resources
from fsdesk.plans import fields
from fsdesk.plans.edits import (
    Added,
    Again,
    Change,
    Edit,
    Elements,
    Header,
    Intent,
    Key,
    Moved,
    PutBack,
    TookBack,
    TookOut,
    Wrote,
    moment,
)
from fsdesk.plans.fold import Kept, Place, Read, State, canonical, plan_of, read_edit, take_in
from fsdesk.plans.following import taken_back
from fsdesk.plans.parts import DECIDING, is_wordless

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
    found = sorted((read for read in map(_Told.of, edits) if read is not None), key=_causally)
    plan = plan_of(told.read for told in found)
    quiet = taken_back(_state(plan, found).records)
    state = _state(plan, ())
    told = []
    for one in found:
        if one.header.plan == (plan or one.header.plan):
            told += [] if _says_nothing_new(state, one) else [_entry(state, one, quiet)]
            take_in(state, one.read)
    return told


def _says_nothing_new(state: State, told: _Told) -> bool:
    """Say whether an edit is the program's own saying again of what its reader knows."""
    changes = [change for _, change in told.read.changes]
    return told.header.intent == Intent.SAID_AGAIN and not _first_told(state, changes)


class _Told(NamedTuple):
    """An edit as far as its reader may see it."""

    read: Read
    header: Header
    is_all_here: bool

    @classmethod
    def of(cls, edit: Edit) -> _Told | None:
        """Return an edit as it can be read, or nothing when it does not even say whose it is."""
        read = read_edit(edit)
        here = all(box.is_open for box in edit.boxes) and not read.fault
        return None if read.header is None else cls(read, read.header, here)


def _causally(told: _Told) -> tuple[int, str, int]:
    return told.header.lamport, told.header.device, told.header.seq


def _state(plan: str, found: Iterable[_Told]) -> State:
    state = State(plan=plan)
    for told in found:
        take_in(state, told.read)
    return state


def _entry(state: State, told: _Told, quiet: frozenset[Place]) -> Entry:
    header, changes = told.header, _first_told(state, [change for _, change in told.read.changes])
    spoken = [change for change in changes if Place(change.collection, change.record) not in quiet]
    found = {one.where: one for change in spoken for one in _befores(state, change)}
    sentence = _sentence(state, told, changes, quiet)
    return Entry(
        told.read.key, header.id, header.who, moment(header.made_at), sentence, tuple(found.values())
    )


def _first_told(state: State, changes: Iterable[Change]) -> list[Change]:
    """Return changes with what is said again as if it were new where it is, and left out where it is not.

    That a record is private now, or out, is no news where nothing of it ever was.
    """
    found: list[Change] = []
    new: dict[Place, dict[str, Any]] = {}
    for change in changes:
        place = Place(change.collection, change.record)
        here = _is_here(state, place)
        if not isinstance(change, Again):
            found += [change] if here or not is_wordless(change) else []
        elif not here:
            values = new.setdefault(place, {})
            if isinstance(change.said, Wrote):
                values[change.said.field] = change.said.values[0]
            elif isinstance(change.said, Elements):
                values.setdefault(change.said.field, []).extend(change.said.added)
    return [*found, *(Added(*place, values) for place, values in new.items() if values)]


def _is_here(state: State, place: Place) -> bool:
    kept = state.records.get(place)
    return kept is not None and (kept.added or not kept.fields.keys() <= DECIDING)


def _befores(state: State, change: Change) -> Iterator[Before]:
    place = Place(change.collection, change.record)
    kept = state.records.get(place, Kept())
    where = f"/{change.collection}/{change.record}" if change.collection else ""
    if isinstance(change, Added):
        yield from (Before(f"{where}/{name}", None, _plain(value)) for name, value in change.fields.items())
    elif isinstance(change, Wrote):
        after = _plain(change.values[0] if len(change.values) == 1 else change.values)
        yield Before(f"{where}/{change.field}", _held(kept, change.field), after)
    elif isinstance(change, Elements):
        before = _plain(kept.sets[change.field].current()) if change.field in kept.sets else []
        gone, came = _plain([value for value, _ in change.removed]), _plain(change.added)
        yield Before(f"{where}/{change.field}", before, [one for one in before if one not in gone] + came)
    elif isinstance(change, TookOut | TookBack):
        yield Before(where, {name: _held(kept, name) for name in sorted(kept.fields)}, None)


def _held(kept: Kept, name: str) -> Any:
    versions = kept.fields[name].versions() if name in kept.fields else []
    values = [_plain(value) for _, value in versions]
    return values[0] if len(values) == 1 else (values or None)


def _plain(value: Any) -> Any:
    """Return a value as JSON would hold it; nothing for one that no document could hold."""
    try:
        return msgspec.json.decode(canonical(value))
    except (msgspec.DecodeError, RecursionError):
        return [] if isinstance(value, list | tuple) else None


def _sentence(state: State, told: _Told, changes: list[Change], quiet: frozenset[Place]) -> str:
    acts, intent = words()["act"], told.header.intent
    if not changes and (told.read.changes or not told.is_all_here):
        return acts["unreadable" if told.read.fault else "withheld"]
    if intent in _WHOLE or (intent == Intent.IMPORTED and any(map(_begins, changes))):
        return acts[intent]
    said = _distinct(state, intent, changes, quiet) or [acts["nothing"]]
    join = words()["join"]
    if len(said) == 1:
        return said[0]
    pattern = join["one_more"] if len(said) == 2 else join["several"]
    return pattern.replace("{count}", str(len(said) - 1)).replace("{first}", said[0])


def _begins(change: Change) -> bool:
    return isinstance(change, Added) and change.collection == fields.PLAN


_WHOLE = frozenset(
    {Intent.BEGAN, Intent.READY, Intent.AGREED, Intent.PRINTED, Intent.ANSWERED_FINDING, Intent.COMMENTED}
)
"""Intents that say it all; for the others the sentence names what was changed."""


def _distinct(state: State, intent: str, changes: list[Change], quiet: frozenset[Place]) -> list[str]:
    by_place: dict[Place, str] = {}
    for change in changes:
        place = Place(change.collection, change.record)
        by_place.setdefault(place, _told(state, intent, change, place in quiet))
    return list(by_place.values())


def _told(state: State, intent: str, change: Change, quietly: bool) -> str:
    act = words()["act"][_act(state, intent, change)]
    if "{what}" not in act:
        return act
    return act.replace("{what}", _noun(change) if quietly else _what(state, change))


def _act(state: State, intent: str, change: Change) -> str:
    if intent in (Intent.SETTLED, Intent.UNDID, Intent.CORRECTED_WORDS):
        return str(intent)
    return "corrected_words" if _corrects(state, change) else _BY_CHANGE[type(change)]


def _corrects(state: State, change: Change) -> bool:
    """Say whether a change writes somebody's own words anew where there were words before."""
    if not isinstance(change, Wrote) or (change.collection, change.field) != ("voices", "words"):
        return False
    kept = state.records.get(Place(change.collection, change.record))
    return kept is not None and bool(_held(kept, change.field))


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
