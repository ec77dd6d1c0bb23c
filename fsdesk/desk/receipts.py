"""Receipts: this laptop's word that packages came, and what is known of those it sent."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from fsdesk.desk import cards, copies, files, found, reach, waiting
from fsdesk.desk.cards import KnownPerson
from fsdesk.desk.desk import Desk
from fsdesk.desk.found import Found
from fsdesk.errors import Refused
from fsdesk.store import held, identity, packages
from fsdesk.store.package import receipt
from fsdesk.store.package.receipt import OpenedReceipt
from fsdesk.store.tx import Tx


class NothingReceived(Refused):
    """Nothing was taken in from them."""

    what = "Nothing has been taken in from them, so there is nothing to send a receipt for."
    what_next = "Nothing was written. Import their package first."


class OneSender(Refused):
    """A receipt goes to one laptop."""

    what = "A receipt goes to one person: the one whose packages were taken in."
    what_next = "Nothing was written. Name one card."


def write(desk: Desk, readers: Sequence[KnownPerson], out: Path, *, force: bool = False) -> dict[str, Any]:
    """Write a receipt for everything taken in from one sender. Raises NothingReceived, OneSender, NoTeam."""
    if len(readers) != 1:
        raise OneSender
    sender = readers[0]
    copies.let_go(desk)
    with desk.transaction() as tx:
        taken = packages.taken_from(tx, sender.device)
        if not taken:
            raise NothingReceived
        waits = held.by_package(tx)
        said = receipt.Receipt(
            team=desk.team,
            by=desk.device,
            to=sender.device,
            made_at=desk.now(),
            packages=tuple(
                receipt.Received(one.number, one.digest, one.taken_at, waits.get(one.digest, 0))
                for one in taken
            ),
        )
        files.write(out, receipt.seal(desk.keys(tx), said, [sender.age_key]), force=force)
        for one in taken:
            packages.receipt_made(tx, one.digest, desk.now())
    return {"receipt": str(out), "to": sender.name, "packages": [one.number for one in taken]}


def take(desk: Desk, inside: bytes) -> Found:
    """Take a receipt in: the packages it names count as received. Raises a PackageRefused."""
    with desk.transaction() as tx:
        opened = _read(desk, tx, inside)
        new = [packages.note_receipt(tx, _noted(desk, opened, one.digest)) for one in opened.receipt.packages]
    return _found(opened, inside, known=not any(new))


def look(desk: Desk, inside: bytes) -> Found:
    """Return what `take` would, and change nothing."""
    with desk.reading() as tx:
        opened = _read(desk, tx, inside)
        seen = {(one.package, one.device) for one in packages.receipts(tx)}
    said = {(one.digest, opened.receipt.by) for one in opened.receipt.packages}
    return _found(opened, inside, known=said <= seen)


def _read(desk: Desk, tx: Tx, inside: bytes) -> OpenedReceipt:
    own = {one.device for one in identity.every_own(tx)}
    return receipt.read(inside, own, desk.facts.team or "", cards.roster(desk, tx))


def _noted(desk: Desk, opened: OpenedReceipt, package: bytes) -> packages.Receipt:
    return packages.Receipt(
        package=package,
        device=opened.receipt.by,
        body=msgspec.msgpack.encode(opened.receipt),
        seen_at=desk.now(),
    )


def _found(opened: OpenedReceipt, inside: bytes, *, known: bool) -> Found:
    last = max(one.number for one in opened.receipt.packages) if opened.receipt.packages else 0
    bound = hashlib.blake2b(inside, digest_size=32).hexdigest()
    status = found.ALREADY if known else found.IMPORTED
    return Found(status, bound, opened.by.name, last, kind=found.RECEIPT)


def state(desk: Desk) -> list[dict[str, Any]]:
    """Return for each person what is known of each package: sealed, handed over, received, kept apart.

    Times are ISO 8601 in UTC by the clocks of then; what has not happened, or is not known, has none.
    """
    with desk.reading() as tx:
        people = cards.everybody(tx)
        sent = reach.sent(tx)
        seen = {(one.package, one.device): one for one in packages.receipts(tx)}
    return [_state_of(person, sent, seen) for person in people]


def _state_of(
    person: KnownPerson, sent: Sequence[reach.Sent], seen: Mapping[tuple[bytes, str], packages.Receipt]
) -> dict[str, Any]:
    mine = [one for one in sent if person.device in one.to]
    return {
        "name": person.name,
        "role": person.role,
        "device": person.device,
        "verified": person.verified,
        "withdrawn": person.withdrawn,
        "packages": [_package(one.made, seen.get((one.made.digest, person.device))) for one in mine],
    }


def _package(made: packages.Made, receipt_seen: packages.Receipt | None) -> dict[str, Any]:
    return {
        "number": made.number,
        "package": made.digest.hex(),
        "sealed": waiting.as_time(made.sealed_at),
        "handed_over": waiting.as_time(made.handed_over_at),
        "received": receipt_seen is not None,
        "received_at": waiting.as_time(receipt_seen.seen_at) if receipt_seen else None,
        "held": _held_there(made.digest, receipt_seen) if receipt_seen else 0,
    }


def _held_there(package: bytes, receipt_seen: packages.Receipt) -> int:
    """Return of how many plans something of a package waited there for a person, when the receipt was written."""
    said = receipt.body_of(receipt_seen.body)
    return next((one.held for one in said.packages if one.digest == package), 0) if said else 0
