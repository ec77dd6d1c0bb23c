"""Settling: fields that read two ways, listed with who and when, and settled by a person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from fsdesk.desk import comments, plans, standing
from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from fsdesk.plans import changes, fields
from fsdesk.plans.edits import Intent
from fsdesk.plans.fold import Place
from fsdesk.plans.merge import Differing
from fsdesk.plans.model.base import Span, SpanKind, plain
from fsdesk.store import plans as kept


class NoSuchDifference(Refused):
    """Nothing of that id is unsettled."""

    what = "There is nothing unsettled of that id."
    what_next = "List what is with `fsdesk sync differing`."
    in_window = "Look again at what is still to be settled."


class NoSuchVersion(Refused):
    """There are fewer versions than that."""

    what_next = "Nothing was changed. Choose one of the versions that `fsdesk sync differing` numbers."
    in_window = "Nothing was changed. Choose one of the versions shown."


class CannotKeepBoth(Refused):
    """Two facts cannot both be so."""

    what = "These two cannot both be so: only words can stand side by side."
    what_next = "Nothing was changed. Ask the family which is right, then use --keep."
    in_window = "Nothing was changed. Ask the family which is right, then choose that version."


class NotWords(Refused):
    """The field does not hold words."""

    what = "That field does not hold words, or the words do not fit it."
    what_next = "Nothing was changed. Use --keep with the number of a version."
    in_window = "Nothing was changed. Choose one of the versions shown."


def differing(desk: Desk) -> list[dict[str, Any]]:
    """Return every unsettled field under the keys that `fsdesk sync differing --json` promises."""
    with desk.reading() as tx:
        return [_listed(one) for one in kept.unsettled(tx)]


def _listed(one: kept.Unsettled) -> dict[str, Any]:
    held = standing.unsettled_of(one.body)
    versions = [
        {
            "who": version.who,
            "when": version.when.isoformat() if version.when else None,
            "value": version.value,
        }
        for version in held.versions
    ]
    where = plans.where(Place(held.collection, held.record), held.field)
    return {"id": one.id, "plan": one.plan, "where": where, "versions": versions}


def settle(
    desk: Desk, which: str, *, keep: int | None = None, both: bool = False, words: str | None = None
) -> dict[str, Any]:
    """Settle one field: keep a version (from 1), keep the words of all, or put others in their place.

    What is not kept stays in the history. Raises NoSuchDifference, NoSuchVersion, CannotKeepBoth, NotWords.
    """
    with desk.reading() as tx:
        plan = next((one.plan for one in kept.unsettled(tx) if one.id == which), None)
    if plan is None:
        raise NoSuchDifference
    seen = plans.current(desk, plan)
    found = next((one for one in seen.differing if one.id == which), None)
    if found is None:
        raise NoSuchDifference
    value = _value(found, keep=keep, both=both, words=words)
    if not _fits(found, value):
        raise CannotKeepBoth if both else NotWords
    now = plans.act(desk, seen, [changes.settle(seen, found.place, found.field, [value])], Intent.SETTLED)
    return {
        "id": which,
        "plan": plan,
        "where": plans.where(found.place, found.field),
        "left": len(now.differing),
    }


def ask(desk: Desk, which: str, words: str) -> dict[str, Any]:
    """Ask about a field that reads two ways: a comment stands beside it and travels, and every version stays.

    Raises NoSuchDifference, and what `comments.comment` raises.
    """
    with desk.reading() as tx:
        found = next((_listed(one) for one in kept.unsettled(tx) if one.id == which), None)
    if found is None:
        raise NoSuchDifference
    made = comments.comment(desk, found["plan"], found["where"], words)
    return {"id": which, "plan": found["plan"], "where": found["where"], "comment": made.id}


def titles(desk: Desk, wanted: Iterable[str]) -> dict[str, str]:
    """Return the titles of plans by their ids."""
    with desk.reading() as tx:
        return {plan: standing.title(tx, plan) for plan in sorted(set(wanted))}


def _value(found: Differing, *, keep: int | None, both: bool, words: str | None) -> Any:
    values = [version.value for version in found.versions]
    if keep is not None:
        if not 1 <= keep <= len(values):
            raise NoSuchVersion(f"There are {len(values)} versions.")
        return values[keep - 1]
    if both:
        return _side_by_side(values)
    return _as_field(values, words or "")


def _side_by_side(values: list[Any]) -> Any:
    if all(_is_spans(value) for value in values):
        return [span for value in values for span in value]
    if all(isinstance(value, str) for value in values):
        return " / ".join(value for value in values if value.strip())
    raise CannotKeepBoth


def _as_field(values: list[Any], words: str) -> Any:
    if any(_is_spans(value) for value in values):
        return plain((Span(text=words, kind=SpanKind.WORKER),)) if words.strip() else []
    if all(isinstance(value, str) for value in values):
        return words
    raise NotWords


def _is_spans(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) and "text" in one for one in value)


def _fits(found: Differing, value: Any) -> bool:
    """Say whether the field can hold a value; words do not fit where a day or one of a few is wanted."""
    kind = fields.struct_of(found.place.collection)
    hint = fields.hints_of(kind)[found.field]
    try:
        msgspec.convert(value, hint)
    except msgspec.ValidationError:
        return False
    return True


def as_words(value: Any) -> str:
    """Return a version as a person reads it."""
    if _is_spans(value):
        return " ".join(f"“{span['text']}”" for span in value) or "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(as_words(one) for one in value) or "nothing"
    if isinstance(value, dict):
        said = (f"{name.replace('_', ' ')} {as_words(one)}" for name, one in value.items())
        return ", ".join(said) or "nothing"
    return "nothing" if value in (None, "") else str(value)
