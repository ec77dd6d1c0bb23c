"""Key slots: each wraps the same data key in its own way, so that one can be changed and the others stay."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from fsdesk.store import derivation as derivation_
from fsdesk.store.derivation import Derivation
from fsdesk.store.passphrase import prepared
from fsdesk.store.refusals import Damaged
from fsdesk.store.secret import KEY_BYTES, DataKey, overwrite

PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind of slot
LABEL = b"fsdesk-slot-1\0"
_NONCE_BYTES = 12
_TAG_BYTES = 16
_MOST_SALT_BYTES = 64


class Slot(msgspec.Struct, frozen=True, omit_defaults=True):
    """One wrapping of the data key. Bytes are written as hexadecimal signs.

    ``method`` names how the wrapping key is come by, with everything that takes: for a passphrase the cost and
    salt of Argon2id, for a recovery sheet or what a lead keeps the salt of HKDF. ``proof`` and ``proven_at`` say
    whether somebody has typed part of a sheet back; they are notes, and nothing vouches for them.
    """

    kind: str
    id: str
    made_at: str
    method: dict[str, str | int]
    nonce: str = ""
    wrapped: str = ""
    proof: str = ""
    proven_at: str = ""

    def bound(self, store: str) -> bytes:
        """Return what the wrapping vouches for besides the key: the store and everything the slot says of itself."""
        says = {
            "store": store,
            "kind": self.kind,
            "id": self.id,
            "made_at": self.made_at,
            "method": self.method,
        }
        return LABEL + msgspec.json.encode(says, order="sorted")


class DoesNotOpen(Exception):
    """The wrapping key is another than the one this slot was made with."""


def for_passphrase(passphrase: str, data_key: DataKey, store: str, cost: Derivation) -> Slot:
    """Return a slot that this passphrase opens. Raises UnfitPassphrase."""
    salt = secrets.token_bytes(derivation_.SALT_BYTES)
    method: dict[str, str | int] = {"name": derivation_.NAME, "salt": salt.hex()}
    bare = bare_slot(PASSPHRASE, method | msgspec.to_builtins(cost))
    wrapping = _derived(passphrase, salt, cost)
    try:
        return wrap(bare, wrapping, data_key, store)
    finally:
        overwrite(wrapping)


def with_passphrase(slot: Slot, passphrase: str, store: str) -> DataKey:
    """Return the data key. Raises DoesNotOpen, UnfitPassphrase, or Damaged for a method that makes no sense."""
    salt, cost = _argon2id(slot.method)
    wrapping = _derived(passphrase, salt, cost)
    try:
        return unwrap(slot, wrapping, store)
    finally:
        overwrite(wrapping)


def wrap(bare: Slot, wrapping: bytearray, data_key: DataKey, store: str) -> Slot:
    """Return the slot with the data key wrapped in it (ChaCha20-Poly1305, RFC 8439).

    The wrapping key must be used for this one slot only: the nonce is random.
    """
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = ChaCha20Poly1305(wrapping).encrypt(nonce, data_key.raw, bare.bound(store))
    return msgspec.structs.replace(bare, nonce=nonce.hex(), wrapped=sealed.hex())


def unwrap(slot: Slot, wrapping: bytearray, store: str) -> DataKey:
    """Return the data key of a slot. Raises DoesNotOpen for another wrapping key, Damaged for a misshapen slot."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = _hex(slot.nonce, _NONCE_BYTES, _NONCE_BYTES)
    sealed = _hex(slot.wrapped, KEY_BYTES + _TAG_BYTES, KEY_BYTES + _TAG_BYTES)
    raw = bytearray(KEY_BYTES)
    try:
        ChaCha20Poly1305(wrapping).decrypt_into(nonce, sealed, slot.bound(store), raw)
    except InvalidTag:
        raise DoesNotOpen from None
    return DataKey(raw)


def bare_slot(kind: str, method: dict[str, str | int]) -> Slot:
    """Return a slot of a kind, with an id of its own, that wraps nothing yet."""
    return Slot(kind, secrets.token_hex(8), datetime.now(UTC).isoformat(timespec="seconds"), method)


def _derived(passphrase: str, salt: bytes, cost: Derivation) -> bytearray:
    words = prepared(passphrase)
    try:
        return cost.derive(words, salt)
    finally:
        overwrite(words)


def _argon2id(method: Mapping[str, Any]) -> tuple[bytes, Derivation]:
    cost = {name: value for name, value in method.items() if name not in ("name", "salt")}
    salt = salt_of(method)
    if method.get("name") != derivation_.NAME:
        raise misshapen()
    try:
        return salt, msgspec.convert(cost, Derivation)
    except msgspec.ValidationError:
        raise misshapen() from None


def salt_of(method: Mapping[str, Any]) -> bytes:
    """Return the salt that a slot names. Raises Damaged when it is none."""
    return _hex(method.get("salt"), derivation_.SALT_BYTES, _MOST_SALT_BYTES)


def _hex(text: Any, fewest: int, most: int) -> bytes:
    try:
        raw = bytes.fromhex(text)
    except (TypeError, ValueError):
        raise misshapen() from None
    if not fewest <= len(raw) <= most:
        raise misshapen()
    return raw


def misshapen() -> Damaged:
    """Return the refusal for keys whose checksum is right and whose content makes no sense."""
    return Damaged("The key file of this store holds something that fsdesk never writes.")
