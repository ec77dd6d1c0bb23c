"""Receipts: a laptop's signed word that it took packages in, sealed to the laptop that made them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import msgspec

from fsdesk.store import envelope
from fsdesk.store.contact import Card
from fsdesk.store.identity import Identity, is_signed
from fsdesk.store.package.layout import MOST_HEADER_BYTES, NOT_WELL_FORMED, SIGNATURE_BYTES
from fsdesk.store.package.refusals import (
    AnotherTeam,
    DamagedPackage,
    NotForUs,
    NotTheSender,
    OwnPackage,
    PackageTooNew,
    UnknownSender,
    WithdrawnSender,
)
from fsdesk.store.package.unseal import Roster

LABEL = b"fsdesk-receipt-1\0"
FORMAT = 1
_LENGTH_BYTES = 4


class Received(msgspec.Struct, frozen=True):
    """One package that was taken in."""

    number: int
    digest: bytes
    taken_at: int
    held: int = 0
    """Records or plans put aside until a person decides."""


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What a receipt says; signed by the laptop that received."""

    format: int = FORMAT
    team: str
    by: str
    """The laptop that received."""
    to: str
    """The laptop that had sent."""
    made_at: int
    packages: tuple[Received, ...]


class OpenedReceipt(NamedTuple):
    """A receipt whose signature was verified."""

    receipt: Receipt
    by: Card


_encoder = msgspec.msgpack.Encoder(order="deterministic")
_decoder = msgspec.msgpack.Decoder(Receipt)


def seal(keys: Identity, receipt: Receipt, readers: Sequence[str]) -> bytes:
    """Return a receipt in its envelope."""
    body = _encoder.encode(receipt)
    inside = LABEL + len(body).to_bytes(_LENGTH_BYTES, "big") + body + keys.sign(LABEL + body)
    return envelope.close(inside, readers)


def is_receipt(inside: bytes | bytearray) -> bool:
    """Say whether what lay in an envelope is a receipt of any format."""
    return inside.startswith(b"fsdesk-receipt-")


def read(inside: bytes, own: Collection[str], team: str, roster: Roster) -> OpenedReceipt:
    """Return a receipt, verified; `own` are all ids that this laptop has or had.

    One for packages that it made before a restore is as good as any: they came. Raises a PackageRefused that says
    why it is not taken.
    """
    receipt, body, signature = _take_apart(inside)
    if receipt.by in own:
        raise OwnPackage
    known = roster(receipt.by)
    if known is None:
        raise UnknownSender
    if known.withdrawn:
        raise WithdrawnSender
    if not is_signed(known.card.public_key, signature, LABEL + body):
        raise NotTheSender
    if receipt.team != team:
        raise AnotherTeam
    if receipt.to not in own:
        raise NotForUs
    return OpenedReceipt(receipt, known.card)


def _take_apart(inside: bytes) -> tuple[Receipt, bytes, bytes]:
    start = len(LABEL) + _LENGTH_BYTES
    if not inside.startswith(LABEL):
        raise PackageTooNew
    size = int.from_bytes(inside[len(LABEL) : start], "big")
    if size > MOST_HEADER_BYTES or len(inside) != start + size + SIGNATURE_BYTES:
        raise DamagedPackage
    body = inside[start : start + size]
    try:
        receipt = _decoder.decode(body)
    except NOT_WELL_FORMED as fault:
        raise DamagedPackage from fault
    if receipt.format > FORMAT:
        raise PackageTooNew
    return receipt, body, inside[start + size :]


def body_of(kept: bytes) -> Receipt | None:
    """Return what a receipt said that was kept, or nothing when it does not say."""
    try:
        return _decoder.decode(kept)
    except NOT_WELL_FORMED:
        return None
