"""A laptop that wrote on from a second copy of its store: both histories are kept and named, the lead decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fsdesk.desk import found as found_
from fsdesk.desk.desk import Desk, new_id, random
from fsdesk.plans import second_hand
from fsdesk.plans.chain import Ring
from fsdesk.plans.edits import Edit, Key, key_of
from fsdesk.store import acts, aside, edits, held, joints, media, packages, rosters
from fsdesk.store.acts import Act
from fsdesk.store.held import Held
from fsdesk.store.package.unseal import Opened
from fsdesk.store.package.verified import Verified
from fsdesk.store.rosters import Decided
from fsdesk.store.tx import Tx

_KNOWN_BY = (acts.COPY_TAKEN, acts.COPY_LET_GO)


def found(tx: Tx, opened: Opened) -> dict[str, int]:
    """Return the laptops whose chain in a package is not the one that is here, each with where the two part.

    Of a laptop that is known for two copies nothing is taken but what follows on from what is here.
    """
    known = _known(tx)
    parted = {}
    for device, rings in opened.rings.items():
        at = _parts_at(tx, opened, device, rings)
        if at is None and device in known and not _follows_on(tx, opened, device, rings):
            at = rings[0].first
        if at is not None:
            parted[device] = at
    return parted


def _known(tx: Tx) -> set[str]:
    return held.laptops(tx, aside.COPY) | {
        one.detail["device"] for one in acts.every(tx) if one.act in _KNOWN_BY and one.detail
    }


def _follows_on(tx: Tx, opened: Opened, device: str, rings: Sequence[Ring]) -> bool:
    """Say whether a place that is here too shows that this is the history that is here."""
    first, last = rings[0].first, rings[-1].last
    here = joints.last_link(tx, device, first, last)
    if first == 1 or (here is not None and _link(opened.holds, device, here[0]) == here[1]):
        return True
    told = [(rings[0].before, first - 1), *((ring.after, ring.last) for ring in rings)]
    if any(link is not None and link == joints.link_after(tx, device, seq) for link, seq in told):
        return True
    return opened.header.sender == device and _came_from_here(tx, device, opened.header.previous)


def _came_from_here(tx: Tx, device: str, package: bytes) -> bool:
    """Say whether a laptop's package before this one was of the history that is here."""
    before = packages.taken(tx, package)
    told = found_.kept(before.result) if before else None
    return told is not None and device not in told.copies


def _parts_at(tx: Tx, opened: Opened, device: str, rings: Sequence[Ring]) -> int | None:
    """Return the first number at which the two histories differ, as far as what is in both shows it."""
    first, last = rings[0].first, rings[-1].last
    here = joints.last_link(tx, device, first, last)
    if here is not None and _link(opened.holds, device, here[0]) not in (None, here[1]):
        both = joints.links(tx, device, first, last)
        return next(seq for seq, link in both if _link(opened.holds, device, seq) not in (None, link))
    if _joins(tx, opened, device, rings):
        return None
    return first if here is None else here[0] + 1


def _link(holds: Verified, device: str, seq: int) -> bytes | None:
    at = 0
    for whose, ring in holds.runs:
        if whose == device and ring.first <= seq <= ring.last:
            return holds.links[at + seq - ring.first]
        at += ring.last - ring.first + 1
    return None


def _joins(tx: Tx, opened: Opened, device: str, rings: Sequence[Ring]) -> bool:
    head = next(head for head in opened.header.heads if head.device == device)
    told = [
        (rings[0].before, joints.link_after(tx, device, rings[0].first - 1)),
        (head.link, joints.link_before(tx, device, rings[-1].last + 1)),
        *((ring.after, joints.link_after(tx, device, ring.last)) for ring in rings if ring.before is None),
    ]
    return all(one is None or other is None or one == other for one, other in told)


def decisions(tx: Tx) -> tuple[Decided, ...]:
    """Return what leads decided on second copies: here, and as the team's list says."""
    newest = rosters.newest(tx)
    told = newest.roster.copies if newest else ()
    own = (_decision(one) for one in acts.every(tx) if one.act == acts.COPY_TAKEN and one.detail)
    return tuple(sorted({*told, *own}, key=lambda one: (one.device, one.by, one.seq, one.links)))


def _decision(taken: Act) -> Decided:
    said = taken.detail
    return Decided(said["device"], tuple(said.get("links", ())), said.get("by", ""), said.get("seq", 0))


def decided(tx: Tx) -> frozenset[bytes]:
    """Return the links of edits of second copies whose words are here in the hand of the lead who took them in."""
    here = (one for one in decisions(tx) if not one.seq or edits.count_between(tx, one.by, one.seq, one.seq))
    return frozenset(link for one in here for link in one.links)


def are_decided(tx: Tx) -> frozenset[str]:
    """Return the laptops of whose second copies a lead took something in: what still waits may be put beside it."""
    return frozenset(one.device for one in decisions(tx))


def let_go(desk: Desk) -> None:
    """Let go of what waits of second copies and has come in the lead's hand meanwhile; it is kept as an act."""
    with desk.reading() as tx:
        known = decided(tx) if held.laptops(tx, aside.COPY) else frozenset()
    if not known:
        return
    with desk.transaction() as tx:
        for row in aside.rows(tx, reasons={aside.COPY}):
            _let_go(desk, tx, row, known)


def _let_go(desk: Desk, tx: Tx, row: Held, known: frozenset[bytes]) -> None:
    waits = aside.packet_of(row).edits
    left = [edit for edit in waits if edit.link not in known]
    if len(left) == len(waits):
        return
    aside.put_again(tx, row, left)
    detail = {"device": row.device, "edits": len(waits) - len(left)}
    acts.note(tx, Act(act=acts.COPY_LET_GO, plan=row.plan, who=desk.name, done_at=desk.now(), detail=detail))


def take_beside(desk: Desk, tx: Tx, plan: str, rows: Iterable[Held]) -> None:
    """Put what a second copy says of a plan beside what is here: where both wrote, both versions stand.

    What was written there is written once more in this laptop's chain, in the name of who wrote it and in the
    knowledge of nothing but what they had seen; so nothing that is here is overwritten. What it said stays among the
    acts as links, and a lead's list tells the others.
    """
    for row in rows:
        packet = aside.packet_of(row)
        for picture in packet.pictures:
            media.take(tx, picture)
        said = {"device": row.device, "links": [edit.link for edit in packet.edits]}
        detail = said | {"by": desk.device, "seq": _write_again(desk, tx, plan, packet.edits)}
        acts.note(tx, Act(act=acts.COPY_TAKEN, plan=plan, who=desk.name, done_at=desk.now(), detail=detail))


def _write_again(desk: Desk, tx: Tx, plan: str, copy: Sequence[Edit]) -> int:
    """Write the edits of a second copy once more, and return where the last one stands."""
    lamport = max((edit.header.lamport for edit in [*edits.of_plan(tx, plan), *copy]), default=0)
    keys: dict[Key, Key] = {}
    ids: dict[str, str] = {}
    for edit in sorted(copy, key=lambda one: one.header.seq):
        ink = desk.ink(tx, lamport + len(keys))
        made = second_hand.again(edit, ink, new_id(), random, keys, ids)
        keys[key_of(edit)] = edits.append(tx, made)
        ids[edit.header.id] = made.header.id
    return max((key.seq for key in keys.values()), default=0)
