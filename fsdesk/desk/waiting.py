"""What came and waits for a person: held by choice, taking out much, from a withdrawn laptop, from a second copy."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from fsdesk.desk import coming_again, copies, standing, taking_out
from fsdesk.desk.desk import Desk
from fsdesk.desk.found import Gone, HeldPlan, Quarantined
from fsdesk.errors import Refused
from fsdesk.plans import merge
from fsdesk.plans.edits import Edit
from fsdesk.plans.merge import Current
from fsdesk.store import acts, aside, cards, contact, devices, edits, erasing, held, media, plans, taking
from fsdesk.store.acts import Act
from fsdesk.store.aside import ACCEPTED_TOGETHER, BEHIND, CHOSEN, COPY, ERASED, TAKES_OUT, WITHDRAWN, Terms
from fsdesk.store.edit_rows import Chained
from fsdesk.store.held import Held
from fsdesk.store.package.unseal import Opened
from fsdesk.store.tx import Tx


class NothingHeld(Refused):
    """Nothing of that plan waits."""

    what = "Nothing of that plan is held here."
    what_next = "List what is with `fsdesk sync held`."
    in_window = "Look again at what waits."


class LeadDecides(Refused):
    """What waits is for the team lead to decide."""

    what = "What is held of that plan is for your team lead to decide."
    what_next = "Nothing was changed, and nothing is lost. Speak to your team lead."


class HeldAsErased(Refused):
    """What waits is of a plan that was erased here."""

    what = "What is held of that plan waits because the plan was erased here."
    what_next = "Let it in again on purpose with `fsdesk plan let-in PLAN --yes`."
    in_window = "It can be let in on purpose, under what waits."


class Accepted(NamedTuple):
    """What accepting brought."""

    plans: tuple[str, ...]
    edits: int
    differing: int
    """Fields that read two ways in these plans now."""


class Waits(NamedTuple):
    """What is to be put aside of a package, and what would go by it."""

    terms: Terms
    would_go: Mapping[str, tuple[Gone, ...]]


def of_package(tx: Tx, opened: Opened, chosen: Collection[str]) -> Waits:
    """Return what of a package has to wait; `chosen` are plans that a person wants held."""
    erased = erasing.erased(tx)
    out = opened.holds.taking_out - erased.keys()
    would_go = taking_out.waiting(tx, out, opened.holds.edits()) if out else {}
    waits = {plan: BEHIND for plan, reason in held.reasons(tx) if reason in ACCEPTED_TOGETHER}
    waits |= dict.fromkeys(would_go, TAKES_OUT) | dict.fromkeys(chosen, CHOSEN)
    beyond = {device: last for device, (last, _) in cards.withdrawn(tx).items()}
    parted = copies.found(tx, opened)
    terms = Terms(erased, waits, beyond, parted, copies.decided(tx) if parted else frozenset())
    return Waits(terms, would_go)


def told(tx: Tx, kept: Iterable[tuple[str, str]], waits: Waits) -> tuple[HeldPlan, ...]:
    """Return what to say of the plans of which something was put aside."""
    found: list[HeldPlan] = []
    for plan, reason in kept:
        if reason == ERASED:
            found += coming_again.held(tx, [plan])
            continue
        row = aside.rows(tx, plan, {reason})[-1]
        gone = waits.would_go.get(plan, ())
        found.append(HeldPlan(plan, reason, says(tx, row, gone), gone))
    return tuple(found)


def says(tx: Tx, row: Held, gone: Sequence[Gone] = ()) -> str:
    """Say why something waits."""
    if row.reason == TAKES_OUT:
        return f"{taking_out.as_sentence(gone)}; look first, then accept it"
    if row.reason == WITHDRAWN:
        return f"written on the withdrawn laptop of {name_of(tx, row.device)}; the team lead decides"
    if row.reason == COPY:
        then = (
            "a team lead has decided so: accept it too" if _is_decided(tx, row) else "the team lead decides"
        )
        return (
            f"the laptop of {name_of(tx, row.device)} wrote on from a second copy: from its change {row.seq} on there"
            f" are two histories; both are kept, {then}"
        )
    return _SAYS[row.reason]


_SAYS = {CHOSEN: "held by choice when it came", BEHIND: "comes after what is held of this plan already"}


def name_of(tx: Tx, device: str) -> str:
    """Return whose laptop this is, or its id."""
    known = cards.of_device(tx, device)
    return contact.read(known[-1].body).name if known else device


def listing(desk: Desk) -> list[dict[str, Any]]:
    """Return everything that waits, and every record that could not be read, as `fsdesk sync held --json` gives it."""
    standing.caught_up(desk)
    copies.let_go(desk)
    with desk.reading() as tx:
        waiting = [_as_json(tx, row) for row in aside.rows(tx)]
        lines = {line.id: line.title for line in plans.lines(tx)}
        unread = [one._asdict() | {"title": lines[one.plan]} for one in quarantined(tx, sorted(lines))]
    return waiting + [
        one | {"reason": "unreadable", "says": one["reason"], "decides": "nobody"} for one in unread
    ]


def _as_json(tx: Tx, row: Held) -> dict[str, Any]:
    packet = aside.packet_of(row)
    if row.reason == ERASED:
        (one,) = coming_again.held(tx, [row.plan])
    else:
        gone = _would_go(tx, row, packet.edits)
        one = HeldPlan(row.plan, row.reason, says(tx, row, gone), gone)
    line = plans.line(tx, row.plan)
    return one.as_json() | {
        "title": line.title if line and line.line else _title(packet.edits),
        "edits": len(packet.edits),
        "from": sorted({edit.header.who for edit in packet.edits}),
        "since": as_time(row.held_at),
        "decides": "accept" if _is_decided(tx, row) else _DECIDES.get(row.reason, "accept"),
    }


_DECIDES = {ERASED: "let-in", WITHDRAWN: "lead", COPY: "lead"}


def _is_decided(tx: Tx, row: Held) -> bool:
    """Say whether a lead took the other side of a second copy in, so that this one may be put beside it."""
    return row.reason == COPY and row.device in copies.are_decided(tx)


def as_time(moment: int | None) -> str | None:
    """Return a moment (milliseconds since 1970 UTC) as ISO 8601 in UTC, whatever a clock claimed."""
    if moment is None:
        return None
    try:
        return datetime.fromtimestamp(moment / 1000, UTC).isoformat(timespec="seconds")
    except (OverflowError, OSError, ValueError):
        return None


def _would_go(tx: Tx, row: Held, found: Sequence[Edit]) -> tuple[Gone, ...]:
    if row.reason in (ERASED, COPY):
        return ()
    return taking_out.told(taking_out.losses(edits.of_plan(tx, row.plan), found))


def _title(found: Sequence[Edit]) -> str:
    try:
        return merge.fold(found).plan.title
    except merge.NoPlan:
        return ""


def quarantined(tx: Tx, of: Iterable[str]) -> tuple[Quarantined, ...]:
    """Return what could not be read of plans that are put together, a record at a time, with its reason."""
    found = []
    for plan in of:
        line = plans.line(tx, plan)
        unread = standing.row_of(line).unreadable if line else ()
        found += [Quarantined(plan, record, why) for record, why in unread]
    return tuple(found)


def accept(desk: Desk, wanted: Iterable[str]) -> Accepted:
    """Take in what is held of plans, in one transaction; what a second copy says is put beside what is here.

    Everybody may do so with a second copy of which a lead took the other side in.

    Raises NothingHeld, LeadDecides, HeldAsErased; nothing is changed then.
    """
    chosen = tuple(dict.fromkeys(wanted))
    copies.let_go(desk)
    with desk.transaction() as tx:
        taken = sum(_accept(desk, tx, plan) for plan in chosen)
        folded = [standing.current(tx, plan) for plan in chosen if _has_begun(tx, plan)]
        standing.put(tx, folded)
    return Accepted(chosen, taken, sum(len(one.differing) for one in folded))


def all_plans(desk: Desk) -> list[str]:
    """Return the plans of which something waits that this person may accept."""
    copies.let_go(desk)
    with desk.reading() as tx:
        mine = {row.plan for row in aside.rows(tx) if _is_ours(desk, tx, row)}
        return sorted(plan for plan in mine if not _is_erased(tx, plan))


def _is_ours(desk: Desk, tx: Tx, row: Held) -> bool:
    """Say whether this person may accept something that waits."""
    if row.reason in ACCEPTED_TOGETHER or _is_decided(tx, row):
        return True
    return desk.is_lead and row.reason in (WITHDRAWN, COPY)


def _is_erased(tx: Tx, plan: str) -> bool:
    return erasing.is_erased(tx, plan)


def _accept(desk: Desk, tx: Tx, plan: str) -> int:
    rows = aside.rows(tx, plan)
    reasons = {row.reason for row in rows}
    if not reasons:
        raise NothingHeld
    if reasons == {ERASED} or _is_erased(tx, plan):
        raise HeldAsErased
    ours = [row for row in rows if _is_ours(desk, tx, row)]
    if not ours:
        raise LeadDecides
    count = sum(_take_row(tx, row) for row in ours if row.reason in ACCEPTED_TOGETHER)
    aside.release(tx, plan, ACCEPTED_TOGETHER)
    count += sum(_let_all_through(tx, row.device) for row in ours if row.reason == WITHDRAWN)
    count += _take_beside(desk, tx, plan, [row for row in ours if row.reason == COPY])
    acts.note(tx, Act(act=acts.ACCEPTED, plan=plan, who=desk.name, done_at=desk.now()))
    return count


def _take_row(tx: Tx, row: Held) -> int:
    packet = aside.packet_of(row)
    return _take(tx, packet.edits, packet.pictures)


def _take_beside(desk: Desk, tx: Tx, plan: str, second: Sequence[Held]) -> int:
    copies.take_beside(desk, tx, plan, second)
    for row in second:
        aside.put_again(tx, row, ())
    return sum(len(aside.packet_of(row).edits) for row in second)


def _take(tx: Tx, found: Sequence[Edit], pictures: Iterable[bytes]) -> int:
    taking.take(tx, [Chained.of(edit) for edit in found])
    for picture in pictures:
        media.take(tx, picture)
    return len(found)


def _let_all_through(tx: Tx, device: str) -> int:
    """Let all count that is here of a withdrawn laptop; the lead's next roster says so to the others."""
    here = devices.one(tx, device)
    if here is None:
        return 0
    for card in cards.of_device(tx, device):
        if card.withdrawn_at is not None:
            cards.withdraw(tx, card.fingerprint, card.withdrawn_at, (here.seq, here.link))
    return let_through(tx, device, here.seq)


