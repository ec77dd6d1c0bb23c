"""A shared copy for another organisation: what was agreed, through every gate, signed, and kept as an act."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from fsdesk.desk import plans, together
from fsdesk.desk.desk import Desk, new_id
from fsdesk.errors import Refused
from fsdesk.plans import fields, merge, past
from fsdesk.plans.audience.lent import Lent, lent
from fsdesk.plans.audience.look import records
from fsdesk.plans.edits import Intent
from fsdesk.plans.merge import Current
from fsdesk.plans.model.base import plain
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.reviews import SharedCopy
from fsdesk.plans.model.team import Consent, Share
from fsdesk.store import acts, shared_copy
from fsdesk.store.acts import Act

WITHDRAWN = "withdrawn"


class NoSuchShare(Refused):
    """The plan does not say that anything is shared under that id."""

    what = "The plan has no entry of that id about what is shared with whom."
    what_next = "Nothing was written. Write down with the family what is shared with whom, and why, first."


class NotAskedYet(Refused):
    """Nobody was asked, so it stays."""

    what = "The family was not asked about this yet, so it stays."
    what_next = "Nothing was written. Ask them, and write down what they said."


class NotAgreed(Refused):
    """The family said no, and there is no other ground."""

    what = "The family did not agree to this, so it stays."
    what_next = "Nothing was written. Talk it through with them, or with your team lead."


class StaysHere(Refused):
    """The plan is marked as staying."""

    what = "This plan is marked as staying on this laptop."
    what_next = "Nothing was written. Talk with the family, and take the mark off if they wish so."


class NoSuchRecord(Refused):
    """A record that was chosen is not in the plan."""

    what = "One of the records that you chose is not in this plan."
    what_next = "Nothing was written. Use ids from the plan's document."


class Copied(NamedTuple):
    """A shared copy that was written."""

    copy: str
    """Its id, random."""
    to: str
    path: Path
    records: int
    left_out: tuple[str, ...]
    """Ids of chosen records that stayed, for the worker's eyes."""
    is_withdrawal: bool


def share(
    desk: Desk, plan: str, share_id: str, out: Path, *, chosen: Collection[str] = (), force: bool = False
) -> Copied:
    """Write a shared copy, and keep that it was made; a share that was withdrawn goes as a withdrawal.

    It holds the records chosen and what names the organisation's helpers as readers, as far as every gate lets
    it through: never edits, never history. Raises NoSuchPlan, NoSuchShare, NotAskedYet, NotAgreed, StaysHere,
    NoSuchRecord, WouldGiveAway, AlreadyThere, NotWritable; nothing is written or kept then.
    """
    now = plans.current(desk, plan)
    wanted = _share_of(now.plan, share_id)
    _check(now.plan, wanted, chosen)
    made = _WITHDRAWAL if wanted.consent is Consent.WITHDRAWN else _copy(now, wanted, chosen)
    copy = secrets.token_hex(8)
    with desk.reading() as tx:
        keys = desk.keys(tx)
    data = shared_copy.signed(
        keys, {"copy": copy, "to": wanted.org, "on": desk.today.isoformat(), **made.told}
    )
    with together.placed([(out, data)], force=force):
        _keep(desk, now, wanted, copy, made)
    return Copied(copy, wanted.org, out, made.number, made.left_out, made.is_withdrawal)


class _Made(NamedTuple):
    told: Mapping[str, Any]
    number: int = 0
    left_out: tuple[str, ...] = ()
    is_withdrawal: bool = False


_WITHDRAWAL = _Made({WITHDRAWN: True}, is_withdrawal=True)


def _share_of(plan: Plan, share_id: str) -> Share:
    found = next((one for one in plan.shares if one.id == share_id), None)
    if found is None:
        raise NoSuchShare
    return found


def _check(plan: Plan, wanted: Share, chosen: Collection[str]) -> None:
    if plan.stays_here:
        raise StaysHere
    if wanted.consent is Consent.NOT_ASKED and not wanted.will_share_anyway:
        raise NotAskedYet
    if wanted.consent is Consent.NOT_GIVEN and not wanted.will_share_anyway:
        raise NotAgreed
    if not set(chosen) <= {record.id for _, record in records(plan)}:
        raise NoSuchRecord


def _copy(now: Current, wanted: Share, chosen: Collection[str]) -> _Made:
    given = lent(
        now.plan,
        wanted,
        also=tuple(merge.readings(now)),
        past=past.whereabouts(now.state),
        apart=past.was_ever_kept_apart(now.state),
        chosen=chosen,
    )
    told = _told(given)
    given.guard.check(_texts(told))
    count = sum(len(held) for held in given.records.values())
    return _Made(told, count, given.left_out)


def _told(given: Lent) -> dict[str, Any]:
    """Return what stands in the file. Ids are numbered anew, so that nothing shows what is not there."""
    names = [one.id for one in given.people] + [one.id for held in given.records.values() for one in held]
    numbers = {id_: str(number) for number, id_ in enumerate(names, start=1)}
    told: dict[str, Any] = {
        "people": [{"id": numbers[one.id], "name": one.name, "role": one.role.value} for one in given.people],
        "records": {
            name: [{"id": numbers[one.id], **_numbered(one, numbers)} for one in held]
            for name, held in given.records.items()
        },
    }
    if given.share is not None:
        parts = {"what": given.share.what, "why": given.share.why}
        told |= {name: " ".join(span.text for span in spans) for name, spans in parts.items()}
    return told


_NOT_LENT = frozenset({"audience", "sealed", "made_by", "made_at", "changed_at", "device"})


def _numbered(value: Any, numbers: Mapping[str, str]) -> Any:
    """Return a value as JSON holds it, with ids numbered anew and those of nobody and nothing here left away."""
    if isinstance(value, msgspec.Struct):
        facts = fields.facts_of(type(value))
        made = {
            name: _ids(getattr(value, name), numbers)
            if fact.refers
            else _numbered(getattr(value, name), numbers)
            for name, fact in facts.items()
            if name not in _NOT_LENT and name != "id"
        }
        return {name: one for name, one in made.items() if one not in (None, "", [], {}, False)}
    if isinstance(value, tuple | frozenset | list):
        return [_numbered(one, numbers) for one in value]
    return plain(value)


def _ids(value: Any, numbers: Mapping[str, str]) -> Any:
    if isinstance(value, str) or value is None:
        return numbers.get(value or "")
    return sorted(numbers[one] for one in value if one in numbers)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _keep(desk: Desk, now: Current, wanted: Share, copy: str, made: _Made) -> None:
    what = WITHDRAWN if made.is_withdrawal else f"{made.number} records"
    noted = SharedCopy(id=new_id(), to_org=wanted.org, what=f"{what}, copy {copy}", on=desk.today)
    detail = {"copy": copy, "share": wanted.id, "records": made.number, "left_out": len(made.left_out)}
    act = Act(act=acts.SHARED_COPY, plan=now.plan.id, who=desk.name, done_at=desk.now(), detail=detail)
    with desk.transaction() as tx:
        acts.note(tx, act)
    copies = (*now.plan.shared_copies, noted)
    plans.save(desk, now, msgspec.structs.replace(now.plan, shared_copies=copies), Intent.SHARED_COPY)


def as_json(made: Copied) -> dict[str, Any]:
    """Return a shared copy under the keys that `fsdesk plan share --json` gives."""
    return {
        "copy": made.copy,
        "to": made.to,
        "file": str(made.path),
        "records": made.records,
        "left_out": list(made.left_out),
        "withdrawal": made.is_withdrawal,
    }
