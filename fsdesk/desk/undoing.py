"""Undoing edits and putting earlier wordings back: each writes an edit of its own, and nothing is lost by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from fsdesk.desk import plans
from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from fsdesk.plans import history, in_words, putting_back, undoing
from fsdesk.plans.edits import Intent, Key
from fsdesk.plans.fold import Place, State
from fsdesk.plans.left import Left
from fsdesk.plans.merge import Current
from fsdesk.plans.telling import words
from fsdesk.plans.undoing import Reversal
from fsdesk.plans.undone import Undone
from fsdesk.plans.wordings import Wording, wordings

_UNCHANGED = "Nothing was changed."


class NoSuchEdit(Refused):
    """The plan has no edit of that id."""

    what = "This plan has no edit of that id."
    what_next = f"{_UNCHANGED} `fsdesk plan history` names every edit of a plan with --json."
    in_window = "Nothing was changed. The plan’s history shows every edit."


class NothingToUndo(Refused):
    """Nobody did anything on this laptop that could be undone."""

    what = "There is nothing here that was done on this laptop and can be undone."
    what_next = f"{_UNCHANGED} What others did is undone by naming it."


class UndoneAlready(Refused):
    """An undo of that edit stands."""

    what = "That was undone already."
    what_next = f"{_UNCHANGED} To have it again, undo the undo."


class NothingStands(Refused):
    """Nothing of the edit can be undone."""

    what = "Nothing of that can be undone."
    what_next = f"{_UNCHANGED} The history shows what stood there before."


class NotInThatEdit(Refused):
    """The edit did not change what is to be put back."""

    what = "That edit did not change this."
    what_next = f"{_UNCHANGED} `fsdesk plan history` with --json says where each edit changed something."
    in_window = "Nothing was changed. The plan’s history shows where each edit changed something."


class NothingBefore(Refused):
    """There is no earlier wording."""

    what = "Nothing stood there before that edit."
    what_next = f"{_UNCHANGED} To be rid of what it added, undo the edit."


class ReadsSoAlready(Refused):
    """The plan reads as asked."""

    what = "It reads so already."
    what_next = _UNCHANGED


class NoSuchRecord(Refused):
    """The plan never had a record of that id."""

    what = "This plan never had a record of that id."
    what_next = f"{_UNCHANGED} Every record of an exported plan carries its id."


class Done(NamedTuple):
    """What an undo or a put-back did."""

    now: Current
    edit: str
    """The id of the edit that was written: undoing it undoes this."""
    of: str
    """The id of the edit that was undone, or whose wording was put back."""
    sentence: str
    """What was undone, what is back again, or what was put back, without the words of what is private."""
    left: tuple[str, ...]
    """What stays as it is, each in a sentence that says why."""


def told(desk: Desk, plan: str, record: str = "") -> list[history.Entry]:
    """Return the history of a plan, or of one of its records. Raises NoSuchPlan, NoSuchRecord."""
    found = plans.history_of(desk, plan, record)
    if record and not found and not _is_known(plans.current(desk, plan).state, record):
        raise NoSuchRecord
    return found


def _is_known(state: State, record: str) -> bool:
    return any(place.record == record for place in state.records)


def undo(desk: Desk, plan: str, edit: str = "") -> Done:
    """Undo an edit as far as it still stands; without its id, the last thing done on this laptop that stands.

    Raises NoSuchPlan, NoSuchEdit, NothingToUndo, UndoneAlready and NothingStands.
    """
    seen = plans.current(desk, plan)
    known = Undone(seen.state.headers)
    key = known.key_of(edit) if edit else known.next_of(desk.device)
    if key is None:
        raise NoSuchEdit if edit else NothingToUndo
    if known.undo_of(key) is not None:
        raise UndoneAlready
    of = seen.state.headers[key].id
    found = undoing.undo(seen, key)
    if not found.changes:
        raise NothingStands(_because(found.left))
    return _written(desk, seen, found, f"{Intent.UNDID} {of}", key)


def put_back(desk: Desk, plan: str, edit: str, where: str, *, as_written: bool = False) -> Done:
    """Make a field or a record read as it stood before an edit, or with ``as_written`` as that edit left it.

    ``where`` is a pointer of the history: /steps/ID/what, or /steps/ID for the whole record, which is there again
    if it was taken out. Raises NoSuchPlan, NoSuchEdit, NotInThatEdit, NothingBefore, ReadsSoAlready, NothingStands.
    """
    seen = plans.current(desk, plan)
    key = Undone(seen.state.headers).key_of(edit)
    if key is None:
        raise NoSuchEdit
    found = _put_back(seen, key, where, as_written=as_written)
    if not found.changes:
        raise NothingStands(_because(found.left)) if found.left else ReadsSoAlready
    return _written(desk, seen, found, Intent.PUT_BACK, key)


def _put_back(seen: Current, key: Key, where: str, *, as_written: bool) -> Reversal:
    spot = putting_back.spot_of(seen.plan.id, where)
    if spot is None:
        raise NotInThatEdit
    try:
        return putting_back.put_back(seen, key, spot, as_written=as_written)
    except putting_back.NotThere:
        raise NotInThatEdit from None
    except putting_back.NothingBefore:
        raise NothingBefore from None


def _written(desk: Desk, seen: Current, found: Reversal, intent: str, of: Key) -> Done:
    now = plans.act(desk, seen, found.changes, intent)
    made = max(key for key in now.state.headers if key.device == desk.device)
    return Done(
        now=now,
        edit=now.state.headers[made].id,
        of=now.state.headers[of].id,
        sentence=_sentence(plans.history_of(desk, seen.plan.id), made),
        left=tuple(dict.fromkeys(map(in_words.why_left, found.left))),
    )


def _sentence(told: Sequence[history.Entry], made: Key) -> str:
    """Return what is said of an edit that undid, brought back or put back something."""
    by_id = {entry.edit: entry for entry in told}
    entry = next(one for one in told if one.key == made)
    how, undos = ("undone" if entry.undoes else "put_back"), 0
    while entry.undoes:
        entry, undos = by_id[entry.undoes], undos + 1
    pattern = words()["done"]["again" if undos and undos % 2 == 0 else how]
    return pattern.replace("{what}", entry.discreet)


def _because(left: Sequence[Left]) -> str | None:
    """Return why nothing was done, without anybody's name: refusals may be written down."""
    return " ".join(dict.fromkeys(in_words.why_left(one._replace(who="")) for one in left)) or None


def earlier(desk: Desk, plan: str, collection: str, record: str) -> list[Wording]:
    """Return how the texts of a record were worded, the latest first. Raises NoSuchPlan."""
    now = plans.current(desk, plan)
    return wordings(now, Place(collection, record), in_words.names_in(now.plan))


def as_json(done: Done) -> dict[str, Any]:
    """Return what was done under the keys of `fsdesk plan undo --json` and `plan put-back --json`."""
    return {
        "plan": done.now.plan.id,
        "edit": done.edit,
        "of": done.of,
        "sentence": done.sentence,
        "left": list(done.left),
        "differing": len(done.now.differing),
    }