def let_through(tx: Tx, device: str, last: int) -> int:
    """Take in what is held of a withdrawn laptop up to its last accepted edit; the rest stays held."""
    count = 0
    for row in aside.rows(tx, reasons={WITHDRAWN}):
        packet = aside.packet_of(row)
        through = [edit for edit in packet.edits if edit.header.seq <= last]
        if row.device == device and through and row.no is not None:
            aside.put_again(tx, row, [edit for edit in packet.edits if edit.header.seq > last])
            count += _take(tx, through, packet.pictures)
            _fold(tx, row.plan)
    return count


def _fold(tx: Tx, plan: str) -> None:
    if _has_begun(tx, plan):
        standing.put(tx, [standing.current(tx, plan)])


def _has_begun(tx: Tx, plan: str) -> bool:
    try:
        standing.current(tx, plan)
    except standing.NoSuchPlan:
        return False
    return True


def reach_of(tx: Tx, one: Current) -> dict[str, int]:
    """Return how far a plan as it reads here goes by laptop: what waits is not part of it, nor what follows that."""
    first_held: dict[str, int] = {}
    for row in aside.rows(tx, one.plan.id, ACCEPTED_TOGETHER | {WITHDRAWN}):
        for edit in aside.packet_of(row).edits:
            header = edit.header
            first_held[header.device] = min(first_held.get(header.device, header.seq), header.seq)
    if not first_held:
        return dict(one.state.frontier)
    reach: dict[str, int] = {}
    for device, seq in one.state.headers:
        if seq < first_held.get(device, seq + 1):
            reach[device] = max(reach.get(device, 0), seq)
    return reach
