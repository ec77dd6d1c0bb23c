"""Taking packages in: everything verified first, then one transaction that is counted before it is kept."""

from __future__ import annotations

import contextlib
import functools
from collections import Counter
from collections.abc import Callable, Collection, Container, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from fsdesk.desk import backups, cards, carrying, package_file, receipts, standing, waiting
from fsdesk.desk.desk import Desk
from fsdesk.desk.found import ALREADY, IMPORTED, Brings, Found, Missing, Quarantined
from fsdesk.errors import Refused
from fsdesk.jobs import Progress, many_small_things, quiet
from fsdesk.plans.chain import ChainBroken
from fsdesk.store import devices, edits, identity, joints, media, packages, plans, taking, taking_runs
from fsdesk.store.aside import Aside
from fsdesk.store.identity import Identity
from fsdesk.store.package import receipt as receipt_
from fsdesk.store.package import refusals
from fsdesk.store.package.unseal import Opened, unseal
from fsdesk.store.tx import Tx

FEW = 50
"""Of at most so many plans a package is reported on record by record; more are put together when they are read."""


class _Looked(Exception):
    pass


class _Got(NamedTuple):
    """What lay in a file's envelope, the keys that opened it, and the file's digest."""

    digest: bytes
    keys: Identity
    inside: bytearray


class NotWhole(refusals.PackageRefused):
    """After taking a package in, the store does not hold what it should."""

    what = "After taking this package in, the count of what came did not come out right."
    what_next = (
        "It was undone, and nothing was changed here. Try again, and tell your team lead if it stays so."
    )


def take(
    desk: Desk,
    path: Path,
    progress: Progress | None = None,
    *,
    backup_first: bool = False,
    hold: Collection[str] = (),
) -> Found:
    """Take a package or a receipt in, in one transaction. The same again changes nothing.

    What it brings of the plans in `hold` is kept, and waits until somebody accepts it (`waiting.accept`). Of more
    than `FEW` plans those in which nothing crossed are folded when somebody reads them (`standing.caught_up`). With
    `backup_first` a backup of the store as it was is made once everything is verified, and before anything is
    taken; without room for it nothing is. Raises a PackageRefused, NotReadable or NoTeam; nothing was changed then.
    """
    tell = progress or quiet()
    got = _read(desk, path, tell)
    if isinstance(got, Found):
        return got
    if receipt_.is_receipt(got.inside):
        return receipts.take(desk, bytes(got.inside))
    first = functools.partial(backups.before, desk, "import", tell) if backup_first else None
    with many_small_things(), desk.transaction() as tx:
        return _take(desk, tx, got, tell, first, hold)


def look(desk: Desk, path: Path, progress: Progress | None = None, *, hold: Collection[str] = ()) -> Found:
    """Return what `take` would, and change nothing. Raises as `take`."""
    tell = progress or quiet()
    got = _read(desk, path, tell)
    if isinstance(got, Found):
        return got
    if receipt_.is_receipt(got.inside):
        return receipts.look(desk, bytes(got.inside))
    seen: list[Found] = []
    try:
        with many_small_things(), desk.transaction() as tx:
            seen.append(_take(desk, tx, got, tell, hold=hold))
            raise _Looked
    except _Looked:
        return seen[0]


def _read(desk: Desk, path: Path, progress: Progress) -> _Got | Found:
    """Return what is in a file, or what is known of it when it is a package that was taken already.

    It is opened with the keys of today or those of before a restore. Raises OwnPackage for one that was sealed here.
    """
    with package_file.opened(path, progress) as file:
        with desk.reading() as tx:
            taken = packages.taken(tx, file.digest)
            if taken is not None:
                return _again(tx, taken)
            own = identity.every_own(tx)
            if any(one.digest == file.digest for keys in own for one in packages.made_by(tx, keys.device)):
                raise refusals.OwnPackage
        for keys in own:
            with contextlib.suppress(refusals.NotForUs):
                return _Got(file.digest, keys, file.opened_with(keys))
    raise refusals.NotForUs


def _take(
    desk: Desk,
    tx: Tx,
    got: _Got,
    progress: Progress,
    first: Callable[[], object] | None = None,
    hold: Collection[str] = (),
) -> Found:
    carried = carrying.Carried(desk, tx)
    team = desk.facts.team or ""
    opened = unseal(got.inside, got.digest, got.keys, team, cards.roster(desk, tx), carried.widened, progress)
    if first is not None:
        first()
    brought = carried.take_over()
    found = _keep(tx, opened, progress, desk.now(), hold)
    found = found._replace(
        roster=carried.state, told=brought, verified=cards.is_verified(tx, opened.header.sender)
    )
    taken = packages.TakenPackage(
        digest=got.digest,
        sender=opened.header.sender,
        number=opened.header.number,
        taken_at=desk.now(),
        result=msgspec.msgpack.encode(found.without_words()),
    )
    packages.note_taken(tx, taken)
    return found


def _again(tx: Tx, before: packages.TakenPackage) -> Found:
    known = cards.in_roster(tx, before.sender)
    name = known.card.name if known else before.sender
    verified = cards.is_verified(tx, before.sender)
    return Found(ALREADY, before.digest.hex(), name, before.number, verified=verified)


