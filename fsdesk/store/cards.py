"""The contact cards this store has accepted: who may be written to, whose packages are read."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, insert, select, update

from fsdesk.store import schema

_cards = schema.cards


class KeptCard(msgspec.Struct, frozen=True, kw_only=True):
    """An accepted card. Once it is withdrawn, nothing beyond ``last_seq`` and ``last_link`` is accepted from it.

    Times are milliseconds since 1970 UTC; ``verified_at`` is when its words were read aloud.
    """

    fingerprint: bytes
    device: str
    body: bytes
    accepted_at: int
    verified_at: int | None = None
    withdrawn_at: int | None = None
    last_seq: int | None = None
    last_link: bytes | None = None


def accept(connection: Connection, card: KeptCard) -> bool:
    """Keep a card, unless the very same is here already; say whether it is new."""
    if by_fingerprint(connection, card.fingerprint) is not None:
        return False
    connection.execute(insert(_cards).values(msgspec.structs.asdict(card)))
    return True


def every(connection: Connection) -> list[KeptCard]:
    """Return all cards, withdrawn ones too, in the order they were accepted."""
    rows = connection.execute(select(_cards).order_by(_cards.c.accepted_at, _cards.c.fingerprint))
    return [KeptCard(**row._mapping) for row in rows]


def by_fingerprint(connection: Connection, fingerprint: bytes) -> KeptCard | None:
    """Return the card with this fingerprint, or nothing."""
    row = connection.execute(select(_cards).where(_cards.c.fingerprint == fingerprint)).one_or_none()
    return None if row is None else KeptCard(**row._mapping)


def of_device(connection: Connection, device: str) -> list[KeptCard]:
    """Return the cards of one laptop, the last accepted last; more than one only when its keys changed."""
    query = (
        select(_cards).where(_cards.c.device == device).order_by(_cards.c.accepted_at, _cards.c.fingerprint)
    )
    return [KeptCard(**row._mapping) for row in connection.execute(query)]


def verified(connection: Connection, fingerprint: bytes, at: int) -> None:
    """Note when a card's words were read aloud and agreed."""
    connection.execute(update(_cards).where(_cards.c.fingerprint == fingerprint).values(verified_at=at))


def withdraw(connection: Connection, fingerprint: bytes, at: int, last: tuple[int, bytes]) -> None:
    """Withdraw a card; edits beyond the last accepted (sequence, link) are held from now on."""
    values = {"withdrawn_at": at, "last_seq": last[0], "last_link": last[1]}
    connection.execute(update(_cards).where(_cards.c.fingerprint == fingerprint).values(values))


def withdrawn(connection: Connection) -> dict[str, tuple[int, bytes]]:
    """Return the laptops that are withdrawn, each with its last accepted (sequence, link)."""
    rows = connection.execute(
        select(_cards.c.device, _cards.c.last_seq, _cards.c.last_link)
        .where(_cards.c.withdrawn_at.is_not(None))
        .order_by(_cards.c.device, _cards.c.last_seq)
    )
    return {device: (seq or 0, link or b"") for device, seq, link in rows}
