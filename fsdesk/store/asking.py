"""The one-time key of a laptop that asks its lead for help; kept beside the locked store until the answer is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from fsdesk.errors import Refused
from fsdesk.store import durable, escrow
from fsdesk.store.escrow import Request
from fsdesk.store.keyfile import Keys

_NAME = "asked.json"


class NothingAsked(Refused):
    """An answer came, and this laptop has not asked."""

    what = "This laptop has not asked for that."
    what_next = "Nothing was changed. Ask first with “fsdesk store escrow ask”, and open the answer on the same laptop."


class _Asked(msgspec.Struct, frozen=True):
    opening: str
    """The private age key. Nothing could lock it: the store it helps to open is locked itself."""


def ask(store: Path, keys: Keys, at: int) -> Request:
    """Return a new request for a locked store, and keep its private key for its owner alone; an earlier one is void.

    Raises NothingKept, and OSError.
    """
    from pyrage import x25519

    slot = escrow.slot_of(keys)
    own = x25519.Identity.generate()
    durable.write(msgspec.json.encode(_Asked(str(own))), store / _NAME)
    return Request(store=keys.store, slot=slot.id, recipient=str(own.to_public()), made_at=at)


def opener(store: Path) -> Any:
    """Return the age identity that opens the answer. Raises NothingAsked."""
    from pyrage import x25519

    try:
        return x25519.Identity.from_str(
            msgspec.json.decode((store / _NAME).read_bytes(), type=_Asked).opening
        )
    except (FileNotFoundError, ValueError, msgspec.DecodeError):
        raise NothingAsked from None


def done(store: Path) -> None:
    """Forget the one-time key."""
    (store / _NAME).unlink(missing_ok=True)
