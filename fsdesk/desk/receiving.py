"""Taking packages in: everything verified first, then one transaction that is counted before it is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from fsdesk.desk import cards, files, receipts, standing
from fsdesk.desk.desk import Desk
from fsdesk.desk.found import ALREADY, IMPORTED, Found, Missing
from fsdesk.errors import Refused
from fsdesk.jobs import Progress, quiet
from fsdesk.plans.edits import Edit, Key, Part
from fsdesk.store import devices, edits, joints, media, packages, plans, taking
from fsdesk.store.edit_rows import Chained
from fsdesk.store.package import receipt as receipt_
from fsdesk.store.package import refusals
from fsdesk.store.package.unseal import MOST_BYTES, Opened, out_of_envelope, unseal
from fsdesk.store.tx import Tx


class _Looked(Exception):
    pass


class NotWhole(refusals.PackageRefused):
    """After taking a package in, the store does not hold what it should."""

    what = "After taking this package in, the count of what came did not come out right."
    what_next = (
        "It was undone, and nothing was changed here. Try again, and tell your team lead if it stays so."
    )


def take(desk: Desk, path: Path, progress: Progress | None = None) -> Found:
    """Take a package or a receipt in, in one transaction. The same again changes nothing.

    Raises a PackageRefused, NotReadable or NoTeam; nothing was changed then.
    """
    inside, bound = _opened_envelope(desk, path)
    if receipt_.is_receipt(inside):
        return receipts.take(desk, inside)
    with desk.transaction() as tx:
        return _take(desk, tx, inside, bound, progress or quiet())


def look(desk: Desk, path: Path) -> Found:
    """Return what `take` would, and change nothing. Raises as `take`."""
    inside, bound = _opened_envelope(desk, path)
    if receipt_.is_receipt(inside):
        return receipts.look(desk, inside)
    seen: list[Found] = []
    try:
        with desk.transaction() as tx:
            seen.append(_take(desk, tx, inside, bound, quiet()))
            raise _Looked
    except _Looked:
        return seen[0]


def _opened_envelope(desk: Desk, path: Path) -> tuple[bytes, bytes]:
    data = files.read(path, MOST_BYTES)
    with desk.reading() as tx:
        return out_of_envelope(data, desk.keys(tx)), hashlib.blake2b(data, digest_size=32).digest()


def _take(desk: Desk, tx: Tx, inside: bytes, bound: bytes, progress: Progress) -> Found:
    before = packages.taken(tx, bound)
    if before is not None:
        return _again(tx, before)
    opened = unseal(inside, bound, desk.keys(tx), desk.facts.team or "", cards.roster(desk, tx))
    _check_joints(tx, opened)
    found = _keep(tx, opened, progress)
    taken = packages.TakenPackage(
        digest=bound,
        sender=opened.header.sender,
        number=opened.header.number,
        taken_at=desk.now(),
        result=msgspec.msgpack.encode(found),
    )
    packages.note_taken(tx, taken)
    return found


def _again(tx: Tx, before: packages.TakenPackage) -> Found:
    known = cards.in_roster(tx, before.sender)
    return Found(ALREADY, before.digest.hex(), known.card.name if known else before.sender, before.number)


def _check_joints(tx: Tx, opened: Opened) -> None:
    """Check that what comes joins on to what is here; edits in one place are compared when they are kept."""
    for device, rings in opened.rings.items():
        first, last = rings[0], rings[-1]
        behind = joints.link_after(tx, device, first.first - 1)
        _same(first.before, behind)
        for ring in rings:
            if ring.before is None and ring.after is not None:
                _same(ring.after, joints.link_after(tx, device, ring.last))
        head = next(head for head in opened.header.heads if head.device == device)
        _same(head.link, joints.link_before(tx, device, last.last + 1))


def _same(told: bytes | None, here: bytes | None) -> None:
    if told is not None and here is not None and told != here:
        raise refusals.ForkedLaptop


def _keep(tx: Tx, opened: Opened, progress: Progress) -> Found:
    known = {line.id: line for line in plans.lines(tx)}
    count = edits.count(tx)
    taken = taking.take(tx, _in_order(opened.edits))
    if taken.forks:
        raise refusals.ForkedLaptop
    for picture in opened.media.values():
        media.put(tx, picture)
    _keep_chain(tx, opened)
    touched = sorted({opened.edits[key].header.plan for key in (*taken.new, *taken.filled)})
    folded = standing.fold_again(tx, touched, progress)
    if edits.count(tx) != count + len(taken.new):
        raise NotWhole
    new = [plan for plan in folded if plan not in known]
    unsettled = sum(
        max(0, len(one.differing) - _differing_before(known, plan)) for plan, one in folded.items()
    )
    return Found(
        IMPORTED,
        opened.digest.hex(),
        opened.sender.name,
        opened.header.number,
        edits=len(taken.new),
        new=len(new),
        changed=len(folded) - len(new),
        differing=unsettled,
        withheld=_withheld(opened),
        missing_before=_missing(tx, opened),
    )


def _differing_before(known: Mapping[str, plans.PlanLine], plan: str) -> int:
    return known[plan].differing if plan in known else 0


def _in_order(found: Mapping[Key, Edit]) -> list[Chained]:
    return [Chained.of(found[key]) for key in sorted(found)]


def _keep_chain(tx: Tx, opened: Opened) -> None:
    """Keep what stands in the chain for edits that stayed, and how far each laptop said it reaches."""
    for bridge in opened.header.withheld:
        devices.leave_out(
            tx,
            devices.LeftOut(
                device=bridge.device,
                first=bridge.first,
                last=bridge.last,
                link_after=bridge.link_after,
                signature=bridge.signature,
            ),
        )
    for key, bound in opened.left_out.items():
        devices.leave_out(tx, devices.LeftOut(device=key.device, first=key.seq, last=key.seq, digest=bound))
    for head in opened.header.heads:
        devices.keep_head(tx, head)


def _withheld(opened: Opened) -> int:
    boxes = (box for edit in opened.edits.values() for box in edit.boxes)
    return sum(1 for box in boxes if not box.is_open and box.kind != Part.OWN)


def _missing(tx: Tx, opened: Opened) -> tuple[Missing, ...]:
    found = []
    reached = edits.coverage(tx)
    for device, rings in opened.rings.items():
        here = reached.get(device, 0)
        if rings[0].first > here + 1:
            found.append(Missing(device, here + 1, rings[0].first - 1))
    return tuple(found)


def is_refusal(refused: Refused) -> bool:
    """Say whether a refusal is a package's own, which scripts are told of as a status."""
    return isinstance(refused, refusals.PackageRefused)


def as_json(found: Found) -> dict[str, Any]:
    """Return what a package brought under the keys that `fsdesk sync import --json` promises."""
    return {
        "package": found.package,
        "from": found.sender,
        "number": found.number,
        "status": found.status,
        "edits": found.edits,
        "new": found.new,
        "changed": found.changed,
        "differing": found.differing,
        "withheld": found.withheld,
        "held": found.held,
        "missing_before": [one._asdict() for one in found.missing_before],
    }


def refused_as_json(why: str) -> dict[str, Any]:
    """Return a refusal under the same keys."""
    nothing: Sequence[str] = ("edits", "new", "changed", "differing", "withheld", "held")
    return {
        "package": None,
        "from": None,
        "status": "refused",
        "why": why,
        "missing_before": [],
    } | dict.fromkeys(nothing, 0)
