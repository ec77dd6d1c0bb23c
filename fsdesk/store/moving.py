"""A store that goes on under a new laptop id, because what was made with the old one may be gone or elsewhere."""

from __future__ import annotations

from sqlalchemy import Connection

from fsdesk.plans.chain import Head
from fsdesk.store import devices, drafts, edits, facts, identity
from fsdesk.store.identity import Identity


def move_on(connection: Connection, at: int) -> str:
    """Give a store a new laptop id with keys of its own, and return it; `at` is in milliseconds since 1970 UTC.

    The old id has ended at the last edit that is here: it signs that head, so that others accept its edits up to
    there from the new one. Its keys stay, so that what was sealed to it still opens. Drafts are the new id's.
    """
    old, own = facts.read(connection).device, Identity.fresh()
    _sign_last(connection, old)
    facts.move_to(connection, own.device)
    own.keep(connection, at)
    identity.end(connection, old, at)
    drafts.hand_over(connection, old, own.device)
    return own.device


def _sign_last(connection: Connection, device: str) -> None:
    keys, (seq, link) = identity.own(connection, device), edits.last(connection, device)
    if keys is not None and seq:
        devices.keep_head(connection, keys.signed(Head(device, seq, link)))