def _keep(tx: Tx, opened: Opened, progress: Progress, at: int, hold: Collection[str] = ()) -> Found:
    holds = opened.holds
    waits = waiting.of_package(tx, opened, hold)
    apart = Aside(tx, waits.terms)
    taken = _join_on(tx, opened, apart, waits.terms.copies, progress)
    unfit = tuple(
        Quarantined("", media.hash_of(picture), why)
        for picture in apart.pictures(holds.media(progress))
        if (why := media.take(tx, picture))
    )
    _count(tx, opened, waits.terms.copies)
    taken = taken._replace(plans={plan: by for plan, by in taken.plans.items() if plan not in apart.unread})
    held = waiting.told(tx, apart.keep(opened.digest, at), waits)
    known = plans.known(tx, taken.plans)
    unsettled_before = plans.unsettled_of(tx, (plan for plan, differing in known.items() if differing))
    plain = {plan for plan, laptops in taken.plans.items() if len(laptops) == 1} & holds.begun - holds.unusual
    unseen = plain - known.keys() if len(taken.plans) > FEW else frozenset()
    look = standing.Look(unseen, {plan for plan, _ in unsettled_before})
    unsettled = standing.after_import(tx, sorted(taken.plans), look, progress)
    now = {(plan, one) for plan, fields in unsettled.items() for one in fields}
    begun = unsettled.keys() - known
    new = len(begun)
    return Found(
        IMPORTED,
        opened.digest.hex(),
        opened.sender.name,
        opened.header.number,
        edits=taken.new,
        new=new,
        changed=len(unsettled) - new,
        differing=len(now - unsettled_before),
        withheld=holds.withheld,
        held=len({one.plan for one in held}),
        missing_before=_missing(tx, opened),
        held_plans=held,
        plans=_one_by_one(tx, opened, unsettled, begun) if len(unsettled) <= FEW else (),
        copies=tuple(sorted(waits.terms.copies)),
        quarantined=unfit + waiting.quarantined(tx, sorted(taken.plans) if len(taken.plans) <= FEW else ()),
    )


def _one_by_one(
    tx: Tx, opened: Opened, unsettled: Mapping[str, set[str]], begun: Container[str]
) -> tuple[Brings, ...]:
    """Return what came of each plan, for whoever chooses which to take and which to hold."""
    counts = Counter(opened.holds.plans)
    return tuple(
        Brings(plan, standing.title(tx, plan), plan in begun, counts[plan], len(fields))
        for plan, fields in sorted(unsettled.items())
    )


def _count(tx: Tx, opened: Opened, copies: Container[str]) -> None:
    """Check that every edit of a package is here now, but for those of second copies. Raises NotWhole."""
    for device, run in opened.holds.runs:
        if (
            device not in copies
            and edits.count_between(tx, device, run.first, run.last) != run.last - run.first + 1
        ):
            raise NotWhole


def _join_on(
    tx: Tx, opened: Opened, apart: Aside, copies: Container[str], progress: Progress
) -> taking.Taken:
    """Keep the edits and what stands for those that stayed. Raises ForkedLaptop when they do not join on."""
    try:
        taken = _take_in(tx, opened, apart, progress)
        _keep_chain(tx, opened, copies)
    except ChainBroken:
        raise refusals.ForkedLaptop from None
    if taken.forks:
        raise refusals.ForkedLaptop
    return taken


def _take_in(tx: Tx, opened: Opened, apart: Aside, progress: Progress) -> taking.Taken:
    if apart.is_needed:
        return taking.take(tx, apart.chain_only(opened.holds.edits(progress)))
    return taking_runs.take(tx, opened.holds.runs_of_edits(progress))


def _keep_chain(tx: Tx, opened: Opened, copies: Container[str]) -> None:
    """Keep what stands in the chain for edits that stayed, and how far each laptop said it reaches."""
    for bridge in (one for one in opened.header.withheld if one.device not in copies):
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
    for key, bound in opened.holds.left_out.items():
        if key.device in copies:
            continue
        devices.leave_out(tx, devices.LeftOut(device=key.device, first=key.seq, last=key.seq, digest=bound))
    for head in (one for one in opened.header.heads if one.device not in copies):
        devices.keep_head(tx, head)


def _missing(tx: Tx, opened: Opened) -> tuple[Missing, ...]:
    return tuple(
        Missing(device, first, last)
        for device, rings in sorted(opened.rings.items())
        for first, last in joints.gaps(tx, device)
        if first < rings[0].first
    )


def wants_attention(found: Found) -> bool:
    """Say whether a person should look: fields read two ways, something is held, or could not be read."""
    return bool(found.differing or found.held or found.quarantined)


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
        "kind": found.kind,
        "edits": found.edits,
        "new": found.new,
        "changed": found.changed,
        "differing": found.differing,
        "withheld": found.withheld,
        "held": found.held,
        "held_plans": [one.as_json() for one in found.held_plans],
        "quarantined": [one._asdict() for one in found.quarantined],
        "plans": [one._asdict() for one in found.plans],
        "from_verified": found.verified,
        "roster": found.roster,
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
