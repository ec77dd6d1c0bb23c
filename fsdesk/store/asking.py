"""The one-time key of a laptop that asks its lead for help; kept locked by the passphrase that is to open it next."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import msgspec

from fsdesk.errors import Refused
from fsdesk.store import durable, escrow, slots
from fsdesk.store.derivation import Derivation
from fsdesk.store.escrow import Request
from fsdesk.store.keyfile import Keys
from fsdesk.store.refusals import Damaged
from fsdesk.store.secret import DataKey
from fsdesk.store.slots import Slot

_NAME = "asked.json"
_LABEL, _NONCE_BYTES = b"fsdesk-asked-2\0", 12
_VERSION = 2
"""The first kept the key unlocked; what it asked is void."""


class NothingAsked(Refused):
    """An answer came, and this laptop has not asked."""

    what = "This laptop has not asked for that."
    what_next = "Nothing was changed. Ask first with “fsdesk store escrow ask”, and open the answer on the same laptop."
    in_window = "Nothing was changed. Ask your team lead first, and open the answer on the same laptop."


class NotAskedWith(Refused):
    """Another passphrase than the one that was chosen when asking."""

    what = "That is not the passphrase that was chosen when the team lead was asked."
    what_next = "Nothing was changed. Type that one, or ask once more with a new one."


class _Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    version: int = _VERSION
    lock: Slot
    """Holds 32 random bytes, used for this once, which the passphrase opens."""
    nonce: str
    opening: str
    """The private age key, locked with those (ChaCha20-Poly1305), as hexadecimal signs."""


def ask(store: Path, keys: Keys, passphrase: str, cost: Derivation, at: int) -> Request:
    """Return a new request for a locked store, and keep its private key locked; an earlier request is void.

    The store's own key cannot lock it, because that is what it helps to get back; so the new passphrase does. Whoever
    takes the laptop between question and answer, and the answer too, still has to guess that. Raises NothingKept,
    UnfitPassphrase, and OSError.
    """
    from pyrage import x25519

    slot = escrow.slot_of(keys)
    own = x25519.Identity.generate()
    with DataKey.fresh() as once:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        asked = _Asked(
            lock=slots.for_passphrase(passphrase, once, keys.store, cost),
            nonce=nonce.hex(),
            opening=_cipher(once).encrypt(nonce, str(own).encode(), _bound(keys)).hex(),
        )
    durable.write(msgspec.json.encode(asked), store / _NAME)
    return Request(store=keys.store, slot=slot.id, recipient=str(own.to_public()), made_at=at)


def opener(store: Path, keys: Keys, passphrase: str) -> Any:
    """Return the age identity that opens the answer. Raises NothingAsked, NotAskedWith, UnfitPassphrase."""
    from cryptography.exceptions import InvalidTag
    from pyrage import x25519

    asked = _read(store)
    try:
        with slots.with_passphrase(asked.lock, passphrase, keys.store) as once:
            nonce, sealed = bytes.fromhex(asked.nonce), bytes.fromhex(asked.opening)
            return x25519.Identity.from_str(_cipher(once).decrypt(nonce, sealed, _bound(keys)).decode())
    except slots.DoesNotOpen:
        raise NotAskedWith from None
    except (ValueError, InvalidTag, Damaged):
        raise NothingAsked from None


def _read(store: Path) -> _Asked:
    try:
        asked = msgspec.json.decode((store / _NAME).read_bytes(), type=_Asked)
    except (FileNotFoundError, msgspec.DecodeError, RecursionError):
        raise NothingAsked from None
    if asked.version != _VERSION:
        raise NothingAsked
    return asked


def _cipher(once: DataKey) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(bytes(once.raw))


def _bound(keys: Keys) -> bytes:
    return _LABEL + keys.store.encode()


def is_waiting(store: Path) -> bool:
    """Say whether this laptop has asked, and its one-time key still waits for the answer."""
    return (store / _NAME).is_file()


def done(store: Path) -> None:
    """Forget the one-time key."""
    (store / _NAME).unlink(missing_ok=True)
