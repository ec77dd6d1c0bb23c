"""Comments beside a plan: the lead's, which travel back with it, and what the worker answers."""

from __future__ import annotations

from typing import Any

import msgspec

from fsdesk.desk import plans
from fsdesk.desk.desk import Desk, new_id
from fsdesk.errors import Refused
from fsdesk.plans import fields, putting_back
from fsdesk.plans.edits import Intent
from fsdesk.plans.model.base import Span, text_of
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.worker import Comment


class NothingThere(Refused):
    """A comment was to stand beside something that the plan does not have."""

    what = "There is nothing at that place of the plan."
    what_next = "Nothing was written. Name a record by its id, such as /steps/ID, or a field, such as /title."


class NoWords(Refused):
    """A comment without words."""

    what = "A comment needs words."
    what_next = "Nothing was written."


class NoSuchComment(Refused):
    """The plan has no comment of that id."""

    what = "The plan has no comment of that id."
    what_next = "List them with `fsdesk plan comments PLAN`."
    in_window = "Look at the comments beside the plan again."


def comment(desk: Desk, plan: str, where: str, words: str) -> Comment:
    """Put a comment beside a record, a field or a section of a plan, and return it.

    It travels no further than what it speaks of, and stands on no paper. Raises NoSuchPlan, NothingThere, NoWords.
    """
    seen = plans.current(desk, plan)
    place = _by_id(seen.plan, where)
    if not _is_there(seen.plan, place):
        raise NothingThere
    made = _made(desk, place, words)
    wanted = msgspec.structs.replace(seen.plan, comments=(*seen.plan.comments, made))
    plans.save(desk, seen, wanted, Intent.COMMENTED)
    return made


def answer(desk: Desk, plan: str, comment_id: str, words: str) -> Comment:
    """Answer a comment, which counts as read by that, and return the answer. It travels as far as the comment does.

    Raises NoSuchPlan, NoSuchComment, NoWords.
    """
    seen = plans.current(desk, plan)
    asked = next((one for one in seen.plan.comments if one.id == comment_id), None)
    if asked is None:
        raise NoSuchComment
    made = _made(desk, f"{asked.where}/comments/{asked.id}", words)
    read = msgspec.structs.replace(asked, read_on=asked.read_on or desk.today)
    kept = tuple(read if one.id == asked.id else one for one in seen.plan.comments)
    wanted = msgspec.structs.replace(seen.plan, comments=(*kept, made))
    plans.save(desk, seen, wanted, Intent.COMMENTED)
    return made


def _made(desk: Desk, where: str, words: str) -> Comment:
    if not words.strip():
        raise NoWords
    return Comment(
        id=new_id(), where=where, text=(Span(text=words.strip()),), by=desk.name, made_by=desk.name
    )


def _by_id(plan: Plan, where: str) -> str:
    """Return where a pointer into the plan document leads, with ids in place of numbers."""
    _, name, *rest = where.split("/") if where.startswith("/") else ("", "")
    records = getattr(plan, name) if name in fields.collections() else ()
    if not records or not rest:
        return where
    ids = [one.id for one in records]
    if rest[0] not in ids and rest[0].isdecimal() and int(rest[0]) < len(ids):
        return "/".join(("", name, ids[int(rest[0])], *rest[1:2]))
    return where


def _is_there(plan: Plan, where: str) -> bool:
    if where.removeprefix("/") in fields.collections():
        return where.startswith("/")
    spot = putting_back.spot_of(plan.id, where)
    if spot is None or spot.place.collection == fields.PLAN:
        return spot is not None
    return any(one.id == spot.place.record for one in getattr(plan, spot.place.collection))


def listing(desk: Desk, plan: str) -> list[dict[str, Any]]:
    """Return the comments of a plan, each with its answers, under the keys of `fsdesk plan comments --json`."""
    found = plans.current(desk, plan).plan.comments
    return [_listed(one, found) for one in found if "/comments/" not in one.where]


def _listed(one: Comment, every: tuple[Comment, ...]) -> dict[str, Any]:
    answers = [_listed(each, every) for each in every if each.where.endswith(f"/comments/{one.id}")]
    return as_json(one) | {"answers": answers}


def as_json(one: Comment) -> dict[str, Any]:
    """Return a comment under the keys of `fsdesk plan comment --json`."""
    return {
        "id": one.id,
        "where": one.where,
        "by": one.by,
        "words": text_of(one.text),
        "read_on": one.read_on.isoformat() if one.read_on else None,
    }
