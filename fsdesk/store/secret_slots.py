"""Slots that 32 random bytes open rather than a passphrase: of a recovery sheet, and of what a lead keeps."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from fsdesk.store import slots
from fsdesk.store.derivation import KEY_BYTES, SALT_BYTES
from fsdesk.store.secret import DataKey, overwrite
from fsdesk.store.slots import Slot

RECOVERY = "recovery"
ESCROW = "escrow"
SECRET_BYTES = 32
NAME = "hkdf-sha256"
_LABEL = b"fsdesk-secret-1\0"
_TAG_BYTES = 8


def fresh() -> bytearray:
    """Return a new secret, to be overwritten after use."""
    return bytearray(secrets.token_bytes(SECRET_BYTES))


def made(kind: str, secret: bytearray, data_key: DataKey, store: str, says: Mapping[str, str | int]) -> Slot:
    """Return a slot of this kind that the secret opens; `says` goes into its method and is vouched for."""
    salt = secrets.token_bytes(SALT_BYTES)
    method: dict[str, str | int] = {"name": NAME, "salt": salt.hex(), "tag": tag(secret, store), **says}
    wrapping = _expanded(secret, salt, b"wrap")
    try:
        return slots.wrap(slots.bare_slot(kind, method), wrapping, data_key, store)
    finally:
        overwrite(wrapping)


def opened(slot: Slot, secret: bytearray, store: str) -> DataKey:
    """Return the data key. Raises DoesNotOpen, or Damaged for a method that makes no sense."""
    if slot.method.get("name") != NAME:
        raise slots.misshapen()
    wrapping = _expanded(secret, slots.salt_of(slot.method), b"wrap")
    try:
        return slots.unwrap(slot, wrapping, store)
    finally:
        overwrite(wrapping)


def tag(secret: bytearray, store: str) -> str:
    """Return sixteen signs by which a secret is known again in this store, and which say nothing about it."""
    return bytes(_expanded(secret, store.encode(), b"tag")[:_TAG_BYTES]).hex()


def _expanded(secret: bytearray, salt: bytes, purpose: bytes) -> bytearray:
    """Derive with HKDF (RFC 5869): the secret is as random as the key, so it needs no dear derivation."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derived = bytearray(KEY_BYTES)
    kdf = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=_LABEL + purpose)
    kdf.derive_into(secret, derived)
    return derived
