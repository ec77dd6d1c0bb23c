"""Opening a package: everything is verified before one byte of it is used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import NamedTuple

from fsdesk.jobs import Progress
from fsdesk.plans.chain import START, ChainBroken, Head, Ring, WithheldRange, walk
from fsdesk.store import envelope
from fsdesk.store.contact import Card
from fsdesk.store.identity import Identity, is_signed
from fsdesk.store.package.layout import LABEL, Header, take_apart
from fsdesk.store.package.refusals import (
    AnotherTeam,
    BrokenChain,
    DamagedPackage,
    NotAPackage,
    NotForUs,
    NotTheSender,
    OwnPackage,
    UnknownSender,
    WithdrawnSender,
)
from fsdesk.store.package.verified import Sealed, Verified, verify

MARK = envelope.MAGIC
"""What a file begins with that may be a package."""
MOST_BYTES = 5 * 2**28
"""Largest package that is sealed or read, in bytes: what a reader may have to hold in memory.

The largest that a team can be thought to make is of 10,000 plans, one in ten with a picture as large as pictures may be
(1,000,000 bytes): a gigabyte of pictures, and the words of the plans. A quarter more than a gigabyte leaves room.
"""


class KnownCard(NamedTuple):
    """A card of the team, and whether it was withdrawn."""

    card: Card
    withdrawn: bool = False
    earlier: tuple[bytes, ...] = ()
    """Keys that the same laptop signed with before."""

    def signed(self, signature: bytes, message: bytes) -> bool:
        """Say whether this laptop signed a message, with its key of today or an earlier one."""
        keys = (self.card.public_key, *self.earlier)
        return any(is_signed(key, signature, message) for key in keys)


Roster = Callable[[str], KnownCard | None]
"""The accepted card of a laptop, or nothing."""


class Opened(NamedTuple):
    """A package of which everything was verified."""

    digest: bytes
    header: Header
    sender: Card
    holds: Verified
    rings: Mapping[str, list[Ring]]
    """Every place in the chain of each laptop that the package covers, in order; edits that follow on are one."""


def out_of_envelope(source: envelope.Source, size: int, keys: Identity) -> bytearray:
    """Return what lies in the envelope of a file of this size: a package or a receipt.

    Raises NotAPackage, NotForUs, DamagedPackage.
    """
    if size > MOST_BYTES:
        raise NotAPackage
    try:
        return envelope.open_from(source, size, keys.opener())
    except envelope.NotAnEnvelope:
        raise NotAPackage from None
    except envelope.NotAddressedToUs:
        raise NotForUs from None
    except envelope.DamagedEnvelope:
        raise DamagedPackage from None


Widened = Callable[[Header], Roster]
"""The cards that are known once the roster that a package carries counts too."""


def unseal(
    inside: bytes | bytearray,
    file_digest: bytes,
    keys: Identity,
    team: str,
    roster: Roster,
    widened: Widened | None = None,
    progress: Progress | None = None,
) -> Opened:
    """Return what a package holds, for this reader, everything verified.

    `inside` is what lay in the envelope, `file_digest` the BLAKE2b-256 of the file itself. The sender has to be
    known by `roster`; whose edits the package relays may be known by `widened` alone, which is asked once the
    package is known as the sender's, and ours. Raises a PackageRefused that says why nothing of it is taken.
    """
    header, raw, signature, compartments = take_apart(inside)
    sender = _sender(header, keys, roster)
    if not is_signed(sender.public_key, signature, LABEL + raw):
        raise NotTheSender
    if keys.recipient not in header.recipients:
        raise NotForUs
    if not team or header.team != team:
        raise AnotherTeam
    whole = roster if widened is None else widened(header)
    sealed = Sealed(header.package, _sealed(header, compartments, keys))
    holds = verify(compartments[0], sealed, progress)
    rings = _rings(header, holds)
    _check_heads(header, rings, whole)
    return Opened(file_digest, header, sender, holds, rings)


def _sender(header: Header, keys: Identity, roster: Roster) -> Card:
    if header.sender == keys.device:
        raise OwnPackage
    known = roster(header.sender)
    if known is None:
        raise UnknownSender
    if known.withdrawn:
        raise WithdrawnSender
    return known.card


def _sealed(header: Header, compartments: list[memoryview], keys: Identity) -> bytearray | None:
    """Return what lies in the sealed compartment; nothing without one, or when it is not for us."""
    if header.sealed is None:
        return None
    try:
        return envelope.open_from(_View(compartments[1]), len(compartments[1]), keys.opener())
    except envelope.NotAddressedToUs:
        return None
    except (envelope.NotAnEnvelope, envelope.DamagedEnvelope):
        raise DamagedPackage from None


class _View:
    """Bytes that are in memory already, read piece by piece without a second copy of all of them."""

    def __init__(self, view: memoryview) -> None:
        self._left = view

    def read(self, most: int) -> bytes:
        piece, self._left = bytes(self._left[:most]), self._left[most:]
        return piece


def _rings(header: Header, holds: Verified) -> dict[str, list[Ring]]:
    found: dict[str, list[Ring]] = defaultdict(list)
    for device, runs in holds.rings().items():
        found[device] += runs
    for key, bound in holds.left_out.items():
        found[key.device].append(Ring(key.seq, key.seq, None, None, bound))
    for bridge in header.withheld:
        found[bridge.device].append(Ring(bridge.first, bridge.last, None, bridge.link_after))
    return {device: sorted(rings, key=lambda ring: ring.first) for device, rings in found.items()}


def _check_heads(header: Header, rings: Mapping[str, list[Ring]], roster: Roster) -> None:
    """Check that each laptop signed how far its chain reaches, and that what is here leads exactly there."""
    heads = {head.device: head for head in header.heads}
    signed_here: list[Head | WithheldRange] = [*header.heads, *header.withheld]
    for signed in signed_here:
        known = roster(signed.device)
        if known is None:
            raise UnknownSender
        if not known.signed(signed.signature, signed.signed_bytes()):
            raise NotTheSender
    for device, places in rings.items():
        head = heads.get(device)
        if head is None or header.coverage.get(device) != (places[0].first, places[-1].last):
            raise BrokenChain
        try:
            reached = walk(device, places, _before(places[0].first))
        except ChainBroken as fault:
            raise BrokenChain from fault
        if reached != (head.seq, head.link):
            raise BrokenChain


def _before(first: int) -> tuple[int, bytes | None]:
    """Return the place before the first one here, with its link where everybody knows it: at the very beginning."""
    return (first - 1, START if first == 1 else None)
