"""The sentence of one edit, made when it is read from what was meant and what was changed, for one reader."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from fsdesk import resources
from fsdesk.plans import fields
from fsdesk.plans.edits import (
    Added,
    Change,
    Elements,
    Intent,
    Moved,
    PutBack,
    TookBack,
    TookOut,
    Wrote,
)
from fsdesk.plans.fold import Kept, Place, State, canonical

_SHOWN_SIGNS = 60
_NAMING = ("text", "what", "words", "name", "wanted", "lines", "label", "word", "service")
"""The fields by which a record is known in a sentence, the best first."""
_WHOLE = frozenset(
    {
        Intent.BEGAN,
        Intent.READY,
        Intent.AGREED,
        Intent.PRINTED,
        Intent.ANSWERED_FINDING,
        Intent.COMMENTED,
        Intent.TYPED_FROM_PAPER,
    }
)
"""Intents that say it all; for the others the sentence names what was changed."""
_BY_CHANGE: Mapping[type, str] = {
    Added: "added",
    Wrote: "wrote",
    Elements: "wrote",
    Moved: "moved",
    TookOut: "took_out",
    PutBack: "put_back",
    TookBack: "took_back_words",
}
_BY_UNDOING: Mapping[type, str] = {TookOut: "undid_added", PutBack: "undid_took_out", Moved: "undid_moved"}


def sentence(state: State, meant: str, changes: Sequence[Change], quiet: Collection[Place]) -> str:
    """Return what an edit did, in one sentence; ``state`` is what its reader knows of the plan before it.

    Of records in ``quiet`` it says what they are and none of their words.
    """
    acts = words()["act"]
    if meant in _WHOLE or (meant == Intent.IMPORTED and any(map(_begins, changes))):
        return acts[meant]
    said = _distinct(state, meant, changes, quiet) or [acts["nothing"]]
    join = words()["join"]
    if len(said) == 1:
        return said[0]
    pattern = join["one_more"] if len(said) == 2 else join["several"]
    return pattern.replace("{count}", str(len(said) - 1)).replace("{first}", said[0])


def _begins(change: Change) -> bool:
    return isinstance(change, Added) and change.collection == fields.PLAN


def _distinct(state: State, meant: str, changes: Sequence[Change], quiet: Collection[Place]) -> list[str]:
    by_place: dict[Place, str] = {}
    for change in changes:
        place = Place(change.collection, change.record)
        by_place.setdefault(place, _told(state, meant, change, place in quiet))
    return list(by_place.values())


def _told(state: State, meant: str, change: Change, quietly: bool) -> str:
    act = words()["act"][_act(state, meant, change)]
    if "{what}" not in act:
        return act
    return act.replace("{what}", _noun(change) if quietly else what(state, change))


def _act(state: State, meant: str, change: Change) -> str:
    is_written = isinstance(change, Wrote | Elements)
    if meant == Intent.UNDID:
        opened = isinstance(change, Wrote) and len(change.values) > 1
        return "reopened" if opened else _BY_UNDOING.get(type(change), meant)
    if meant == Intent.PUT_BACK and is_written:
        return "put_back_wording"
    if meant in (Intent.SETTLED, Intent.CORRECTED_WORDS):
        return meant
    return "corrected_words" if _corrects(state, change) else _BY_CHANGE[type(change)]


def _corrects(state: State, change: Change) -> bool:
    """Say whether a change writes somebody's own words anew where there were words before."""
    if not isinstance(change, Wrote) or (change.collection, change.field) != ("voices", "words"):
        return False
    kept = state.records.get(Place(change.collection, change.record))
    return kept is not None and bool(held(kept, change.field))


def what(state: State, change: Change) -> str:
    """Return what a change is about: what kind of thing, and its first words as they stand after it."""
    noun = _noun(change)
    said = "" if change.collection == fields.PLAN else _known_by(state, change)
    return words()["join"]["quoted"].replace("{what}", noun).replace("{words}", said) if said else noun


def _noun(change: Change) -> str:
    return noun(change.collection, getattr(change, "field", "other"))


def noun(collection: str, field: str = "other") -> str:
    """Return what people call a kind of record, or a field of the plan itself."""
    if collection == fields.PLAN:
        named = words()["plan_field"]
        return named.get(field, named["other"])
    return words()["record"].get(collection, collection)


def _known_by(state: State, change: Change) -> str:
    kept = state.records.get(Place(change.collection, change.record), Kept())
    values = {name: held(kept, name) for name in _NAMING if name in kept.fields}
    if isinstance(change, Added):
        values = {name: change.fields.get(name) for name in _NAMING}
    elif isinstance(change, Wrote) and change.field in _NAMING:
        values[change.field] = change.values[0]
    return next((said for name in _NAMING if (said := _as_words(values.get(name)))), "")


def _as_words(value: Any) -> str:
    if isinstance(value, list | tuple):
        value = " ".join(str(span.get("text", "")) for span in value if isinstance(span, dict))
    said = " ".join(value.split()).removesuffix(".") if isinstance(value, str) else ""
    return said if len(said) <= _SHOWN_SIGNS else said[: _SHOWN_SIGNS - 1].rsplit(" ", 1)[0] + " …"


def held(kept: Kept, name: str) -> Any:
    """Return what a field holds as a plain value: a list of several versions, nothing where it holds none."""
    return (
        one_or_several([value for _, value in kept.fields[name].versions()]) if name in kept.fields else None
    )


def one_or_several(values: Sequence[Any]) -> Any:
    """Return one version as it is, several as a list, none as nothing; each as JSON would hold it."""
    found = [as_plain(value) for value in values]
    return found[0] if len(found) == 1 else (found or None)


def as_plain(value: Any) -> Any:
    """Return a value as JSON would hold it; nothing for one that no document could hold."""
    try:
        return msgspec.json.decode(canonical(value))
    except (msgspec.DecodeError, RecursionError):
        return [] if isinstance(value, list | tuple) else None


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Return the words that history is told in."""
    return tomllib.loads(resources.read_text("history", "en.toml"))
