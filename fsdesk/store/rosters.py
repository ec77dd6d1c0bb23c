"""The team's roster: numbered, signed by its lead, carried by packages; it only grows."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, insert, select

from fsdesk.errors import Refused
from fsdesk.store import contact, schema
from fsdesk.store.contact import Card
from fsdesk.store.identity import Identity
from fsdesk.store.package.refusals import NoRoster, PackageTooNew, RosterOfNobody

LABEL = b"fsdesk-roster-1\0"
FORMAT = 1
MOST_BYTES = 8 * 2**20
_rosters = schema.rosters


class Withdrawn(msgspec.Struct, frozen=True, array_like=True):
    """A laptop that is withdrawn, and the last edit of it that was accepted: its number and the link after it."""

    device: str
    seq: int
    link: bytes


class Decided(msgspec.Struct, frozen=True, array_like=True):
    """What a lead took in of a second copy: the links of its edits, and the lead's own edit that says the same.

    `seq` is 0 where nothing had to be written.
    """

    device: str
    links: tuple[bytes, ...]
    by: str
    seq: int


class Roster(msgspec.Struct, frozen=True, kw_only=True):
    """Who belongs to the team, as its lead says."""

    format: int = FORMAT
    team: str
    number: int
    """From 1; every change makes the next one."""
    by: str
    """The laptop of the lead who signed it."""
    made_at: int
    cards: tuple[bytes, ...]
    """The contact cards, each as its file holds it, the lead's own among them."""
    withdrawn: tuple[Withdrawn, ...] = ()
    copies: tuple[Decided, ...] = ()

    def named(self) -> list[Card]:
        """Return the cards, each with its own seal checked. Raises NoRoster."""
        try:
            return [contact.read(one) for one in self.cards]
        except Refused as refused:
            raise NoRoster from refused


class Signed(NamedTuple):
    """A roster with the bytes that were signed; who signed it is not known to be a lead yet."""

    roster: Roster
    body: bytes
    signature: bytes

    def signed_bytes(self) -> bytes:
        """Return the bytes that the signature covers."""
        return LABEL + self.body

    def written(self) -> bytes:
        """Return it as a package's header and a file hold it."""
        return _encoder.encode((self.body, self.signature))

    @property
    def digest(self) -> bytes:
        """The BLAKE2b-256 of what was signed."""
        return hashlib.blake2b(self.body, digest_size=32).digest()


_encoder = msgspec.msgpack.Encoder(order="deterministic")
_decoder = msgspec.msgpack.Decoder(Roster)
_pair_decoder = msgspec.msgpack.Decoder(tuple[bytes, bytes])
_FAULTS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


def sign(keys: Identity, roster: Roster) -> Signed:
    """Return a roster signed by a lead's laptop."""
    body = _encoder.encode(roster)
    return Signed(roster, body, keys.sign(LABEL + body))


def read(data: bytes) -> Signed:
    """Return the roster in some bytes. Raises NoRoster, PackageTooNew, RosterOfNobody."""
    if len(data) > MOST_BYTES:
        raise NoRoster
    try:
        body, signature = _pair_decoder.decode(data)
        roster = _decoder.decode(body)
    except _FAULTS as fault:
        raise NoRoster from fault
    if roster.format > FORMAT:
        raise PackageTooNew
    if not roster.cards:
        raise RosterOfNobody
    return Signed(roster, body, signature)


def newest(connection: Connection) -> Signed | None:
    """Return the roster with the highest number that was ever here."""
    query = select(_rosters.c.body, _rosters.c.signature).order_by(_rosters.c.number.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else Signed(_decoder.decode(row.body), row.body, row.signature)


def keep(connection: Connection, signed: Signed, at: int) -> None:
    """Keep a roster, whose signature the caller has verified, once. Of two with one number the first stays."""
    number = signed.roster.number
    known = connection.execute(select(_rosters.c.number).where(_rosters.c.number == number)).scalar()
    if known is None:
        values = {"number": number, "body": signed.body, "signature": signed.signature}
        connection.execute(insert(_rosters).values(values | {"digest": signed.digest, "taken_at": at}))
